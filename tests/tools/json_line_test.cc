// Finding the text in a JSON line, and giving the line back.
#include "json_line.h"

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

using Problem = JsonLine::Problem;

TEST(JsonLine, Finds) {
  struct Case {
    const char* line;
    const char* path;
    Problem problem;
    const char* text;
    const char* id;  // "-": none
  };
  const Case kCases[] = {
      {R"({"text":"a"})", "text", Problem::kNone, "a", "-"},
      {R"({"id":"x","text":"a"})", "text", Problem::kNone, "a", "x"},
      {R"({"id":7,"text":"a"})", "text", Problem::kNone, "a", "7"},
      {R"({"id":-7,"text":"a"})", "text", Problem::kNone, "a", "-7"},
      {R"({"id":1.50,"text":"a"})", "text", Problem::kNone, "a", "1.50"},
      {R"({"id":null,"text":"a"})", "text", Problem::kNone, "a", "-"},
      {R"({"id":{"id":3},"text":"a"})", "text", Problem::kNone, "a", "-"},
      {R"({"m":{"id":3},"text":"a"})", "text", Problem::kNone, "a", "-"},
      {R"({"m":{"text":"no"},"text":"a"})", "text", Problem::kNone, "a", "-"},
      {R"({"text":"a","m":{"text":"no"},"l":[{"text":"no"}]})", "text", Problem::kNone, "a", "-"},
      {R"({"m":{"n":{"t":"a"}}})", "m.n.t", Problem::kNone, "a", "-"},
      {R"({"x":{"n":{"t":"no"}},"m":{"n":{"t":"a"},"t":"no"}})", "m.n.t", Problem::kNone, "a", "-"},
      {R"({"m":{"m":{"t":"no"},"t":"a"}})", "m.t", Problem::kNone, "a", "-"},
      {R"({"m":[{"t":"no"}]})", "m.t", Problem::kMissing, "", "-"},
      {R"({"m":"a"})", "m.t", Problem::kMissing, "", "-"},
      {R"({"m":{"t":["a"]}})", "m.t", Problem::kNotString, "", "-"},
      {R"({"text":null})", "text", Problem::kNotString, "", "-"},
      {R"({"text":{"text":"no"}})", "text", Problem::kNotString, "", "-"},
      {R"({})", "text", Problem::kMissing, "", "-"},
      {R"(["text"])", "text", Problem::kNotObject, "", "-"},
      {R"([{"text":"a"}])", "text", Problem::kNotObject, "", "-"},
      {R"("text")", "text", Problem::kNotObject, "", "-"},
      {R"({"text":"a"} {})", "text", Problem::kSyntax, "", "-"},
      {R"({"text":"a",})", "text", Problem::kSyntax, "", "-"},
      {"{\"text\":\"\xff\"}", "text", Problem::kSyntax, "", "-"},
      {R"({"text":"\u0000\n"})", "text", Problem::kNone, nullptr, "-"},
  };
  for (const Case& c : kCases) {
    JsonLine found;
    ReadJsonLine(c.line, SplitPath(c.path), &found);
    EXPECT_EQ(found.problem, c.problem) << c.line << " " << found.reason;
    if (c.problem != Problem::kNone) continue;
    EXPECT_EQ(found.text, c.text != nullptr ? std::string(c.text) : std::string("\0\n", 2)) << c.line;
    EXPECT_EQ(found.id.value_or("-"), c.id) << c.line;
  }
}

TEST(JsonLine, SyntaxErrorsHaveAPlace) {
  JsonLine found;
  ReadJsonLine(R"({"text":nope})", {"text"}, &found);
  EXPECT_EQ(found.problem, Problem::kSyntax);
  EXPECT_GE(found.byte, 9u);
  EXPECT_LE(found.byte, 11u);
  EXPECT_FALSE(found.reason.empty());
}

TEST(JsonLine, GivesTheLineBack) {
  const std::pair<const char*, const char*> kCases[] = {
      {R"({"b":1.10,"a":"x"})", R"({"b":1.10,"a":"x","weir":V})"},
      {R"({ "a" : "}" }  )", R"({ "a" : "}","weir":V})"},
      {"{\"a\":{}}\r", R"({"a":{},"weir":V})"},
      {R"({})", R"({"weir":V})"},
      {R"({ })", R"({"weir":V})"},
      {R"({"weir":{"a":1},"a":1})", R"({"a":1,"weir":V})"},
      {R"({"weir":1})", R"({"weir":V})"},
  };
  for (auto [line, expected] : kCases) {
    JsonLine found;
    ReadJsonLine(line, {"a"}, &found);
    std::string out;
    AppendWithVerdict(line, found.has_weir, "V", &out);
    EXPECT_EQ(out, expected) << line;
  }
}

TEST(JsonLine, DeepNestingIsNoProblem) {
  std::string line = R"({"x":)" + std::string(100000, '[') + std::string(100000, ']') + R"(,"text":"a"})";
  JsonLine found;
  ReadJsonLine(line, {"text"}, &found);
  EXPECT_EQ(found.problem, Problem::kNone);
  EXPECT_EQ(found.text, "a");
}

}  // namespace
}  // namespace weir::tool
