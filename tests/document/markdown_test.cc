// Markdown into what is said on air: a table of sources and the blocks they give; a table of places; the directive.
#include <random>

#include <gtest/gtest.h>

#include "tests/document/blocks.h"

namespace weir::document {
namespace {

using Blocks = std::vector<std::string>;

Document Read(const std::string& source) { return ReadDocument("a.md", source, Kind::kMarkdown); }

TEST(Markdown, Blocks) {
  const std::pair<std::string, Blocks> kRows[] = {
      {"", {}},
      {"# 标题 #", {"标题"}},
      {"标题\n===\n正文", {"标题", "正文"}},
      {"一段\n\n两段", {"一段", "两段"}},
      {"上\n下", {"上 下"}},
      {"上  \n下", {"上\n下"}},
      {"上\\\n下", {"上\n下"}},
      {"**粗***斜*~~删~~", {"粗斜删"}},
      {"加**微**信", {"加微信"}},
      {"a_b_c", {"a_b_c"}},
      {"\\*不是\\*", {"*不是*"}},
      {"[字](http://加微信 )", {"字"}},
      {"[字](http://加 微信)", {"[字](http://加 微信)"}},  // a space: no link, so it is read out
      {"[字](http://weixin \"题\")", {"字"}},
      {"![图](weixin.png)", {"图"}},
      {"<http://weixin>", {"http://weixin"}},
      {"[字][r]\n\n[r]: http://weixin '题'", {"字"}},
      {"甲`代码`乙", {"甲\n乙"}},
      {"```\n代码\n```\n后", {"后"}},
      {"    代码\n\n后", {"后"}},
      {"~~~ 微信\n代码\n~~~", {}},
      {"- 一\n- 二\n  续", {"一", "二 续"}},
      {"1. 一\n   - 内\n2. 二", {"一", "内", "二"}},
      {"- [ ] 待办", {"待办"}},
      {"> 引\n> 文\n懒", {"引 文 懒"}},
      {"| 甲 | 乙 |\n|---|---|\n| 微 | 信\\|a |", {"甲", "乙", "微", "信|a"}},
      {"A&amp;B&#33;&#x5fae;&nbsp;&zzz;", {"A&B!微\u00a0&zzz;"}},
      {"甲<b>乙</b>丙", {"甲乙丙"}},
      {"甲<!-- 不念 -->乙", {"甲乙"}},
      {"甲<!-- 不\n念 -->乙", {"甲乙"}},
      {"<!-- 不念 -->\n念", {"念"}},
      {"<!--\n不念\n\n还不念\n-->\n念", {"念"}},
      {"<div>\n念<em>这</em>\n</div>", {"念这 "}},
      {"<style>\n微信\n</style>\n\n念", {"念"}},
      {"***", {}},
      {"\xef\xbb\xbf# 题", {"题"}},
      {"# 题\r\n\r\n上\r\n下\r\n", {"题", "上 下"}},
  };
  for (const auto& [source, expected] : kRows) {
    Document document = Read(source);
    EXPECT_EQ(Texts(document), expected) << source;
    ExpectTrueToSource(document);
  }
}

TEST(Markdown, Places) {
  struct Row {
    std::string source, word, place;
  };
  const Row kRows[] = {
      {"# 包过", "包过", "1:3-1:5"},
      {"包**过**", "包过", "1:1-1:5"},
      {"一\n\n> - 甲\n>   包过", "包过", "4:5-4:7"},
      {"| 甲 | 包过 |\n|--|--|\n| 乙 | 加微信 |", "包过", "1:7-1:9"},
      {"| 甲 | 包过 |\n|--|--|\n| 乙 | 加微信 |", "加微信", "3:7-3:10"},
      {"上包\n过下", "包 过", "1:2-2:2"},
      {"&amp;&lt;包过", "包过", "1:10-1:12"},
      {"&amp;&lt;包过", "&<", "1:1-1:10"},
      {"\xef\xbb\xbf**包过**", "包过", "1:3-1:5"},
      {"甲\r\n\r\n1. 包过\r\n", "包过", "3:4-3:6"},
      {"[包过](http://a.b/c) 甲", "包过", "1:2-1:4"},
      {"\t包过", "包过", "nowhere"},
      {"-\t包过", "包过", "1:3-1:5"},
      {"😀包过", "包过", "1:2-1:4"},
      {"\xff包过", "包过", "1:2-1:4"},
      {"<p>包<b>过</b></p>", "包过", "1:4-1:9"},
  };
  for (const Row& row : kRows) EXPECT_EQ(PlaceOf(Read(row.source), row.word), row.place) << row.source;
}

TEST(Markdown, Directives) {
  struct Row {
    std::string source;
    uint32_t line;  // 0: none
    std::vector<std::string> rules;
  };
  const Row kRows[] = {
      {"<!-- weir-disable-next-line -->\n包过", 2, {}},
      {"<!--weir-disable-next-line-->\n包过", 2, {}},
      {"<!-- weir-disable-next-line -->\n\n\n包过", 4, {}},
      {"<!-- weir-disable-next-line script, ads/zh/ads.tsv:7 -->\n包过", 2, {"script", "ads/zh/ads.tsv:7"}},
      {"甲 <!-- weir-disable-next-line -->\n包过", 2, {}},
      {"<!--\nweir-disable-next-line\n-->\n包过", 4, {}},
      {"- <!-- weir-disable-next-line -->\n  包过", 2, {}},
      {"<!-- weir-disable-next-lines -->\n包过", 0, {}},
      {"<!-- please weir-disable-next-line -->\n包过", 0, {}},
      {"`<!-- weir-disable-next-line -->`\n包过", 0, {}},
      {"```\n<!-- weir-disable-next-line -->\n```\n包过", 0, {}},
      {"<!-- weir-disable-next-line\n包过", 0, {}},
      {"<!-- weir-disable-next-line -->\r\n包过", 2, {}},
  };
  for (const Row& row : kRows) {
    Document document = Read(row.source);
    ASSERT_EQ(document.disabled.size(), row.line == 0 ? 0u : 1u) << row.source;
    if (row.line == 0) continue;
    EXPECT_EQ(document.disabled[0].line, row.line) << row.source;
    EXPECT_EQ(document.disabled[0].rules, row.rules) << row.source;
  }
}

TEST(Markdown, AnyBytesGiveTruePlaces) {
  const unsigned kSeed = 11;
  std::mt19937 random(kSeed);
  const std::vector<std::string> kParts = {
      "包过", "\n",   "\r\n", " ",    "*",   "**",    "`",  "```\n", "> ",   "- ", "| ",   "|-|\n",
      "[",    "](x)", "<b>",  "<!--", "-->", "&amp;", "\\", "#",     "    ", "\t", "\xff", std::string(1, '\0'),
      "😀",    "![",   "~~",   "1. "};
  for (int round = 0; round < 3000; ++round) {
    std::string source;
    for (size_t n = random() % 24; n > 0; --n) source += kParts[random() % kParts.size()];
    SCOPED_TRACE("seed " + std::to_string(kSeed) + " round " + std::to_string(round) + ": " +
                 testing::PrintToString(source));
    ExpectTrueToSource(Read(source));
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace weir::document
