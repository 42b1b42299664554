// May two symbols stand beside each other in a set of patterns? Asked of each look-alike and its neighbours before a text's second
// reading is matched: most texts have no such pair.
//
//   pattern 微信群   → Contains(微, 信), Contains(信, 群); a text with 徽 in 国徽 is not read as 国微
//
// A filter that says no is always right; one that says yes is wrong for pairs that share a bit. 32 KB; const after building.
#ifndef WEIR_MATCH_PAIR_FILTER_H_
#define WEIR_MATCH_PAIR_FILTER_H_

#include <cstdint>
#include <span>
#include <vector>

namespace weir::match {

class PairFilter {
 public:
  // Adds every pair of a pattern; one of a single symbol lets all pass.
  void AddAll(std::span<const uint16_t> pattern);

  bool Contains(uint16_t first, uint16_t second) const {
    const uint32_t index = Index(first, second);
    return all_ || (bits_[index / 64] >> index % 64 & 1);
  }

 private:
  static constexpr uint32_t kBits = 1u << 18;
  // Plain symbols are random.
  static constexpr uint32_t Index(uint16_t first, uint16_t second) {
    return (uint32_t{first} << 9 ^ second) & (kBits - 1);
  }

  std::vector<uint64_t> bits_ = std::vector<uint64_t>(kBits / 64);
  bool all_ = false;
};

}  // namespace weir::match

#endif  // WEIR_MATCH_PAIR_FILTER_H_
