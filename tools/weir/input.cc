#include "input.h"

#include <algorithm>
#include <utility>

#include "delimited.h"
#include "document/utf8.h"
#include "json_line.h"
#include "options.h"

namespace weir::tool {
namespace {

constexpr std::pair<std::string_view, InputFormat> kNames[] = {{"lines", InputFormat::kLines},
                                                               {"jsonl", InputFormat::kJsonl},
                                                               {"csv", InputFormat::kCsv},
                                                               {"tsv", InputFormat::kTsv}};
constexpr std::pair<std::string_view, InputFormat> kExtensions[] = {
    {".jsonl", InputFormat::kJsonl}, {".ndjson", InputFormat::kJsonl}, {".json", InputFormat::kJsonl},
    {".csv", InputFormat::kCsv},     {".tsv", InputFormat::kTsv},      {".tab", InputFormat::kTsv}};

void DropReturn(std::string* line) {
  if (!line->empty() && line->back() == '\r') line->pop_back();
}

std::string Join(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " ") + part;
  return out;
}

std::optional<size_t> IndexOf(const std::vector<std::string>& names, std::string_view name) {
  auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<size_t>(at - names.begin());
}

}  // namespace

InputFormat FormatOf(std::string_view path) {
  std::string lower(path);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : c; });
  if (lower.ends_with(".gz")) lower.resize(lower.size() - 3);
  for (auto [extension, format] : kExtensions) {
    if (lower.ends_with(extension)) return format;
  }
  return InputFormat::kLines;
}

bool ParseInputFormat(std::string_view name, InputFormat* out) {
  for (auto [known, format] : kNames) {
    if (known != name) continue;
    *out = format;
    return true;
  }
  return false;
}

CommentReader::CommentReader(InputSettings settings, Lang lang)
    : settings_(std::move(settings)), path_(SplitPath(settings_.field)), lang_(lang) {}

bool CommentReader::Open(const std::string& path) {
  header_.clear();
  record_.clear();
  id_column_.reset();
  source_ = std::make_unique<ByteSource>();
  format_ = settings_.format.value_or(FormatOf(path));
  if (std::optional<std::string> error = source_->Open(path, lang_)) {
    Refuse(*error);
    return false;
  }
  return (format_ != InputFormat::kCsv && format_ != InputFormat::kTsv) || ReadHeader();
}

void CommentReader::Refuse(const std::string& message) {
  ++errors_;
  Note("weir: " + message);
}

// An empty file has no header and is no error: there is nothing in it.
bool CommentReader::ReadHeader() {
  if (NextRecord(false)) return true;
  header_ = row_;
  id_column_ = IndexOf(header_, "id");
  std::optional<size_t> text = IndexOf(header_, settings_.column);
  if (!text) {
    Refuse(Say(lang_, Msg::kColumnMissing, {source_->name(), settings_.column, Join(header_)}));
    return false;
  }
  text_column_ = *text;
  return true;
}

Next CommentReader::Read(bool may_pause, Comment* out) {
  out->repaired = out->has_weir = false;
  while (true) {
    Taken taken = format_ == InputFormat::kLines   ? TakeLine(may_pause, out)
                  : format_ == InputFormat::kJsonl ? TakeJson(may_pause, out)
                                                   : TakeRow(may_pause, out);
    switch (taken) {
      case Taken::kComment:
        return Next::kItem;
      case Taken::kPause:
        return Next::kPause;
      case Taken::kEnd:
        return Next::kEnd;
      case Taken::kNothing:
        break;
    }
  }
}

std::optional<CommentReader::Taken> CommentReader::NextLine(bool may_pause) {
  switch (source_->NextLine(may_pause, &line_)) {
    case Next::kItem:
      return std::nullopt;
    case Next::kPause:
      return Taken::kPause;
    case Next::kTooLong:
      Refuse(Say(lang_, Msg::kLineTooLong,
                 {source_->name(), LineNumber(), std::to_string(ByteSource::kLongestLine >> 20)}));
      return Taken::kNothing;
    case Next::kEnd:
      break;
  }
  if (source_->error()) Refuse(*source_->error());
  return Taken::kEnd;
}

