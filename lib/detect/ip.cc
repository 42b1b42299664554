#include "detect/ip.h"

#include <algorithm>

#include "detect/kind.h"

namespace weir::detect {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f'); }

// How many groups of one to four hexadecimal digits, parted by single colons; -1: something else.
int Groups(std::string_view text) {
  if (text.empty()) return 0;
  int groups = 0;
  for (;;) {
    size_t length = 0;
    while (length < text.size() && IsHex(text[length])) ++length;
    if (length == 0 || length > 4) return -1;
    ++groups;
    if (length == text.size()) return groups;
    if (text[length] != ':') return -1;
    text.remove_prefix(length + 1);
  }
}

// Section and version numbers have four parts too: "第1.2.3.4条", "版本1.2.3.4".
bool AcceptV4(Candidate* find) {
  for (const std::string_view word : {"第", "版本", "版本号", "version", "v", "ver", "章节", "条款"}) {
    if (Before(*find).ends_with(word)) return false;
  }
  for (const std::string_view word : {"版", "条", "款", "节", "章", "的规定"}) {
    if (After(*find).starts_with(word)) return false;
  }
  const std::string_view after = After(*find);
  if (after.size() > 1 && after[0] == '.' && IsDigit(after[1])) return false;  // a fifth part
  const std::string_view text = Text(*find);
  return text[0] != '0' && IsIpv4(text.substr(0, text.find(':')));
}

bool AcceptV6(Candidate* find) {
  const std::string_view text = Text(*find);
  // "a::b" and "::1" are addresses on paper, and more often something else.
  const auto digits = std::count_if(text.begin(), text.end(), IsHex);
  return digits >= 5 && std::any_of(text.begin(), text.end(), IsDigit) && IsIpv6(text);
}

bool CouldBeIp(const Glance& glance) { return glance.Dots() >= 3 || glance.Colons() >= 2; }

constexpr Gate kGates[] = {{text::kDotBit, 4}, {text::kLatinBit, 3}};
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z.]", R"((?:[0-9]{1,3}\.){3}[0-9]{1,3}(?::[0-9]{1,5})?)", "[^0-9a-z]", AcceptV4},
    {"[^0-9a-z:]", "[0-9a-f:]{5,39}", "[^0-9a-z:]", AcceptV6},
};

}  // namespace

bool IsIpv4(std::string_view text) {
  for (int octet = 0; octet < 4; ++octet) {
    size_t length = 0;
    int value = 0;
    while (length < text.size() && length < 4 && IsDigit(text[length])) value = value * 10 + (text[length++] - '0');
    if (length == 0 || length > 3 || value > 255 || (length > 1 && text[0] == '0')) return false;
    text.remove_prefix(length);
    if (octet == 3) return text.empty();
    if (text.empty() || text[0] != '.') return false;
    text.remove_prefix(1);
  }
  return false;
}

bool IsIpv6(std::string_view text) {
  const size_t gap = text.find("::");
  if (gap == std::string_view::npos) return Groups(text) == 8;
  const int left = Groups(text.substr(0, gap)), right = Groups(text.substr(gap + 2));
  return left >= 0 && right >= 0 && left + right <= 7;
}

// 1.5: an address of a machine points at a person only with more beside it, so alone it is reported and nothing is masked.
const Kind kIp = {{"@ip", "detector:ip", "IP 地址 / an internet address", Category::kPrivacy, 1.5f},
                  kGates,
                  kPatterns,
                  true,
                  CouldBeIp};

}  // namespace weir::detect
