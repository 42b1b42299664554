// Number plates of vehicles (GA 36): province, letter, five characters, or six for new energy. At least three of them are digits,
// and none is an I or an O.
#include <algorithm>

#include "detect/kind.h"

namespace weir::detect {
namespace {

bool AcceptPlate(Candidate* find) {
  const std::string_view text = Text(*find);
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  // 国道G…, 高速G12345: roads are named by letter too; 号文, 号线: documents and bus lines.
  return digits >= 3 && !StartsWithAny(After(*find, 12), {"号文", "号线", "号公告", "号地块", "号楼", "元", "万"});
}

constexpr Gate kGates[] = {{text::kLatinBit | text::kHanBit, 3}};
constexpr Pattern kPatterns[] = {
    {nullptr,
     "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[a-hj-np-z][ "
     ".·•・\\-_*|]{0,2}[0-9a-hj-np-z]{4,5}[0-9a-hj-"
     "np-z挂学警港澳]",
     "[^0-9a-z]", AcceptPlate},
};

}  // namespace

const Kind kPlate = {
    {"@plate", "detector:plate", "车牌号 / a number plate", Category::kPrivacy, 2.0f}, kGates, kPatterns};

}  // namespace weir::detect
