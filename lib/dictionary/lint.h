// The linter over one layer's sources, as values in and findings out (weir/lint.h says what for, docs/lint.md every rule).
//
//   LintLayer layer{"county", {{"zh/ads.tsv", "county/zh/ads.tsv", "term\tweight\n加微信\tx\n"}}};
//   LintSources(layer, {}, options)  → county/zh/ads.tsv:2:5 error weight …
//
// It reads through the pack's own reader (source.h), which tells it every bad row instead of the first; what it can read it judges: row
// by row (lint_rows.cc), against ordinary words (lint_words.cc), row against row (lint_pairs.cc), and the cases (lint_cases.cc).
// "# lint: allow RULE reason" before a row silences that rule there; a comment that silences nothing is a finding itself.
//
// Bounded on any bytes: findings by kMostFindings, comparing rows by the length of a term. About 10 µs a row.
#ifndef WEIR_DICTIONARY_LINT_H_
#define WEIR_DICTIONARY_LINT_H_

#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "dictionary/term.h"
#include "weir/lint.h"

namespace weir::dictionary {

struct LintFile {
  std::string path;   // inside the pack: it says what the rows mean
  std::string shown;  // in findings
  std::string content;
};

struct LintLayer {
  std::string name;
  std::vector<LintFile> files;  // .tsv and .cases, in the order of their paths
  bool has_rules = false;       // patterns or composites beside or below them, which allow phrases may be for
};

struct LintContext {
  Language language = Language::kEnglish;
  Date today;
};

inline constexpr size_t kMostFindings = 10000;

// Findings of `layer`, by file, line and column. What its allow phrases and removals are for may stand in `below`; `read` (when not
// null) takes the layer's own entries, for the layers above it.
std::vector<LintFinding> LintSources(const LintLayer& layer, std::span<const Pack> below, const LintContext& context,
                                     Pack* read = nullptr);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LINT_H_
