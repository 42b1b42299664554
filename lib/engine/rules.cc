#include "engine/rules.h"

#include <algorithm>

#include "text/utf8.h"

namespace weir::engine {
namespace {

// The reading without the line breaks at its ends, which are no part of the text.
std::string_view TextOf(const detect::View& view) {
  return std::string_view(view.plain.text).substr(1, view.plain.text.size() - 2);
}

// As verify sees a hit: separators inside are a disguise only where the other side has none.
verify::Candidate CandidateOf(const text::AtomMap& map, uint32_t first, uint32_t last, uint16_t rank) {
  verify::Candidate candidate{.rank = rank};
  candidate.place.first = first;
  candidate.place.last = last;
  for (uint32_t i = first; i <= last; ++i) {
    const text::Atom& atom = map.atoms()[i];
    candidate.via |= atom.IsLetter() ? atom.via : uint16_t{kSeparator};
  }
  return candidate;
}

}  // namespace

bool WantRules(const Rules& rules, std::span<const match::RawMatch> matches, const text::Folded& folded,
               RuleBuffers* buffers) {
  buffers->wanted.clear();
  bool others = false;
  const auto want = [&](uint32_t pattern) {
    if (Rules::DigitsOf(folded) >= rules.digits[pattern]) buffers->wanted.push_back(pattern);
  };
  for (const match::RawMatch& match : matches) {
    others |= rules.only_cue[match.pattern] == 0;
    for (const uint32_t pattern : rules.cued[match.pattern]) want(pattern);
  }
  if (rules.MayBeLoose(folded)) {
    for (const uint32_t pattern : rules.loose) want(pattern);
  }
  std::sort(buffers->wanted.begin(), buffers->wanted.end());
  buffers->wanted.erase(std::unique(buffers->wanted.begin(), buffers->wanted.end()), buffers->wanted.end());
  return others || !buffers->wanted.empty();
}

void FindPatterns(const Rules& rules, const detect::View& view, RuleBuffers* buffers) {
  rules.regexes->Narrow(TextOf(view), buffers->workspace.get(), &buffers->wanted);
}

void PatternWalk::Start(uint32_t pattern) {
  pattern_ = pattern;
  at_ = 0;
}

bool PatternWalk::Next(RuleTrace* out) {
  const std::string_view text = TextOf(view_);
  size_t begin = 0, end = 0;
  if (cut_ || !rules_.regexes->Find(pattern_, text, at_, &begin, &end)) return false;
  if (left_ == 0) return cut_ = true, false;
  --left_;
  const uint32_t first = view_.plain.atom[begin + 1];
  uint32_t last = view_.plain.atom[end];
  const verify::Candidate candidate = CandidateOf(map_, first, last, rules_.patterns[pattern_].says.rank);
  const bool allowed = std::any_of(allows_.begin(), allows_.end(),
                                   [&](const verify::Candidate& allow) { return verify::Covers(allow, candidate); });
  // What an ordinary phrase covers hides nothing that begins inside it.
  at_ = allowed ? begin + text::DecodeOne(text.data() + begin, text.data() + text.size()).length : end;
  while (last + 1 < map_.atoms().size() && map_.atoms()[last + 1].kind == text::Kind::kMark) ++last;
  *out = {.rule = &rules_.patterns[pattern_],
          .outcome = allowed ? RuleTrace::kAllowed : RuleTrace::kAccepted,
          .first = first,
          .last = last};
  for (uint32_t i = first; i <= last; ++i) out->via |= map_.atoms()[i].IsLetter() ? map_.atoms()[i].via : 0;
  return true;
}

void FindComposites(const Rules& rules, const text::AtomMap& map, const verify::Buffers& verify, RuleBuffers* buffers) {
  buffers->parts.clear();
  buffers->composed.clear();
  for (const verify::Candidate& hit : verify.hits) {
    const uint32_t part = rules.part_of[hit.term];
    if (part == Rules::kNoPart) continue;
    const text::Atom &first = map.atoms()[hit.place.first], &last = map.atoms()[hit.place.last];
    buffers->parts.push_back({part, first.cp, last.cp + 1, hit.place.first, hit.place.last, hit.via});
  }
  if (!buffers->parts.empty()) rules.finder.Find(buffers->parts, &buffers->composites, &buffers->composed);
}

RuleTrace TraceOf(const Rules& rules, const score::CompositeFind& find) {
  const auto outcome = find.outcome == score::CompositeFind::kFound       ? RuleTrace::kAccepted
                       : find.outcome == score::CompositeFind::kForbidden ? RuleTrace::kForbidden
                                                                          : RuleTrace::kTooFar;
  return {&rules.composites[find.composite], true, outcome, find.first, find.last, find.end - find.begin, find.via};
}

}  // namespace weir::engine
