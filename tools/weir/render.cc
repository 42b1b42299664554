#include "render.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "delimited.h"
#include "document/utf8.h"
#include "json_line.h"

namespace weir::tool {
namespace {

constexpr std::pair<std::string_view, OutputFormat> kNames[] = {{"jsonl", OutputFormat::kJsonl},
                                                                {"csv", OutputFormat::kCsv},
                                                                {"tsv", OutputFormat::kTsv},
                                                                {"text", OutputFormat::kText}};

void AppendJsonl(InputFormat input, const Comment& comment, const Verdict& verdict, const std::string* masked,
                 std::string* out) {
  if (input == InputFormat::kJsonl) {
    std::string json;
    AppendJson(verdict, comment.id, comment.text, masked, &json);
    AppendWithVerdict(comment.record, comment.has_weir, json, out);
  } else {
    AppendJson(verdict, comment.id, comment.text, masked, out);
  }
  *out += '\n';
}

std::vector<std::string> TableRow(const Comment& comment, const Verdict& verdict, const std::string* masked) {
  std::vector<std::string> row = comment.columns;
  if (row.empty()) row = {comment.id, comment.text};
  row.emplace_back(Name(verdict.action));
  row.push_back(std::to_string(verdict.risk));
  row.emplace_back(Name(verdict.attention.level));
  row.push_back(JoinNames(verdict.attention.topics, ";"));
  std::vector<std::string_view> terms;
  for (const Hit& hit : verdict.hits) terms.push_back(hit.term);
  row.push_back(JoinNames(terms, ";"));
  if (masked != nullptr) row.push_back(*masked);
  return row;
}

void AppendHit(const Hit& hit, std::string* out) {
  std::vector<std::string_view> via;
  AppendViaNames(hit.via, &via);
  out->append("[").append(std::to_string(hit.span.begin)).append(",").append(std::to_string(hit.span.end)).append(") ");
  out->append(hit.term).append(" via ").append(JoinNames(via, ",")).append(" ").append(hit.source);
}

void AppendText(const Comment& comment, const Verdict& verdict, const std::string* masked, std::string* out) {
  std::optional<Category> best = BestCategory(verdict);
  *out += comment.id + "  ";
  *out += Name(verdict.action);
  *out += "  " + std::to_string(verdict.risk) + "  ";
  *out += best ? Name(*best) : "-";
  *out += "  ";
  AppendQuoted(masked != nullptr ? *masked : comment.text, out);
  for (size_t i = 0; i < verdict.hits.size(); ++i) {
    *out += i == 0 ? "  " : "; ";
    AppendHit(verdict.hits[i], out);
  }
  if (verdict.attention.level != AttentionLevel::kNone) {
    std::vector<std::string_view> names = {Name(verdict.attention.level)};
    AppendKindNames(verdict.attention.kinds, &names);
    *out += "  " + JoinNames(names, " ");
  }
  if (!verdict.attention.topics.empty()) *out += "  " + JoinNames(verdict.attention.topics, " ");
  std::vector<std::string_view> flags;
  AppendFlagNames(verdict.flags, &flags);
  if (!flags.empty()) *out += "  !" + JoinNames(flags, " !");
  *out += '\n';
}

// Characters that would move the cursor, change the order of the line or not show at all.
bool Hidden(uint32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xAD;
}

void AppendEscape(uint32_t c, std::string* out) {
  if (c == '\n')
    *out += "\\n";
  else if (c == '\t')
    *out += "\\t";
  else if (c == '\r')
    *out += "\\r";
  else {
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "\\u{%x}", c);
    *out += buffer;
  }
}

}  // namespace

bool ParseOutputFormat(std::string_view name, OutputFormat* out) {
  auto found = std::ranges::find(kNames, name, &std::pair<std::string_view, OutputFormat>::first);
  if (found == std::end(kNames)) return false;
  *out = found->second;
  return true;
}

std::vector<std::string> TableHeader(InputFormat input, const std::vector<std::string>& columns, bool masked) {
  bool table = input == InputFormat::kCsv || input == InputFormat::kTsv;
  std::vector<std::string> header = table ? columns : std::vector<std::string>{"id", "text"};
  header.insert(header.end(), {"weir_action", "weir_risk", "weir_attention", "weir_topics", "weir_terms"});
  if (masked) header.emplace_back("weir_masked");
  return header;
}

void AppendRow(OutputFormat format, const std::vector<std::string>& row, std::string* out) {
  format == OutputFormat::kCsv ? AppendCsv(row, out) : AppendTsv(row, out);
}

void AppendComment(OutputFormat format, InputFormat input, const Comment& comment, const Verdict& verdict,
                   const std::string* masked, std::string* out) {
  switch (format) {
    case OutputFormat::kJsonl:
      AppendJsonl(input, comment, verdict, masked, out);
      break;
    case OutputFormat::kText:
      AppendText(comment, verdict, masked, out);
      break;
    case OutputFormat::kCsv:
    case OutputFormat::kTsv:
      AppendRow(format, TableRow(comment, verdict, masked), out);
      break;
  }
}

std::optional<Category> BestCategory(const Verdict& verdict) {
  auto best = std::ranges::max_element(verdict.scores);
  if (*best == 0) return std::nullopt;
  return static_cast<Category>(best - verdict.scores.begin());
}

std::vector<std::string_view> FirstTopics(const Verdict& verdict) {
  std::vector<std::string_view> topics;
  for (std::string_view topic : verdict.attention.topics) {
    std::string_view first = topic.substr(0, topic.find('/'));
    if (std::ranges::find(topics, first) == topics.end()) topics.push_back(first);
  }
  return topics;
}

void AppendShown(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const document::Utf8Step step = document::NextUtf8(text, at);
    if (Hidden(step.code_point))
      AppendEscape(step.code_point, out);
    else
      document::AppendUtf8(step.code_point, out);
    at += step.bytes;
  }
}

void AppendQuoted(std::string_view text, std::string* out) {
  *out += '"';
  for (size_t at = 0; at < text.size();) {
    document::Utf8Step step = document::NextUtf8(text, at);
    if (Hidden(step.code_point))
      AppendEscape(step.code_point, out);
    else if (step.code_point == '"' || step.code_point == '\\')
      *out += {'\\', static_cast<char>(step.code_point)};
    else
      document::AppendUtf8(step.code_point, out);
    at += step.bytes;
  }
  *out += '"';
}

std::string JoinNames(const std::vector<std::string_view>& names, std::string_view separator) {
  std::string out;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out += separator;
    out += names[i];
  }
  return out;
}

}  // namespace weir::tool