CommentReader::Taken CommentReader::TakeLine(bool may_pause, Comment* out) {
  if (std::optional<Taken> other = NextLine(may_pause)) return *other;
  DropReturn(&line_);
  out->text.swap(line_);
  out->id = LineNumber();
  return Taken::kComment;
}

CommentReader::Taken CommentReader::TakeJson(bool may_pause, Comment* out) {
  if (std::optional<Taken> other = NextLine(may_pause)) return *other;
  if (line_.find_first_not_of(" \t\r") == std::string::npos) return Taken::kNothing;
  JsonLine found;
  ReadJsonLine(line_, path_, &found);
  using Problem = JsonLine::Problem;
  if (found.problem == Problem::kSyntax && !document::IsUtf8(line_)) {  // JSON is UTF-8; a stray byte costs no comment
    line_ = document::RepairUtf8(line_);
    out->repaired = true;
    ReadJsonLine(line_, path_, &found);
  }
  const std::string& name = source_->name();
  switch (found.problem) {
    case Problem::kNone:
      break;
    case Problem::kSyntax:
      Refuse(Say(lang_, Msg::kBadJson, {name, LineNumber(), std::to_string(found.byte), found.reason}));
      return Taken::kNothing;
    case Problem::kNotObject:
      Refuse(Say(lang_, Msg::kJsonNotObject, {name, LineNumber()}));
      return Taken::kNothing;
    case Problem::kMissing:
      Refuse(Say(lang_, Msg::kFieldMissing, {name, LineNumber(), settings_.field}));
      return Taken::kNothing;
    case Problem::kNotString:
      Refuse(Say(lang_, Msg::kFieldNotString, {name, LineNumber(), settings_.field}));
      return Taken::kNothing;
  }
  out->text = std::move(found.text);
  out->id = found.id ? std::move(*found.id) : LineNumber();
  out->has_weir = found.has_weir;
  out->record.swap(line_);
  return Taken::kComment;
}

std::optional<CommentReader::Taken> CommentReader::NextRecord(bool may_pause) {
  if (format_ == InputFormat::kTsv) {
    if (std::optional<Taken> other = NextLine(may_pause)) return other;
    DropReturn(&line_);
    record_line_ = source_->line_number();
    ParseTsv(line_, &row_);
    return std::nullopt;
  }
  bool open = !record_.empty();  // a pause came inside a quoted field
  do {
    std::optional<Taken> other = NextLine(may_pause);
    if (other == Taken::kEnd && open) {
      Refuse(Say(lang_, Msg::kQuoteOpen, {source_->name(), std::to_string(record_line_)}));
      record_.clear();
    }
    if (other) return other;
    if (!open) record_line_ = source_->line_number();
    open = CsvStaysOpen(line_, open);
    record_ += line_;
    if (open) record_ += '\n';
    if (record_.size() > ByteSource::kLongestLine) {
      Refuse(Say(lang_, Msg::kQuoteOpen, {source_->name(), std::to_string(record_line_)}));
      record_.clear();
      return Taken::kNothing;
    }
  } while (open);
  DropReturn(&record_);
  CsvResult result = ParseCsv(record_, &row_);
  record_.clear();
  if (result == CsvResult::kRow) return std::nullopt;
  Refuse(Say(lang_, Msg::kQuoteStray, {source_->name(), std::to_string(record_line_)}));
  return Taken::kNothing;
}

CommentReader::Taken CommentReader::TakeRow(bool may_pause, Comment* out) {
  if (std::optional<Taken> other = NextRecord(may_pause)) return *other;
  std::string line = std::to_string(record_line_);
  if (row_.size() != header_.size()) {
    bool blank = row_.size() == 1 && row_[0].empty();
    if (!blank) {
      Refuse(Say(lang_, Msg::kRowWidth,
                 {source_->name(), line, std::to_string(row_.size()), std::to_string(header_.size())}));
    }
    return Taken::kNothing;
  }
  out->text = row_[text_column_];
  out->id = id_column_ && !row_[*id_column_].empty() ? row_[*id_column_] : line;
  out->columns.swap(row_);
  return Taken::kComment;
}

}  // namespace weir::tool
