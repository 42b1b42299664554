// Telephone numbers: mobile (11 digits from 13 to 19), landlines with their area code, 400 and 800 numbers, and numbers abroad with a
// country code or in the three groups of North America. Public hotlines (12345, 12333, 110, 95xxx, 96xxx) are too short to be read,
// and an office's own line ("咨询电话0591-…") is public too.
#include <algorithm>

#include "detect/kind.h"
#include "detect/number_style.h"

namespace weir::detect {
namespace {

// 13 14 15 16 17 5 is a list, 138 0013 8000 a number: groups of three digits or more, or digits one by one (1 3 8 oo 1 3 8 oo 7).
bool GroupsLikeANumber(std::string_view find) {
  int groups = 0, singles = 0, shortest = 32, run = 0;
  const auto close = [&] {
    if (run == 0) return;
    ++groups, singles += run <= 2, shortest = std::min(shortest, run);
    run = 0;
  };
  for (const char c : find) {
    c >= '0' && c <= '9' ? static_cast<void>(++run) : close();
  }
  close();
  return shortest >= 3 || groups <= 3 || (singles == groups && groups >= 8);
}

bool AcceptMobile(Candidate* find) {
  std::string_view text = Text(*find);
  if (StartsWithAny(After(*find, 6), {"元", "万", "块", "米"})) return false;  // an amount with a point
  if (text.starts_with('+')) return true;
  if (text.starts_with("0086")) text.remove_prefix(4);
  if (OnlyDigits(text).size == 13) text.remove_prefix(2);
  return GroupsLikeANumber(text) && !IsReferenceNumber(*find);
}

bool IsOfficeLine(const Candidate& find) {
  return HasAny(Before(find, 36),
                {"咨询", "热线", "服务电话", "监督", "投诉电话", "举报电话", "客服", "窗口", "办公", "值班", "大厅",
                 "官方", "单位电话", "前台", "总机", "传真", "中心电话", "局电话", "拨打"});
}

bool AcceptLandline(Candidate* find) { return !IsOfficeLine(*find) && !IsReferenceNumber(*find); }

bool AcceptAbroad(Candidate* find) {
  const size_t digits = OnlyDigits(Text(*find)).size;
  return digits >= 10 && digits <= 15;
}

// Without an area code only behind its name: "座机87654321".
bool AcceptLocal(Candidate* find) {
  find->begin += Text(*find).find_first_of("0123456789");
  return AcceptLandline(find);
}

bool CouldBePhone(const Glance& glance) { return !glance.Flood(); }

constexpr Gate kGates[] = {{0, 10}, {text::kLatinBit, 5}, {text::kHintBit, 7}, {text::kPlaceBit, 7}};
constexpr char kBorder[] = "[^0-9a-z.]", kAfter[] = "[^0-9a-z]";
// GSMA and the ministry's numbering plan. The class before and after keeps longer numbers (orders, cards, documents) out.
constexpr char kMobile[] = R"((?:(?:\+|00)?86[ -]{0,2})?1[ .*·~_/—-]{0,3}[3-9](?:[ .*·~_/—-]{0,3}[0-9]){9})";
constexpr char kLandline[] =
    R"((?:\(0(?:10|2[0-9]|[3-9][0-9]{2})\)[ -]?|0(?:10|2[0-9]|[3-9][0-9]{2})[ -]{0,2})[1-8][0-9]{2,3}[ -]?[0-9]{4}(?:[-转][0-9]{1,5})?)";
constexpr char kService[] = R"([48]00[ -]?(?:[0-9]{3}[ -]?[0-9]{4}|[0-9]{4}[ -]?[0-9]{3}))";
constexpr char kAbroad[] = R"(\+[1-9][0-9]{0,2}[ -]?(?:\([0-9]{1,4}\)[ .-]?)?[0-9]{2,4}(?:[ .-]?[0-9]{2,4}){1,4})";
constexpr char kThreeGroups[] =
    R"((?:(?:1[ .-]?)?\([1-9][0-9]{2}\)[ .-]?[0-9]{3}[ .-][0-9]{4}|[1-9][0-9]{2}[ .-][0-9]{3}[ .-][0-9]{4}))";

constexpr Pattern kPatterns[] = {
    {kBorder, kMobile, kAfter, AcceptMobile, true},
    {kBorder, kLandline, kAfter, AcceptLandline, true},
    {kBorder, kService, kAfter, AcceptLandline},
    {kBorder, kAbroad, kAfter, AcceptAbroad},
    {kBorder, kThreeGroups, kAfter, AcceptLandline},
    {nullptr, "(?:电话|座机|固话)(?:号码?)?(?:[: ]|是){0,3}[2-8][0-9]{2,3}[ -]?[0-9]{4}", kAfter, AcceptLocal},
};

}  // namespace

const Kind kPhone = {{"@phone", "detector:phone", "电话号码 / a telephone number", Category::kPrivacy, 3.0f},
                     kGates,
                     kPatterns,
                     true,
                     CouldBePhone};

}  // namespace weir::detect
