// Step 1 for spellings by sound: does the text under a raw match sound like the term, and how is each syllable written?
//
//   term 傻逼: 煞笔 → two homophones     sha逼, sha bi → pinyin      傻逼 → dies silently: the plain alphabet has it
//   term 舔狗: 👅🐶 → two emoji          term 三八: 三8 → a digit read aloud
//   term 征信修复: 怎信修复 → one near sound (zh/z, n/ng …): counted, and dear
//   term 女人: "nv ren shuo" → a hit     "the women and" → dies: Latin words of another language
#ifndef WEIR_VERIFY_SOUND_H_
#define WEIR_VERIFY_SOUND_H_

#include <cstdint>

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

struct SoundReading {
  uint32_t first_unit = 0, last_unit = 0;  // of text::AtomMap::units(), both inside
  uint16_t via = 0;                        // kHomophone, kPinyin, kEmoji, kLookalike
  uint8_t near = 0;                        // syllables that agree only up to zh/z, n/ng …
  bool priced = true;  // written in characters alone, which may be an ordinary word: the likelihood step decides
};

// `symbol` is the first symbol of the match in the sound stream of `map`, whose sounds are built; `shapes` as they were built with.
// kAccepted fills both results; kSame fills neither.
Outcome AlignSound(const text::AtomMap& map, uint32_t symbol, const Form& form, bool shapes, Place* place,
                   SoundReading* reading);

// What stands between the syllables: as CheckGaps (verify/gap.h), but spaces may part Latin syllables.
Outcome CheckSoundGaps(const text::AtomMap& map, const SoundReading& reading, const Form& form, bool* any);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_SOUND_H_
