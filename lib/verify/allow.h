// Step 4: an allow phrase kills every hit it covers, unless the phrase is more disguised than the hit, or the term is of a higher layer.
//
//   allow 三黄片: 三　黄　片 kills 黄　片 (both written apart)      allow 大: leaves 大傻逼 (it covers only a part)
//   allow 防套现: in 防套现套现 the first 套现 dies, the second stays
//   allow 三黄片 of the city: kills 黄片 of the base and of the city; a county that lists 黄片 itself blocks it in 三黄片 too
#ifndef WEIR_VERIFY_ALLOW_H_
#define WEIR_VERIFY_ALLOW_H_

#include <cstdint>
#include <vector>

#include "verify/form.h"

namespace weir::verify {

// A match that passed the steps before. Atoms first and last are both inside.
struct Candidate {
  uint32_t term = 0;
  Place place;
  uint16_t via = 0;
  uint32_t spelling = 0;
  uint8_t near = 0;     // syllables that agree only nearly
  bool priced = false;  // the likelihood step is asked
  uint16_t rank = 0;    // of the term's layer, 0 the lowest
};

// Does the phrase stand over the whole hit, no more disguised than it?
bool Spans(const Candidate& allow, const Candidate& hit);
// … and does it count against the hit: a layer's phrase holds for terms of its own layer and of those below.
bool Covers(const Candidate& allow, const Candidate& hit);
// Moves the hits that an allow phrase covers out of `hits` into `killed` (when not null).
void ApplyAllows(const std::vector<Candidate>& allows, std::vector<Candidate>* hits, std::vector<Candidate>* killed);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_ALLOW_H_
