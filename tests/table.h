// The tests' tables: tab-separated values with a header line beside the test that reads them.
//
//   # a comment
//   term ⇥ text ⇥ expect ⇥ note
//   傻逼 ⇥ 傻\u200B逼 ⇥ accepted ⇥ zero width parts nothing
//
// Strict, so that a row that is not read as meant fails: the header names exactly the wanted columns in their order, each row has as
// many cells, and a table without rows is a failure. Cells take \n \r \t \\ \xHH (a byte) and \uHHHH or \u{H…} (a code point).
#ifndef WEIR_TESTS_TABLE_H_
#define WEIR_TESTS_TABLE_H_

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace weir::tests {

inline std::string SourcePath(const std::string& path) { return std::string(WEIR_SOURCE_DIR "/") + path; }

inline std::string ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  EXPECT_TRUE(in) << path << " cannot be read";
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> Split(std::string_view text, char by) {
  std::vector<std::string> parts;
  for (;;) {
    const size_t at = text.find(by);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// "-" and "" are no list.
inline std::vector<std::string> List(std::string_view cell, char by = ',') {
  return cell.empty() || cell == "-" ? std::vector<std::string>() : Split(cell, by);
}

// The hexadecimal number at text[*at], of at most `most` digits; moves *at behind it.
inline uint32_t TakeHex(std::string_view text, size_t most, size_t* at) {
  const std::string digits(text.substr(*at, most));
  size_t used = 0;
  while (used < digits.size() && std::isxdigit(static_cast<unsigned char>(digits[used]))) ++used;
  EXPECT_GT(used, 0u) << "bad escape in " << text;
  *at += used;
  return static_cast<uint32_t>(std::strtoul(digits.substr(0, used).c_str(), nullptr, 16));
}

inline std::string Unescape(std::string_view cell) {
  std::string out;
  for (size_t i = 0; i < cell.size();) {
    if (cell[i] != '\\') {
      out.push_back(cell[i++]);
      continue;
    }
    const char kind = i + 1 < cell.size() ? cell[i + 1] : '\0';
    i += 2;
    switch (kind) {
      case 'n':
        out.push_back('\n');
        break;
      case 'r':
        out.push_back('\r');
        break;
      case 't':
        out.push_back('\t');
        break;
      case '\\':
        out.push_back('\\');
        break;
      case 'x':
        out.push_back(static_cast<char>(TakeHex(cell, 2, &i)));
        break;
      case 'u':
        if (i < cell.size() && cell[i] == '{') {
          ++i;
          text::AppendUtf8(TakeHex(cell, 6, &i), &out);
          ++i;
        } else {
          text::AppendUtf8(TakeHex(cell, 4, &i), &out);
        }
        break;
      default:
        ADD_FAILURE() << "unknown escape \\" << kind << " in " << cell;
    }
  }
  return out;
}

// Ill-formed bytes and controls in a failure message, so that it can be pasted into a table.
inline std::string Escape(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    if (one.valid && one.cp >= 0x20 && one.cp != '\\' && one.cp != 0x7F) {
      out.append(p, one.length);
    } else {
      for (int i = 0; i < one.length; ++i) {
        const auto byte = static_cast<unsigned char>(p[i]);
        out += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
      }
    }
    p += one.length;
  }
  return out;
}

struct Row {
  std::string place;  // "tests/verify/gap.tsv:12"
  std::map<std::string, std::string> cells;
  // The cell as text; columns are checked by ReadTable, so a missing one is the test's own bug.
  std::string operator[](const std::string& column) const {
    const auto found = cells.find(column);
    EXPECT_NE(found, cells.end()) << "no column " << column;
    return found == cells.end() ? "" : Unescape(found->second);
  }
};

inline std::vector<Row> ReadTable(const std::string& path, const std::vector<std::string>& columns) {
  std::vector<Row> rows;
  std::istringstream in(ReadWhole(SourcePath(path)));
  bool header = false;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const std::vector<std::string> cells = Split(line, '\t');
    const std::string place = path + ":" + std::to_string(number);
    if (!header) {
      EXPECT_EQ(cells, columns) << place << ": the header names other columns";
      if (cells != columns) return rows;
      header = true;
      continue;
    }
    EXPECT_EQ(cells.size(), columns.size()) << place << ": the row has another number of cells";
    if (cells.size() != columns.size()) continue;
    Row row{place, {}};
    for (size_t i = 0; i < columns.size(); ++i) row.cells[columns[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  EXPECT_FALSE(rows.empty()) << path << " has no rows";
  return rows;
}

}  // namespace weir::tests

#endif  // WEIR_TESTS_TABLE_H_
