// How the tools that compile tables read them: lines, cells, code points. They run on the build machine only, on files of
// this project, so what is wrong ends the build with a message.
#ifndef WEIR_TOOLS_FOLDGEN_READING_H_
#define WEIR_TOOLS_FOLDGEN_READING_H_

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

namespace weir::foldgen {

inline constexpr char32_t kLimit = 0x110000;

[[noreturn]] inline void Fail(const std::string& why) {
  std::cerr << "tablec: " << why << "\n";
  std::exit(1);
}

inline std::vector<std::string_view> Split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const size_t end = line.find(separator);
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

// The tables are our own and well-formed; what is not fails later, as a character that does not fold to itself.
inline std::u32string DecodeUtf8(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const uint8_t lead = static_cast<uint8_t>(text[i++]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t cp = more == 0 ? lead : lead & (0x3F >> more);
    for (int k = 0; k < more && i < text.size(); ++k) cp = cp << 6 | (static_cast<uint8_t>(text[i++]) & 0x3F);
    out += cp;
  }
  return out;
}

// The one character of a cell.
inline char32_t DecodeOne(std::string_view text) {
  const std::u32string decoded = DecodeUtf8(text);
  if (decoded.size() != 1) Fail("not one character: " + std::string(text));
  return decoded[0];
}

inline char32_t ParseCodePoint(std::string_view text) {
  uint32_t cp = kLimit;
  if (text.starts_with("U+")) std::from_chars(text.data() + 2, text.data() + text.size(), cp, 16);
  if (cp >= kLimit) Fail("bad code point " + std::string(text));
  return cp;
}

// The rows of a table, cut down to the named columns, in their order. Comments and the header line go; further columns
// (notes) may be there.
inline std::vector<std::vector<std::string_view>> ReadRows(std::string_view content,
                                                           std::initializer_list<std::string_view> columns) {
  std::vector<std::vector<std::string_view>> rows;
  std::vector<size_t> places;
  for (std::string_view line : Split(content, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    const auto cells = Split(line, '\t');
    if (places.empty()) {
      for (std::string_view column : columns) {
        const auto found = std::find(cells.begin(), cells.end(), column);
        if (found == cells.end()) Fail("no column " + std::string(column) + " in: " + std::string(line));
        places.push_back(static_cast<size_t>(found - cells.begin()));
      }
      continue;
    }
    rows.emplace_back();
    for (const size_t place : places) {
      if (place >= cells.size() || cells[place].empty()) Fail("bad row: " + std::string(line));
      rows.back().push_back(cells[place]);
    }
  }
  return rows;
}

template <typename Range>
void WriteNumbers(std::ostream& out, const Range& numbers) {
  size_t column = 0;
  for (const auto number : numbers) out << static_cast<uint64_t>(number) << (++column % 16 == 0 ? ",\n" : ",");
}

}  // namespace weir::foldgen

#endif  // WEIR_TOOLS_FOLDGEN_READING_H_
