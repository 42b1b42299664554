#include "match/pair_filter.h"

namespace weir::match {

void PairFilter::Set(uint16_t first, uint16_t second) {
  const uint32_t index = Index(first, second);
  bits_[index / 64] |= uint64_t{1} << index % 64;
}

void PairFilter::AddRarest(std::span<const uint16_t> pattern, const std::function<float(uint16_t)>& frequency) {
  if (pattern.size() < 2) {
    all_ = all_ || pattern.size() == 1;
    return;
  }
  size_t best = 0;
  float least = 0;
  for (size_t i = 0; i + 1 < pattern.size(); ++i) {
    const float one = frequency(pattern[i]) * frequency(pattern[i + 1]);
    if (i == 0 || one < least) {
      best = i;
      least = one;
    }
  }
  Set(pattern[best], pattern[best + 1]);
}

void PairFilter::AddAll(std::span<const uint16_t> pattern) {
  all_ = all_ || pattern.size() == 1;
  for (size_t i = 0; i + 1 < pattern.size(); ++i) Set(pattern[i], pattern[i + 1]);
}

bool PairFilter::Any(std::span<const uint16_t> symbols) const {
  if (all_) return true;
  uint64_t found = 0;
  for (size_t i = 0; i + 1 < symbols.size(); ++i) {
    const uint32_t index = Index(symbols[i], symbols[i + 1]);
    found |= bits_[index / 64] >> index % 64;
  }
  return found & 1;
}

}  // namespace weir::match
