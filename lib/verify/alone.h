// Step 5 for a bare term of one Han character: a swear word stands alone, a verb or a syllable stands in a sentence.
//
//   term 操: 操！ / x操? / （操） / 我操 → stand      操作手册, 体操 → die
//   term 靠: 靠，又排队 → stands                    牢靠, 全靠大家 → die: no border of words would save the second
//   term 日: 6日, 周六、日, 9 日 → die: a date and a list put edges around it too
//
// Alone is: an edge of the text, a separator or a Latin letter on either side. A short reviewed list of phrases (alone.cc) adds
// what is said without a mark: 我操, 操你妈, 给我滚. Whatever it does not name dies, for a bare character is everywhere and a false
// alarm on it is one in every few comments. 0.2–0.4 µs a hit; allocates nothing.
#ifndef WEIR_VERIFY_ALONE_H_
#define WEIR_VERIFY_ALONE_H_

#include "verify/form.h"

namespace weir::verify {

// One Han character that ordinary words hold. Others (𠀀, 屌 where no word has it) stand wherever they are.
bool StandsAlone(const Form& form);

// kAccepted or kNotAlone, for a term that StandsAlone.
Outcome CheckAlone(const text::AtomMap& map, const Place& place, const Form& form);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_ALONE_H_
