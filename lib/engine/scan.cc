#include "engine/scan.h"

#include <algorithm>
#include <tuple>

#include "text/fold_table.h"
#include "text/leet.h"
#include "text/sound.h"
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

// Grows *symbols so that `count` more and a separator surely fit behind `used`.
void Reserve(size_t used, size_t count, std::vector<uint16_t>* symbols) {
  const size_t need = used + count + 1;
  if (symbols->size() < need) symbols->resize(need + need / 2);
}

// Writes the streams of texts behind one another.
class Joiner {
 public:
  Joiner(const Snapshot& snapshot, Buffers* buffers)
      : needs_(snapshot.needs), symbols_(buffers->symbols), sounds_(buffers->sounds) {}

  // Folds `text` into the alphabets that the pack asks for.
  void Add(std::string_view text, Slot* slot) {
    const size_t most = text::MaxSymbols(text.size());
    Reserve(used_, most, &symbols_);
    if (needs_.sounds) Reserve(0, most, &sounds_);
    uint16_t* const out = symbols_.data() + used_;
    slot->folded = needs_.sounds ? text::Fold(text, out, sounds_.data()) : text::Fold(text, out);
    Close(verify::Stream::kPlain, slot->folded.symbols, slot);
    if (needs_.sounds && slot->folded.sounds > 0 && needs_.sound_pairs.Any({sounds_.data(), slot->folded.sounds}))
      AddSounds(slot->folded.sounds, verify::Stream::kSound, slot);
    if (needs_.shapes && (slot->folded.bits & text::kShapeBit)) [[unlikely]]
      AddShapes(text, slot);
    if (needs_.latin && (slot->folded.bits & kLeetBits)) [[unlikely]]
      AddLatin(text, slot);
    slot->end = used_;
  }
  // A text that is left out: empty streams.
  void Skip(Slot* slot) {
    *slot = {};
    Reserve(used_, 0, &symbols_);
    Close(verify::Stream::kPlain, 0, slot);
    slot->end = used_;
  }
  std::span<const uint16_t> Joined() const { return {symbols_.data(), used_}; }

 private:
  static constexpr uint32_t kLeetBits = text::kLatinBit | text::kAtBit;

  // Ends a stream of `count` symbols that were just written; the streams after it begin, empty, behind it.
  void Close(verify::Stream stream, size_t count, Slot* slot) {
    slot->begin[static_cast<size_t>(stream)] = used_;
    used_ += count;
    symbols_[used_++] = text::kSeparator;
    for (size_t later = static_cast<size_t>(stream) + 1; later < verify::kStreamCount; ++later)
      slot->begin[later] = used_;
  }

  void AddSounds(size_t count, verify::Stream stream, Slot* slot) {
    Reserve(used_, count, &symbols_);
    std::copy_n(sounds_.data(), count, symbols_.data() + used_);
    Close(stream, count, slot);
  }

  void AddShapes(std::string_view text, Slot* slot) {
    const size_t count = slot->folded.symbols, plain = slot->begin[0];
    Reserve(used_, count, &symbols_);
    uint16_t* const shapes = symbols_.data() + used_;
    for (size_t i = 0; i < count; ++i) shapes[i] = text::ShapeSymbol(symbols_[plain + i]);
    if (MayHoldShapes({symbols_.data() + plain, count}, {shapes, count})) Close(verify::Stream::kShape, count, slot);
    if (!needs_.sounds) return;
    const size_t sounds = text::FoldSounds(text, true, sounds_.data());
    if (needs_.sound_pairs.Any({sounds_.data(), sounds})) AddSounds(sounds, verify::Stream::kShapedSound, slot);
  }

  // Does a look-alike stand beside a character as it does in some term?
  bool MayHoldShapes(std::span<const uint16_t> plain, std::span<const uint16_t> shapes) const {
    for (size_t i = 0; i < plain.size(); ++i) {
      if (plain[i] == shapes[i]) continue;
      if (i > 0 && needs_.shape_pairs.Contains(shapes[i - 1], shapes[i])) return true;
      if (i + 1 < shapes.size() && needs_.shape_pairs.Contains(shapes[i], shapes[i + 1])) return true;
    }
    return false;
  }

