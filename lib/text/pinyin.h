// Pinyin typed in Latin letters: cut into syllables, and gathered from a text into the runs that are cut.
//
//   "shabi" → sha bi; "nannv" → nan nv; "fangan" → fang an; "msg", "hello" → nothing
//
// The cut takes the fewest syllables; of two cuts of as many, the one whose earlier syllable is longer. It is all or
// nothing: what is not wholly pinyin is a word of another language and no sound.
// Cost: about 45 ns a word (bench/fold_bench.cc); only texts with Latin letters come here, one in eight.
#ifndef WEIR_TEXT_PINYIN_H_
#define WEIR_TEXT_PINYIN_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "text/sound.h"

namespace weir::text {

// Longer runs are not cut, so that all buffers are fixed: 24 letters are six syllables and more, longer than terms are.
inline constexpr size_t kLongestPinyin = 24;

// Cuts `letters` (a–z; also "u:", as ü is typed where it can't be) wholly into syllables, and writes at most `max` of them.
// ü as v after l and n, also in "lue" and "nue"; "jv", "qv", "xv", "yv" are read as with u. 0: it can't be cut, is longer
// than kLongestPinyin, or needs more than `max`.
size_t CutPinyin(std::string_view letters, Syllable* out, size_t max);

// Gathers the Latin letters of a text, one after the other, and gives the pieces that are final.
//
//   "sha bi" → two runs; "s h a b i" → one: three or more single letters in a row are spelling, and are joined
//
// The fold's loop and the source map (text/atoms.h) both go through it, so that they agree.
class Letters {
 public:
  // A syllable, or a run that is none (kNoSyllable), and the places of its first and last letters.
  struct Piece {
    uint32_t first, last;
    Syllable syllable;
  };

  bool empty() const { return run_size_ == 0 && single_count_ == 0; }
  // The next letter, a–z, at a place of the caller's choice.
  void Add(char letter, uint32_t place);
  // A separator that is seen ends the run. The pieces are valid until the next call.
  std::span<const Piece> EndRun();
  // Another letter, a digit, an emoji with a reading, or the text's end: all that was gathered is final.
  std::span<const Piece> EndAll();

 private:
  struct Run {
    char letters[kLongestPinyin];
    uint32_t places[kLongestPinyin];
  };

  // True when the run was one letter, which is kept: the next may be one, too.
  bool KeepSingle();
  void CutRun(const Run& run, size_t size, uint32_t last);
  void CutSingles();

  // Not initialised beyond the sizes: the fold makes one for every text.
  Run run_, singles_;
  size_t run_size_ = 0, single_count_ = 0;  // may count past kLongestPinyin: then it is no pinyin
  uint32_t run_last_ = 0, single_last_ = 0;
  Piece pieces_[2 * kLongestPinyin];
  size_t piece_count_ = 0;
};

}  // namespace weir::text

#endif  // WEIR_TEXT_PINYIN_H_
