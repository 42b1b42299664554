// A bundle: a pack's source files in one string, as they were written. The default pack is embedded this way, so that there is
// one reader of dictionaries, and a hit still names the line it came from (docs/decisions/003).
//
//   weir-bundle 1
//   name default
//   version 0.1.0
//   file zh/abuse.tsv 5120
//   …5120 bytes…
//   file zh/ads.tsv 4711
//   …
//
// Files stand in the order of their paths; each is followed by one line feed. The same sources give the same bytes.
// Refused are: more than 64 MiB or 4,096 files, a path that could lead out of the folder (/etc/x, ../x, a//b, a\b), files out of
// order or twice, and whatever is cut. Reading is one pass without a look at the contents, some 1 GB/s.
#ifndef WEIR_DICTIONARY_BUNDLE_H_
#define WEIR_DICTIONARY_BUNDLE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"

namespace weir::dictionary {

struct Bundle {
  std::string name;
  std::string version;
  std::vector<std::pair<std::string, std::string>> files;  // path, content; sorted by path
};

inline constexpr size_t kLargestBundle = 64 * 1024 * 1024;
inline constexpr size_t kMostFiles = 4096;
inline constexpr size_t kLongestPath = 255;  // bytes

// Relative, of named parts only, printable, UTF-8; what a path in a pack must be, for it may be written out again on any system.
bool IsPackPath(std::string_view path);

std::string WriteBundle(const Bundle& bundle);
// Hostile bytes are refused with their offset; `name` is used in errors only.
absl::StatusOr<Bundle> ReadBundle(std::string_view bytes, const std::string& name);
bool IsBundle(std::string_view bytes);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_BUNDLE_H_
