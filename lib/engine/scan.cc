#include "engine/scan.h"

#include <algorithm>
#include <tuple>

#include "engine/join.h"
#include "text/utf8.h"
#include "verify/extent.h"
#include "verify/verify.h"

namespace weir::engine {
namespace {

using dictionary::Role;
using dictionary::Term;

// Windows of a text that is too long overlap by this much; a hit and what verify reads around it fit in.
constexpr size_t kOverlap = 512;

bool IsLong(const Snapshot& snapshot, std::string_view text) { return text.size() > snapshot.limits.text_bytes; }

// As before any scan. Most verdicts are blank already, so nothing here touches memory that need not be touched.
void Blank(const std::shared_ptr<const Snapshot>& snapshot, Verdict* verdict) {
  verdict->action = Action::kAllow;
  verdict->flags = snapshot->degraded ? kDegraded : 0;
  if (verdict->risk != 0) verdict->scores.fill(0);
  verdict->risk = 0;
  verdict->attention.level = AttentionLevel::kNone;
  verdict->attention.kinds = 0;
  verdict->attention.sensitivity = 0;
  verdict->attention.topics.clear();
  verdict->hits.clear();
  if (verdict->owner != snapshot) {
    verdict->owner = snapshot;
    verdict->pack = snapshot->stamp;
  }
}

bool CountsOn(Category category, Surface surface) {
  return category != Category::kScript || surface == Surface::kScript || surface == Surface::kTitle;
}

// Two characters read by sound, or by their likelihood, may be another word: alone they never block (risk 88 at most).
constexpr float kMostOfTwo = 4.0f;

bool IsGuessOfTwo(const verify::Form& form, const verify::Candidate& candidate) {
  return form.read.size() <= 2 && (form.alphabet == dictionary::Alphabet::kSound || candidate.priced);
}

Hit MakeHit(const Snapshot& snapshot, const verify::Candidate& candidate, const text::AtomMap& map) {
  const Term& term = snapshot.terms[candidate.term];
  const verify::Extent extent = verify::ExtentOf(map, candidate.place, snapshot.forms[candidate.spelling]);
  const text::Atom &first = map.atoms()[extent.first], &last = map.atoms()[extent.last];
  Hit hit;
  hit.term = term.text;
  hit.layer = term.layer;
  hit.source = term.source;
  hit.note = term.note;
  hit.suggest = term.suggest;
  hit.span = {first.begin, last.end};
  hit.span_cp = {first.cp, last.cp + 1};
  hit.via = candidate.via;
  hit.confidence = score::Confidence(candidate.via);
  hit.points = term.weight * hit.confidence;
  if (IsGuessOfTwo(snapshot.forms[candidate.spelling], candidate)) hit.points = std::min(hit.points, kMostOfTwo);
  hit.category = term.category;
  return hit;
}

Hit MakeHit(const detect::Find& find, const text::AtomMap& map) {
  const text::Atom &first = map.atoms()[find.first], &last = map.atoms()[find.last];
  Hit hit;
  hit.term = find.detector->name;
  hit.layer = "detector";
  hit.source = find.detector->source;
  hit.note = find.detector->note;
  hit.span = {first.begin, last.end};
  hit.span_cp = {first.cp, last.cp + 1};
  for (uint32_t i = find.first; i <= find.last; ++i) hit.via |= map.atoms()[i].via;
  hit.confidence = 1;
  hit.points = find.detector->points;
  hit.category = find.detector->category;
  return hit;
}

Hit MakeHit(const RuleTrace& found, const text::AtomMap& map) {
  const Term& says = found.rule->says;
  const text::Atom &first = map.atoms()[found.first], &last = map.atoms()[found.last];
  Hit hit;
  hit.term = says.text;
  hit.layer = says.layer;
  hit.source = says.source;
  hit.note = says.note;
  hit.suggest = says.suggest;
  hit.span = {first.begin, last.end};
  hit.span_cp = {first.cp, last.cp + 1};
  hit.via = found.via;
  hit.confidence = score::Confidence(found.via);
  hit.points = says.weight * hit.confidence;
  hit.category = says.category;
  return hit;
}

// Patterns and composites: their hits and signals join those of the terms.
void CollectRules(const Snapshot& snapshot, const ScanOptions& options, Buffers* buffers, Verdict* verdict,
                  ScanTrace* trace) {
  const auto take = [&](const RuleTrace& found) {
    const Rule& rule = *found.rule;
    if (!rule.Counts(options.surface)) return;
    if (rule.says.role != Role::kRisk) {
      buffers->signals.push_back(&rule.says);
    } else if (CountsOn(rule.says.category, options.surface)) {
      verdict->hits.push_back(MakeHit(found, buffers->map));
    }
  };
  const bool cut = FindRules(snapshot.rules, buffers->map, buffers->verify, snapshot.limits.raw_hits_per_text,
                             &buffers->view, &buffers->rules, trace == nullptr ? nullptr : &trace->rules, take);
  if (cut) verdict->flags |= kTruncated;
}

// Verify and detect: the text's accepted evidence goes into verdict->hits and buffers->signals, with spans of `text`.
// Verify's matches are in buffers->found; `detect`: some detector wants the text.
void Collect(const Snapshot& snapshot, std::string_view text, const text::Folded& folded, bool detect,
             const ScanOptions& options, Buffers* buffers, Verdict* verdict, ScanTrace* trace) {
  buffers->map.Build(text);
  verify::Verify(&buffers->map, buffers->found, snapshot.ForVerify(), &buffers->verify,
                 trace == nullptr ? nullptr : &trace->raw);
  CollectRules(snapshot, options, buffers, verdict, trace);
  std::vector<verify::Candidate>& candidates = buffers->verify.hits;
  const auto signal_end = std::partition(candidates.begin(), candidates.end(), [&](const verify::Candidate& c) {
    return snapshot.terms[c.term].role != Role::kRisk;
  });
  for (auto it = candidates.begin(); it != signal_end; ++it) {
    if (snapshot.terms[it->term].role != Role::kPart) buffers->signals.push_back(&snapshot.terms[it->term]);
  }
  candidates.erase(candidates.begin(), signal_end);
  if (options.longest) verify::KeepLeftmostLongest(&candidates);
  for (const verify::Candidate& candidate : candidates) {
    const bool counts = CountsOn(snapshot.terms[candidate.term].category, options.surface);
    if (counts) verdict->hits.push_back(MakeHit(snapshot, candidate, buffers->map));
  }
  if (!detect) return;
  buffers->finds.clear();
  snapshot.detectors->Scan(folded, buffers->map, &buffers->view, &buffers->finds);
  for (const detect::Find& find : buffers->finds) verdict->hits.push_back(MakeHit(find, buffers->map));
}

bool Before(const Hit& a, const Hit& b) {
  return std::tie(a.span.begin, a.span.end, a.term, a.category) <
         std::tie(b.span.begin, b.span.end, b.term, b.category);
}

// From evidence to numbers and action.
void Conclude(const Snapshot& snapshot, const ScanOptions& options, Buffers* buffers, Verdict* verdict,
              ScanTrace* trace) {
  std::sort(verdict->hits.begin(), verdict->hits.end(), Before);
  if (verdict->hits.size() > snapshot.limits.hits_per_text) {
    verdict->hits.resize(snapshot.limits.hits_per_text);
    verdict->flags |= kTruncated;
  }
  score::ScoreRisk(snapshot.policy, options.surface, verdict, &buffers->ranking);
  if (trace != nullptr) trace->counted = buffers->ranking.counts;
  score::ScoreAttention(buffers->signals, snapshot.topics, &verdict->attention);
  if (verdict->flags & kTruncated) verdict->action = std::max(verdict->action, Action::kReview);
}

// Is anything left to do for a text once its symbols are matched? Fills rules->wanted.
bool Concerns(const Snapshot& snapshot, std::span<const match::RawMatch> matches, const Slot& slot, bool detect,
              RuleBuffers* rules) {
  const bool heard = slot.heard != slot.heard_end;
  rules->wanted.clear();
  if (matches.empty() && !snapshot.rules.MayBeLoose(slot.folded)) [[likely]]
    return heard || detect;
  if (snapshot.rules.regexes == nullptr) return true;
  return WantRules(snapshot.rules, matches, slot.folded, rules) || heard || detect;
}

// The whole way for one text whose symbols stand alone in the buffer.
void ScanAlone(const Snapshot& snapshot, std::string_view text, const ScanOptions& options, Buffers* buffers,
               Verdict* verdict, ScanTrace* trace) {
  Joiner joiner(snapshot, trace != nullptr, buffers);
  Slot slot;
  joiner.Add(text, &slot);
  if (slot.folded.invalid) verdict->flags |= kInvalidUtf8;
  const size_t limit = snapshot.limits.raw_hits_per_text;
  const bool all = snapshot.matcher->Scan(joiner.Joined(), limit, buffers->workspace.get(), &buffers->matches);
  if (!all || buffers->matches.size() + joiner.heard() > limit) verdict->flags |= kTruncated;
  const bool detect = snapshot.detectors->Wants(slot.folded, text);
  if (!Concerns(snapshot, buffers->matches, slot, detect, &buffers->rules) && trace == nullptr) return;
  SortMatches(snapshot, buffers->matches, slot, buffers);
  Collect(snapshot, text, slot.folded, detect, options, buffers, verdict, trace);
}

// Where a window that should end at `end` can be cut: at the start of a character, or of a part that is repaired as a whole.
size_t CutBefore(std::string_view text, size_t end) {
  for (size_t back = 0; back < 4 && back < end && end < text.size(); ++back) {
    const size_t start = end - back;
    if ((static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) continue;
    const size_t length = text::DecodeOne(text.data() + start, text.data() + text.size()).length;
    return start + length > end ? start : end;  // else stray continuation bytes follow it, each a part of its own
  }
  return end;
}

// A text over the limit, window by window. A hit that touches a cut edge may be half a word: the neighbouring window, which
// overlaps, sees it whole. The verdict says `truncated`, since a disguise stretched over more than the overlap is missed.
void ScanLong(const Snapshot& snapshot, std::string_view text, const ScanOptions& options, Buffers* buffers,
              Verdict* verdict, ScanTrace* trace) {
  verdict->flags |= kTruncated;
  if (text.size() > UINT32_MAX) return;
  size_t cp_base = 0;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = CutBefore(text, std::min(begin + snapshot.limits.text_bytes, text.size()));
    const size_t first_hit = verdict->hits.size();
    ScanAlone(snapshot, text.substr(begin, end - begin), options, buffers, verdict, trace);
    const auto length = static_cast<uint32_t>(end - begin);
    const auto touches = [&](const Hit& hit) {
      return (begin > 0 && hit.span.begin == 0) || (end < text.size() && hit.span.end == length);
    };
    auto& hits = verdict->hits;
    hits.erase(std::remove_if(hits.begin() + static_cast<ptrdiff_t>(first_hit), hits.end(), touches), hits.end());
    for (size_t i = first_hit; i < hits.size(); ++i) {
      hits[i].span = {hits[i].span.begin + static_cast<uint32_t>(begin),
                      hits[i].span.end + static_cast<uint32_t>(begin)};
      hits[i].span_cp = {hits[i].span_cp.begin + static_cast<uint32_t>(cp_base),
                         hits[i].span_cp.end + static_cast<uint32_t>(cp_base)};
    }
    if (end == text.size()) break;
    const size_t next = CutBefore(text, end - kOverlap);
    cp_base += text::CountCodePoints(text.substr(begin, next - begin));
    begin = next;
  }
  std::sort(verdict->hits.begin(), verdict->hits.end(), Before);
  const auto same = [](const Hit& a, const Hit& b) {
    return a.span == b.span && a.term == b.term && a.source == b.source;
  };
  verdict->hits.erase(std::unique(verdict->hits.begin(), verdict->hits.end(), same), verdict->hits.end());
}

void ScanWhole(const std::shared_ptr<const Snapshot>& snapshot, std::string_view text, const ScanOptions& options,
               Buffers* buffers, Verdict* verdict, ScanTrace* trace) {
  Blank(snapshot, verdict);
  buffers->signals.clear();
  if (IsLong(*snapshot, text)) {
    ScanLong(*snapshot, text, options, buffers, verdict, trace);
  } else {
    ScanAlone(*snapshot, text, options, buffers, verdict, trace);
  }
  Conclude(*snapshot, options, buffers, verdict, trace);
}

// More bytes than this are scanned text by text: Hyperscan counts the joined symbols' bytes in 32 bits.
constexpr size_t kLargestGroup = size_t{16} << 20;

// Should the texts of a group be joined at all?
bool Joinable(const Snapshot& snapshot, std::span<const std::string_view> texts) {
  size_t bytes = 0;
  for (const std::string_view text : texts) bytes += IsLong(snapshot, text) ? 0 : text.size();
  return bytes <= kLargestGroup;
}

// Joins the texts and matches them in one call; texts over the limit leave an empty slot. False after a flood of matches.
bool MatchGroup(const Snapshot& snapshot, std::span<const std::string_view> texts, Buffers* buffers) {
  if (!Joinable(snapshot, texts)) return false;
  Joiner joiner(snapshot, false, buffers);
  for (size_t i = 0; i < texts.size(); ++i) {
    if (IsLong(snapshot, texts[i])) {
      joiner.Skip(&buffers->slots[i]);
    } else {
      joiner.Add(texts[i], &buffers->slots[i]);
    }
  }
  const size_t limit = snapshot.limits.raw_hits_per_text;
  return snapshot.matcher->Scan(joiner.Joined(), limit, buffers->workspace.get(), &buffers->matches) &&
         buffers->matches.size() + joiner.heard() <= limit;
}

}  // namespace

void ScanGroup(const std::shared_ptr<const Snapshot>& snapshot, std::span<const std::string_view> texts,
               const ScanOptions& options, Buffers* buffers, Verdict* out) {
  if (!MatchGroup(*snapshot, texts, buffers)) {  // each text by itself, with a limit of its own
    for (size_t i = 0; i < texts.size(); ++i) ScanWhole(snapshot, texts[i], options, buffers, &out[i], nullptr);
    return;
  }
  size_t next = 0;
  for (size_t i = 0; i < texts.size(); ++i) {
    const Slot& slot = buffers->slots[i];
    const size_t first = next;
    while (next < buffers->matches.size() && buffers->matches[next].end <= slot.end) ++next;
    Blank(snapshot, &out[i]);
    if (slot.folded.invalid) out[i].flags |= kInvalidUtf8;
    const bool detect = snapshot->detectors->Wants(slot.folded, texts[i]);
    const auto matches = std::span<const match::RawMatch>(buffers->matches).subspan(first, next - first);
    if (!Concerns(*snapshot, matches, slot, detect, &buffers->rules)) [[likely]]
      continue;
    SortMatches(*snapshot, matches, slot, buffers);
    buffers->signals.clear();
    Collect(*snapshot, texts[i], slot.folded, detect, options, buffers, &out[i], nullptr);
    Conclude(*snapshot, options, buffers, &out[i], nullptr);
  }
  for (size_t i = 0; i < texts.size(); ++i) {
    if (IsLong(*snapshot, texts[i])) ScanWhole(snapshot, texts[i], options, buffers, &out[i], nullptr);
  }
}

void ScanTraced(const std::shared_ptr<const Snapshot>& snapshot, std::string_view text, const ScanOptions& options,
                Buffers* buffers, Verdict* out, ScanTrace* trace) {
  ScanWhole(snapshot, text, options, buffers, out, trace);
}

}  // namespace weir::engine
