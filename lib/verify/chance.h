// Matches by sound that verify is sure to turn down, told before the source map is built: of chance syllables, nearly all.
//
//   term 事实性 (shi xing, the first for two)   text 试行 → false: one syllable where the term has two
//   term 微信   text 微信 → false: written as it is, which is the plain alphabet's hit    围信 → true
//   term of two syllables in a pack, text of an ordinary pair (text/pairs.h)           → false
//
// Reads only texts that the fold made one syllable a character of: no Latin letters, no characters that stand for several. A yes
// promises nothing; a no is verify's answer (AlignSound, IsOrdinary), and explain, which shows it, does not ask here.
// Cost: one table load a character, about 2 ns; no allocation once warm.
#ifndef WEIR_VERIFY_CHANCE_H_
#define WEIR_VERIFY_CHANCE_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/fold.h"
#include "verify/verify.h"

namespace weir::verify {

class Chance {
 public:
  // Reads `text` anew, which folded to these table bits and `sounds` symbols; look-alikes as what they look like with `shapes`.
  // False where it cannot be read so: then every match may stand.
  bool Build(std::string_view text, uint32_t bits, size_t sounds, bool shapes);
  // Of a match of `size` symbols in the stream kSound, or kShapedSound, of that text, of a pattern whose terms have `least` syllables or more: are
  // there as many? The first question: most chance matches are of terms that double a syllable.
  bool HasUnits(uint32_t symbol, size_t size, uint32_t least) const {
    return run_begin_[symbol + size] - run_begin_[symbol] >= least;
  }
  // The others, of such a match.
  bool MayStand(const Match& match, const Terms& terms) const;

 private:
  struct Unit {
    uint16_t plain;  // 0: an emoji
    uint16_t sound;
    bool shaped;  // read as what it looks like
  };
  struct Reading {
    uint32_t first = 0, last = 0;
    bool disguised = false, emoji = false, shape = false;
  };

  bool MayStand(const Match& match, const Form& form, bool judged) const;
  // The first unit that the term's run stands on; kNone when the run is too short, or not one character's.
  uint32_t ChooseUnits(uint32_t symbol, const Form& form, size_t run) const;
  bool Reads(uint32_t symbol, const Form& form, Reading* reading) const;
  bool AddUnit(const Unit& unit, const dictionary::SoundUnit& want, const Form& form, Reading* reading) const;
  bool HasShape(uint32_t symbol, size_t runs) const;
  bool IsOrdinary(const Reading& reading) const;

  bool shapes_ = false;
  std::vector<Unit> units_;
  std::vector<uint32_t> run_begin_;  // of each symbol's first unit, and the end
};

}  // namespace weir::verify

#endif  // WEIR_VERIFY_CHANCE_H_
