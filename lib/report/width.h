// How many places a text takes on a terminal: Han, kana, Hangul, full-width forms and emoji two, combining marks and
// zero-width characters none, all else one. Near enough to set a caret under a word; not a layout engine (emoji
// joined by U+200D count apart).
#ifndef WEIR_REPORT_WIDTH_H_
#define WEIR_REPORT_WIDTH_H_

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "document/utf8.h"

namespace weir::report {

inline size_t DisplayWidth(uint32_t c) {
  struct Range {
    uint32_t first, last;
  };
  // The blocks that Unicode's EastAsianWidth.txt marks W or F, joined where only unassigned characters lie between.
  static constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},
                                    {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},
                                    {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};
  static constexpr Range kNone[] = {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2069},
                                    {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}};
  auto in = [c](const Range& range) { return c >= range.first && c <= range.last; };
  if (std::any_of(std::begin(kNone), std::end(kNone), in)) return 0;
  return std::any_of(std::begin(kWide), std::end(kWide), in) ? 2 : 1;
}

inline size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    document::Utf8Step step = document::NextUtf8(text, at);
    width += DisplayWidth(step.code_point);
    at += step.bytes;
  }
  return width;
}

}  // namespace weir::report

#endif  // WEIR_REPORT_WIDTH_H_
