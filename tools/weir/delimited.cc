#include "delimited.h"

#include <algorithm>

namespace weir::tool {
namespace {

void AppendTsvField(std::string_view field, std::string* out) {
  for (char c : field) {
    switch (c) {
      case '\\':
        *out += "\\\\";
        break;
      case '\t':
        *out += "\\t";
        break;
      case '\n':
        *out += "\\n";
        break;
      case '\r':
        *out += "\\r";
        break;
      default:
        *out += c;
    }
  }
}

std::string UnescapeTsv(std::string_view field) {
  std::string out;
  out.reserve(field.size());
  for (size_t i = 0; i < field.size(); ++i) {
    size_t known = field[i] == '\\' && i + 1 < field.size() ? std::string_view("\\tnr").find(field[i + 1])
                                                            : std::string_view::npos;
    if (known == std::string_view::npos) {
      out += field[i];
    } else {
      out += "\\\t\n\r"[known];
      ++i;
    }
  }
  return out;
}

}  // namespace

bool CsvStaysOpen(std::string_view line, bool open) {
  bool field_start = !open;
  for (char c : line) {
    if (open) {
      if (c == '"') open = false;  // a doubled quote closes and opens again
    } else if (c == '"' && field_start) {
      open = true;
    }
    field_start = c == ',' || c == '"';
  }
  return open;
}

CsvResult ParseCsv(std::string_view record, std::vector<std::string>* row) {
  row->clear();
  size_t at = 0;
  while (true) {
    std::string& field = row->emplace_back();
    if (at < record.size() && record[at] == '"') {
      ++at;
      while (true) {
        size_t quote = record.find('"', at);
        if (quote == std::string_view::npos) return CsvResult::kOpen;
        field.append(record.substr(at, quote - at));
        at = quote + 1;
        if (at >= record.size() || record[at] != '"') break;
        field += '"';  // a doubled quote is one
        ++at;
      }
      if (at < record.size() && record[at] != ',') return CsvResult::kStray;
    } else {
      size_t end = std::min(record.find(',', at), record.size());
      field.append(record.substr(at, end - at));
      at = end;
    }
    if (at >= record.size()) return CsvResult::kRow;
    ++at;
  }
}

void ParseTsv(std::string_view line, std::vector<std::string>* row) {
  row->clear();
  while (true) {
    size_t end = std::min(line.find('\t'), line.size());
    row->push_back(UnescapeTsv(line.substr(0, end)));
    if (end == line.size()) return;
    line.remove_prefix(end + 1);
  }
}

void AppendCsv(const std::vector<std::string>& row, std::string* out) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) *out += ',';
    const std::string& field = row[i];
    if (field.find_first_of(",\"\r\n") == std::string::npos) {
      *out += field;
      continue;
    }
    *out += '"';
    for (char c : field) {
      if (c == '"') *out += '"';
      *out += c;
    }
    *out += '"';
  }
  *out += '\n';
}

void AppendTsv(const std::vector<std::string>& row, std::string* out) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) *out += '\t';
    AppendTsvField(row[i], out);
  }
  *out += '\n';
}

}  // namespace weir::tool
