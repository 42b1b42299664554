// What a hit covers for a reader: its letters, the marks that sit on the last of them, and the separators the term itself begins
// or ends with where the text has them too.
//
//   f̶u̶c̶k̶ → the last stroke belongs to the hit          term "fu(", text "fu( you" → "fu("
#ifndef WEIR_VERIFY_EXTENT_H_
#define WEIR_VERIFY_EXTENT_H_

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

struct Extent {
  uint32_t first = 0, last = 0;  // atoms, both inside
};

Extent ExtentOf(const text::AtomMap& map, const Place& place, const Form& form);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_EXTENT_H_
