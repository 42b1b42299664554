#include "dictionary/tsv.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/table.h"

namespace weir::dictionary {
namespace {

constexpr std::array<Column, 3> kColumns = {{{"term", true}, {"weight", true}, {"note"}}};

TEST(ReadTable, ReadsRowsInAnyColumnOrder) {
  auto table = ReadTable("\xEF\xBB\xBF# head\r\n#! topic 社保 卡\r\n\r\nnote\tterm\tweight\r\nn\t加微信\t3\n\t傻\t",
                         "x.tsv", kColumns);
  ASSERT_TRUE(table.ok()) << table.status();
  ASSERT_EQ(table->directives.size(), 1u);
  EXPECT_EQ(table->directives[0].key, "topic");
  EXPECT_EQ(table->directives[0].value, "社保 卡");
  EXPECT_EQ(table->directives[0].line, 2);
  ASSERT_EQ(table->rows.size(), 2u);
  const Row& row = table->rows[0];
  EXPECT_EQ(row.line, 5);
  EXPECT_EQ(row.cells[0].text, "加微信");
  EXPECT_EQ(row.cells[0].column, 3);
  EXPECT_EQ(row.cells[1].text, "3");
  EXPECT_EQ(row.cells[1].column, 7);  // in code points
  EXPECT_EQ(row.cells[2].text, "n");
  EXPECT_EQ(table->rows[1].cells[1].text, "");  // an empty last cell, no line feed at the end
}

TEST(ReadTable, AColumnTheFileLacksIsEmpty) {
  auto table = ReadTable("term\tweight\nx\t1\n", "x.tsv", kColumns);
  ASSERT_TRUE(table.ok());
  EXPECT_EQ(table->rows[0].cells[2].text, "");
  EXPECT_EQ(table->rows[0].cells[2].column, 0);
}

TEST(ReadTable, AHeaderAloneIsATable) {
  auto table = ReadTable("term\tweight\n", "x.tsv", kColumns);
  ASSERT_TRUE(table.ok());
  EXPECT_TRUE(table->rows.empty());
}

// Any bytes give a table or an error with a line of the text; never a crash.
TEST(ReadTable, RandomBytes) {
  const std::string good = "#! a b\nterm\tweight\tnote\n加微信\t3\tn\n";
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string text = good;
    for (int i = 0; i < 3; ++i)
      text[random() % text.size()] = static_cast<char>(random() % 2 ? random() : "\t\n\r#!\0"[random() % 6]);
    auto table = ReadTable(text, "x.tsv", kColumns);
    if (table.ok()) continue;
    const Status status = ToPublic(table.status());
    ASSERT_EQ(status.code(), StatusCode::kBadSource) << "seed " << seed;
    ASSERT_EQ(status.file(), "x.tsv");
    ASSERT_GE(status.line(), 1) << "seed " << seed << " " << tests::Escape(text);
    ASSERT_LE(status.line(), 1 + std::count(text.begin(), text.end(), '\n')) << "seed " << seed;
  }
}

}  // namespace
}  // namespace weir::dictionary
