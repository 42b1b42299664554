// A table for a terminal: columns as wide as their widest cell, Han characters counted as two places.
//
//   TextTable table(1);                 // one column of words, then figures (set flush right)
//   table.Add({"评论", "120"});
//
// Widths are those of a terminal that shows East Asian wide characters over two places, as all do for Han.
#ifndef WEIR_TOOLS_TEXT_TABLE_H_
#define WEIR_TOOLS_TEXT_TABLE_H_

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "report/width.h"

namespace weir::tool {

class TextTable {
 public:
  // `least` places for each column of figures: a table in which only some figures change keeps its shape.
  explicit TextTable(size_t word_columns, size_t least = 0) : word_columns_(word_columns), least_(least) {}

  void Add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  std::string Text() const {
    std::vector<size_t> widths;
    for (const auto& row : rows_) {
      if (row.size() > widths.size()) widths.resize(row.size());
      for (size_t i = word_columns_; i < widths.size(); ++i) widths[i] = std::max(widths[i], least_);
      for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], report::DisplayWidth(row[i]));
    }
    std::string out;
    for (const auto& row : rows_) out += Line(row, widths);
    return out;
  }

 private:
  std::string Line(const std::vector<std::string>& row, const std::vector<size_t>& widths) const {
    std::string line;
    for (size_t i = 0; i < row.size(); ++i) {
      std::string pad(widths[i] - report::DisplayWidth(row[i]), ' ');
      if (i > 0) line += "  ";
      line += i < word_columns_ ? row[i] + pad : pad + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + "\n";
  }

  size_t word_columns_;
  size_t least_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_TEXT_TABLE_H_
