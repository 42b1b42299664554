#include "dictionary/tsv.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

std::vector<Cell> SplitCells(std::string_view line) {
  std::vector<Cell> cells;
  int32_t column = 1;
  for (;;) {
    const size_t tab = line.find('\t');
    const std::string_view cell = line.substr(0, tab);
    cells.push_back({cell, column});
    if (tab == std::string_view::npos) return cells;
    column += static_cast<int32_t>(text::CountCodePoints(cell)) + 1;
    line.remove_prefix(tab + 1);
  }
}

// Ill-formed UTF-8 or a control character, at its own place.
absl::Status CheckText(std::string_view line, const Place& at) {
  const char* const end = line.data() + line.size();
  int32_t column = 1;
  for (const char* p = line.data(); p < end; ++column) {
    const text::Decoded one = text::DecodeOne(p, end);
    const Place place{at.file, at.line, column};
    if (!one.valid) return ErrorAt(place, StatusCode::kBadSource, "not valid UTF-8; save the file as UTF-8");
    if (one.cp < 0x20 && one.cp != '\t') {
      return ErrorAt(
          place, StatusCode::kBadSource,
          absl::StrCat("control character U+", absl::AsciiStrToUpper(absl::StrCat(absl::Hex(one.cp, absl::kZeroPad4))),
                       "; remove it"));
    }
    p += one.length;
  }
  return absl::OkStatus();
}

// Where each wanted column stands in the file; -1: nowhere.
absl::StatusOr<std::vector<int>> ReadHeader(const std::vector<Cell>& names, std::span<const Column> wanted,
                                            const Place& at) {
  std::vector<int> index(wanted.size(), -1);
  for (size_t i = 0; i < names.size(); ++i) {
    const Place place{at.file, at.line, names[i].column};
    size_t found = 0;
    while (found < wanted.size() && wanted[found].name != names[i].text) ++found;
    if (found == wanted.size()) {
      const std::string known =
          absl::StrJoin(wanted, " ", [](std::string* out, const Column& c) { absl::StrAppend(out, Absl(c.name)); });
      return ErrorAt(place, StatusCode::kBadSource,
                     absl::StrCat("unknown column \"", Absl(names[i].text), "\"; known are: ", known));
    }
    if (index[found] >= 0)
      return ErrorAt(place, StatusCode::kBadSource,
                     absl::StrCat("column \"", Absl(names[i].text), "\" is named twice"));
    index[found] = static_cast<int>(i);
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i].required && index[i] < 0) {
      return ErrorAt(at, StatusCode::kBadSource,
                     absl::StrCat("the header line lacks the column \"", Absl(wanted[i].name), "\""));
    }
  }
  return index;
}

Directive ReadDirective(std::string_view line, int32_t number) {
  absl::string_view rest = absl::StripAsciiWhitespace(Absl(line.substr(2)));
  const size_t space = rest.find(' ');
  const absl::string_view key = rest.substr(0, space);
  const absl::string_view value =
      space == absl::string_view::npos ? "" : absl::StripAsciiWhitespace(rest.substr(space));
  return {{key.data(), key.size()}, {value.data(), value.size()}, number};
}

absl::StatusOr<Row> ReadRow(const std::vector<Cell>& cells, const std::vector<int>& index, size_t columns,
                            const Place& at) {
  if (cells.size() != columns) {
    const Place place{at.file, at.line, cells.size() > columns ? cells[columns].column : cells.back().column};
    return ErrorAt(place, StatusCode::kBadSource,
                   absl::StrCat("the row has ", cells.size(), " cells, the header names ", columns,
                                " columns; cells are separated by one tab"));
  }
  Row row;
  row.line = at.line;
  row.cells.resize(index.size());
  for (size_t i = 0; i < index.size(); ++i) {
    if (index[i] >= 0) row.cells[i] = cells[static_cast<size_t>(index[i])];
  }
  return row;
}

// One table, line by line.
class Reading {
 public:
  Reading(std::string_view file, std::span<const Column> wanted, Table* out)
      : at_{std::string(file), 0, 0}, wanted_(wanted), out_(out) {}

  absl::Status Add(std::string_view line) {
    ++at_.line;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (absl::Status status = CheckText(line, at_); !status.ok()) return status;
    if (line.empty()) return absl::OkStatus();
    if (line.substr(0, 2) == "#!") {
      out_->directives.push_back(ReadDirective(line, at_.line));
    } else if (line[0] != '#') {
      return out_->header == 0 ? AddHeader(line) : AddRow(line);
    }
    return absl::OkStatus();
  }

  // Without its header no line that follows can be read: one error, not one a line.
  bool headless() const { return headless_; }

 private:
  absl::Status AddHeader(std::string_view line) {
    const std::vector<Cell> names = SplitCells(line);
    auto header = ReadHeader(names, wanted_, at_);
    if (!header.ok()) {
      headless_ = true;
      return header.status();
    }
    index_ = *std::move(header);
    columns_ = names.size();
    out_->header = at_.line;
    return absl::OkStatus();
  }

  absl::Status AddRow(std::string_view line) {
    auto row = ReadRow(SplitCells(line), index_, columns_, at_);
    if (!row.ok()) return row.status();
    out_->rows.push_back(*std::move(row));
    return absl::OkStatus();
  }

  Place at_;
  const std::span<const Column> wanted_;
  Table* const out_;
  std::vector<int> index_;
  size_t columns_ = 0;
  bool headless_ = false;
};

}  // namespace

bool ReadTable(std::string_view text, std::string_view file, std::span<const Column> wanted, OnError on_error,
               Table* out) {
  *out = {};
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  Reading reading(file, wanted, out);
  while (!text.empty()) {
    const size_t feed = text.find('\n');
    const absl::Status status = reading.Add(text.substr(0, feed));
    text.remove_prefix(feed == std::string_view::npos ? text.size() : feed + 1);
    if (status.ok()) continue;
    if (!on_error(status)) return false;
    if (reading.headless()) return false;
  }
  if (out->header != 0) return true;
  on_error(ErrorAt({std::string(file), 1, 1}, StatusCode::kBadSource,
                   "no header line; the first line names the columns, for example: term, weight"));
  return false;
}

absl::StatusOr<Table> ReadTable(std::string_view text, std::string_view file, std::span<const Column> wanted) {
  Table table;
  absl::Status first;
  const auto stop = [&first](const absl::Status& status) {
    first = status;
    return false;
  };
  if (!ReadTable(text, file, wanted, stop, &table)) return first;
  return table;
}

}  // namespace weir::dictionary