  void AddLatin(std::string_view text, Slot* slot) {
    Reserve(used_, text::MaxLeet(text.size()), &symbols_);
    Close(verify::Stream::kLatin, text::FoldLeet(text, symbols_.data() + used_), slot);
  }

  const Needs& needs_;
  std::vector<uint16_t>& symbols_;
  std::vector<uint16_t>& sounds_;
  size_t used_ = 0;
};

// The raw matches of one text, by stream and with symbols counted in it.
void Sort(const Snapshot& snapshot, std::span<const match::RawMatch> matches, const Slot& slot,
          std::vector<verify::Match>* found) {
  found->clear();
  size_t stream = 0;
  for (const match::RawMatch& match : matches) {
    while (stream + 1 < verify::kStreamCount && match.end > slot.begin[stream + 1]) ++stream;
    const size_t begin = match.end - snapshot.patterns[match.pattern].symbols.size();
    found->push_back({match.pattern, static_cast<uint32_t>(begin - slot.begin[stream]),
                      static_cast<verify::Stream>(stream)});
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

// Verify and detect: the text's accepted evidence goes into verdict->hits and buffers->signals, with spans of `text`.
void Collect(const Snapshot& snapshot, std::string_view text, const text::Folded& folded, const ScanOptions& options,
             Buffers* buffers, Verdict* verdict, ScanTrace* trace) {
  buffers->map.Build(text);
  verify::Verify(&buffers->map, buffers->found, snapshot.ForVerify(), &buffers->verify,
                 trace == nullptr ? nullptr : &trace->raw);
  std::vector<verify::Candidate>& candidates = buffers->verify.hits;
  const auto signal_end = std::partition(candidates.begin(), candidates.end(), [&](const verify::Candidate& c) {
    return snapshot.terms[c.term].role != Role::kRisk;
  });
  for (auto it = candidates.begin(); it != signal_end; ++it) buffers->signals.push_back(&snapshot.terms[it->term]);
  candidates.erase(candidates.begin(), signal_end);
  if (options.longest) verify::KeepLeftmostLongest(&candidates);
  for (const verify::Candidate& candidate : candidates) {
    const bool counts = CountsOn(snapshot.terms[candidate.term].category, options.surface);
    if (counts) verdict->hits.push_back(MakeHit(snapshot, candidate, buffers->map));
  }
  if (!snapshot.detectors->Wants(folded, text)) return;
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

// The whole way for one text whose symbols stand alone in the buffer.
void ScanAlone(const Snapshot& snapshot, std::string_view text, const ScanOptions& options, Buffers* buffers,
               Verdict* verdict, ScanTrace* trace) {
  Joiner joiner(snapshot, buffers);
  Slot slot;
  joiner.Add(text, &slot);
  if (slot.folded.invalid) verdict->flags |= kInvalidUtf8;
  const bool all = snapshot.matcher->Scan(joiner.Joined(), snapshot.limits.raw_hits_per_text,
                                          buffers->workspace.get(), &buffers->matches);
  if (!all) verdict->flags |= kTruncated;
  if (buffers->matches.empty() && !snapshot.detectors->Wants(slot.folded, text) && trace == nullptr) return;
  Sort(snapshot, buffers->matches, slot, &buffers->found);
  Collect(snapshot, text, slot.folded, options, buffers, verdict, trace);
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
  Joiner joiner(snapshot, buffers);
  for (size_t i = 0; i < texts.size(); ++i) {
    if (IsLong(snapshot, texts[i])) {
      joiner.Skip(&buffers->slots[i]);
    } else {
      joiner.Add(texts[i], &buffers->slots[i]);
    }
  }
  return snapshot.matcher->Scan(joiner.Joined(), snapshot.limits.raw_hits_per_text, buffers->workspace.get(),
                                &buffers->matches);
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
    if (first == next && !snapshot->detectors->Wants(slot.folded, texts[i])) [[likely]]
      continue;
    Sort(*snapshot, std::span(buffers->matches).subspan(first, next - first), slot, &buffers->found);
    buffers->signals.clear();
    Collect(*snapshot, texts[i], slot.folded, options, buffers, &out[i], nullptr);
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
