// One thing an editor should look at: where, how bad, which rule, why, and a better wording where there is one.
//
//   draft.md:12:5: error: "包过": promises a result [illegal_service]
//
// `message` and `suggest` come in the reader's language from whoever makes the finding; this layer only lays them out.
#ifndef WEIR_REPORT_FINDING_H_
#define WEIR_REPORT_FINDING_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weir::report {

enum class Level : uint8_t { kWarning, kError };
std::string_view Name(Level level);
bool ParseLevel(std::string_view name, Level* out);

struct Finding {
  std::string file;
  uint32_t line = 0, column = 0;          // 1-based; column in code points
  uint32_t end_line = 0, end_column = 0;  // just past the last character
  Level level = Level::kWarning;
  std::string rule;      // category/source: "script/zh/script.tsv:12"
  std::string category;  // the rule's first part
  std::string term;      // as the dictionary writes it
  std::string text;      // as the draft writes it
  std::string message;
  std::string suggest;  // empty: none
  std::string excerpt;  // the source line `line`
};

struct Counts {
  size_t errors = 0, warnings = 0;
};
Counts Count(const std::vector<Finding>& findings);

// Files stay in the order given; within each run of one file by line, column, rule: a report reads from top to bottom.
void SortByPlace(std::vector<Finding>* findings);

struct TextStyle {
  bool color = false;
  std::string suggest_label = "suggestion";
  std::string rule_label = "rule";
};

// One finding for people: the place line, the source line with a caret line below, suggestion and rule.
void AppendText(const Finding& finding, const TextStyle& style, std::string* out);

// All findings as one JSON object with a summary; `files` were read.
std::string ToJson(const std::vector<Finding>& findings, size_t files);

}  // namespace weir::report

#endif  // WEIR_REPORT_FINDING_H_
