// Comments out of files: lines, JSON Lines, CSV, TSV, each also gzipped, in bounded memory and in input order.
//
//   CommentReader reader(settings, lang);
//   if (!reader.Open("room.csv")) …                 // said on stderr; go on with the next file
//   while ((next = reader.Read(may_pause, &comment)) == Next::kItem) …
//
// What cannot be read (a broken JSON line, a row of the wrong width) is named on stderr with file and line, counted in
// errors(), and left out; the rest is still read. A trailing CR is dropped; a blank line is a comment, but not in JSON Lines,
// where it is nothing; NUL is a character.
#ifndef WEIR_TOOLS_INPUT_H_
#define WEIR_TOOLS_INPUT_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "byte_source.h"
#include "messages.h"

namespace weir::tool {

enum class InputFormat { kLines, kJsonl, kCsv, kTsv };

struct InputSettings {
  std::optional<InputFormat> format;  // unset: by extension (a .gz is looked through), else lines
  std::string field = "text";         // of a JSON object; dots reach into nested ones
  std::string column = "text";        // of a CSV or TSV
};

struct Comment {
  std::string id;  // the input's own id, else the line number
  std::string text;
  std::string record;                // the JSON line it came in, for jsonl
  std::vector<std::string> columns;  // the row it came in, for csv and tsv
  bool repaired = false;             // the JSON line was no valid UTF-8 and has been repaired
  bool has_weir = false;             // the JSON object already has a key "weir"
};

InputFormat FormatOf(std::string_view path);
bool ParseInputFormat(std::string_view name, InputFormat* out);

class CommentReader {
 public:
  CommentReader(InputSettings settings, Lang lang);

  bool Open(const std::string& path);  // false after saying why; counted in errors()
  Next Read(bool may_pause, Comment* out);

  InputFormat format() const { return format_; }
  const std::vector<std::string>& header() const { return header_; }  // of a csv or tsv, after Open
  uint64_t errors() const { return errors_; }

 private:
  enum class Taken { kComment, kNothing, kPause, kEnd };
  Taken TakeLine(bool may_pause, Comment* out);
  Taken TakeJson(bool may_pause, Comment* out);
  Taken TakeRow(bool may_pause, Comment* out);
  std::optional<Taken> NextLine(bool may_pause);    // a line in line_, or what to give up with
  std::optional<Taken> NextRecord(bool may_pause);  // a row in row_
  bool ReadHeader();
  void Refuse(const std::string& message);
  std::string LineNumber() const { return std::to_string(source_->line_number()); }

  InputSettings settings_;
  std::vector<std::string> path_;  // settings_.field, cut at its dots
  Lang lang_;
  InputFormat format_ = InputFormat::kLines;
  std::unique_ptr<ByteSource> source_;
  std::string line_, record_;  // record_: the csv lines of a quoted field that is still open
  uint64_t record_line_ = 0;
  std::vector<std::string> header_, row_;
  size_t text_column_ = 0;
  std::optional<size_t> id_column_;
  uint64_t errors_ = 0;
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_INPUT_H_
