// A table of tab-separated values with a header line: the form of every dictionary source.
//
//   # comment                      lines that begin with # are skipped, blank lines too
//   #! topic 社保                  a directive: a key and a value
//   term ⇥ weight ⇥ … ⇥ note       the first other line names the columns
//   加微信 ⇥ 3 ⇥ … ⇥ 引流           then rows, each with as many cells
//
// No quoting and no escapes: a cell is the bytes between two tabs. Ill-formed UTF-8, NUL, a missing or extra cell, an unknown or
// repeated column are errors at file:line:column. A byte order mark and a CR before LF are dropped.
//
// Who reads decides what an error means: the pack's reader stops at the first, the linter goes on with the next line.
#ifndef WEIR_DICTIONARY_TSV_H_
#define WEIR_DICTIONARY_TSV_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "base/error.h"

namespace weir::dictionary {

struct Cell {
  std::string_view text;
  int32_t column = 0;  // 1-based, in code points
};

struct Row {
  std::vector<Cell> cells;  // by the order of the wanted columns; a column the file lacks has column 0 and no text
  int32_t line = 0;
};

struct Directive {
  std::string_view key, value;
  int32_t line = 0;
};

struct Table {
  int32_t header = 0;  // its line; 0: none could be read
  std::vector<Directive> directives;
  std::vector<Row> rows;
};

struct Column {
  std::string_view name;
  bool required = false;
};

// Takes one error; false: stop here.
using OnError = absl::FunctionRef<bool(const absl::Status&)>;

// Views point into `text`. `file` is used in errors only. A line with an error is left out. False when `on_error` stopped the
// reading, or when there is no header to read rows by.
bool ReadTable(std::string_view text, std::string_view file, std::span<const Column> wanted, OnError on_error,
               Table* out);
// The whole table, or the first error.
absl::StatusOr<Table> ReadTable(std::string_view text, std::string_view file, std::span<const Column> wanted);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_TSV_H_
