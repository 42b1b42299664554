// pack.toml, in the folder of a pack: what its author says of it. Every key may be left out.
//
//   name = "county-a"                # else the folder's name
//   version = "1.2.0"
//   layer = "county"
//   licence = "Apache-2.0"
//   description = "terms of county A"
//   valid_from = 2026-01-01          # a date of TOML, or the same as a string; both days included
//   valid_until = 2026-12-31
//   engine_min = "0.1.0"             # versions of weir that may serve it
//   engine_max = "0.9.99"
//
// `licnese = "x"` is refused at its line and column with the known keys named; so are a table, a number for a text, a day that the
// calendar does not have, a validity that ends before it begins. Some 20 µs.
#ifndef WEIR_DICTIONARY_PACK_TOML_H_
#define WEIR_DICTIONARY_PACK_TOML_H_

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "dictionary/manifest.h"

namespace weir::dictionary {

inline constexpr std::string_view kPackToml = "pack.toml";

// `path` is used in errors only. Counts and digests of the result are empty.
absl::StatusOr<Manifest> ReadPackToml(std::string_view text, const std::string& path);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_PACK_TOML_H_
