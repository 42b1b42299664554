// Is a raw match of the leet alphabet (text/leet.h) the term in disguise, or ordinary writing that looks like it? All steps in one,
// because what is allowed in one hangs on the others: a doubled letter weighs more in a word with signs.
//
//   term shit: sh1t, $hit, sh*t, s.hit, sh it, s h i t, shhit are hits; "Model S hit", "it's hit", "shit" beside letters are none
//   term ass:  a$$, 4ss, @$$, a$$es are hits; 455, A55, A$5, "as 5 people", class, cla$$ are none
//   term nigga: niga is a hit (five letters and more may lose one of a double); "Niger" for the term with -er is none
//
// Steps: letters (latin_walk.h), enough real letters, runs, gaps, borders. What tells a gap between two words from one in a word is a
// list of common short words (latin_words.h): "pen is" and "s hit" are none, "pe nis" and "sh it" are.
//
// A word as the term writes it is accepted too, as the plain alphabet does, with the same `via`; whoever reads both drops repeats.
#ifndef WEIR_VERIFY_LATIN_H_
#define WEIR_VERIFY_LATIN_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/atoms.h"
#include "text/leet.h"
#include "verify/form.h"

namespace weir::verify {

struct LatinForm {
  std::string letters;   // a–z
  std::string own_gap;   // beside letters: 1 where the term itself has a separator after the letter
  uint8_t via = 0;       // what the fold undid in the term as written
  bool boundary = true;  // no letter may stand beside a hit. Where a hit skips separators that is asked for in any case
};

// For terms with patterns (text::LeetPatterns); of others the form has no letters and nothing is accepted.
LatinForm MakeLatinForm(std::string_view term, bool boundary);

// The match whose first symbol in `leet` is `symbol`, whichever of the term's patterns it was. Sets `place` (its symbol is `leet`'s)
// and `via` where letters agree; the outcome says whether it is a hit. No allocation.
Outcome CheckLatin(const text::AtomMap& map, const text::LeetMap& leet, uint32_t symbol, const LatinForm& form,
                   Place* place, uint16_t* via);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_LATIN_H_
