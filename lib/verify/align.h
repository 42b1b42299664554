// Step 1: where exactly does a raw match stand, and are its runs long enough?
//
//   term 哈哈, text 哈        → dies: the run is too short            term 哈哈, text 哈哈哈哈 → one hit over all four
//   term 傻逼, text 傻傻傻逼逼 → one hit: a run of three is a stretch
//   term god,  text good      → dies: a run of two is how words are written
//   term 他妈的, text 他妈妈的 → dies, likewise            text 加加微微信信 → a hit: every character is doubled
//   term tom,  text test tom  → stands at "tom", not at the t of "test", though both t are one run
#ifndef WEIR_VERIFY_ALIGN_H_
#define WEIR_VERIFY_ALIGN_H_

#include <vector>

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

// Appends the places of the match that begins at `symbol` (more than one only for terms of a single run, as in 坏…坏).
// kAccepted when there is at least one.
// With `shapes`, a character may be one that looks like the term's (text::ShapeOf).
Outcome Align(const text::AtomMap& map, uint32_t symbol, const Form& form, std::vector<Place>* places,
              bool shapes = false);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_ALIGN_H_
