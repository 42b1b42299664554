// Characters typed as their parts, one after the other: 女表 for 婊, 弓虽 for 强.
//
//   SplitsOf(U'婊') → {女表}             SplitsOf(U'信') → {亻言, 人言 (ordinary)}
//   SplitsOf(U'一') → {}: has no parts   SplitsOf(U'騙') → {}: folded characters only, 骗 has its own
//
// A cold table: read when packs are, to make further spellings of terms, never in a scan. The data and its rules are in
// lib/text/data/splits.tsv; tools/foldgen/splitc.cc compiles it at build time. 130 KB, constant, safe from any thread.
#ifndef WEIR_TEXT_SPLITS_H_
#define WEIR_TEXT_SPLITS_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace weir::text {

inline constexpr size_t kLongestSplit = 4;

struct Split {
  std::u32string_view parts;  // 2 to kLongestSplit folded characters; runs are kept (从 → 人人). Static: never dangles
  bool ordinary;              // ordinary writing has the string anyway (女子 for 好): no disguise by itself
};

// The ways to take `folded` apart, the most natural first; empty where the table has none. A binary search and one allocation.
std::vector<Split> SplitsOf(char32_t folded);

namespace internal {

struct SplitRef {
  uint16_t start;  // in kSplitParts
  uint8_t length;
  bool ordinary;
};

extern const uint32_t kSplitCount;   // characters
extern const char32_t kSplitKeys[];  // ascending
extern const uint16_t
    kSplitFirsts[];  // kSplitCount + 1 of them: the splits of kSplitKeys[i] are [kSplitFirsts[i], kSplitFirsts[i + 1])
extern const SplitRef kSplitRefs[];
extern const char32_t kSplitParts[];

}  // namespace internal
}  // namespace weir::text

#endif  // WEIR_TEXT_SPLITS_H_
