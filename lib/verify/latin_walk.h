// The first part of latin.h: do the letters under a match of the leet alphabet agree with the term's, and how were they written?
// Whether they may be written so is judged in latin.cc.
//
//   term kill: k1ll, ki11 agree (1 is i or l), kiil with an i doubled and an l short; klil does not
//   term fuck: fuuck agrees, with one doubled; f**k with one run of stars; f***k does not: three stars are no two letters
#ifndef WEIR_VERIFY_LATIN_WALK_H_
#define WEIR_VERIFY_LATIN_WALK_H_

#include <array>
#include <cstdint>

#include "text/atoms.h"
#include "text/leet.h"
#include "verify/latin.h"

namespace weir::verify {

// What was found. Units are indices in the LeetMap.
struct Tally {
  uint32_t first = 0, last = 0;
  uint32_t stars = 0;    // runs of stars
  uint32_t swapped = 0;  // letters that stand for others: v for u
  uint32_t doubled = 0, shortened = 0;
  bool stretched = false;
  size_t doubled_at = 0;                         // the letter of the term
  uint32_t doubled_first = 0, doubled_last = 0;  // its units
  uint32_t own_gaps = 0;
  std::array<uint32_t, 8> own_gap_after{};  // units after which the term itself has a separator

  bool OwnsGapAfter(uint32_t unit) const;
};

// From the symbol of the term's first letter on; false where some letter disagrees. No allocation.
bool WalkLetters(const text::AtomMap& map, const text::LeetMap& leet, uint32_t symbol, const LatinForm& form,
                 Tally* tally);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_LATIN_WALK_H_
