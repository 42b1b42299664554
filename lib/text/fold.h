// The fold: a comment's bytes become the symbols that are matched. The same function folds terms, so matching is literal.
//
//   "ＷeＣhat", "we-chat", "wechat"  → the same six symbols (width, case, separators)
//   "傻傻傻逼"                        → two symbols: a run is one symbol; digits alone keep their runs (12000, 110)
//
// What the fold throws away (which separators, how long a run) is evidence, and text/atoms.h restores it for texts with hits.
//
// Cost: every byte of every comment passes here; see bench/fold_bench.cc. One table load per character; ASCII and valid
// three-byte characters (nearly all Han) are decoded in line, all else by DecodeOne.
#ifndef WEIR_TEXT_FOLD_H_
#define WEIR_TEXT_FOLD_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace weir::text {

struct Folded {
  size_t symbols = 0;     // written
  uint32_t bits = 0;      // the table bits of all characters, OR-ed (text/fold_table.h)
  uint32_t digits = 0;    // characters that are digits
  uint32_t numerals = 0;  // Han characters read as digits: 一 零 幺 壹 …
  bool invalid = false;   // something was repaired
};

// What `bytes` bytes can fold to at most. The worst character is U+FDFA: three bytes, eighteen letters.
inline constexpr size_t MaxSymbols(size_t bytes) { return bytes * 6 + 1; }

// Writes at most MaxSymbols(text.size()) symbols to `out`.
Folded Fold(std::string_view text, uint16_t* out);
std::vector<uint16_t> Fold(std::string_view text);

}  // namespace weir::text

#endif  // WEIR_TEXT_FOLD_H_
