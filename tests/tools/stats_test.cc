// Counting: each comment once per thing it is, and two tallies add up to the one of all.
#include "stats.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace weir::tool {
namespace {

Verdict Held() {
  Verdict verdict;
  verdict.action = Action::kBlock;
  verdict.attention.level = AttentionLevel::kUrgent;
  verdict.attention.kinds = kQuestion | kCrisis;
  verdict.attention.topics = {"社保", "医保", "社保/养老", "社保/缴费"};
  verdict.flags = kInvalidUtf8;
  Hit hit;
  hit.category = Category::kAds;
  verdict.hits = {hit, hit};
  return verdict;
}

TEST(Stats, CountsEachCommentOnce) {
  Tally tally;
  tally.Add(Held(), "12345");
  tally.Add(Verdict(), "");
  auto json = nlohmann::json::parse(StatsJson(tally, {2.0, 3, "p"}));
  EXPECT_EQ(json["comments"], 2);
  EXPECT_EQ(json["held"], 1);
  EXPECT_EQ(json["block"], 1);
  EXPECT_EQ(json["review"], 0);
  EXPECT_EQ(json["allowed"], 1);
  EXPECT_EQ(json["urgent"], 1);
  EXPECT_EQ(json["categories"]["ads"], 1);
  EXPECT_EQ(json["categories"]["scam"], 0);
  EXPECT_EQ(json["kinds"]["question"], 1);
  EXPECT_EQ(json["kinds"]["crisis"], 1);
  EXPECT_EQ(json["kinds"]["help"], 0);
  EXPECT_EQ(json["topics"]["社保"], 1);
  EXPECT_EQ(json["topics"]["医保"], 1);
  EXPECT_EQ(json["topics"].size(), 2u);
  EXPECT_EQ(json["flags"]["invalid_utf8"], 1);
  EXPECT_EQ(json["bytes"], 5);
  EXPECT_EQ(json["unreadable"], 3);
  EXPECT_EQ(json["comments_per_second"], 1.0);
}

TEST(Stats, TalliesAddUp) {
  Tally all, first, second;
  for (int i = 0; i < 5; ++i) {
    all.Add(Held(), "abc");
    (i % 2 == 0 ? first : second).Add(Held(), "abc");
  }
  first.Merge(second);
  EXPECT_EQ(StatsJson(first, {}), StatsJson(all, {}));
}

TEST(Stats, TheTableShowsTheBusiestTopics) {
  Tally tally;
  for (int i = 0; i < 20; ++i) tally.topics["topic" + std::to_string(100 + i)] = static_cast<uint64_t>(i + 1);
  std::string table = StatsTable(tally, {}, Lang::kEn);
  EXPECT_NE(table.find("topic119"), std::string::npos);
  EXPECT_NE(table.find("topic105"), std::string::npos);
  EXPECT_EQ(table.find("topic104"), std::string::npos);
  EXPECT_LT(table.find("topic119"), table.find("topic118"));
}

}  // namespace
}  // namespace weir::tool
