#include "dictionary/toml.h"

// The one place that includes toml++: its classes differ by these settings, and two kinds of them in a library are undefined.
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
// toml++ 3.3 asserts what hostile text can break ("[\x1b"), and with NDEBUG lets the compiler rely on it. Behind each of these assertions it
// has an ordinary error: with the assertions empty, in every kind of build, that one is met. The fuzz target rules holds it to that.
#define TOML_ASSERT(expr) static_cast<void>(0)
#ifdef NDEBUG
#define WEIR_NDEBUG
#undef NDEBUG
#endif
#include <toml++/toml.h>
#ifdef WEIR_NDEBUG
#define NDEBUG
#undef WEIR_NDEBUG
#endif

#include <algorithm>
#include <cmath>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/date.h"
#include "base/error.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

// A look at the characters, brackets and dots outside strings and comments, before toml++ sees the text. It reads strings as toml++
// does, up to the first fault that toml++ would stop at. What it turns down here toml++ 3.3 does not bear: a stack as deep as the text
// says, and characters past ASCII where it asks whether they are white space ("unreachable" of its own tables: a。 or 。 behind a \ of a
// string of several lines).
class Shape {
 public:
  Shape(std::string_view text, const std::string& file) : text_(text), file_(file) {}

  absl::Status Check() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = line_begin_ = 3;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"' && text_.substr(at_, 3) == "\"\"\"")
        return Fault(StatusCode::kBadSource, "a string in \"\"\" …; write it in \'\'\' … , or in one line");
      if (c == '"' || c == '\'') {
        // Behind anything else toml++ reads on as one word (-'…), and would meet the string's characters outside one.
        if (std::string_view("\n=,[{.").find(last_) == std::string_view::npos)
          return Fault(StatusCode::kBadSource,
                       "a quote in the middle of a value; begin the text with it, or leave it out");
        SkipString(c);
        last_ = c;
        continue;
      }
      if (c == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
        continue;
      }
      if (IsControl(c)) return Fault(StatusCode::kBadSource, "a control character; remove it");
      if (static_cast<unsigned char>(c) >= 0x80)
        return Fault(
            StatusCode::kBadSource,
            "a character past ASCII outside quotes; put texts in quotes, and write = . , [ ] in their ASCII form");
      Count(c);
      if (c != ' ' && c != '\t' && c != '\r') last_ = c;
      if (depth_ > kDeepestToml || dots_ > kDeepestToml) {
        return Fault(StatusCode::kLimit,
                     absl::StrCat("nested deeper than ", kDeepestToml, " levels; rule files need no more than four"));
      }
      ++at_;
    }
    return absl::OkStatus();
  }

 private:
  static bool IsControl(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  }

  absl::Status Fault(StatusCode code, const std::string& message) const {
    const size_t column = text::CountCodePoints(text_.substr(line_begin_, at_ - line_begin_)) + 1;
    return ErrorAt({file_, line_, static_cast<int32_t>(column)}, code, message);
  }

  void Count(char c) {
    if (c == '[' || c == '{') ++depth_;
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
    if (c == '.') {
      ++dots_;
    } else if (c == '=' || c == ',' || c == '\n' || c == '{' || c == '[') {
      dots_ = 0;
    }
    if (c == '\n') {
      ++line_;
      line_begin_ = at_ + 1;
    }
  }

  // From the opening quote to behind the closing one; a string of one line ends with its line at the latest.
  void SkipString(char quote) {
    const bool triple = text_.substr(at_, 3) == std::string(3, quote);
    at_ += triple ? 3 : 1;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\\' && quote == '"' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
        ++at_;
      } else if (c == '\n') {
        if (!triple) return;
        Count(c);
      } else if (c == quote && (!triple || text_.substr(at_, 3) == std::string(3, quote))) {
        at_ += triple ? 3 : 1;
        for (int i = 0; triple && i < 2 && at_ < text_.size() && text_[at_] == quote; ++i)
          ++at_;  // '''a''''' ends with two
        return;
      }
    }
  }

  std::string_view text_;
  const std::string& file_;
  size_t at_ = 0, depth_ = 0, dots_ = 0, line_begin_ = 0;
  int32_t line_ = 1;
  char last_ = '\n';  // the last character outside strings that is no white space; of a string its quote
};

