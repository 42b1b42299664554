// From a path to a layer for the linter: every .tsv and .cases below a folder, or one such file.
//
//   ReadLintLayer("county")            → zh/ads.tsv (shown as county/zh/ads.tsv), zh/ads.cases …
//   ReadLintLayer("county/zh/ads.tsv") → that file alone, shown as given
//   ReadLintLayer("empty")             → an error: nothing in it to read
#ifndef WEIR_DICTIONARY_LINT_LOAD_H_
#define WEIR_DICTIONARY_LINT_LOAD_H_

#include <string>

#include "absl/status/statusor.h"
#include "dictionary/lint.h"

namespace weir::dictionary {

// A file larger than this is no dictionary.
inline constexpr size_t kLargestSource = size_t{64} << 20;

absl::StatusOr<LintLayer> ReadLintLayer(const std::string& path);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LINT_LOAD_H_
