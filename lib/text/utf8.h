// UTF-8, one code point at a time, with repair: each maximal ill-formed subpart (Unicode 15, section 3.9, table 3-8: "best
// practice") reads as one U+FFFD. Overlong forms, surrogates and code points past U+10FFFF are ill-formed.
//
//   "\xE5\x82"        → U+FFFD (2 bytes: a truncated sequence is one part)
//   "\xC0\x80"        → U+FFFD U+FFFD (C0 never starts a character, so each byte is a part)
//
// Cost: 1 to 2 ns a character; the fold loop has its own fast paths (text/fold.cc).
#ifndef WEIR_TEXT_UTF8_H_
#define WEIR_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace weir::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t cp = kReplacement;
  uint8_t length = 1;  // bytes consumed, 1–4
  bool valid = false;
};

namespace internal {
Decoded DecodeAny(const char* p, const char* end);
}

// The character that starts at `p`; `p < end`. ASCII, and the three bytes of nearly all Han characters, in line.
inline Decoded DecodeOne(const char* p, const char* end) {
  const auto byte = [p](int i) { return static_cast<uint32_t>(static_cast<unsigned char>(p[i])); };
  if (byte(0) < 0x80) return {byte(0), 1, true};
  if (end - p >= 3 && byte(0) >= 0xE1 && byte(0) <= 0xEC && ((byte(1) ^ 0x80) | (byte(2) ^ 0x80)) < 0x40) {
    return {(byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F), 3, true};
  }
  return internal::DecodeAny(p, end);
}

void AppendUtf8(char32_t cp, std::string* out);
std::string ToUtf8(std::u32string_view text);
// Every character of `text`, repaired.
std::u32string ToUtf32(std::string_view text);
// `text` with each ill-formed part replaced by U+FFFD.
std::string Repair(std::string_view text);
size_t CountCodePoints(std::string_view text);

}  // namespace weir::text

#endif  // WEIR_TEXT_UTF8_H_