// toml++ 3.3 is undefined on most characters of U+0080 to U+FFFF where it asks whether they are white space, and where it reads a string
// is its own affair. So it never sees one: each stands for its partner in the private plane 15 while toml++ works, one character for one,
// and places stay true. An escape of a character there (\U000F4E00) reads as its partner.
constexpr char32_t kAway = 0xF0000;

// `text` with the characters of one plane from `low` on moved to another.
std::string Move(std::string_view text, char32_t low, char32_t from, char32_t to) {
  std::string out;
  out.reserve(text.size() + text.size() / 3);
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    if (one.valid && one.cp >= from + low && one.cp <= from + 0xFFFF) {
      text::AppendUtf8(one.cp - from + to, &out);
    } else {
      out.append(p, one.length);
    }
    p += one.length;
  }
  return out;
}

std::string MoveAway(std::string_view text) { return Move(text, 0x80, 0, kAway); }
std::string MoveBack(std::string_view text) { return Move(text, 0x80, kAway, 0); }

// The tree of toml++ as ours. Recursive: Shape has bounded the depth.
void Convert(const toml::node& node, Toml* out) {
  out->line = std::max<int32_t>(static_cast<int32_t>(node.source().begin.line), 1);
  out->column = std::max<int32_t>(static_cast<int32_t>(node.source().begin.column), 1);
  if (const auto* text = node.as_string()) {
    out->kind = Toml::Kind::kText;
    out->text = MoveBack(text->get());
  } else if (const auto* whole = node.as_integer()) {
    out->kind = Toml::Kind::kWhole;
    out->number = static_cast<double>(whole->get());
  } else if (const auto* number = node.as_floating_point()) {
    out->kind = Toml::Kind::kNumber;
    out->number = number->get();
  } else if (const auto* truth = node.as_boolean()) {
    out->kind = Toml::Kind::kTruth;
    out->truth = truth->get();
  } else if (const auto* array = node.as_array()) {
    out->kind = Toml::Kind::kArray;
    for (const toml::node& item : *array) Convert(item, &out->items.emplace_back());
  } else if (const auto* table = node.as_table()) {
    out->kind = Toml::Kind::kTable;
    for (const auto& [key, value] : *table) {
      TomlEntry& entry = out->entries.emplace_back();
      entry.key = MoveBack(key.str());
      entry.line = std::max<int32_t>(static_cast<int32_t>(key.source().begin.line), 1);
      entry.column = std::max<int32_t>(static_cast<int32_t>(key.source().begin.column), 1);
      Convert(value, &entry.value);
    }
    std::sort(out->entries.begin(), out->entries.end(), [](const TomlEntry& a, const TomlEntry& b) {
      return std::tie(a.line, a.column, a.key) < std::tie(b.line, b.column, b.key);
    });
  } else {
    out->kind = Toml::Kind::kTime;
    if (const auto* date = node.as_date()) {
      const toml::date day = date->get();
      out->text = FormatDate({static_cast<int16_t>(day.year), day.month, day.day});
    }
  }
}

}  // namespace

absl::StatusOr<Toml> ParseToml(std::string_view text, const std::string& file) {
  if (text.size() > kLargestToml) {
    return ErrorAt(
        {file}, StatusCode::kLimit,
        absl::StrCat("a rule file holds at most ", kLargestToml / 1024, " KiB; split it in two folders' files"));
  }
  if (absl::Status status = Shape(text, file).Check(); !status.ok()) return status;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);  // the mark that a file is UTF-8
  const toml::parse_result parsed = toml::parse(MoveAway(text), std::string_view(file));
  if (!parsed) {
    const toml::parse_error& error = parsed.error();
    return ErrorAt(
        {file, static_cast<int32_t>(error.source().begin.line), static_cast<int32_t>(error.source().begin.column)},
        StatusCode::kBadSource,
        absl::StrCat("not TOML: ", MoveBack(error.description()), "; see docs/rules.md for the form"));
  }
  Toml tree;
  Convert(parsed.table(), &tree);
  return tree;
}

std::string_view TomlKindName(Toml::Kind kind) {
  switch (kind) {
    case Toml::Kind::kText:
      return "a text";
    case Toml::Kind::kWhole:
      return "a whole number";
    case Toml::Kind::kNumber:
      return "a number";
    case Toml::Kind::kTruth:
      return "true or false";
    case Toml::Kind::kTime:
      return "a date or time";
    case Toml::Kind::kArray:
      return "an array";
    case Toml::Kind::kTable:
      return "a table";
  }
  return "";
}

