// CSV (RFC 4180) and TSV (backslash escapes) rows, both ways.
//
//   ParseCsv("1,\"a,b\"", &row)  → {"1", "a,b"}          ParseCsv("\"open", &row) → kOpen
//   ParseTsv("1\ta\\tb", &row)   → {"1", "a<TAB>b"}
//
// A TSV field never holds a raw tab or line end; `\\ \t \n \r` stand for them, and any other backslash is itself.
#ifndef WEIR_TOOLS_DELIMITED_H_
#define WEIR_TOOLS_DELIMITED_H_

#include <string>
#include <string_view>
#include <vector>

namespace weir::tool {

enum class CsvResult { kRow, kOpen, kStray };  // kStray: text after a closing quote

// Whether a quoted field is open after `line`, given whether one was before it. One pass, so that a field of many lines
// costs no more than its bytes.
bool CsvStaysOpen(std::string_view line, bool open);

CsvResult ParseCsv(std::string_view record, std::vector<std::string>* row);
void ParseTsv(std::string_view line, std::vector<std::string>* row);

// One row with its line end.
void AppendCsv(const std::vector<std::string>& row, std::string* out);
void AppendTsv(const std::vector<std::string>& row, std::string* out);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_DELIMITED_H_
