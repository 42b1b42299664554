#include "text/pairs.h"

namespace weir::text {

int PairCost(char32_t a, char32_t b) {
  using namespace internal;
  const uint64_t hash = PairHash(a, b);
  const uint32_t print = Fingerprint(hash);
  for (uint32_t slot = PairSlot(hash); kPairs[slot] != 0;
       slot = (slot + 1) & kPairMask) {  // ends: tools/pairc leaves slots empty
    if ((kPairs[slot] & 0xFFFFFF00u) == print) return static_cast<uint8_t>(kPairs[slot]);
  }
  return kChars[CharIndex(a)].left + kChars[CharIndex(b)].single;
}

}  // namespace weir::text
