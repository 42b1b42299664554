// The linter's rules: their ids, levels and sentences, one table for both languages (docs/lint.md explains each).
//
//   MakeFinding(Rule::kOrder, Language::kEnglish, {"zh/ads.tsv", 20, 1}, {"加微", "加裙"})
//       → warning order, "\"加微\" stands after \"加裙\"", mend "sort the rows by code point …"
#ifndef WEIR_DICTIONARY_LINT_RULE_H_
#define WEIR_DICTIONARY_LINT_RULE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "weir/lint.h"

namespace weir::dictionary {

enum class Rule : uint8_t {
  // What the reader refuses; in the order of Fault (source.h).
  kTable,
  kPath,
  kDirective,
  kTerm,
  kFlag,
  kWeight,
  kVariant,
  kUntil,
  // A row by itself.
  kAttentionFile,
  kNoSource,
  kOrder,
  kSpaces,
  kInvisible,
  kLookAlike,
  kFullWidth,
  kLosesCharacters,
  kTwice,
  kNoEffect,
  kDisguise,
  kSingleCharacter,
  kExpired,
  // A row against ordinary language.
  kCommonWord,
  kInsideWords,
  kSoundOfWord,
  // Rows against one another.
  kDuplicate,
  kContradiction,
  kSubsumed,
  kAllowEverything,
  kAllowNothing,
  kRemoveNothing,
  // Cases, and the linter's own comments.
  kCasesRow,
  kCasesTerm,
  kCasesAlone,
  kLintComment,
  kTooMany,
  kCount,
};

std::string_view RuleName(Rule rule);
std::optional<Rule> FindRule(std::string_view name);
LintLevel LevelOf(Rule rule);

LintFinding MakeFinding(Rule rule, Language language, const Place& place, const std::vector<std::string>& arguments);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LINT_RULE_H_
