#include "match/pair_filter.h"

namespace weir::match {

void PairFilter::AddAll(std::span<const uint16_t> pattern) {
  all_ = all_ || pattern.size() == 1;
  for (size_t i = 0; i + 1 < pattern.size(); ++i) {
    const uint32_t index = Index(pattern[i], pattern[i + 1]);
    bits_[index / 64] |= uint64_t{1} << index % 64;
  }
}

}  // namespace weir::match
