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

std::string CategoryName(const Term& term, const std::vector<Topic>& topics) {
  std::vector<std::string_view> kinds;
  switch (term.role) {
    case Role::kRisk:
      return std::string(Name(term.category));
    case Role::kAllow:
      return "allow";
    case Role::kPart:
      return "part";
    case Role::kCue:
      return "cue";
    case Role::kTopic:
      return "topic:" + topics[term.topic].name;
    case Role::kAttention:
      AppendKindNames(term.kind, &kinds);
      return "attention:" + std::string(kinds.front());
  }
  return "";
}

}  // namespace weir::dictionary
