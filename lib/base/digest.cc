#include "base/digest.h"

#include <xxhash.h>

#include "absl/strings/escaping.h"

namespace weir {

std::string Digest(std::string_view bytes) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  return absl::BytesToHexString({reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest});
}

}  // namespace weir
