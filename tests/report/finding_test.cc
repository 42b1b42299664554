#include "report/finding.h"

#include <gtest/gtest.h>

namespace weir::report {
namespace {

Finding Make(std::string file, uint32_t line, uint32_t column, std::string rule, Level level = Level::kError) {
  Finding finding;
  finding.file = std::move(file);
  finding.line = line;
  finding.column = column;
  finding.rule = std::move(rule);
  finding.level = level;
  return finding;
}

TEST(Finding, Levels) {
  Level level = Level::kError;
  EXPECT_TRUE(ParseLevel("warning", &level));
  EXPECT_EQ(level, Level::kWarning);
  EXPECT_TRUE(ParseLevel(Name(Level::kError), &level));
  EXPECT_EQ(level, Level::kError);
  EXPECT_FALSE(ParseLevel("fatal", &level));
  EXPECT_EQ(level, Level::kError);
}

TEST(Finding, Counts) {
  std::vector<Finding> findings = {Make("a", 1, 1, "r"), Make("a", 1, 1, "r", Level::kWarning), Make("b", 1, 1, "r")};
  EXPECT_EQ(Count(findings).errors, 2u);
  EXPECT_EQ(Count(findings).warnings, 1u);
  EXPECT_EQ(Count({}).errors, 0u);
}

TEST(Finding, SortsWithinFilesAndKeepsTheirOrder) {
  std::vector<Finding> findings = {Make("b", 2, 1, "r"), Make("b", 1, 9, "r"), Make("b", 1, 2, "s"),
                                   Make("b", 1, 2, "r"), Make("a", 1, 1, "r")};
  SortByPlace(&findings);
  std::string order;
  for (const Finding& f : findings) order += f.file + std::to_string(f.line) + std::to_string(f.column) + f.rule + " ";
  EXPECT_EQ(order, "b12r b12s b19r b21r a11r ");
}

}  // namespace
}  // namespace weir::report
