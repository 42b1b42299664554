// What a pack says of itself: the author's part out of pack.toml (dictionary/pack_toml.h), and what its build counted.
//
// As text, in a container (dictionary/container.h), one form for one manifest: keys in this order, those without a value left out.
//
//   weir-manifest 1
//   name county-a
//   version 1.2.0
//   layer county
//   licence Apache-2.0
//   description terms of county A
//   valid_from 2026-01-01
//   valid_until 2026-12-31
//   engine_min 0.1.0
//   engine_max 0.9.99
//   fold 30b1…                the fold tables that the build counted with
//   sources 3f9c…             the digest that verdicts name the pack by
//   files 3
//   count abuse 120
//   count allow 14
//
// "version 1.2" before "name …", two names, a line in another form, a date that is none: refused with the line. Reading and
// writing take microseconds.
#ifndef WEIR_DICTIONARY_MANIFEST_H_
#define WEIR_DICTIONARY_MANIFEST_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/date.h"
#include "base/sign.h"

namespace weir::dictionary {

struct Manifest {
  std::string name;
  std::string version;
  std::string layer;                                     // base, city, county, room, or the author's own word
  std::string licence;                                   // an SPDX expression, or the author's own words
  std::string description;                               // one line
  Date valid_from, valid_until;                          // both days included
  std::string engine_min, engine_max;                    // versions of weir, "0.1.0", both included
  std::string fold_digest;                               // of the fold tables that the build used
  std::string digest;                                    // of the sources (Pack::digest)
  uint32_t files = 0;                                    // of the sources
  std::vector<std::pair<std::string, uint64_t>> counts;  // entries by category, attention:kind, topics, allow
  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// Whose a pack is. Every signer's signature was checked when the pack was read.
struct Seal {
  bool contained = false;          // the pack came in a container; a folder, a .tsv and a bundle have no seal
  std::string digest;              // the container's own, 64 hex digits
  std::vector<PublicKey> signers;  // in order; none: unsigned
};

inline constexpr size_t kLongestManifest = 16 * 1024;

// The text that the author writes under `key`, in pack.toml and in a manifest; null for other keys.
std::string* AuthorText(std::string_view key, Manifest* manifest);
// Each rule names the key and what to write instead. `value` is never empty.
absl::Status CheckManifestValue(std::string_view key, std::string_view value);
// "0.1.0" as three numbers of at most four digits; false for anything else.
bool ParseVersion(std::string_view text, std::array<uint16_t, 3>* out);

std::string WriteManifest(const Manifest& manifest);
absl::StatusOr<Manifest> ReadManifest(std::string_view text, const std::string& file);

// May a pack of this manifest serve on this day, in this version of weir? The error says from or until when, or which weir it needs.
absl::Status Admit(const Manifest& manifest, const Date& today, std::string_view weir_version);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_MANIFEST_H_
