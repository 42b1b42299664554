// From files to a Pack: a folder of sources, a single file of terms, a container or a bundle.
//
//   LoadPath("county-a")        a folder: every .tsv below it, pack.toml in it, patterns.toml, composites.toml and policy.toml
//   LoadPath("county-a.weir")   a container (dictionary/container.h); LoadPath("ads.tsv") one file of terms
//
// A folder without terms, more than 4,096 files or 64 MiB, a file that breaks a rule: refused at file:line:column. Cost: reading is
// far below what compiling the terms takes (docs/decisions/003).
#ifndef WEIR_DICTIONARY_LOAD_H_
#define WEIR_DICTIONARY_LOAD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "dictionary/bundle.h"
#include "dictionary/term.h"

namespace weir::dictionary {

// Every file of `folder` that a pack is made of, in order of path. A folder with neither terms nor rules is an error.
absl::StatusOr<Bundle> CollectFolder(const std::string& folder, const std::string& name, const std::string& version);
// The same, named by its pack.toml; where that is silent the name is the folder's and the version 0.
absl::StatusOr<Bundle> CollectNamed(const std::string& folder);
// Counts, digest and fold tables of the manifest are those of this reading.
absl::StatusOr<Pack> ParseBundle(const Bundle& bundle);

// Entries by what they mean, in the order of the enums, as a manifest names them; what there is none of is left out.
std::vector<std::pair<std::string, uint64_t>> CountEntries(const Pack& pack);

// A container or a bundle; `name` is used in errors only.
absl::StatusOr<Pack> LoadBytes(std::string_view bytes, const std::string& name);
// A folder, a .tsv file, a container or a bundle. What names itself keeps its name; the others have that of the path's last part.
absl::StatusOr<Pack> LoadPath(const std::string& path);

// A whole file, refused beyond kLargestContainer before it is in memory.
absl::StatusOr<std::string> ReadPackFile(const std::string& path);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LOAD_H_
