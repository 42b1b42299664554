#include "dictionary/lint_rule.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/table.h"

namespace weir::dictionary {
namespace {

TEST(Rules, NamesAreFoundAgainAndDocumented) {
  const std::string manual = tests::ReadWhole(tests::SourcePath("docs/lint.md"));
  std::set<std::string_view> names;
  for (size_t i = 0; i < static_cast<size_t>(Rule::kCount); ++i) {
    const auto rule = static_cast<Rule>(i);
    EXPECT_TRUE(names.insert(RuleName(rule)).second) << RuleName(rule);
    EXPECT_EQ(FindRule(RuleName(rule)), rule);
    const std::string row = "| `" + std::string(RuleName(rule)) + "` | " +
                            (LevelOf(rule) == LintLevel::kError ? "error" : "warning") + " |";
    EXPECT_NE(manual.find(row), std::string::npos) << "docs/lint.md lacks the row " << row;
  }
  EXPECT_FALSE(FindRule("").has_value());
  EXPECT_FALSE(FindRule("orders").has_value());
}

TEST(Rules, ArgumentsStandWhereTheSentenceHasThem) {
  const LintFinding finding = MakeFinding(Rule::kOrder, Language::kEnglish, {"f", 3, 1}, {"{1}", "乙"});
  EXPECT_EQ(finding.message, "\"{1}\" stands after \"乙\"") << "an argument is no template";
  EXPECT_EQ(finding.rule, "order");
  EXPECT_EQ(finding.line, 3);
  EXPECT_EQ(MakeFinding(Rule::kOrder, Language::kChinese, {"f", 3, 1}, {"甲", "乙"}).message, "“甲”排在“乙”后面");
}

}  // namespace
}  // namespace weir::dictionary
