// The linter: what is wrong, risky or useless in a dictionary's sources (docs/lint.md), all of it at once.
//
//   auto findings = weir::Lint({"county"}, {});
//   for (const weir::LintFinding& f : findings.value()) Print(f.file, f.line, f.column, f.rule, f.message, f.mend);
//
//   zh/ads.tsv:12:7   error weight    "weight \"x\" is not a number"    → write 0.5 to 5
//   zh/ads.tsv:20:1   warning order   "加微" stands after "加裙"          → move the row
//
// Opening an engine stops at the first error; this goes on, and says what no reader refuses as well. It judges wording, so it may be
// wrong: a line "# lint: allow RULE reason" before a row silences one rule there. Cost: about 1 s for 100,000 rows. A value in, a value out;
// reads files, writes none; any thread.
#ifndef WEIR_LINT_H_
#define WEIR_LINT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "weir/export.h"
#include "weir/pack.h"
#include "weir/status.h"
#include "weir/verdict.h"

namespace weir {

enum class LintLevel : uint8_t {
  kWarning,
  kError
};  // an error: a pack with it does not open, or does not do what it says

struct LintFinding {
  std::string rule;  // "duplicate"; docs/lint.md lists them
  LintLevel level = LintLevel::kWarning;
  std::string file;     // the path as given, with the path inside it: "county/zh/ads.tsv"
  int32_t line = 0;     // 1-based; 0: the file as a whole
  int32_t column = 0;   // 1-based, in code points; 0: none
  std::string message;  // what is found
  std::string mend;     // what to do about it
};

struct LintOptions {
  Language language = Language::kEnglish;
  std::string today;         // YYYY-MM-DD, for entries that have expired; empty: the system's date
  bool default_pack = true;  // the embedded pack lies below: what allow phrases and removals are for may stand there
};

// Folders of sources, or single .tsv and .cases files. Each is a layer that lies over the ones before it. In order of file, line and
// column. An error where a path cannot be read or holds no source.
WEIR_API Result<std::vector<LintFinding>> Lint(const std::vector<std::string>& paths, const LintOptions& options);

}  // namespace weir

#endif  // WEIR_LINT_H_
