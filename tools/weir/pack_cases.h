// The cases of a dictionary's folder: every NAME.cases, run as the sentences of NAME.tsv (docs/dictionary.md, "Cases").
//
//   expect ⇥ text ⇥ terms ⇥ note
//   hit ⇥ 加薇信细聊 ⇥ 加薇信 ⇥ …       a hit of the file's category, the terms among it, the category in the verdict
//   miss ⇥ 上头货车翻了 ⇥ - ⇥ …         none of that category
//
// Cells take \n \r \t \\ \uHHHH. A file that does not parse is an error with its place; a case that fails is a line of the result.
// Cost: one Explain a case, some 30 µs to a millisecond.
#ifndef WEIR_TOOLS_PACK_CASES_H_
#define WEIR_TOOLS_PACK_CASES_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "messages.h"
#include "weir/engine.h"

namespace weir::tool {

struct CasesResult {
  size_t passed = 0;
  std::vector<std::string> failures;  // "zh/ads.cases:12: …", in order of file and line
};

absl::StatusOr<CasesResult> RunFolderCases(const std::string& folder, const Engine& engine, Lang lang);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_PACK_CASES_H_