void TomlReader::Know(std::initializer_list<std::string_view> keys) {
  for (const TomlEntry& entry : table_.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
    Toml at;
    at.line = entry.line;
    at.column = entry.column;
    const std::string known =
        absl::StrJoin(keys, " ", [](std::string* out, std::string_view key) { absl::StrAppend(out, Absl(key)); });
    return Fail(at, absl::StrCat("unknown key \"", entry.key, "\"; known here are: ", known));
  }
}

void TomlReader::Need(std::string_view key) {
  if (!Has(key)) Fail(absl::StrCat("the key \"", Absl(key), "\" is missing; write ", Absl(key), " = …"));
}

const TomlEntry* TomlReader::Find(std::string_view key) const {
  for (const TomlEntry& entry : table_.entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

const Toml* TomlReader::Take(std::string_view key, Toml::Kind kind) {
  const TomlEntry* entry = Find(key);
  if (entry == nullptr || !status_.ok()) return nullptr;
  const Toml& value = entry->value;
  const bool fits = value.kind == kind || (kind == Toml::Kind::kNumber && value.kind == Toml::Kind::kWhole);
  if (fits) return &value;
  Fail(value, absl::StrCat(Absl(key), " is ", Absl(TomlKindName(value.kind)), "; write ", Absl(TomlKindName(kind))));
  return nullptr;
}

void TomlReader::Text(std::string_view key, std::string* out, size_t longest) {
  const Toml* value = Take(key, Toml::Kind::kText);
  if (value == nullptr) return;
  if (value->text.empty())
    return Fail(*value, absl::StrCat(Absl(key), " is empty; write a text, or leave the key out"));
  if (text::CountCodePoints(value->text) > longest)
    return Fail(*value, absl::StrCat(Absl(key), " is longer than ", longest, " characters; shorten it"));
  if (std::any_of(value->text.begin(), value->text.end(), [](char c) { return c == '\0'; }))
    return Fail(*value, absl::StrCat(Absl(key), " holds the character U+0000; remove it"));
  *out = value->text;
}

void TomlReader::Number(std::string_view key, double low, double high, double* out) {
  const Toml* value = Take(key, Toml::Kind::kNumber);
  if (value == nullptr) return;
  if (!(value->number >= low && value->number <= high))  // a NaN is neither
    return Fail(*value, absl::StrCat(Absl(key), " ", value->number, " is out of range; write ", low, " to ", high));
  *out = value->number;
}

void TomlReader::Whole(std::string_view key, int64_t low, int64_t high, int64_t* out) {
  const Toml* value = Take(key, Toml::Kind::kWhole);
  if (value == nullptr) return;
  if (value->number < static_cast<double>(low) || value->number > static_cast<double>(high))
    return Fail(*value, absl::StrCat(Absl(key), " ", value->number, " is out of range; write ", low, " to ", high));
  *out = static_cast<int64_t>(value->number);
}

void TomlReader::Truth(std::string_view key, bool* out) {
  if (const Toml* value = Take(key, Toml::Kind::kTruth)) *out = value->truth;
}

void TomlReader::Texts(std::string_view key, size_t most, std::vector<std::string>* out) {
  const Toml* value = Take(key, Toml::Kind::kArray);
  if (value == nullptr) return;
  if (value->items.empty() || value->items.size() > most)
    return Fail(*value, absl::StrCat(Absl(key), " has ", value->items.size(), " items; write 1 to ", most));
  for (const Toml& item : value->items) {
    if (item.kind != Toml::Kind::kText || item.text.empty())
      return Fail(item, absl::StrCat(Absl(key), " holds ",
                                     item.kind == Toml::Kind::kText ? "an empty text" : Absl(TomlKindName(item.kind)),
                                     "; every item is a text in quotes"));
    out->push_back(item.text);
  }
}

void TomlReader::Fail(std::string_view key, const std::string& message) {
  const TomlEntry* entry = Find(key);
  Fail(entry == nullptr ? table_ : entry->value, message);
}

void TomlReader::Fail(const Toml& at, const std::string& message) {
  if (status_.ok()) status_ = ErrorAt({file_, at.line, at.column}, StatusCode::kBadSource, message);
}

}  // namespace weir::dictionary
