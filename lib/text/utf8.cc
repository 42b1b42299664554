#include "text/utf8.h"

namespace weir::text {
namespace {

bool IsContinuation(unsigned char c) { return (c & 0xC0) == 0x80; }

// How a lead byte goes on: number of continuation bytes, and the range allowed for the first of them (Unicode, table 3-7).
struct Lead {
  uint8_t more;
  uint8_t low, high;
};

Lead ReadLead(unsigned char c) {
  if (c >= 0xC2 && c <= 0xDF) return {1, 0x80, 0xBF};
  if (c == 0xE0) return {2, 0xA0, 0xBF};
  if (c == 0xED) return {2, 0x80, 0x9F};
  if (c >= 0xE1 && c <= 0xEF) return {2, 0x80, 0xBF};
  if (c == 0xF0) return {3, 0x90, 0xBF};
  if (c >= 0xF1 && c <= 0xF3) return {3, 0x80, 0xBF};
  if (c == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

}  // namespace

Decoded internal::DecodeAny(const char* p, const char* end) {
  const auto first = static_cast<unsigned char>(*p);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = ReadLead(first);
  if (lead.more == 0) return {kReplacement, 1, false};
  char32_t cp = first & (0x3F >> lead.more);
  for (int i = 1; i <= lead.more; ++i) {
    const bool inside = p + i < end;
    const unsigned char c = inside ? static_cast<unsigned char>(p[i]) : 0;
    const bool good = inside && (i == 1 ? c >= lead.low && c <= lead.high : IsContinuation(c));
    if (!good) return {kReplacement, static_cast<uint8_t>(i), false};
    cp = cp << 6 | (c & 0x3F);
  }
  return {cp, static_cast<uint8_t>(lead.more + 1), true};
}

void AppendUtf8(char32_t cp, std::string* out) {
  if (cp < 0x80) {
    out->push_back(static_cast<char>(cp));
  } else if (cp < 0x800) {
    out->push_back(static_cast<char>(0xC0 | cp >> 6));
    out->push_back(static_cast<char>(0x80 | (cp & 0x3F)));
  } else if (cp < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | cp >> 12));
    out->push_back(static_cast<char>(0x80 | (cp >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (cp & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | cp >> 18));
    out->push_back(static_cast<char>(0x80 | (cp >> 12 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (cp >> 6 & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (cp & 0x3F)));
  }
}

std::string ToUtf8(std::u32string_view text) {
  std::string out;
  for (char32_t cp : text) AppendUtf8(cp, &out);
  return out;
}

std::u32string ToUtf32(std::string_view text) {
  std::u32string out;
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    out.push_back(one.cp);
    p += one.length;
  }
  return out;
}

std::string Repair(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    AppendUtf8(one.cp, &out);
    p += one.length;
  }
  return out;
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end; p += DecodeOne(p, end).length) ++count;
  return count;
}

}  // namespace weir::text
