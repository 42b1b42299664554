// Step 5 for bare terms: neighbours that give the term's own characters their ordinary sense. No border of words cuts these; a term of
// a pack has allow phrases for them, a bare term has none, so what is frequent in public-service talk is known here.
//
//   term 垃圾: 垃圾分类, 扔垃圾, 反垃圾邮件 → die     真是垃圾 → stands
//   term 办证: 办证大厅在几楼 → dies                  办证找我 → stands
//   term 妈的: 我妈的退休证, 他妈的养老金 → die        妈的，又卡了 → stands
//   term 算了: 漏算了, 算了三遍 → die                 算了，不办了 → stands
//
//   term 处女: 他的处女作 → dies                       她还是处女 → stands
//
// Five kinds, each a table in ordinary.cc: what turns against the term (防, 打击 … before), what makes a matter of administration of
// it (… 大厅, 流程, 案件), kin and their belongings, a counted verb + 了, a longer word of another sense; and the ordinary neighbours
// of single words.
#ifndef WEIR_VERIFY_ORDINARY_H_
#define WEIR_VERIFY_ORDINARY_H_

#include "verify/form.h"

namespace weir::verify {

// kAccepted or kOrdinary, for a bare term of two Han characters or more. 0.4–0.8 µs a hit on a shared machine, most of it the tables; allocates nothing.
Outcome CheckOrdinary(const text::AtomMap& map, const Place& place, const Form& form);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_ORDINARY_H_
