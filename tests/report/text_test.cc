// The lines an editor reads: the place line, and the underline below the right characters.
#include <gtest/gtest.h>

#include "report/finding.h"
#include "report/width.h"

namespace weir::report {
namespace {

Finding Make() {
  Finding f;
  f.file = "draft.md";
  f.line = f.end_line = 12;
  f.column = 3;
  f.end_column = 5;
  f.level = Level::kError;
  f.rule = "illegal_service/zh/illegal_service.tsv:12";
  f.category = "illegal_service";
  f.message = "\"包过\": promises a result";
  f.excerpt = "我们包过a";
  return f;
}

std::string Text(const Finding& finding, const TextStyle& style = {}) {
  std::string out;
  AppendText(finding, style, &out);
  return out;
}

// The second and third line: excerpt and underline.
std::string Excerpt(const Finding& finding) {
  std::string text = Text(finding);
  size_t begin = text.find('\n') + 1;
  return text.substr(begin, text.find("      = ") - begin);
}

TEST(ReportText, OneFinding) {
  EXPECT_EQ(Text(Make()),
            "draft.md:12:3: error: \"包过\": promises a result [illegal_service]\n"
            "   12 | 我们包过a\n"
            "      |     ~~~~\n"
            "      = rule: illegal_service/zh/illegal_service.tsv:12\n");
}

TEST(ReportText, SuggestionAndLabels) {
  Finding finding = Make();
  finding.suggest = "按流程办理";
  finding.level = Level::kWarning;
  std::string text = Text(finding, {false, "建议", "规则"});
  EXPECT_NE(text.find("draft.md:12:3: warning: "), std::string::npos);
  EXPECT_NE(text.find("      = 建议: 按流程办理\n      = 规则: illegal_service/"), std::string::npos);
}

TEST(ReportText, ColorsOnlyWhenAsked) {
  EXPECT_EQ(Text(Make()).find('\033'), std::string::npos);
  EXPECT_NE(Text(Make(), {true}).find("\033[1;31merror\033[0m"), std::string::npos);
}

TEST(ReportText, UnderlinesWhereverItStands) {
  Finding finding = Make();
  finding.end_line = 13;  // goes on in the next line: underlined to this one's end
  EXPECT_EQ(Excerpt(finding), "   12 | 我们包过a\n      |     ~~~~~\n");
  finding = Make();
  finding.column = 90;  // past the line's end: still one mark
  finding.end_column = 92;
  EXPECT_EQ(Excerpt(finding), "   12 | 我们包过a\n      |          ~\n");
  finding = Make();
  finding.line = finding.end_line = 1234567;
  EXPECT_EQ(Excerpt(finding), "1234567 | 我们包过a\n        |     ~~~~\n");
  finding = Make();
  finding.excerpt = "\t\033包过";  // nothing that moves the cursor gets through
  EXPECT_EQ(Excerpt(finding), "   12 |  \uFFFD包过\n      |   ~~~~\n");
}

TEST(ReportText, ALongLineIsCut) {
  Finding finding = Make();
  finding.excerpt = std::string(1000, 'x') + "包过" + std::string(1000, 'y');
  finding.column = 1001;
  finding.end_column = 1003;
  EXPECT_EQ(Excerpt(finding), "   12 | …" + std::string(30, 'x') + "包过" + std::string(50, 'y') + "…\n      | " +
                                  std::string(31, ' ') + "~~~~\n");
}

TEST(ReportText, Widths) {
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("微信"), 4u);
  EXPECT_EQ(DisplayWidth("ｗ，한カ"), 8u);
  EXPECT_EQ(DisplayWidth("😀"), 2u);
  EXPECT_EQ(DisplayWidth("e\u0301\u200b"), 1u);
  EXPECT_EQ(DisplayWidth("\xff"), 1u);
}

}  // namespace
}  // namespace weir::report
