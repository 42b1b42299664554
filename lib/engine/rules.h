// Rules beyond terms in a snapshot, and their part of a scan: patterns (regexes) and composites (parts together).
//
// Patterns cost a text nothing but one comparison until the matcher meets one of their cues in it: words that a match cannot do without,
// matched among the terms (Role::kCue). Only then is the text read by the regexes. Patterns without any such word are asked of texts with
// as many digits as a match has. Composites are asked of texts in which a part was accepted (Role::kPart).
#ifndef WEIR_ENGINE_RULES_H_
#define WEIR_ENGINE_RULES_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "detect/view.h"
#include "dictionary/term.h"
#include "match/matcher.h"
#include "match/regex_set.h"
#include "score/composite.h"
#include "text/fold.h"
#include "text/fold_table.h"
#include "verify/verify.h"
#include "weir/engine.h"

namespace weir::engine {

// What a hit of a rule says, and on which surfaces it counts.
struct Rule {
  dictionary::Term says;  // a risk or an attention term whose text is the rule's name
  uint8_t surfaces = dictionary::kAllSurfaces;
  uint32_t within = 0;  // composites, for explain
  bool Counts(Surface surface) const { return surfaces >> static_cast<int>(surface) & 1; }
};

struct Rules {
  static constexpr uint32_t kNoPart = UINT32_MAX, kNoLoose = UINT32_MAX;

  std::vector<Rule> patterns, composites;
  std::unique_ptr<match::RegexSet> regexes;  // null: no patterns
  std::vector<uint32_t> digits;              // by pattern: digits of a text that may match, at least
  std::vector<std::vector<uint32_t>> cued;   // by the matcher's pattern: our patterns that it is a cue of
  std::vector<uint8_t> only_cue;             // by the matcher's pattern: nobody else looks for it
  std::vector<uint32_t> loose;               // patterns without cues …
  uint32_t least_digits = kNoLoose;          // … and the fewest digits one of them asks for
  score::Composites finder;
  std::vector<uint32_t> part_of;  // by term: the part it is, or kNoPart; empty without composites

  // The digits a text may have at most: the fold counts characters, and one (⑩, ⅒) may be up to three digits.
  static uint32_t DigitsOf(const text::Folded& folded) {
    return folded.bits & text::kMultiBit ? folded.digits * 3 : folded.digits;
  }
  bool MayBeLoose(const text::Folded& folded) const { return DigitsOf(folded) >= least_digits; }
};

// A thread's buffers for rules.
struct RuleBuffers {
  std::unique_ptr<match::RegexWorkspace> workspace;
  std::vector<uint32_t> wanted;  // patterns to look for in the text at hand, ascending
  std::vector<score::PartPlace> parts;
  score::Composites::Buffers composites;
  std::vector<score::CompositeFind> composed;
};

// What became of one match of a rule; for explain.
struct RuleTrace {
  enum Outcome : uint8_t { kAccepted, kAllowed, kForbidden, kTooFar };
  const Rule* rule = nullptr;
  bool composite = false;
  Outcome outcome = kAccepted;
  uint32_t first = 0, last = 0;  // atoms, both inside
  uint32_t stretch = 0;          // composites: code points from the first part to the last
  uint16_t via = 0;
};

// Fills buffers->wanted for a text with these raw matches. False when neither it nor another rule has business with the text: no pattern
// is wanted and the matches are cues only.
bool WantRules(const Rules& rules, std::span<const match::RawMatch> matches, const text::Folded& folded,
               RuleBuffers* buffers);

// One match of a wanted pattern: walks through all of them.
class PatternWalk {
 public:
  PatternWalk(const Rules& rules, const text::AtomMap& map, const std::vector<verify::Candidate>& allows, size_t limit,
              const detect::View& view)
      : rules_(rules), map_(map), allows_(allows), left_(limit), view_(view) {}

  // Starts on a pattern, then gives its matches from left to right, those that an allow phrase covers with outcome kAllowed.
  void Start(uint32_t pattern);
  bool Next(RuleTrace* out);
  // The limit ended the walk.
  bool cut() const { return cut_; }

 private:
  const Rules& rules_;
  const text::AtomMap& map_;
  const std::vector<verify::Candidate>& allows_;
  size_t left_;
  const detect::View& view_;
  uint32_t pattern_ = 0;
  size_t at_ = 0;
  bool cut_ = false;
};

void FindPatterns(const Rules& rules, const detect::View& view, RuleBuffers* buffers);
void FindComposites(const Rules& rules, const text::AtomMap& map, const verify::Buffers& verify, RuleBuffers* buffers);
RuleTrace TraceOf(const Rules& rules, const score::CompositeFind& find);

// Finds the wanted patterns, and the composites among the accepted parts in verify.hits; calls take(rule, first atom, last atom, via) for
// each accepted one. True when something was left out because there was too much of it.
template <typename Take>
bool FindRules(const Rules& rules, const text::AtomMap& map, const verify::Buffers& verify, size_t limit,
               detect::View* view, RuleBuffers* buffers, std::vector<RuleTrace>* trace, const Take& take) {
  const auto tell = [&](const RuleTrace& one) {
    if (trace != nullptr) trace->push_back(one);
    if (one.outcome == RuleTrace::kAccepted) take(one);
  };
  if (!rules.part_of.empty()) {
    FindComposites(rules, map, verify, buffers);
    for (const score::CompositeFind& find : buffers->composed) tell(TraceOf(rules, find));
  }
  if (buffers->wanted.empty()) return false;
  view->Build(map);
  FindPatterns(rules, *view, buffers);
  PatternWalk walk(rules, map, verify.allows, limit, *view);
  for (const uint32_t pattern : buffers->wanted) {
    walk.Start(pattern);
    for (RuleTrace one; walk.Next(&one);) tell(one);
  }
  return walk.cut();
}

}  // namespace weir::engine

#endif  // WEIR_ENGINE_RULES_H_
