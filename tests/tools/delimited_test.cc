// CSV and TSV rows: a table each, and both ways back.
#include "delimited.h"

#include <random>

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

using Row = std::vector<std::string>;

TEST(Delimited, Csv) {
  struct Case {
    const char* record;
    CsvResult result;
    Row row;
  };
  const Case kCases[] = {
      {"", CsvResult::kRow, {""}},
      {"a,b", CsvResult::kRow, {"a", "b"}},
      {",", CsvResult::kRow, {"", ""}},
      {"\"a,b\",c", CsvResult::kRow, {"a,b", "c"}},
      {"\"say \"\"hi\"\"\"", CsvResult::kRow, {"say \"hi\""}},
      {"\"\"", CsvResult::kRow, {""}},
      {"\"\",\"\"", CsvResult::kRow, {"", ""}},
      {"\"two\nlines\",x", CsvResult::kRow, {"two\nlines", "x"}},
      {"5\" disk,x", CsvResult::kRow, {"5\" disk", "x"}},
      {" \"a\"", CsvResult::kRow, {" \"a\""}},
      {"\"open", CsvResult::kOpen, {}},
      {"\"open\"\"", CsvResult::kOpen, {}},
      {"\"a\"b", CsvResult::kStray, {}},
  };
  for (const Case& c : kCases) {
    Row row;
    EXPECT_EQ(ParseCsv(c.record, &row), c.result) << c.record;
    if (c.result == CsvResult::kRow) {
      EXPECT_EQ(row, c.row) << c.record;
    }
    EXPECT_EQ(CsvStaysOpen(c.record, false), c.result == CsvResult::kOpen) << c.record;
  }
  EXPECT_FALSE(CsvStaysOpen("the end\",x", true));
  EXPECT_TRUE(CsvStaysOpen("the \"\"middle\"\"", true));
  EXPECT_TRUE(CsvStaysOpen("the end\",\"again", true));
}

TEST(Delimited, Tsv) {
  const std::pair<const char*, Row> kCases[] = {
      {"", {""}},         {"a\tb", {"a", "b"}},       {"\t", {"", ""}},     {"a\\tb", {"a\tb"}},
      {"\\\\t", {"\\t"}}, {"\\n\\r\\\\", {"\n\r\\"}}, {"\\x\\", {"\\x\\"}}, {"\"q\"", {"\"q\""}},
  };
  for (const auto& [line, expected] : kCases) {
    Row row;
    ParseTsv(line, &row);
    EXPECT_EQ(row, expected) << line;
  }
}

TEST(Delimited, WrittenRowsReadBack) {
  const unsigned kSeed = 7;
  std::mt19937 random(kSeed);
  const std::string kAlphabet("a,\"\t\n\r\\n\0x", 10);
  for (int round = 0; round < 2000; ++round) {
    Row row(1 + random() % 4);
    for (std::string& field : row) {
      for (size_t n = random() % 6; n > 0; --n) field += kAlphabet[random() % kAlphabet.size()];
    }
    std::string csv, tsv;
    AppendCsv(row, &csv);
    AppendTsv(row, &tsv);
    csv.pop_back();
    tsv.pop_back();
    Row back;
    ASSERT_EQ(ParseCsv(csv, &back), CsvResult::kRow) << "seed " << kSeed << " round " << round;
    ASSERT_EQ(back, row) << "seed " << kSeed << " round " << round;
    ParseTsv(tsv, &back);
    ASSERT_EQ(back, row) << "seed " << kSeed << " round " << round;
    ASSERT_EQ(tsv.find('\n'), std::string::npos);
  }
}

}  // namespace
}  // namespace weir::tool
