// QQ numbers and group numbers given out: 扣扣 12345678, q q 1 2 3 4 5 6 7 8, 企鹅号…, 群号…, in any number style. "QQ音乐" has no
// number, "群众12345" is a hotline.
#include "detect/lead.h"
#include "detect/number_style.h"

namespace weir::detect {
namespace {

bool AcceptNumber(Candidate* find) {
  const std::string_view text = Text(*find);
  size_t begin = text.find_first_of("0123456789");
  if (begin == std::string_view::npos || begin > text.size()) return false;
  const Digits digits = OnlyDigits(text.substr(begin));
  return !IsHotline(digits.view()) && !IsOfficialAccount(*find) &&
         !StartsWithAny(After(*find, 9), {"元", "人", "年", "月", "万", "名", "个", "余", "多"});
}

constexpr Gate kGates[] = {{text::kCueBit, 5}, {text::kHintBit, 5}};
constexpr char kAfter[] = "[^0-9a-z]";
#define OF "(?:号码?|是|为|:)?"
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z]", WEIR_QQ WEIR_GAP OF WEIR_GAP WEIR_NUMBER, kAfter, AcceptNumber, true},
    {nullptr, WEIR_ADD "(?:我|个|下)?" WEIR_GAP "(?:q|扣|企鹅|🐧|群|裙)" WEIR_GAP OF WEIR_GAP WEIR_NUMBER, kAfter,
     AcceptNumber, true},
    {nullptr, "(?:群号|裙号|[进入]群|[进入]裙|交流群|裙|群)" WEIR_GAP "(?:是|为|:)?" WEIR_GAP "[1-9][0-9]{5,10}",
     kAfter, AcceptNumber, true},
    {"[^0-9a-z]", "q(?::|号:?| ?: ?)[ ]?" WEIR_NUMBER, kAfter, AcceptNumber, true},
    {"[^0-9a-z]", "q ?[1-9][0-9]{7,9}", kAfter, AcceptNumber, false},
};

}  // namespace

const Kind kQq = {{"@qq", "detector:qq", "QQ 号或群号 / a QQ number", Category::kAds, 3.0f}, kGates, kPatterns};

}  // namespace weir::detect
