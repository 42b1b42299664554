#include "detect/kind.h"

#include <algorithm>

namespace weir::detect {

std::string_view Before(const Candidate& find, size_t bytes) {
  const size_t from = find.begin > bytes ? find.begin - bytes : 0;
  return find.text.substr(from, find.begin - from);
}

std::string_view After(const Candidate& find, size_t bytes) { return find.text.substr(find.end, bytes); }

bool HasAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.find(w) != text.npos; });
}

bool EndsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.ends_with(w); });
}

bool StartsWithAny(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return text.starts_with(w); });
}

bool IsReferenceNumber(const Candidate& find) {
  std::string_view before = Before(find, 24);
  while (!before.empty() && std::string_view(" :#-=").find(before.back()) != std::string_view::npos)
    before.remove_suffix(1);
  for (const std::string_view word : {"是", "为"}) {
    if (before.ends_with(word)) before.remove_suffix(word.size());
  }
  return EndsWithAny(before, {"单号",   "编号",   "流水号",     "案号",     "受理号", "件号",   "订单",     "票号",
                              "合同号", "文号",   "学号",       "工号",     "序列号", "考号",   "准考证号", "准考证",
                              "条码",   "证书号", "税号",       "户号",     "回执号", "回执",   "预约号",   "业务号",
                              "申请号", "批号",   "查询码",     "取件码",   "验证码", "凭证号", "登记号",   "许可证号",
                              "快递",   "社保号", "公积金账号", "公积金号", "代码"});
}

bool IsHotline(std::string_view digits) {
  if (digits == "110" || digits == "119" || digits == "120" || digits == "122" || digits == "114") return true;
  if (digits.size() == 5) return StartsWithAny(digits, {"12", "95", "96", "100", "101", "116", "118"});
  return digits.size() == 6 && StartsWithAny(digits, {"96", "95", "118"});
}

}  // namespace weir::detect
