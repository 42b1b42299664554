// A matcher for the alphabets of few symbols: the sounds, and the letters of lib/text/leet.h. Two bytes of the eight that
// Hyperscan looks at say little there (300 near syllables share one upper byte), so it stops at every other comment: 110 ns for
// 8,500 patterns by sound, against 25 for 10,000 plain ones. Here each pattern is looked for by its rarest three neighbouring
// symbols, and compared where those stand.
//
//   patterns "jia wei xin qun", "sha bi"   → "wei xin qun" and "sha bi" are looked up; a text without them costs a pass over it
//
// Finds what the textbook matcher finds (tests/match/gram_index_test.cc). About 40 bytes a pattern; const after building.
#ifndef WEIR_MATCH_GRAM_INDEX_H_
#define WEIR_MATCH_GRAM_INDEX_H_

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "match/matcher.h"

namespace weir::match {

class GramIndex {
 public:
  // Finds nothing.
  GramIndex() = default;
  // The patterns' matches are told as first_id, first_id + 1, … `frequency` of a symbol says which three are the rarest.
  GramIndex(std::span<const Pattern> patterns, uint32_t first_id, const std::function<float(uint16_t)>& frequency);

  // Appends the matches, by rising end; stops when *out holds `limit`, and returns false. Allocates only when *out grows.
  bool Scan(std::span<const uint16_t> symbols, size_t limit, std::vector<RawMatch>* out) const;

 private:
  struct Entry {
    uint32_t bucket, id;
    uint32_t symbols;       // its first in symbols_
    uint16_t size, offset;  // of the gram in the pattern
  };

  // Grams by hash: a bit each, and for the bits that are set the patterns behind it.
  struct Table {
    int bits = 0;
    std::vector<uint64_t> set;
    std::vector<uint32_t> rank;   // of each word's first bit among those that are set
    std::vector<uint32_t> begin;  // each set bit's first entry, and the end
    std::vector<Entry> entries;   // by bucket

    // Fibonacci hashing: the upper bits of the product are the good ones.
    uint32_t Bucket(uint32_t gram) const { return gram * 0x9E3779B1u >> (32 - bits); }
    bool Has(uint32_t bucket) const { return set[bucket / 64] >> bucket % 64 & 1; }
    std::span<const Entry> Behind(uint32_t bucket) const;
    void Build(int bits);
  };

  // Symbols of an alphabet of few differ in nine bits.
  static constexpr int kSymbolBits = 9;
  static constexpr uint32_t Push(uint32_t gram, uint16_t symbol) {
    return gram << kSymbolBits | (symbol & ((1u << kSymbolBits) - 1));
  }
  static constexpr uint32_t Last(uint32_t gram, int symbols) { return gram & ((1u << symbols * kSymbolBits) - 1); }

  void Add(const Pattern& pattern, uint32_t id, const std::function<float(uint16_t)>& frequency);
  bool Compare(std::span<const Entry> entries, std::span<const uint16_t> symbols, size_t at, size_t limit,
               std::vector<RawMatch>* out) const;

  Table single_, pairs_, triples_;  // of patterns of one symbol, of two, of more
  std::vector<uint16_t> symbols_;
};

}  // namespace weir::match

#endif  // WEIR_MATCH_GRAM_INDEX_H_
