#include "detect/lead.h"

#include <algorithm>

#include "detect/number_style.h"

namespace weir::detect {
namespace {

bool IsIdCharacter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

}  // namespace

bool IsOfficialAccount(const Candidate& find) {
  return HasAny(Before(find, 18), {"官方", "公众号", "小程序", "服务号", "订阅号", "视频号", "政务"}) ||
         StartsWithAny(After(find, 15), {"公众号", "小程序", "服务号", "支付", "官方", "视频号"});
}

bool EndsInId(const Candidate& find, bool strong) {
  const std::string_view text = Text(find);
  size_t begin = text.size();
  while (begin > 0 && IsIdCharacter(text[begin - 1])) --begin;
  const std::string_view id = text.substr(begin);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (id.empty()) return false;
  if (std::all_of(id.begin(), id.end(), is_digit)) {
    const std::string_view after = After(find);
    return !IsHotline(id) && !StartsWithAny(after, {"元", "块", "人", "年", "月", "号窗口", "天", "次", "个", "分"});
  }
  if (std::any_of(id.begin(), id.end(), [&](char c) { return is_digit(c) || c == '_'; })) {
    return !StartsWithAny(id, {"iphone", "ios", "android", "windows", "version", "win1"});
  }
  return strong && !StartsWithAny(
                       id, {"iphone", "android", "windows", "wechat", "weixin", "version", "please", "group", "about"});
}

}  // namespace weir::detect
