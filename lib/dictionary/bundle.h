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

std::string WriteBundle(const Bundle& bundle);
// Hostile bytes are refused with their offset; `name` is used in errors only.
absl::StatusOr<Bundle> ReadBundle(std::string_view bytes, const std::string& name);
bool IsBundle(std::string_view bytes);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_BUNDLE_H_
