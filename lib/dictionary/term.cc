#include "dictionary/term.h"

#include <array>

namespace weir::dictionary {

bool ParseVariant(std::string_view name, uint16_t* bits) {
  struct Bit {
    std::string_view name;
    uint16_t bit;
  };
  constexpr std::array<Bit, 8> kBits = {{{"sound", kSound},
                                         {"pinyin", kPinyinVariant},
                                         {"shape", kShape},
                                         {"split", kSplitVariant},
                                         {"initials", kInitialsVariant},
                                         {"emoji", kEmojiVariant},
                                         {"shuffle", kShuffle},
                                         {"latin", kLatin}}};
  for (const Bit& bit : kBits) {
    if (bit.name != name) continue;
    *bits |= bit.bit;
    return true;
  }
  return false;
}

}  // namespace weir::dictionary
