// The strict reader of case files, over a table of bad lines (case_file.tsv) and one good line with every key.
#include "case_file.h"

#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "delimited.h"

namespace weir::tool {
namespace {

struct BadLine {
  std::string line, error, note;
};

std::vector<BadLine> ReadTable() {
  std::ifstream file(WEIR_SOURCE_DIR "/tests/tools/case_file.tsv");
  std::vector<BadLine> rows;
  std::vector<std::string> row;
  std::string line;
  std::getline(file, line);
  EXPECT_EQ(line, "line\terror\tnote");
  while (std::getline(file, line)) {
    ParseTsv(line, &row);
    EXPECT_EQ(row.size(), 3u) << line;
    if (row.size() == 3) rows.push_back({row[0], row[1], row[2]});
  }
  return rows;
}

TEST(CaseFile, RefusesEveryBadLine) {
  std::vector<BadLine> table = ReadTable();
  ASSERT_GE(table.size(), 30u);
  for (const BadLine& row : table) {
    Case item;
    std::string error;
    EXPECT_FALSE(ParseCase(row.line, Lang::kEn, &item, &error)) << row.note << ": " << row.line;
    EXPECT_NE(error.find(row.error), std::string::npos) << row.note << ": got " << error;
  }
}

TEST(CaseFile, ReadsEveryKey) {
  Case item;
  std::string error;
  ASSERT_TRUE(ParseCase(
      R"({"id":"x","kind":"k","ability":["core","skip"],"pack":"default","terms":["a","@@b"],"patterns":["/c/"],)"
      R"("composites":[["d","e"],[]],"allow":["f"],"detectors":["phone"],"latin_boundary":false,"longest":true,)"
      R"("contested":true,"text":"t\u0000t","expect":{"hit":true,"terms":["a"],"exact":true,"category":["ads","scam"],)"
      R"("attention":["none","answer"],"topics":["社保"],"spans_cp":[[0,1],[2,4294967295]]},"source":"s","note":"n"})",
      Lang::kEn, &item, &error))
      << error;
  EXPECT_EQ(item.id, "x");
  EXPECT_EQ(item.ability, (std::vector<std::string>{"core", "skip"}));
  EXPECT_TRUE(item.default_pack);
  EXPECT_EQ(item.terms, (std::vector<std::string>{"a", "@@b"}));
  EXPECT_EQ(item.patterns, std::vector<std::string>{"/c/"});
  EXPECT_EQ(item.composites, (std::vector<std::vector<std::string>>{{"d", "e"}, {}}));
  EXPECT_EQ(item.allow, std::vector<std::string>{"f"});
  EXPECT_EQ(item.detectors, std::vector<std::string>{"phone"});
  EXPECT_FALSE(item.latin_boundary);
  EXPECT_TRUE(item.longest);
  EXPECT_TRUE(item.contested);
  EXPECT_EQ(item.text, std::string("t\0t", 3));
  EXPECT_TRUE(item.expect.hit);
  EXPECT_TRUE(item.expect.exact);
  EXPECT_TRUE(item.expect.has_spans);
  EXPECT_EQ(item.expect.category, (std::vector<std::string>{"ads", "scam"}));
  EXPECT_EQ(item.expect.attention, (std::vector<std::string>{"none", "answer"}));
  EXPECT_EQ(item.expect.topics, std::vector<std::string>{"社保"});
  EXPECT_EQ(item.expect.spans_cp.back(), (std::pair<uint32_t, uint32_t>{2, 4294967295u}));
}

TEST(CaseFile, DefaultsAreThoseOfTheInterface) {
  Case item;
  std::string error;
  ASSERT_TRUE(ParseCase(R"({"id":"x","text":"","expect":{"hit":false}})", Lang::kEn, &item, &error)) << error;
  EXPECT_FALSE(item.default_pack);
  EXPECT_TRUE(item.latin_boundary);
  EXPECT_FALSE(item.longest);
  EXPECT_FALSE(item.contested);
  EXPECT_FALSE(item.expect.has_spans);
}

TEST(CaseFile, NamesLinesAndRepeatedIds) {
  CaseFileReader reader(Lang::kEn);
  reader.AddLine(1, R"({"id":"a","text":"","expect":{"hit":false}})");
  reader.AddLine(2, "  ");
  reader.AddLine(3, R"({"id":"b","text":"","expect":{"hit":false}})");
  reader.AddLine(4, R"({"id":"a","text":"","expect":{"hit":true}})");
  reader.AddLine(5, "{");
  EXPECT_EQ(reader.cases.size(), 2u);
  EXPECT_EQ(reader.cases[1].line, 3u);
  ASSERT_EQ(reader.errors.size(), 2u);
  EXPECT_EQ(reader.errors[0].line, 4u);
  EXPECT_EQ(reader.errors[0].message, "id \"a\" repeats line 1");
  EXPECT_EQ(reader.errors[1].line, 5u);
}

}  // namespace
}  // namespace weir::tool
