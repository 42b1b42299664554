#include "engine/explain.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::Bare;
using tests::MakePack;
using tests::MustOpen;

const Engine& Sample() {
  static const Engine* engine = [] {
    EngineOptions options = Bare({"sb"}, {"三黄片"});
    options.packs = {MakePack(
        "p", {{"zh/abuse.tsv",
               "傻逼\t4\t-\t-\town\tn\n黄片\t4\t-\t-\town\tn\n大麻\t4\t-\t-\town\tn\n他妈的\t2\t-\t-\town\tn\n"},
              {"zh/attention/question.tsv", "怎么\t1\t-\t-\town\tn\n"}})};
    return new Engine(MustOpen(options));
  }();
  return *engine;
}

const Explanation::RawHit* Find(const Explanation& explanation, const std::string& term) {
  for (const auto& raw : explanation.raw_hits) {
    if (raw.term == term) return &raw;
  }
  return nullptr;
}

TEST(Explain, SaysWhichStepDecided) {
  struct {
    const char* text;
    const char* term;
    const char* step;
    bool accepted;
  } cases[] = {
      {"傻逼", "傻逼", "accepted", true},    {"傻。逼", "傻逼", "gap", false},
      {"usb", "sb", "boundary", false},      {"三黄片", "黄片", "allow", false},
      {"很大麻烦", "大麻", "border", false}, {"他妈妈的", "他妈的", "align", false},
      {"怎么办", "怎么", "accepted", true},
  };
  for (const auto& c : cases) {
    const Explanation explanation = Sample().Explain(c.text);
    const auto* raw = Find(explanation, c.term);
    ASSERT_NE(raw, nullptr) << c.text;
    EXPECT_EQ(raw->step, c.step) << c.text;
    EXPECT_EQ(raw->accepted, c.accepted) << c.text;
    EXPECT_FALSE(raw->reason.empty());
    EXPECT_EQ(raw->text, std::string_view(c.text).substr(raw->span.begin, raw->span.end - raw->span.begin));
  }
}

TEST(Explain, ShowsTheWordsThatCut) {
  const Explanation explanation = Sample().Explain("给您添了很大麻烦");
  const auto* raw = Find(explanation, "大麻");
  ASSERT_NE(raw, nullptr);
  EXPECT_NE(raw->reason.find("大|麻烦, not "), std::string::npos) << raw->reason;
  EXPECT_NE(raw->reason.find("|大麻|烦 (margin "), std::string::npos) << raw->reason;
}

TEST(Explain, TheVerdictIsTheScans) {
  for (const char* text : {"", "你好", "傻逼", "傻 逼怎么三黄片", "\xE5\x82傻逼", "他妈的他妈妈的", "大麻很大麻烦"}) {
    Scratch scratch;
    EXPECT_EQ(tests::Json(Sample().Explain(text).verdict, text), tests::ScanToJson(Sample(), text, scratch)) << text;
  }
}

TEST(Explain, TellsTheChainTheEvidenceAndTheWayOut) {
  const Explanation explanation = Sample().Explain("傻 逼怎么");
  EXPECT_EQ(explanation.folded, "傻逼怎么");
  EXPECT_EQ(explanation.symbols.size(), 4u);
  const auto* raw = Find(explanation, "傻逼");
  ASSERT_NE(raw, nullptr);
  EXPECT_EQ(raw->reason, "傻 逼 → separator → 傻逼");
  EXPECT_EQ(raw->category, "abuse");
  EXPECT_EQ(raw->source, "zh/abuse.tsv:2");
  EXPECT_EQ(Find(explanation, "怎么")->category, "attention:question");
  ASSERT_EQ(explanation.evidence.size(), 1u);
  EXPECT_FLOAT_EQ(explanation.evidence[0].weight, 4);
  EXPECT_FLOAT_EQ(explanation.evidence[0].points, 4 * explanation.evidence[0].confidence);
  ASSERT_EQ(explanation.clearing.size(), 1u);
  EXPECT_NE(explanation.clearing[0].find("allowed below 60"), std::string::npos) << explanation.clearing[0];
}

TEST(Explain, LongTextsAreExplainedWithoutRawHits) {
  EngineOptions options = Bare({"傻逼"});
  options.limits.text_bytes = 1024;
  const Engine engine = MustOpen(options);
  const std::string text = std::string(3000, '-') + "傻逼";
  const Explanation explanation = engine.Explain(text);
  EXPECT_TRUE(explanation.raw_hits.empty());
  EXPECT_EQ(explanation.verdict.hits.size(), 1u);
  EXPECT_EQ(explanation.evidence.size(), 1u);
  EXPECT_NE(explanation.clearing.back().find("truncated"), std::string::npos);
}

TEST(Explain, ItsJsonIsJson) {
  for (const std::string text : {"傻 逼", "三黄片\"\\\n\x01", "\xE5\x82傻逼", ""}) {
    const Explanation explanation = Sample().Explain(text);
    const auto json = nlohmann::json::parse(ToJson(explanation, text), nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << text;
    EXPECT_EQ(json["raw_hits"].size(), explanation.raw_hits.size());
    EXPECT_EQ(json["verdict"]["hits"].size(), explanation.verdict.hits.size());
  }
}

}  // namespace
}  // namespace weir
