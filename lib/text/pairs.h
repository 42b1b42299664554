// How likely one Han character is after another in comments: what the likelihood step (verify/likelihood.h) reads texts with.
//
//   PairCost(事, 实) → 9: −ln P(实|事) in quarters of a nat   PairCost(煞, 比) → 31: never seen; as likely as 比 after anything
//   PairCost(kBorder, 我) → 10: clauses begin with 我         PairCost(好, kBorder) → 6: and end with 好
//   OrdinaryPair(事's symbol, 实's) → true                   OrdinaryPair(煞's, 比's) → false
//
// The model is a bigram of folded Han characters, trained offline (tools/train, with its data, licences and limits) and committed
// as lib/text/data/pairs.tsv; tools/pairc makes the tables. 145,000 pairs as a hash of 24-bit fingerprint and 8-bit cost, 1 MB: a
// pair that was not seen passes for one about once in ten million look-ups. Pure functions of const tables; nothing allocates.
#ifndef WEIR_TEXT_PAIRS_H_
#define WEIR_TEXT_PAIRS_H_

#include <cstddef>
#include <cstdint>

#include "text/fold_table.h"
#include "text/words.h"

namespace weir::text {

// Beside a run of Han characters: the text's edge, a separator, a letter or a digit.
inline constexpr char32_t kBorder = 0;

namespace internal {

inline constexpr int kPairBits = 18;  // 145,000 pairs fill 55 % of the slots
inline constexpr uint32_t kPairMask = (1u << kPairBits) - 1;
inline constexpr int kOrdinaryBits = 20;  // 42,000 pairs set 4 % of the bits, 128 KB

// The costs of a character: alone, and of leaving the pairs it was seen in.
struct CharCost {
  uint8_t single, left;
};

inline constexpr char32_t kFirstPaired = 0x4E00, kLastPaired = 0x9FFF;
inline constexpr size_t kPairedChars = kLastPaired - kFirstPaired + 2;  // [0] is kBorder

extern const uint32_t
    kPairs[1u << kPairBits];  // as kWords: fingerprint in the upper 24 bits, cost in the lower 8; 0 is empty
extern const CharCost kChars[kPairedChars + 1];  // the last is any other character's
extern const uint64_t kOrdinary[(1u << kOrdinaryBits) / 64];

constexpr size_t CharIndex(char32_t folded) {
  if (folded == kBorder) return 0;
  return folded >= kFirstPaired && folded <= kLastPaired ? folded - kFirstPaired + 1 : kPairedChars;
}
constexpr uint64_t PairHash(char32_t a, char32_t b) { return HashStep(HashStep(kHashStart, a), b); }
constexpr uint32_t PairSlot(uint64_t hash) { return static_cast<uint32_t>(hash) & kPairMask; }
constexpr uint32_t OrdinaryBit(uint16_t a, uint16_t b) {
  return Mix(static_cast<uint32_t>(a) << 16 | b) >> (32 - kOrdinaryBits);
}

}  // namespace internal

extern const uint32_t kPairCount;

// −ln P(b|a) in quarters of a nat, of folded Han characters or kBorder. At most twice 255.
int PairCost(char32_t a, char32_t b);

// Is b after a, as plain symbols (text::SymbolOf), ordinary Chinese: inside a word of some frequency, or seen often? The first
// question after a raw hit that only sounds like its term, before anything is built: where all pairs of the writing are ordinary
// it is no disguise. Ends 39 to 77 % of the innocent places, and under 1 % of the disguises but for one pair (docs/decisions/008).
inline bool OrdinaryPair(uint16_t a, uint16_t b) {
  const uint32_t bit = internal::OrdinaryBit(a, b);
  return internal::kOrdinary[bit / 64] >> bit % 64 & 1;
}

}  // namespace weir::text

#endif  // WEIR_TEXT_PAIRS_H_
