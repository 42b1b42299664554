// Step 6, the likelihood step: a disguised reading counts only where the text as written is improbable and the reading is
// probable.
//
//   厌鄂 as 厌恶 → accepted: no one writes 厌鄂        公鸡金 … 公积金 → dies: it is an ordinary word
//
// This file reads a hit's surroundings out of a text and compares the odds (verify/likelihood.h) with what the term asks for.
// Asked last, of hits by homophone, look-alike, split or shuffle that are written in characters alone.
#ifndef WEIR_VERIFY_PRICE_H_
#define WEIR_VERIFY_PRICE_H_

#include <string>

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

// For people: both ways to read the place, and the odds.
struct Price {
  std::u32string before, written, after, read;
  int odds = 0;    // quarters of a nat by which the reading is the likelier one; near sounds are deducted
  int needed = 0;  // what the term asks for
  bool Accepted() const { return odds > needed; }
};

// `near`: syllables that agree only nearly.
Outcome CheckPrice(const text::AtomMap& map, const Place& place, const Form& form, int near);
Price ReadPrice(const text::AtomMap& map, const Place& place, const Form& form, int near);

// Do the characters under the place stand together every day? The first, cheapest question for two of them.
bool IsOrdinary(const text::AtomMap& map, const Place& place);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_PRICE_H_
