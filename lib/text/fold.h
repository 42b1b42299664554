// The fold: a comment's bytes become the symbols that are matched. The same function folds terms, so matching is literal.
//
//   "ＷeＣhat", "we-chat", "wechat"  → the same six symbols (width, case, separators)
//   "傻傻傻逼"                        → two symbols: a run is one symbol; digits alone keep their runs (12000, 110)
//
// With a second array the same pass writes the sounds (text/sound.h): one symbol for each Han character, digit and emoji
// that is read as a syllable, and for each syllable of what is typed in Latin letters; runs are one symbol here, too.
//
//   "傻逼", "煞 笔", "shabi", "s h a b i" → the sounds of sha bi; "是事实" → one; "msg", "か" → kOtherSound
//
// What the fold throws away (which separators, how long a run) is evidence, and text/atoms.h restores it for texts with hits.
//
// Cost: every byte of every comment passes here; see bench/fold_bench.cc. One table load per character for both alphabets;
// ASCII and valid three-byte characters (nearly all Han) are decoded in line, all else by DecodeOne.
#ifndef WEIR_TEXT_FOLD_H_
#define WEIR_TEXT_FOLD_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace weir::text {

struct Folded {
  size_t symbols = 0;     // written
  size_t sounds = 0;      // written, when asked for
  uint32_t bits = 0;      // the table bits of all characters, OR-ed (text/fold_table.h)
  uint32_t digits = 0;    // characters that are digits
  uint32_t numerals = 0;  // Han characters read as digits: 一 零 幺 壹 …
  bool invalid = false;   // something was repaired
};

// What `bytes` bytes can fold to at most, in either alphabet. The worst character is U+FDFA: three bytes, fifteen letters.
inline constexpr size_t MaxSymbols(size_t bytes) { return bytes * 6 + 1; }

// Writes at most MaxSymbols(text.size()) symbols to `out`.
Folded Fold(std::string_view text, uint16_t* out);
std::vector<uint16_t> Fold(std::string_view text);
// Both alphabets in one pass; `sounds` has room for as many.
Folded Fold(std::string_view text, uint16_t* out, uint16_t* sounds);

// The sounds alone; with `shapes` each rare look-alike is read as the character it looks like (text/fold_table.h, ShapeOf).
// For texts with kShapeBit, and for terms: not a loop for every comment. Returns how many were written.
size_t FoldSounds(std::string_view text, bool shapes, uint16_t* out);

}  // namespace weir::text

#endif  // WEIR_TEXT_FOLD_H_
