// From the rules of packs and options to a snapshot's Rules: layers overlaid, parts and cues made terms, regexes compiled.
//
//   RuleSet set;
//   set.AddPack(0, today, &pack); … set.AddAdHoc(options, like, &content);
//   set.AddTerms(&snapshot->terms);                 // before the terms are spelled
//   set.Compile(…, &snapshot->rules)                // after their patterns are known
//
// A rule of a later layer replaces one of its kind and name. Cost: 0.2–50 ms a regex, next to nothing else.
#ifndef WEIR_ENGINE_RULE_SET_H_
#define WEIR_ENGINE_RULE_SET_H_

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "dictionary/spelling.h"
#include "dictionary/term.h"
#include "engine/rules.h"
#include "match/pattern_set.h"

namespace weir::engine {

class RuleSet {
 public:
  // Takes the pack's patterns, composites and thresholds, as those of the layer `rank`; rules past their last day are left out.
  void AddPack(uint16_t rank, const Date& today, dictionary::Pack* pack);
  // Patterns and composites of the options; `like` is an ad-hoc term that says the rest. Appends what a digest is made of.
  absl::Status AddAdHoc(const EngineOptions& options, const dictionary::Term& like, std::string* content);

  void AddTerms(std::vector<dictionary::Term>* terms);
  // `spellings` are those of `patterns`. A failed self-test of Hyperscan's regexes is told in *warning.
  absl::Status Compile(std::span<const match::Pattern> patterns, std::span<const dictionary::Spelling> spellings,
                       size_t terms, bool hyperscan, Rules* rules, std::string* warning);

  // The default policy with what the packs say of it.
  absl::Status MakePolicy(Policy* policy) const;

 private:
  struct Part {
    dictionary::Term like;  // a term but for its text
    dictionary::CompositeRule rule;
  };

  uint32_t TermOf(const dictionary::Term& like, dictionary::Role role, const std::string& text,
                  std::vector<dictionary::Term>* terms);
  void AddComposite(const Part& part, std::vector<dictionary::Term>* terms);
  absl::Status CompileRegexes(bool hyperscan, Rules* rules, std::string* warning) const;
  void IndexCues(std::span<const match::Pattern> patterns, std::span<const dictionary::Spelling> spellings,
                 Rules* rules) const;

  std::vector<dictionary::PatternRule> patterns_;
  std::vector<Part> composites_;
  std::vector<std::vector<dictionary::PolicyCell>> policies_;  // by layer
  std::map<std::string, uint32_t> known_;                      // parts and cues as terms, by what tells them apart
  std::vector<std::vector<uint32_t>> cue_terms_;               // by pattern
  std::map<uint32_t, uint32_t> part_terms_;                    // term → part
  std::vector<score::CompositeForm> forms_;
};

}  // namespace weir::engine

#endif  // WEIR_ENGINE_RULE_SET_H_
