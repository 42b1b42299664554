#include "dictionary/wildcard.h"

#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

// As far as a * reaches: the longest words of ordinary text have 30 letters.
constexpr char kLetters[] = "[a-z0-9]{0,64}";

bool NeedsBorder(char32_t c) {
  const text::Kind kind = text::Info(c).kind;
  return kind == text::Kind::kLatin || kind == text::Kind::kDigit;
}

// What stands at an end of the word.
std::string End(char32_t edge, bool star, bool border) {
  if (!NeedsBorder(edge)) return "";
  if (star) return kLetters;
  return border ? "\\b" : "";
}

}  // namespace

bool ParseWildcard(std::string_view pattern, bool border, Regex* out, std::string* error) {
  if (pattern.size() >= 2 && pattern.front() == '/' && pattern.back() == '/')
    return ParseRegex(pattern.substr(1, pattern.size() - 2), out, error);
  std::u32string word = text::ToUtf32(pattern);
  const bool before = !word.empty() && word.front() == '*';
  if (before) word.erase(0, 1);
  const bool after = !word.empty() && word.back() == '*';
  if (after) word.pop_back();
  if (word.empty() || word.find('*') != std::u32string::npos) {
    *error = "* stands for letters at one or both ends of a word: *cat, cat*, *cat*; write /regex/ for more";
    return false;
  }
  std::string regex = End(word.front(), before, border);
  for (const char32_t c : word) {
    if (c < 0x80 && !NeedsBorder(c)) regex += '\\';
    text::AppendUtf8(c, &regex);
  }
  return ParseRegex(regex + End(word.back(), after, border), out, error);
}

}  // namespace weir::dictionary
