// Findings for people and for editors that read `file:line:column: level: message`.
//
//   draft.md:12:5: error: "包过": promises a result [illegal_service]
//      12 | 我们包过包拿证
//         |     ~~~~
//         = suggestion: …
//         = rule: illegal_service/zh/illegal_service.tsv:12
//
// Han characters take two places, so the underline is counted in places. A long line is shown around the finding only.
#include "document/utf8.h"
#include "report/finding.h"
#include "report/width.h"

namespace weir::report {
namespace {

// What is shown left and right of a finding in a long line, in code points: a line of a terminal, more or less.
constexpr size_t kLeft = 30;
constexpr size_t kRight = 50;

// The characters of a line, each made fit for a terminal.
std::vector<std::string> Characters(std::string_view line) {
  std::vector<std::string> out;
  for (size_t at = 0; at < line.size();) {
    document::Utf8Step step = document::NextUtf8(line, at);
    uint32_t c = step.code_point;
    bool hidden = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    std::string& shown = out.emplace_back();
    document::AppendUtf8(c == '\t' ? ' ' : hidden ? 0xFFFD : c, &shown);
    at += step.bytes;
  }
  return out;
}

std::string Join(const std::vector<std::string>& characters, size_t begin, size_t end) {
  std::string out;
  for (size_t i = begin; i < end; ++i) out += characters[i];
  return out;
}

void AppendExcerpt(const Finding& finding, const TextStyle& style, std::string* out) {
  std::vector<std::string> line = Characters(finding.excerpt);
  size_t begin = std::min<size_t>(finding.column - 1, line.size());
  size_t end = finding.end_line == finding.line ? std::min<size_t>(finding.end_column - 1, line.size()) : line.size();
  end = std::max(begin, end);
  size_t from = begin > kLeft ? begin - kLeft : 0;
  size_t to = std::min(line.size(), std::max(end, begin) + kRight);
  std::string number = std::to_string(finding.line);
  std::string margin(number.size() < 5 ? 5 - number.size() : 0, ' ');
  std::string before = (from > 0 ? "…" : "") + Join(line, from, begin);
  std::string under(std::max<size_t>(DisplayWidth(Join(line, begin, end)), 1), '~');
  *out += margin + number + " | " + before + Join(line, begin, end) + Join(line, end, to) +
          (to < line.size() ? "…" : "") + "\n";
  *out += std::string(margin.size() + number.size(), ' ') + " | " + std::string(DisplayWidth(before), ' ');
  *out += (style.color ? "\033[1;31m" : "") + under + (style.color ? "\033[0m" : "") + "\n";
}

void AppendNote(const std::string& label, const std::string& text, std::string* out) {
  if (!text.empty()) *out += "      = " + label + ": " + text + "\n";
}

}  // namespace

void AppendText(const Finding& finding, const TextStyle& style, std::string* out) {
  std::string level(Name(finding.level));
  if (style.color) level = (finding.level == Level::kError ? "\033[1;31m" : "\033[1;33m") + level + "\033[0m";
  *out +=
      finding.file + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) + ": " + level + ": ";
  *out += finding.message + " [" + finding.category + "]\n";
  AppendExcerpt(finding, style, out);
  AppendNote(style.suggest_label, finding.suggest, out);
  AppendNote(style.rule_label, finding.rule, out);
}

}  // namespace weir::report
