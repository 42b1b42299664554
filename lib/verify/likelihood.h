// The likelihood step: is a hit that only sounds or looks like its term read as the term, or as what is written?
//
//   费物, term 废物: 你这个费物 → read: 费物 is no word and 费, 物 hardly ever meet; 你这个废物 is common
//   触觉, term 处决: 触觉测试 → not read: 触觉 is a word                    会员, term 汇源: 会员日 → not read
//   石油, term 食油: 石油价格 → not read: the writing is the likelier one
//
// Both ways to have it are priced in the same surroundings, five characters to each side, in quarters of a nat:
//
//   total = ⅓ · (segmentation of the written − of the read) + (pairs of the written − of the read)
//           − what borders at the hit's edges cost the written − 32 where the written is a word
//
// The segmentation is the cheapest row of words (text/words.h; the term counts as a word of frequency 30 or more), the pairs are −ln P of
// each character after the one before, over the hit and both its borders (text/pairs.h). A hit is read when the total, less what its
// near sounds cost, is above a threshold by the term's length and by how sure it is that somebody means the term.
//
// Only for hits that the plain alphabet did not give; the last step, since the dearest: about 0.8 µs. Measured: docs/decisions/008.
#ifndef WEIR_VERIFY_LIKELIHOOD_H_
#define WEIR_VERIFY_LIKELIHOOD_H_

#include <climits>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weir::verify {

// Characters read to each side. More is not looked at.
inline constexpr size_t kContextSide = 5;

// Folded Han characters; the views are the caller's and read only during the call.
struct Context {
  // What touches the hit; empty at the text's edge, a separator, a letter or a digit.
  std::u32string_view before, after;
  std::u32string_view written;  // under the hit
  std::u32string_view read;     // the term's; may differ in length (女表子 read as 婊子)
};

// Quarters of a nat; above 0 speaks for the term.
struct Odds {
  int segmentation = 0;  // a third already
  int pairs = 0;
  // At most 0: how much dearer the written is with borders at the hit's edges; 以|经济 is not cut into 以经|济.
  int cut = 0;
  int word = 0;   // -kWordWritten or 0
  int total = 0;  // the sum
};

// A pure function; allocates nothing. Any lengths. With `needed` it stops where the total cannot exceed it: `cut` is then left out
// of a total that is needed or less, which spares most places three of the five segmentations.
Odds Weigh(const Context& context, int needed = INT_MIN);

// How sure is it, before the text is looked at, that the term is meant?
enum class Prior : uint8_t {
  kListed,  // a row of a pack: 1,500 terms read against every comment, so a wrong reading is the likelier accident
  kMeant,   // a term that somebody asked for by name, alone or in a short list
};

// Is the term read? `near` counts the syllables that agree only up to zh/z, ch/c, sh/s, n/ng, l/n, h/f; for
// listed terms of two syllables ask exact sounds only (near ones double what is read in citizens' texts). One syllable never is.
bool IsRead(const Odds& odds, size_t syllables, int near, Prior prior);

// The figures behind IsRead, for people (weir explain): read when odds.total - NearCost > Threshold.
int NearCost(size_t syllables, int near);
int Threshold(size_t syllables, Prior prior);

// Where the writing is a word of the list. On labelled text no disguise is lost by it; ordinary words (期中, 触觉) are kept.
inline constexpr int kWordWritten = 32;
// The segmentation and the pairs tell much the same story; a third of it on top of the pairs told disguises best.
inline constexpr int kSegmentationShare = 3;
// A pair of the writing costs no more than this (9 nats): beyond it the model only says that it has not read a name, and
// villages, streets and people have names that sound like anything.
inline constexpr int kWrittenPairMost = 36;
// A pair inside the term costs no more than this (5 nats): the model has not read every term, and those of gambling and advertising least.
inline constexpr int kInnerPairMost = 20;

}  // namespace weir::verify

#endif  // WEIR_VERIFY_LIKELIHOOD_H_
