#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "report/finding.h"

namespace weir::report {
namespace {

TEST(ReportJson, EveryKeyInOrder) {
  Finding f;
  f.file = "draft.md";
  f.line = 12;
  f.column = 5;
  f.end_line = 13;
  f.end_column = 2;
  f.level = Level::kError;
  f.rule = "script/zh/script.tsv:12";
  f.category = "script";
  f.term = "包过";
  f.text = "包 过";
  f.message = "m";
  f.suggest = "s";
  f.excerpt = "包\xff";
  auto json = nlohmann::ordered_json::parse(ToJson({f, Finding()}, 3));
  EXPECT_EQ(json["files"], 3);
  EXPECT_EQ(json["errors"], 1);
  EXPECT_EQ(json["warnings"], 1);
  EXPECT_EQ(
      json["findings"][0].dump(),
      R"({"file":"draft.md","line":12,"column":5,"end_line":13,"end_column":2,"level":"error",)"
      R"("rule":"script/zh/script.tsv:12","category":"script","term":"包过","text":"包 过","message":"m","suggest":"s",)"
      R"("excerpt":"包)"
      "\uFFFD\"}");
  EXPECT_EQ(json["findings"][1]["level"], "warning");
}

TEST(ReportJson, NothingFoundIsAnEmptyList) {
  auto json = nlohmann::json::parse(ToJson({}, 0));
  EXPECT_TRUE(json["findings"].is_array());
  EXPECT_TRUE(json["findings"].empty());
}

}  // namespace
}  // namespace weir::report
