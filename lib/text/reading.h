// A character as rules and detectors read it: letters folded one by one, separators kept, in their plain forms. Beside the symbols of
// the fold, which drop separators, this is the other thing a text becomes before something is looked for in it.
//
//   Ｗ → w    國 → 国    （ → (    any space → one space    every hyphen → -      zero-width characters → left out by the caller
#ifndef WEIR_TEXT_READING_H_
#define WEIR_TEXT_READING_H_

#include "text/atoms.h"

namespace weir::text {

// What one visible atom reads as.
inline char32_t ReadingOf(const Atom& atom) {
  if (atom.IsLetter()) return atom.folded;
  if (atom.kind == Kind::kSpace) return ' ';
  if (atom.source >= 0xFF01 && atom.source <= 0xFF5E) return atom.source - 0xFEE0;
  if (atom.kind == Kind::kWord && atom.source != '\'') return '-';
  return atom.source;
}

}  // namespace weir::text

#endif  // WEIR_TEXT_READING_H_
