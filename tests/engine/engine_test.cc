#include "weir/engine.h"

#include <gtest/gtest.h>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::Bare;
using tests::HitsOf;
using tests::MakePack;
using tests::MustOpen;

TEST(Engine, OpensWithNothing) {
  const Engine engine = MustOpen({});
  const EngineInfo info = engine.Info();
  EXPECT_EQ(info.pack.rfind("default@", 0), 0u);
  EXPECT_EQ(info.generation, 1u);
  EXPECT_GT(info.terms, 300u);
  EXPECT_FALSE(info.degraded);
  EXPECT_EQ(info.matcher.rfind("hyperscan ", 0), 0u);
  EXPECT_FALSE(info.fold_digest.empty());
}

TEST(Engine, OpensWithNothingToLookFor) {
  const Engine engine = MustOpen(Bare({}));
  EXPECT_EQ(HitsOf(engine, "傻逼 19900000063"), "");
  EXPECT_EQ(engine.Info().terms, 0u);
  EXPECT_EQ(engine.Info().pack, "");
}

TEST(Engine, OneScratchServesManyEngines) {
  const Engine one = MustOpen(Bare({"傻逼"})), other = MustOpen(Bare({"加微信"}));
  Scratch scratch;
  Verdict verdict;
  for (int round = 0; round < 3; ++round) {
    one.Scan("傻逼加微信", scratch, &verdict);
    EXPECT_EQ(HitsOf(verdict), "傻逼@0-6");
    other.Scan("傻逼加微信", scratch, &verdict);
    EXPECT_EQ(HitsOf(verdict), "加微信@6-15");
  }
}

TEST(Engine, MovesAndVerdictsOutliveIt) {
  Verdict verdict;
  Scratch scratch;
  {
    Engine first = MustOpen(Bare({"傻逼"}));
    Engine engine = std::move(first);
    engine.Scan("傻逼", scratch, &verdict);
    Scratch moved = std::move(scratch);
    engine.Scan("傻逼", moved, &verdict);
  }
  EXPECT_EQ(HitsOf(verdict), "傻逼@0-6");
  EXPECT_EQ(verdict.pack.rfind("ad-hoc@0+", 0), 0u);
}

TEST(Engine, BatchesOfEverySize) {
  const Engine engine = MustOpen(Bare({"傻逼", "sb"}));
  Scratch scratch;
  VerdictBatch batch;
  for (const size_t size : {0u, 1u, 2u, 63u, 64u, 65u, 128u, 200u, 7u}) {
    std::vector<std::string> texts;
    for (size_t i = 0; i < size; ++i) texts.push_back(i % 3 == 0 ? "傻逼" + std::to_string(i) : i % 3 == 1 ? "" : "s");
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    engine.ScanBatch(views, scratch, &batch);
    ASSERT_EQ(batch.size(), size);
    for (size_t i = 0; i < size; ++i) {
      EXPECT_EQ(batch[i].hits.size(), i % 3 == 0 ? 1u : 0u) << i << " of " << size;
    }
  }
}

// s | b of two neighbours are not sb.
TEST(Engine, NeighboursDoNotTouch) {
  const Engine engine = MustOpen(Bare({"傻逼", "sb"}));
  Scratch scratch;
  VerdictBatch batch;
  engine.ScanBatch(std::vector<std::string_view>{"傻", "逼", "s", "b", "", "sb"}, scratch, &batch);
  for (size_t i = 0; i < 5; ++i) {
    EXPECT_TRUE(batch[i].hits.empty()) << i;
  }
  EXPECT_EQ(batch[5].hits.size(), 1u);
}

TEST(Engine, ColumnsWithBadOffsetsGiveEmptyTexts) {
  const Engine engine = MustOpen(Bare({"傻逼"}));
  Scratch scratch;
  VerdictBatch batch;
  const std::string bytes = "傻逼傻逼";
  engine.ScanColumn(bytes, std::vector<int32_t>{0, 6, 12}, scratch, &batch);
  ASSERT_EQ(batch.size(), 2u);
  EXPECT_EQ(HitsOf(batch[0]), "傻逼@0-6");
  EXPECT_EQ(HitsOf(batch[1]), "傻逼@0-6");
  engine.ScanColumn(bytes, std::vector<int32_t>{6, 0, 13, -1, 12, 2147483647, 0, 6}, scratch, &batch);
  ASSERT_EQ(batch.size(), 7u);
  for (size_t i = 0; i < 6; ++i) {
    EXPECT_TRUE(batch[i].hits.empty()) << i;
  }
  EXPECT_EQ(batch[6].hits.size(), 1u);
  for (const auto& offsets : {std::vector<int32_t>{}, std::vector<int32_t>{0}}) {
    engine.ScanColumn(bytes, offsets, scratch, &batch);
    EXPECT_EQ(batch.size(), 0u);
  }
}

TEST(Reload, SwapsAndCounts) {
  Engine engine = MustOpen(Bare({"加微信"}));
  const PackSource abuse = MakePack("abuse", {{"zh/abuse.tsv", "傻逼\t4\t-\t-\town\tn\n"}});
  Scratch scratch;
  Verdict verdict;
  engine.Scan("傻逼加微信", scratch, &verdict);
  EXPECT_EQ(HitsOf(verdict), "加微信@6-15");
  ASSERT_TRUE(engine.Reload({abuse}, false).ok());
  EXPECT_EQ(engine.Info().generation, 2u);
  engine.Scan("傻逼加微信", scratch, &verdict);
  EXPECT_EQ(HitsOf(verdict), "傻逼@0-6 加微信@6-15") << "ad-hoc terms stay";
  ASSERT_TRUE(engine.Reload({}, true).ok());
  EXPECT_EQ(engine.Info().pack.rfind("default@", 0), 0u);
  ASSERT_TRUE(engine.Reload({}, false).ok());
  engine.Scan("傻逼加微信", scratch, &verdict);
  EXPECT_EQ(HitsOf(verdict), "加微信@6-15");
  EXPECT_EQ(engine.Info().generation, 4u);
}

TEST(Reload, LeavesAllAsItWasWhenItFails) {
  EngineOptions options = Bare({});
  options.packs = {MakePack("abuse", {{"zh/abuse.tsv", "傻逼\t4\t-\t-\town\tn\n"}})};
  Engine engine = MustOpen(options);
  const std::string before = engine.Info().pack;
  const Status status = engine.Reload({MakePack("broken", {{"zh/abuse.tsv", "傻逼\tvery\t-\t-\town\tn\n"}})}, false);
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.ToString().rfind("zh/abuse.tsv:2:4: ", 0), 0u) << status.ToString();
  EXPECT_EQ(engine.Reload({PackSource::Path("/nowhere/at/all")}).code(), StatusCode::kNotFound);
  EXPECT_EQ(engine.Info().pack, before);
  EXPECT_EQ(engine.Info().generation, 1u);
  EXPECT_EQ(HitsOf(engine, "傻逼"), "傻逼@0-6");
}

}  // namespace
}  // namespace weir
