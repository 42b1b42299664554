// Step 2: is what stands between a hit's characters noise, or does it part them?
//
//   傻*逼, 加 微 信, 加⏎微⏎信 → noise          …很大，麻烦您… → a sentence mark inside: no hit of 大麻
//   f*ck, f u c k, 你个s b    → noise          pen is, put a, he'll → words: no hit of penis, puta, hell
//
// One gap that stands alike between all characters of three or more is noise whatever it is. The term's own separators are
// no gap. Invisible characters (zero width, marks) never part anything.
#ifndef WEIR_VERIFY_GAP_H_
#define WEIR_VERIFY_GAP_H_

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

// Sets *any when something was skipped: the hit's via names it.
Outcome CheckGaps(const text::AtomMap& map, const Place& place, const Form& form, bool* any);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_GAP_H_
