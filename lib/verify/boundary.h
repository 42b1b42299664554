// Step 3: a word of letters needs a border, a number too.
//
//   term av: 测试av测试, _av_ are hits; have, cpm (for cp) are none        term 69: "695" is none
//   term sb: sb250 is a hit: digits beside letters are no word             term 弹药: a弹药b is a hit: Han needs no border
#ifndef WEIR_VERIFY_BOUNDARY_H_
#define WEIR_VERIFY_BOUNDARY_H_

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

Outcome CheckBoundary(const text::AtomMap& map, const Place& place, const Form& form);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_BOUNDARY_H_
