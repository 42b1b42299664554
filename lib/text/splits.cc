#include "text/splits.h"

#include <algorithm>

namespace weir::text {

std::vector<Split> SplitsOf(char32_t folded) {
  using namespace internal;
  const char32_t* const end = kSplitKeys + kSplitCount;
  const char32_t* const key = std::lower_bound(kSplitKeys, end, folded);
  std::vector<Split> splits;
  if (key == end || *key != folded) return splits;
  const uint16_t* const first = kSplitFirsts + (key - kSplitKeys);
  splits.reserve(first[1] - first[0]);
  for (uint32_t i = first[0]; i < first[1]; ++i) {
    const SplitRef& ref = kSplitRefs[i];
    splits.push_back({{kSplitParts + ref.start, ref.length}, ref.ordinary});
  }
  return splits;
}

}  // namespace weir::text
