// One JSON Lines record: finds the text and the id in it without building a tree, and gives the line back with a `weir` key.
//
//   ReadJsonLine(R"({"id":7,"msg":{"text":"你好"}})", {"msg", "text"}, &found)   → text 你好, id 7
//   AppendWithVerdict(line, found.has_weir, verdict_json, &out)
//       → {"id":7,"msg":{"text":"你好"},"weir":{…}}
//
// The record is copied byte for byte, so keys keep their order and numbers their digits (a tree would turn 1.10 into 1.1).
#ifndef WEIR_TOOLS_JSON_LINE_H_
#define WEIR_TOOLS_JSON_LINE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weir::tool {

struct JsonLine {
  enum class Problem { kNone, kSyntax, kNotObject, kMissing, kNotString };
  Problem problem = Problem::kNone;
  size_t byte = 0;     // kSyntax: where, 1-based
  std::string reason;  // kSyntax: what
  std::string text;
  std::optional<std::string> id;  // when the object has an `id` that is a string or a number
  bool has_weir = false;
};

// `path`: the keys from the outermost object to the text.
void ReadJsonLine(std::string_view line, const std::vector<std::string>& path, JsonLine* out);

// `line` must have been read without a problem. Its own `weir` key, if any, is replaced.
void AppendWithVerdict(std::string_view line, bool has_weir, std::string_view verdict, std::string* out);

// "msg.text" → {"msg", "text"}
std::vector<std::string> SplitPath(std::string_view dotted);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_JSON_LINE_H_
