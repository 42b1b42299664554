// The `sound` alphabet: toneless Mandarin syllables, and which characters are read how.
//
//   傻 sha, 逼 bi, 1 yi, 🐴 ma, "shabi" sha bi; 行 is read xing, and hang
//
// Syllables that are mixed up in typing and in dialect are one *near class* and share one symbol: zh/z, ch/c, sh/s, n/l
// and h/f at the start, ng/n at the end after a, e, i. So one literal pattern finds 傻逼, 煞笔 and 撒币; which of them sound
// alike exactly and which only nearly is asked of the hits (ReadingsOf, SameClass).
//
// Readings: lib/text/data/sound.tsv (one a character, from ICU), heteronyms.tsv and emoji.tsv (reviewed by hand), compiled
// by tools/foldgen/tablec.cc. How the stream of a text is written: text/fold.h; Latin letters: text/pinyin.h.
// Cost: array look-ups; names by hash.
#ifndef WEIR_TEXT_SOUND_H_
#define WEIR_TEXT_SOUND_H_

#include <cstdint>
#include <span>
#include <string_view>

#include "text/fold_table.h"

namespace weir::text {

// An index into the list of toneless syllables, sorted by name ("a", "ai", … "zuo"); ü is written v ("lv", "nve").
using Syllable = uint16_t;
inline constexpr Syllable kNoSyllable = 0xFFFF;
inline constexpr size_t kLongestSyllable = 6;  // zhuang

namespace internal {

// The list, and its near classes counted from 0.
extern const std::string_view kSyllableNames[];
extern const uint16_t kSyllableClasses[];
extern const uint32_t kSyllableCount;
// Names by hash: syllable + 1, from slot Mix(SyllableKey(name)) & (kSyllableSlotCount − 1) on; 0 is empty.
inline constexpr uint32_t kSyllableSlotCount = 2048;
extern const uint16_t kSyllableSlots[kSyllableSlotCount];
extern const uint32_t kSyllableKeys[];
// Lists of readings, each behind its length; Entry::readings says where one begins. The first is the empty one.
extern const Syllable kReadings[];

// Five bits a letter: six letters fit, and no two names have the same key.
constexpr uint32_t SyllableKey(std::string_view name) {
  uint32_t key = 0;
  for (const char letter : name) key = key << 5 | (static_cast<uint32_t>(letter) - 'a' + 1);
  return key;
}
// By such a key. The caller vouches for 1–6 letters a–z.
Syllable SyllableOfKey(uint32_t key);

}  // namespace internal

inline uint32_t SyllableCount() { return internal::kSyllableCount; }
// "" for what is no syllable.
inline std::string_view SyllableName(Syllable syllable) {
  return syllable < SyllableCount() ? internal::kSyllableNames[syllable] : std::string_view();
}
// As in the list: "lv", not "lü"; kNoSyllable when there is none of this name.
Syllable SyllableOf(std::string_view name);

// What the sound stream holds for the syllable: kSoundFirst + its near class. `syllable` < SyllableCount().
inline uint16_t SoundSymbol(Syllable syllable) {
  return static_cast<uint16_t>(kSoundFirst + internal::kSyllableClasses[syllable]);
}
inline bool SameClass(Syllable a, Syllable b) { return SoundSymbol(a) == SoundSymbol(b); }

// How a folded Han character, a digit or an emoji is read: the usual reading (the one in the stream) first. Empty for
// all else. The span lives as long as the program.
std::span<const Syllable> ReadingsOf(char32_t folded);

}  // namespace weir::text

#endif  // WEIR_TEXT_SOUND_H_
