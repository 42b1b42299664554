// The container of a pack, a file NAME.weir: manifest, sources and signatures in one canonical piece, so that it can be handed
// around. What is inside stays the sources, read by the one reader (docs/decisions/003); byte layout in docs/dictionary-format.md.
//
//   magic 8 · format 4 · manifest size 4 · payload size 8 · unpacked size 8     little-endian
//   manifest            text (dictionary/manifest.h)
//   payload             one zstd frame; unpacked, a bundle (dictionary/bundle.h)
//   digest 32           BLAKE2b over all before it
//   signature count 4   0 to 16, then for each, in order of key: key id 8 · public key 32 · Ed25519 signature 64
//
// Every byte is covered: those before the digest by it, the digest by comparison, the count by the end of the file, each
// signature by itself. A signature says "these sources, by this key"; whether the key is trusted is the caller's business.
//
// The same sources give the same bytes with the same zstd library; another version may compress differently. Reading does not
// depend on that: the digest is over the bytes as stored, and the manifest's `sources` over the bytes unpacked.
//
// Hostile bytes are refused with the offset, before anything is allocated by their word: at most 64 MiB unpacked (dictionary/bundle.h),
// 16 KiB of manifest, 200 times the payload plus 64 KiB; output grows with what really comes out. Cost: writing some 2 MB/s (level 19),
// reading some 300 MB/s.
#ifndef WEIR_DICTIONARY_CONTAINER_H_
#define WEIR_DICTIONARY_CONTAINER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/sign.h"
#include "dictionary/bundle.h"
#include "dictionary/manifest.h"

namespace weir::dictionary {

inline constexpr size_t kMostSignatures = 16;
// No file of a pack, packed or not, is read beyond this.
inline constexpr size_t kLargestContainer = kLargestBundle + 1024 * 1024;

struct Container {
  Manifest manifest;
  Bundle bundle;
  Seal seal;
};

bool IsContainer(std::string_view bytes);

// Unsigned. Refuses what ReadContainer would refuse: too large, or sources that shrink beyond belief.
absl::StatusOr<std::string> WriteContainer(const Manifest& manifest, const Bundle& bundle);
// The same container with one signature more; signing twice by one key changes nothing. `name` is used in errors only.
absl::StatusOr<std::string> AddSignature(std::string_view container, const SecretKey& key, const std::string& name);

// Digest and signatures are checked, and that manifest and bundle name the same pack. The sources are not parsed.
absl::StatusOr<Container> ReadContainer(std::string_view bytes, const std::string& name);

// The parts put together, whatever they are: for tests, which must get hostile parts past the digest.
std::string AssembleContainer(std::string_view manifest, std::string_view payload, uint64_t unpacked_size);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_CONTAINER_H_
