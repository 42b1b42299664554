// Step 5, the word-border guard: are a hit's characters its term, or the ends of ordinary words that met?
//
//   term 口交: 路口交通 → dies: 路口|交通 is far likelier than 路|口交|通          term 大麻: 很大麻烦 → dies: 大|麻烦
//   term 他妈: 他妈妈 → dies: 他|妈妈                                              term 口交: 口交视频 → stands
//   term k粉:  转发k粉丝榜 → dies: 粉丝; of a mixed term only the Han edge is read (its Latin edge is boundary.h's)
//   term 黄色: 金黄色 → stands: the term ends a longer word with it; another sense is the allow phrases' business
//
// The cheapest way to read the hit and four characters to each side as words (text/words.h: the sum of −ln frequency) is found
// four times at once: with both of the term's edges as borders between words (`keep`; the term is a word of frequency 100 or more,
// or several, or sits flush at the start or the end of a longer one), with a word across its left edge, across its right one, and
// across both (or one word that overhangs on both sides). The hit dies when a reading that cuts is cheaper than `keep` by more than
// kBorderMargin; one that cuts both edges is given kBothEdges on top. Words do not cross separators, letters or digits; a separator
// inside the hit (很大 麻烦) is skipped as it is in the hit.
//
// Only terms of two to four Han characters, or of Latin letters with Han at an edge, that words can cut pay, and of those only hits with a Han character beside
// them that makes a word with theirs: 5–45 ns for the rest, 160–280 ns for these. Measured: docs/decisions/007.
#ifndef WEIR_VERIFY_BORDER_H_
#define WEIR_VERIFY_BORDER_H_

#include <string>

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

// In quarters of a nat, as text::WordCost. One nat drops 94 % of the cut hits of real text and loses 0.2 % of the meant ones.
inline constexpr int kBorderMargin = 4;
// Where a lost hit is dearer than a wrong one: two nats, 91 % and 0.1 %.
inline constexpr int kCarefulBorderMargin = 8;
// Two cut edges are two coincidences.
inline constexpr int kBothEdges = 16;

// Can words cut this term at all? For terms once a pack; those that say no are never asked.
bool CanBeCut(const Form& form);

// kAccepted or kWordBorder. A pure function of what it is given; allocates nothing. Only hits of terms that CanBeCut, in one piece
// (not stretched).
Outcome CheckBorder(const text::AtomMap& map, const Place& place, const Form& form, int margin = kBorderMargin);

// The same for people: the two readings and how far apart they are.
struct BorderReading {
  bool cut_possible = false;  // else the rest is empty
  int margin = 0;             // quarters of a nat; above kBorderMargin the hit dies
  std::u32string keep, cut;   // words parted by '|': 路|口交|通, 路口|交通
};
BorderReading ReadBorder(const text::AtomMap& map, const Place& place);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_BORDER_H_
