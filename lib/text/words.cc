#include "text/words.h"

namespace weir::text {

uint8_t WordCost(uint64_t hash) {
  using namespace internal;
  const uint32_t print = Fingerprint(hash);
  for (uint32_t slot = WordSlot(hash);; slot = (slot + 1) & kWordMask) {  // ends: tools/wordc leaves slots empty
    const uint32_t entry = kWords[slot];
    if (entry == 0) return kNoWord;
    if ((entry & 0xFFFFFF00u) == print) return static_cast<uint8_t>(entry);
  }
}

uint8_t WordCost(const char32_t* folded, size_t count) {
  uint64_t hash = kHashStart;
  for (size_t i = 0; i < count; ++i) hash = HashStep(hash, folded[i]);
  const uint8_t cost = WordCost(hash);
  return cost == kNoWord && count == 1 ? kUnknownCost : cost;
}

}  // namespace weir::text
