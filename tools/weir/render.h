// One comment and its verdict as a line of output.
//
//   jsonl  {"id":"3","action":"review",…}     or, for jsonl input, the input object with a `weir` key
//   csv    the input's columns and weir_action,weir_risk,weir_attention,weir_topics,weir_terms (id,text for other inputs)
//   text   3  review  73  ads  "加 薇 信"  [0,11) 加微信 via separator zh/ads.tsv:118
//
// In text, spans are bytes of the comment as in the JSON; control and bidi characters are written as escapes, so that no
// comment can repaint a terminal. csv and tsv pass the comment's bytes through.
#ifndef WEIR_TOOLS_RENDER_H_
#define WEIR_TOOLS_RENDER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input.h"
#include "weir/verdict.h"

namespace weir::tool {

enum class OutputFormat { kJsonl, kCsv, kTsv, kText };
bool ParseOutputFormat(std::string_view name, OutputFormat* out);

// Whether the format is a table, which has a header line.
inline bool IsTable(OutputFormat format) { return format == OutputFormat::kCsv || format == OutputFormat::kTsv; }

// The columns of the table for this input.
std::vector<std::string> TableHeader(InputFormat input, const std::vector<std::string>& columns, bool masked);
void AppendRow(OutputFormat format, const std::vector<std::string>& row, std::string* out);

// `masked` is null without --mask.
void AppendComment(OutputFormat format, InputFormat input, const Comment& comment, const Verdict& verdict,
                   const std::string* masked, std::string* out);

// The worst category, the first of equals; none where there is no evidence.
std::optional<Category> BestCategory(const Verdict& verdict);
// Topics of the first level: "社保" of 社保 and 社保/养老.
std::vector<std::string_view> FirstTopics(const Verdict& verdict);
// `text` fit for a terminal: what it cannot show, or obeys, as escapes.
void AppendShown(std::string_view text, std::string* out);
// `text` in double quotes, fit for a terminal.
void AppendQuoted(std::string_view text, std::string* out);
std::string JoinNames(const std::vector<std::string_view>& names, std::string_view separator);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_RENDER_H_
