// Ordinary words and how common they are: what the word-border guard (verify/border.h) reads texts with.
//
//   WordCost("交通") → 34: −ln(frequency) in quarters of a nat, 8.5 nats    WordCost("口交") → kNoWord: not in the list
//   WordCost("的")   → 21, the commonest of all                             WordCost("𡨴")   → kUnknownCost: any single character
//
// The words are those of the list the build was given (WEIR_WORD_LIST; by default jieba's dictionary, NOTICE), folded as texts
// are, of at most four Han characters and a frequency of 4 or more: 144,000. Longer and rarer ones gained little where it was
// measured (docs/decisions/007). tools/wordc makes the table: a hash of 24-bit fingerprints with an 8-bit cost, 1 MB. That a
// string which is no word passes for one happens about twice in ten million look-ups.
#ifndef WEIR_TEXT_WORDS_H_
#define WEIR_TEXT_WORDS_H_

#include <cstddef>
#include <cstdint>

namespace weir::text {

inline constexpr size_t kLongestWord = 4;
inline constexpr uint32_t kLeastFrequency = 4;
inline constexpr int kStepsPerNat = 4;
inline constexpr uint8_t kNoWord = 0xFF;

// The hash of a word, character by character: HashStep(HashStep(kHashStart, 交), 通).
inline constexpr uint64_t kHashStart = 0x77656972;  // "weir"
constexpr uint64_t HashStep(uint64_t hash, char32_t folded) {
  hash = (hash ^ folded) * 0x9E3779B97F4A7C15u;
  return hash ^ hash >> 29;
}

namespace internal {

// 2^18 slots: 144,000 words fill 55 % of them. With twice as many a prototype was a third faster; a megabyte in every process is dearer.
inline constexpr int kWordBits = 18;
inline constexpr uint32_t kWordMask = (1u << kWordBits) - 1;

// A slot: the fingerprint in the upper 24 bits, never 0; the cost in the lower 8. 0 is an empty slot.
constexpr uint32_t WordSlot(uint64_t hash) { return static_cast<uint32_t>(hash) & kWordMask; }
constexpr uint32_t Fingerprint(uint64_t hash) {
  const auto print = static_cast<uint32_t>(hash >> 40);
  return (print == 0 ? 1 : print) << 8;
}

extern const uint32_t kWords[1u << kWordBits];
// Does some word of two characters or more end, or begin, with this character? A bit each for U+4E00..U+9FFF.
inline constexpr char32_t kFirstEdge = 0x4E00, kLastEdge = 0x9FFF;
extern const uint64_t kEndsWord[(kLastEdge - kFirstEdge + 1) / 64];
extern const uint64_t kBeginsWord[(kLastEdge - kFirstEdge + 1) / 64];

inline bool EdgeBit(const uint64_t* bits, char32_t folded) {
  if (folded < kFirstEdge || folded > kLastEdge) return false;
  return bits[(folded - kFirstEdge) / 64] >> (folded - kFirstEdge) % 64 & 1;
}

}  // namespace internal

extern const uint32_t kWordCount;
extern const uint8_t kUnknownCost;  // of a character that is no word of the list: as if it stood there once
extern const uint8_t kTermCost;     // the most a term costs: as a word of frequency 100 (verify/border.h)

// The cost of the word with this hash; kNoWord when the list has none.
uint8_t WordCost(uint64_t hash);
// … of the characters at `folded`.
uint8_t WordCost(const char32_t* folded, size_t count);

inline bool EndsSomeWord(char32_t folded) { return internal::EdgeBit(internal::kEndsWord, folded); }
inline bool BeginsSomeWord(char32_t folded) { return internal::EdgeBit(internal::kBeginsWord, folded); }

}  // namespace weir::text

#endif  // WEIR_TEXT_WORDS_H_
