// From files to a Pack: a folder of sources, a single file of terms, or a bundle.
#ifndef WEIR_DICTIONARY_LOAD_H_
#define WEIR_DICTIONARY_LOAD_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "dictionary/bundle.h"
#include "dictionary/term.h"

namespace weir::dictionary {

// Every .tsv and rule file (dictionary/rules.h) below `folder`, in order of path. An empty folder is an error.
absl::StatusOr<Bundle> CollectFolder(const std::string& folder, const std::string& name, const std::string& version);
absl::StatusOr<Pack> ParseBundle(const Bundle& bundle);

// A folder, a .tsv file, or a bundle file. The pack is named after the path's last part.
absl::StatusOr<Pack> LoadPath(const std::string& path);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LOAD_H_
