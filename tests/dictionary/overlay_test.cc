#include "dictionary/overlay.h"

#include <gtest/gtest.h>

#include "dictionary/source.h"

namespace weir::dictionary {
namespace {

constexpr Date kToday{2026, 11, 25};

// A layer of one file of abuse; columns term, weight, flags, until.
Pack Layer(const std::string& name, const std::string& rows, const std::string& path = "zh/abuse.tsv") {
  Pack pack;
  pack.name = name;
  pack.version = "1";
  pack.digest = std::string(32, '0');
  const absl::Status status = ReadSource("term\tweight\tflags\tuntil\n" + rows, path, &pack);
  EXPECT_TRUE(status.ok()) << status;
  return pack;
}

// "text weight layer" of each entry in effect.
std::string InEffect(const Effective& effective) {
  std::string out;
  for (const Term& term : effective.terms) {
    out +=
        (out.empty() ? "" : "; ") + term.text + " " + std::to_string(static_cast<int>(term.weight)) + " " + term.layer;
  }
  return out;
}

Effective Lay(std::vector<Pack> layers, const Date& today = kToday) {
  auto effective = Overlay(std::move(layers), today);
  EXPECT_TRUE(effective.ok()) << effective.status();
  return *std::move(effective);
}

TEST(Overlay, Table) {
  const struct {
    const char *base, *city, *county, *effective;
    size_t removed, warnings;
  } kCases[] = {
      {"甲乙\t4\t-\t-\n", "", "", "甲乙 4 base", 0, 0},
      {"甲乙\t4\t-\t-\n", "丙丁\t3\t-\t-\n", "", "甲乙 4 base; 丙丁 3 city", 0, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t1\t-\t-\n", "", "甲乙 1 city", 0, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t1\t-\t-\n", "甲乙\t2\t-\t-\n", "甲乙 2 county", 0, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t0\tremove\t-\n", "", "", 1, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t0\tremove\t-\n", "甲乙\t3\t-\t-\n", "甲乙 3 county", 1, 0},
      {"ab甲\t4\t-\t-\n", "ＡＢ甲\t1\t-\t-\n", "", "ＡＢ甲 1 city", 0, 0},  // what reads the same is the same
      {"ab甲\t4\t-\t-\n", "ＡＢ甲\t0\tremove\t-\n", "", "", 1, 0},
      {"甲乙\t4\t-\t-\n", "丙丁\t0\tremove\t-\n", "", "甲乙 4 base", 0, 1},  // removes nothing
      {"甲乙\t4\t-\t2026-11-24\n", "", "", "", 0, 0},                        // its last day was yesterday
      {"甲乙\t4\t-\t2026-11-25\n", "", "", "甲乙 4 base", 0, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t1\t-\t2026-11-24\n", "", "甲乙 4 base", 0, 0},  // what stood before stands again
      {"甲乙\t4\t-\t-\n", "甲乙\t0\tremove\t2026-11-24\n", "", "甲乙 4 base", 0, 0},
      {"甲乙\t4\t-\t-\n", "甲乙\t0\tallow\t-\n", "", "甲乙 4 base; 甲乙 0 city", 0,
       0},  // an allow phrase is another entry
  };
  for (const auto& c : kCases) {
    const Effective effective = Lay({Layer("base", c.base), Layer("city", c.city), Layer("county", c.county)});
    EXPECT_EQ(InEffect(effective), c.effective) << c.base << c.city << c.county;
    EXPECT_EQ(effective.removed.size(), c.removed) << c.base << c.city << c.county;
    EXPECT_EQ(effective.warnings.size(), c.warnings) << c.base << c.city << c.county;
  }
}

TEST(Overlay, TellsWhatStoodBeforeAndWhoRemoved) {
  const Effective effective =
      Lay({Layer("base", "甲乙\t4\t-\t-\n丙丁\t3\t-\t-\n"), Layer("city", "甲乙\t1\t-\t-\n丙丁\t0\tremove\t-\n")});
  ASSERT_EQ(effective.history.count(0), 1u);
  EXPECT_EQ(effective.history.at(0).front().layer, "base");
  EXPECT_EQ(effective.history.at(0).front().weight, 4);
  ASSERT_EQ(effective.removed.size(), 1u);
  EXPECT_EQ(effective.removed[0].term.text, "丙丁");
  EXPECT_EQ(effective.removed[0].layer, "city");
}

TEST(Overlay, ExpiredEntriesAreTold) {
  const Effective effective = Lay({Layer("base", "甲乙\t4\t-\t2020-01-01\n丙丁\t3\t-\t-\n")});
  ASSERT_EQ(effective.expired.size(), 1u);
  EXPECT_EQ(effective.expired[0].text, "甲乙");
}

TEST(Overlay, AnotherCategoryIsAnotherEntry) {
  const Effective effective =
      Lay({Layer("base", "甲乙\t4\t-\t-\n"), Layer("city", "甲乙\t0\tremove\t-\n", "zh/ads.tsv")});
  EXPECT_EQ(InEffect(effective), "甲乙 4 base");
  EXPECT_EQ(effective.warnings.size(), 1u);
}

TEST(Overlay, RefusesTooManyLayers) {
  EXPECT_FALSE(Overlay(std::vector<Pack>(kMostLayers + 1), kToday).ok());
  EXPECT_TRUE(Overlay(std::vector<Pack>(kMostLayers), kToday).ok());
}

// The rows that read a day, or remove, wrongly are refused where they stand.
TEST(Overlay, BadRows) {
  for (const char* const row : {"甲乙\t4\t-\t2026-02-30\n", "甲乙\t4\t-\tmorgen\n", "甲乙\t4\tremove\t-\n"}) {
    Pack pack;
    EXPECT_FALSE(ReadSource(std::string("term\tweight\tflags\tuntil\n") + row, "zh/abuse.tsv", &pack).ok()) << row;
  }
}

}  // namespace
}  // namespace weir::dictionary
