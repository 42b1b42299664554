// Rules beyond terms, as values: what patterns.toml, composites.toml and policy.toml say once read and checked (docs/rules.md).
#ifndef WEIR_DICTIONARY_RULE_H_
#define WEIR_DICTIONARY_RULE_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "dictionary/regex.h"
#include "weir/policy.h"
#include "weir/verdict.h"

namespace weir::dictionary {

inline constexpr uint8_t kAllSurfaces = (1 << kSurfaceCount) - 1;

// What a hit of a rule means, and where the rule stands.
struct RuleHead {
  std::string name;        // shown as the term
  bool attention = false;  // `kind` counts, else `category`
  Category category = Category::kCustom;
  AttentionKind kind = kQuestion;
  bool urgent = false;              // attention
  float weight = 0;                 // log-odds points, 0.5–5
  uint8_t surfaces = kAllSurfaces;  // bits 1 << Surface
  std::string layer;                // name of its pack
  std::string source;               // "patterns.toml:12"
  std::string origin;               // where the entry comes from: its key `source`
  std::string note, suggest;
  Date until;         // the last day it counts; not set: no end
  uint16_t rank = 0;  // place of its layer, 0 the lowest: as Term::rank
};

struct PatternRule {
  RuleHead head;
  Regex regex;
  Place at;  // of the regex
};

// One of each group stands in the text, none of `none` does.
struct CompositeRule {
  RuleHead head;
  std::vector<std::vector<std::string>> all;
  std::vector<std::string> none;
  uint32_t within = 0;   // the stretch from the first part to the last is at most so many characters; 0: anywhere
  bool ordered = false;  // in the order of `all`, one behind the other
  Place at;              // of the rule
};

// One threshold that a pack sets.
struct PolicyCell {
  enum Field : uint8_t { kMask, kReview, kBlock };
  Surface surface = Surface::kComment;
  bool every = false;  // `default`: all categories but privacy and script, which are named where they are meant
  Category category = Category::kCustom;
  Field field = kReview;
  uint8_t value = kNever;
  Place at;
};

// Sets the cells in their order, `every` ones of a surface before those of a category.
void ApplyCells(const std::vector<PolicyCell>& cells, Policy* policy);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_RULE_H_
