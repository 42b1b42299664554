// May a text hold any of a set of patterns at all? A bitmap of pairs of neighbouring symbols, asked before a stream is joined
// and matched: most texts have none of the pairs, and their second reading costs a pass over their symbols instead of its share
// of the matcher.
//
//   patterns "jia wei xin", "sha bi"; each gives its rarest pair   → a text without "wei xin" and "sha bi" is left out
//
// A filter that says no is always right; one that says yes is wrong for pairs that share a bit. Const after building.
// Measured: docs/performance.md, ScanVariants.
#ifndef WEIR_MATCH_PAIR_FILTER_H_
#define WEIR_MATCH_PAIR_FILTER_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace weir::match {

class PairFilter {
 public:
  // Adds a pattern: of its pairs the one that `frequency` of the symbols makes the rarest. A pattern of one symbol lets all pass.
  void AddRarest(std::span<const uint16_t> pattern, const std::function<float(uint16_t)>& frequency);
  // Adds every pair of it.
  void AddAll(std::span<const uint16_t> pattern);

  bool Contains(uint16_t first, uint16_t second) const {
    const uint32_t index = Index(first, second);
    return all_ || (bits_[index / 64] >> index % 64 & 1);
  }
  // Does any pair of neighbours stand in the filter? No branch a symbol. False for an empty filter.
  bool Any(std::span<const uint16_t> symbols) const;

 private:
  // Sound symbols differ in nine bits: no two of their pairs share a bit of the 2^18. Plain ones are random anyway. 32 KB.
  static constexpr uint32_t kBits = 1u << 18;
  static constexpr uint32_t Index(uint16_t first, uint16_t second) {
    return (uint32_t{first} << 9 ^ second) & (kBits - 1);
  }
  void Set(uint16_t first, uint16_t second);

  std::vector<uint64_t> bits_ = std::vector<uint64_t>(kBits / 64);
  bool all_ = false;
};

}  // namespace weir::match

#endif  // WEIR_MATCH_PAIR_FILTER_H_
