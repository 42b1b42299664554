#include "detect/number_style.h"

#include "text/fold_table.h"

namespace weir::detect {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLatin(char c) { return c >= 'a' && c <= 'z'; }
bool IsGap(char c) { return c == ' ' || c == '-' || c == '.'; }

}  // namespace

int HanDigit(char32_t folded) {
  if ((text::AstralEntry(folded) & text::kNumeralBit) == 0) return -1;  // one look-up turns nearly all down
  constexpr std::u32string_view kPlain = U"零一二三四五六七八九", kBank = U"〇壹贰叁肆伍陆柒捌玖";
  if (folded == U'幺') return 1;
  for (const std::u32string_view row : {kPlain, kBank}) {
    const size_t at = row.find(folded);
    if (at != std::u32string_view::npos) return static_cast<int>(at);
  }
  return -1;
}

bool ReadsAsZeros(std::string_view text, size_t begin, size_t end) {
  if ((begin > 0 && IsLatin(text[begin - 1])) || (end < text.size() && IsLatin(text[end]))) return false;
  size_t before = begin, after = end;
  while (before > 0 && IsGap(text[before - 1])) --before;
  while (after < text.size() && IsGap(text[after])) ++after;
  return (before > 0 && IsDigit(text[before - 1])) || (after < text.size() && IsDigit(text[after]));
}

bool IsKeyMashing(std::string_view digits) {
  size_t run = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    run = i > 0 && digits[i] == digits[i - 1] ? run + 1 : 1;
    if (run >= 8 && digits[i] != '0') return true;
  }
  return false;
}

Digits OnlyDigits(std::string_view find, bool keep_x) {
  Digits digits;
  for (const char c : find) {
    const bool counts = IsDigit(c) || (keep_x && c == 'x');
    if (counts && digits.size < sizeof digits.value) digits.value[digits.size++] = c;
  }
  return digits;
}

}  // namespace weir::detect
