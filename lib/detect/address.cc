// Where somebody lives: a building and a door (幸福里9栋2单元1404), a lane with its number and room, or a street and house number in
// English. A street and number alone (人民路88号) is an office's, a shop's or nobody's, and stays.
#include <algorithm>

#include "detect/kind.h"

namespace weir::detect {
namespace {

// The run of Han characters before the door may begin with a sentence: "那女的住幸福里9栋" is cut behind 住.
bool AcceptHome(Candidate* find) {
  if (HasAny(Before(*find, 60), {"政务服务", "服务中心", "办事大厅", "营业厅", "办公地址", "窗口", "办公室", "法院",
                                 "派出所", "社保局"}) ||
      HasAny(Text(*find), {"服务中心", "大厅", "办公", "会议室", "派出所", "窗口"}) ||
      StartsWithAny(After(*find, 18), {"会议室", "办公室", "窗口", "大厅", "办理", "开会", "人", "个", "名", "元", "万",
                                       "平", "没水", "没电", "停水", "停电"}))
    return false;
  const std::string_view text = Text(*find);
  size_t cut = 0;
  for (const std::string_view word :
       {"住在", "住", "确认为", "地址为", "就在", "家在", "家是", "地址是", "地址", "位于"}) {
    const size_t at = text.find(word);
    if (at == std::string_view::npos) continue;
    // 住宅, 住户: part of the place's name
    if (StartsWithAny(text.substr(at + word.size()), {"宅", "户", "建", "房"})) continue;
    cut = std::max(cut, at + word.size());
  }
  find->begin += cut;
  return true;
}

bool AcceptEnglish(Candidate* find) { return !HasAny(Text(*find), {" the ", " way ", " of "}); }

#define NUM "[0-9]{1,4}[a-z]?"
#define PLACE "(?:" WEIR_WIDE "{1,12})?"
#define SEP "[ ,-]{0,2}"
#define ROOM "[0-9]{2,4}(?: ?(?:室|房|户|号))?"
constexpr Gate kGates[] = {{text::kPlaceBit, 2}, {text::kLatinBit, 1, text::kHanBit, 9}};
constexpr Pattern kPatterns[] = {
    {nullptr,
     PLACE "(?:" NUM "号)?" SEP NUM " ?(?:栋|幢|号楼)" SEP "(?:[0-9a-z]{1,2} ?单元" SEP ")?(?:[0-9]{1,2}(?:楼|层)" SEP
           ")?" ROOM,
     "[^0-9.%元]", AcceptHome, true},
    {nullptr,
     PLACE NUM " ?(?:座|#楼?)" SEP "(?:[0-9a-z]{1,2} ?单元" SEP ")?(?:[0-9]{1,2}(?:楼|层)" SEP
               ")?[0-9]{2,4} ?(?:室|房)",
     nullptr, AcceptHome, true},
    {nullptr, PLACE SEP "[0-9a-z]{1,2} ?单元" SEP "(?:[0-9]{1,2}(?:楼|层)" SEP ")?" ROOM, "[^0-9.%元]", AcceptHome,
     true},
    {nullptr, PLACE NUM "弄" SEP NUM "号(?:" SEP ROOM ")?", nullptr, AcceptHome, true},
    {nullptr, PLACE NUM "号(?:院)?" SEP "(?:[0-9]{1,2}(?:楼|层)" SEP ")?[0-9]{2,4}(?:室|房)", nullptr, AcceptHome,
     true},
    {"[^0-9-]", "[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}室", nullptr, AcceptHome},
    {nullptr, PLACE "村" SEP "[0-9]{1,2}[组社队]" SEP "[0-9]{1,4}号", nullptr, AcceptHome, true},
    {nullptr,
     PLACE "(?:小区|花园|家园|公寓|苑|新村)" SEP NUM " ?(?:栋|幢|号楼|楼)" SEP "(?:" NUM "单元|[0-9]{2,4})" SEP
           "[0-9]{0,4}(?:室|房|号)?",
     "[^0-9.%元]", AcceptHome, true},
    {"[^0-9a-z]",
     "[0-9]{1,5} (?:[a-z]+\\.? ){1,3}(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|court|ct|drive|dr)",
     "[^0-9a-z]", AcceptEnglish},
};

}  // namespace

const Kind kAddress = {
    {"@address", "detector:address", "住址 / a home address", Category::kPrivacy, 2.5f}, kGates, kPatterns};

}  // namespace weir::detect
