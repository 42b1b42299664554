// Packs over one another as values; tests/engine/layers_test.cc asks the engine which of them decides.
#include "dictionary/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "base/error.h"
#include "dictionary/source.h"

namespace weir::dictionary {
namespace {

constexpr Date kToday{2026, 6, 15};

Pack Read(const std::string& name, const std::vector<std::pair<std::string, std::string>>& files) {
  Pack pack;
  pack.name = name;
  pack.version = "1";
  pack.digest = "0123456789abcdef";
  for (const auto& [path, rows] : files) {
    const absl::Status status = ReadSource(rows, path, &pack);
    EXPECT_TRUE(status.ok()) << status;
  }
  return pack;
}

Pack Abuse(const std::string& name, const std::string& rows) {
  return Read(name, {{"zh/abuse.tsv", "term\tweight\tflags\tuntil\n" + rows}});
}

Effective MustOverlay(std::vector<Pack> layers) {
  auto effective = Overlay(std::move(layers), kToday);
  EXPECT_TRUE(effective.ok()) << effective.status();
  return effective.ok() ? *std::move(effective) : Effective{};
}

TEST(Overlay, OfNothingIsNothing) {
  const Effective effective = MustOverlay({});
  EXPECT_TRUE(effective.terms.empty());
  EXPECT_EQ(effective.stamp, "");
}

TEST(Overlay, AReplacedEntryKeepsItsPlaceAndItsHistory) {
  const Effective effective = MustOverlay({Abuse("base", "甲甲\t4\t-\t-\n乙乙\t3\t-\t-\n丙丙\t2\t-\t-\n"),
                                           Abuse("city", "丙丙\t1\tgap=none\t2027-01-01\n甲甲\t0\tremove\t-\n")});
  ASSERT_EQ(effective.terms.size(), 2u);
  EXPECT_EQ(effective.terms[0].text, "乙乙");
  EXPECT_EQ(effective.terms[0].rank, 0);
  EXPECT_EQ(effective.terms[1].text, "丙丙");
  EXPECT_EQ(effective.terms[1].rank, 1);
  EXPECT_FALSE(effective.terms[1].gap) << "all columns of the last row";
  EXPECT_EQ(effective.terms[1].until, (Date{2027, 1, 1}));
  ASSERT_EQ(effective.history.size(), 1u) << "the index moves with the entry when one before it is removed";
  ASSERT_TRUE(effective.history.contains(1));
  EXPECT_EQ(effective.history.at(1)[0].layer, "base");
  EXPECT_EQ(effective.history.at(1)[0].weight, 2);
  EXPECT_EQ(effective.stamp, "base@1+0123456789ab + city@1+0123456789ab");
}

TEST(Overlay, SeveralThatReadTheSameAreReplacedByOne) {
  const Effective effective =
      MustOverlay({Abuse("base", "加VX\t4\t-\t-\n加ｖｘ\t3\t-\t-\n加vx\t2\t-\t-\n"), Abuse("city", "加vx\t1\t-\t-\n")});
  ASSERT_EQ(effective.terms.size(), 1u);
  EXPECT_EQ(effective.terms[0].layer, "city");
  EXPECT_EQ(effective.history.at(0).size(), 3u);
}

TEST(Overlay, WithinOneLayerOnlyTheVeryTextIsReplaced) {
  const Effective effective = MustOverlay({Abuse("base", "加VX\t4\t-\t-\n加vx\t2\t-\t-\n加vx\t1\t-\t-\n")});
  ASSERT_EQ(effective.terms.size(), 2u);
  EXPECT_EQ(effective.terms[1].weight, 1);
}

TEST(Overlay, AnotherMeaningStandsBeside) {
  const std::string head = "term\tweight\tflags\n";
  const Effective effective =
      MustOverlay({Read("base", {{"zh/abuse.tsv", head + "甲甲\t4\t-\n"},
                                 {"zh/ads.tsv", head + "甲甲\t4\t-\n"},
                                 {"zh/attention/help.tsv", head + "甲甲\t1\t-\n"},
                                 {"zh/topics/a.tsv", "#! topic 社保\n" + head + "甲甲\t1\t-\n"}}),
                   Read("city", {{"zh/ads.tsv", head + "甲甲\t0\tremove\n"},
                                 {"zh/topics/b.tsv", "#! topic 医保\n" + head + "甲甲\t1\t-\n"},
                                 {"zh/topics/c.tsv", "#! topic 社保\n#! route 二楼\n" + head + "甲甲\t0\tremove\n"}})});
  ASSERT_EQ(effective.terms.size(), 3u);
  EXPECT_EQ(effective.terms[0].category, Category::kAbuse);
  EXPECT_EQ(effective.terms[1].role, Role::kAttention);
  EXPECT_EQ(effective.topics[effective.terms[2].topic].name, "医保");
  EXPECT_EQ(effective.removed.size(), 2u);
  EXPECT_EQ(effective.topics[0].route, "二楼") << "a county's own desk";
  EXPECT_TRUE(effective.warnings.empty());
}

TEST(Overlay, AnAllowPhraseIsOneWhateverItsFile) {
  const std::string head = "term\tweight\tflags\n";
  const Effective effective = MustOverlay({Read("base", {{"zh/abuse.tsv", head + "三黄片\t0\tallow\n"}}),
                                           Read("city", {{"zh/sexual.tsv", head + "三黄片\t0\tallow,remove\n"}})});
  EXPECT_TRUE(effective.terms.empty());
  ASSERT_EQ(effective.removed.size(), 1u);
  EXPECT_EQ(effective.removed[0].layer, "city");
}

TEST(Overlay, ExpiredRowsAreCountedAndNothingElse) {
  const Effective effective = MustOverlay({Abuse("base", "甲甲\t4\t-\t2026-06-14\n乙乙\t4\t-\t2026-06-15\n"),
                                           Abuse("city", "乙乙\t0\tremove\t2020-01-01\n")});
  ASSERT_EQ(effective.terms.size(), 1u);
  EXPECT_EQ(effective.terms[0].text, "乙乙");
  EXPECT_EQ(effective.expired.size(), 2u);
}

// Against the plainest reading: a map from meaning and text, layer by layer.
TEST(Overlay, RandomLayersAgreeWithAMap) {
  const char* const kTexts[] = {"甲甲", "乙乙", "丙丙", "VX", "vx", "ｖx"};
  const auto folded = [](const std::string& text) {
    return text.size() < 6 ? std::string("vx") : text == "ｖx" ? "vx" : text;
  };
  for (uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    std::vector<Pack> layers;
    std::map<std::string, float> expected;
    for (int layer = 0; layer < 4; ++layer) {
      std::string rows;
      std::map<std::string, std::string> own;  // one row a reading, so that the order within a layer does not matter
      for (int i = 0; i < 3; ++i) {
        const std::string text = kTexts[random() % 6];
        const int kind = static_cast<int>(random() % 3);
        const std::string weight = std::to_string(1 + random() % 5);
        if (!own.emplace(folded(text), text).second) continue;
        const bool expired = random() % 4 == 0;
        rows += text + "\t" + (kind == 0 ? "0\tremove" : weight + "\t-") + "\t" + (expired ? "2026-01-01" : "-") + "\n";
        if (expired) continue;
        if (kind == 0)
          expected.erase(folded(text));
        else
          expected[folded(text)] = std::stof(weight);
      }
      layers.push_back(Abuse("L" + std::to_string(layer), rows));
    }
    std::map<std::string, float> got;
    for (const Term& term : MustOverlay(std::move(layers)).terms) got[folded(term.text)] = term.weight;
    ASSERT_EQ(got, expected) << "seed " << seed;
  }
}

TEST(Overlay, LimitsAreErrors) {
  EXPECT_FALSE(Overlay(std::vector<Pack>(kMostLayers + 1), kToday).ok());
  EXPECT_TRUE(Overlay(std::vector<Pack>(kMostLayers), kToday).ok());
  std::vector<Pack> layers(20);
  for (size_t i = 0; i < layers.size(); ++i) {
    for (size_t k = 0; k < 4096; ++k) layers[i].topics.push_back({std::to_string(i) + "/" + std::to_string(k), "", 0});
  }
  const auto crowded = Overlay(std::move(layers), kToday);
  ASSERT_FALSE(crowded.ok());
  EXPECT_EQ(ToPublic(crowded.status()).code(), StatusCode::kLimit);
}

}  // namespace
}  // namespace weir::dictionary
