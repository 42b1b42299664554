#include "dictionary/toml.h"

#include <gtest/gtest.h>

#include "base/error.h"

namespace weir::dictionary {
namespace {

Status StatusOf(const std::string& text) { return ToPublic(ParseToml(text, "f.toml").status()); }

TEST(ParseToml, ATreeWithPlaces) {
  auto tree = ParseToml(
      "# a comment\n[[pattern]]\nname = '微信'\n  weight = 3.5\n[pattern.sub]\nlist = [1, true, \"x\"]\n", "f.toml");
  ASSERT_TRUE(tree.ok()) << tree.status();
  const Toml& rule = tree->entries.at(0).value.items.at(0);
  EXPECT_EQ(rule.line, 2);
  ASSERT_EQ(rule.entries.size(), 3u);
  EXPECT_EQ(rule.entries[0].key, "name");
  EXPECT_EQ(rule.entries[0].value.text, "微信");
  EXPECT_EQ(rule.entries[0].value.column, 8);
  EXPECT_EQ(rule.entries[1].line, 4);
  EXPECT_EQ(rule.entries[1].column, 3);
  EXPECT_EQ(rule.entries[1].value.kind, Toml::Kind::kNumber);
  EXPECT_EQ(rule.entries[1].value.number, 3.5);
  const Toml& list = rule.entries[2].value.entries.at(0).value;
  ASSERT_EQ(list.items.size(), 3u);
  EXPECT_TRUE(list.items[1].truth);
  EXPECT_EQ(list.items[2].column, 18);
}

TEST(ParseToml, FaultsHavePlaces) {
  struct Row {
    const char* text;
    int32_t line, column;
    const char* message;
  };
  for (const Row& row : {Row{"a = \n", 1, 5, "expected value"}, Row{"a=1\na=2\n", 2, 3, "redefine"},
                         Row{"a='微信'微\n", 1, 7, "past ASCII"}, Row{"[a]\nx=1\n[a]\n", 3, 1, "redefine"},
                         Row{"a=\"\xFF\"\n", 1, 3, "utf-8"}, Row{"[\x1b[a]\n", 1, 2, "control character"},
                         Row{"a='\x01'\n", 1, 4, "not TOML"}, Row{"a='x' 微\n", 1, 7, "past ASCII"},
                         Row{"微信=1\n", 1, 1, "past ASCII"}, Row{"a=[-'微=]\n", 1, 5, "a quote in the middle"},
                         Row{"a='x''微'\n", 1, 6, "a quote in the middle"}, Row{"a＝1\n", 1, 2, "past ASCII"},
                         Row{"\n\xC7\xA7)!(\\b", 2, 1, "past ASCII"}, Row{"a = \"\"\"x\"\"\"\n", 1, 5, "\"\"\""}}) {
    const Status status = StatusOf(row.text);
    EXPECT_EQ(status.code(), StatusCode::kBadSource) << row.text;
    EXPECT_EQ(status.file(), "f.toml");
    EXPECT_EQ(status.line(), row.line) << status.ToString();
    EXPECT_EQ(status.column(), row.column) << status.ToString();
    EXPECT_NE(status.message().find(row.message), std::string::npos) << status.ToString();
  }
}

std::string Times(const std::string& what, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) out += what;
  return out;
}

// Each of these overflowed a stack somewhere when it was not turned down here, or may in a parser that is changed.
TEST(ParseToml, DepthIsBoundedBeforeParsing) {
  for (const std::string& deep :
       {"a = " + Times("[", 100000), Times("a.", 200000) + "a = 1", "[" + Times("a.", 200000) + "a]",
        "x = { " + Times("a.", 200000) + "a = 1 }", "a = " + Times("{a=", 100000),

        "a = ['''q''''', {" + Times("a.", 200000) + "a = 1 } ]", Times("\"a\" . ", 60000) + "a = 1",
        "[\"]\"." + Times("a.", 200000) + "a]", "a = \"x\\\"\"\n" + Times("a.", 200000) + "a = 1"}) {
    EXPECT_EQ(StatusOf(deep).code(), StatusCode::kLimit) << deep.substr(0, 40);
  }
  EXPECT_EQ(StatusOf("a = 1\nb = " + Times("[", 9)).line(), 2);
  EXPECT_EQ(StatusOf("a = 1\nb = " + Times("[", 9)).column(), 13);
}

TEST(ParseToml, BracketsAndDotsInTextsAreNone) {
  for (const std::string& fine : {"a = '" + Times("[.", 100) + "'\n", "a = \"" + Times("[.\\\"", 100) + "\"\n",
                                  "a = '''\n" + Times("[.{'", 100) + "\n'''\n", "# " + Times("[.", 100) + "\na = 1\n",
                                  Times("a = 1.5 # [\n", 1) + "b = 2.5\n"}) {
    EXPECT_TRUE(StatusOf(fine).ok()) << StatusOf(fine).ToString() << "\n" << fine.substr(0, 60);
  }
}

TEST(ParseToml, SizeIsBounded) { EXPECT_EQ(StatusOf(std::string(kLargestToml + 1, '#')).code(), StatusCode::kLimit); }

TEST(TomlReader, TheFirstFaultIsKept) {
  auto tree = ParseToml("name = 3\nweight = 'x'\nflag = 1\n", "f.toml");
  ASSERT_TRUE(tree.ok());
  const std::string file = "f.toml";
  std::string text = "before";
  double number = 7;
  TomlReader reader(*tree, file);
  reader.Text("missing", &text);
  EXPECT_TRUE(reader.status().ok());
  reader.Text("name", &text);
  reader.Number("weight", 0, 1, &number);
  EXPECT_EQ(text, "before");
  EXPECT_EQ(number, 7);
  EXPECT_EQ(ToPublic(reader.status()).ToString(), "f.toml:1:8: name is a whole number; write a text");
}

}  // namespace
}  // namespace weir::dictionary
