// One step through UTF-8: the next character, or the next maximal ill-formed part, which reads as one U+FFFD.
//
//   for (size_t at = 0; at < text.size();) { Utf8Step step = NextUtf8(text, at); …; at += step.bytes; }
//
// "a\xE7\xA4b" gives a, one ill-formed part of 2 bytes, b: the same cut the engine makes, so places agree.
#ifndef WEIR_DOCUMENT_UTF8_H_
#define WEIR_DOCUMENT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace weir::document {

struct Utf8Step {
  uint32_t code_point = 0xFFFD;
  uint8_t bytes = 1;
  bool valid = false;
};

// `at` must be below text.size().
inline Utf8Step NextUtf8(std::string_view text, size_t at) {
  auto byte = [&](size_t i) { return i < text.size() ? static_cast<uint8_t>(text[i]) : uint8_t{0}; };
  uint8_t lead = byte(at);
  if (lead < 0x80) return {lead, 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {};
  int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  // The second byte is the one whose range depends on the first: no overlong forms, surrogates, or beyond U+10FFFF.
  uint8_t low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  uint8_t high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  uint32_t code_point = lead & (0x3F >> more);
  for (int i = 1; i <= more; ++i) {
    uint8_t next = byte(at + static_cast<size_t>(i));
    if (next < low || next > high) return {0xFFFD, static_cast<uint8_t>(i), false};
    code_point = code_point << 6 | (next & 0x3F);
    low = 0x80;
    high = 0xBF;
  }
  return {code_point, static_cast<uint8_t>(more + 1), true};
}

inline void AppendUtf8(uint32_t code_point, std::string* out) {
  auto put = [out](uint32_t byte) { *out += static_cast<char>(byte); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

inline bool IsUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    Utf8Step step = NextUtf8(text, at);
    if (!step.valid) return false;
    at += step.bytes;
  }
  return true;
}

inline std::string RepairUtf8(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 8);
  for (size_t at = 0; at < text.size();) {
    Utf8Step step = NextUtf8(text, at);
    if (step.valid)
      out.append(text.substr(at, step.bytes));
    else
      AppendUtf8(0xFFFD, &out);
    at += step.bytes;
  }
  return out;
}

}  // namespace weir::document

#endif  // WEIR_DOCUMENT_UTF8_H_
