#include "engine/scan.h"

#include <gtest/gtest.h>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::Bare;
using tests::HitsOf;
using tests::MakePack;
using tests::MustOpen;

TEST(Scan, HitsWithPlaces) {
  const Engine engine = MustOpen(Bare({"傻逼", "加微信", "sb"}));
  struct {
    const char* text;
    const char* hits;
  } cases[] = {
      {"", ""},
      {"你好", ""},
      {"傻逼", "傻逼@0-6"},
      {"你傻 逼啊", "傻逼@3-10"},
      {"加 微 信", "加微信@0-11"},
      {"ＳＢ", "sb@0-6"},
      {"sb傻逼", "sb@0-2 傻逼@2-8"},
      {"sbc", ""},
      {"傻。逼", ""},
      {"傻\n逼", ""},
      {"\xE5\x82傻逼", "傻逼@2-8"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(HitsOf(engine, c.text), c.hits) << c.text;
  }
}

TEST(Scan, SpansInCodePoints) {
  const Engine engine = MustOpen(Bare({"傻逼"}));
  Scratch scratch;
  Verdict verdict;
  engine.Scan(
      "😀\xE5\x82"
      "a傻\xCC\x81逼",
      scratch, &verdict);
  ASSERT_EQ(verdict.hits.size(), 1u);
  EXPECT_EQ(verdict.hits[0].span_cp, (Span{3, 6}));
  EXPECT_EQ(verdict.hits[0].span, (Span{7, 15}));
  EXPECT_EQ(verdict.flags, kInvalidUtf8);
}

TEST(Scan, LongestReportsOneOfOverlappingHits) {
  const Engine engine = MustOpen(Bare({"大傻逼", "傻逼", "逼人"}));
  EXPECT_EQ(HitsOf(engine, "大傻逼人"), "大傻逼@0-9 傻逼@3-9 逼人@6-12");
  EXPECT_EQ(HitsOf(engine, "大傻逼人", {Surface::kComment, true}), "大傻逼@0-9");
}

TEST(Scan, ScriptCountsInScriptsAndTitlesOnly) {
  EngineOptions options = Bare({});
  options.packs = {MakePack("p", {{"zh/script.tsv", "全国第一\t3\t-\t-\town\tn\n"}})};
  const Engine engine = MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "全国第一", {Surface::kComment, false}), "");
  EXPECT_EQ(HitsOf(engine, "全国第一", {Surface::kNickname, false}), "");
  EXPECT_NE(HitsOf(engine, "全国第一", {Surface::kScript, false}), "");
  EXPECT_NE(HitsOf(engine, "全国第一", {Surface::kTitle, false}), "");
}

TEST(Scan, AVerdictIsBlankBeforeItIsFilled) {
  EngineOptions options;
  options.terms = {"傻逼"};
  const Engine engine = MustOpen(options);
  Scratch scratch;
  Verdict used, fresh;
  engine.Scan("傻逼 19900000063 \xFF 怎么办理社保卡", scratch, &used);
  ASSERT_FALSE(used.hits.empty());
  for (const char* text : {"好的", "", "怎么交医保"}) {
    engine.Scan(text, scratch, &used);
    fresh = Verdict();
    engine.Scan(text, scratch, &fresh);
    EXPECT_EQ(tests::Json(used, text), tests::Json(fresh, text));
  }
}

TEST(Scan, MoreHitsThanTheLimitAskForAPerson) {
  EngineOptions options = Bare({"傻逼"});
  options.limits.hits_per_text = 3;
  const Engine engine = MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  const std::string three = "傻逼好傻逼好傻逼", four = three + "好傻逼";
  engine.Scan(three, scratch, &verdict);
  EXPECT_EQ(verdict.hits.size(), 3u);
  EXPECT_EQ(verdict.flags & kTruncated, 0);
  engine.Scan(four, scratch, &verdict);
  EXPECT_EQ(verdict.hits.size(), 3u);
  EXPECT_NE(verdict.flags & kTruncated, 0);
  EXPECT_GE(verdict.action, Action::kReview);
}

TEST(Scan, AFloodOfRawMatchesAsksForAPerson) {
  for (const MatcherChoice matcher : {MatcherChoice::kHyperscan, MatcherChoice::kTextbook}) {
    EngineOptions options = Bare({"傻好"});
    options.limits.raw_hits_per_text = 10;
    options.matcher = matcher;
    const Engine engine = MustOpen(options);
    std::string ten, eleven;
    for (int i = 0; i < 11; ++i) (i < 10 ? ten : eleven) += "傻好";
    eleven += ten;
    Scratch scratch;
    Verdict verdict;
    engine.Scan(ten, scratch, &verdict);
    EXPECT_EQ(verdict.flags & kTruncated, 0);
    EXPECT_EQ(verdict.hits.size(), 10u);
    engine.Scan(eleven, scratch, &verdict);
    EXPECT_NE(verdict.flags & kTruncated, 0);
    EXPECT_GE(verdict.action, Action::kReview);
    // In a batch the flood of one text is its own: the others have their verdicts.
    const std::vector<std::string_view> texts = {ten, eleven, "傻好", "你好", ten};
    VerdictBatch batch;
    engine.ScanBatch(texts, scratch, &batch);
    for (size_t i = 0; i < texts.size(); ++i) {
      EXPECT_EQ(tests::Json(batch[i], texts[i]), tests::ScanToJson(engine, texts[i], scratch)) << i;
    }
  }
}

// In a long text two entries that read alike are both shown, as in a short one.
TEST(Scan, WindowsLoseNoTermOfTheSamePlace) {
  EngineOptions options = Bare({"傻逼", "傻 逼"});
  options.limits.text_bytes = 1024;
  const Engine engine = MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "傻逼"), "傻 逼@0-6 傻逼@0-6");
  const std::string filler(2000, '-');
  EXPECT_EQ(HitsOf(engine, filler + "傻逼"), "傻 逼@2000-2006 傻逼@2000-2006");
}

// A cut must not fall into a character, even one that a crowd of stray continuation bytes follows.
TEST(Scan, WindowsCutBetweenCharacters) {
  EngineOptions options = Bare({"傻逼"});
  options.limits.text_bytes = 1024;
  const Engine engine = MustOpen(options);
  for (size_t lead = 1000; lead < 1030; ++lead) {
    std::string text(lead, '-');
    text += "\xF0\x9F\x90\xB4\x80\x80\x80\x80\x80\x80";  // 🐴, then stray bytes: one code point and six repairs
    text += std::string(1500 - lead, '-') + "傻逼" + std::string(600, '-');
    Scratch scratch;
    Verdict verdict;
    engine.Scan(text, scratch, &verdict);
    ASSERT_EQ(verdict.hits.size(), 1u) << lead;
    EXPECT_EQ(verdict.hits[0].span.begin, 1510u) << lead;
    EXPECT_EQ(verdict.hits[0].span_cp.begin, 1507u) << lead;
  }
}

TEST(Scan, AttentionBesideRisk) {
  EngineOptions options = Bare({"傻逼"});
  options.packs = {
      MakePack("p", {{"zh/attention/question.tsv", "怎么\t1\t-\t-\town\tn\n"},
                     {"zh/attention/crisis.tsv", "不想活\t2\t-\turgent\town\tn\n"}}),
      PackSource::Bytes("t", dictionary::WriteBundle(
                                 {"t",
                                  "1",
                                  {{"zh/topics/s.tsv", std::string("#! topic 社保\n#! sensitivity 2\n") +
                                                           tests::kHeader + "社保\t1\t-\tunder=参保\town\tn\n"}}}))};
  const Engine engine = MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  engine.Scan("社保怎么交", scratch, &verdict);
  EXPECT_EQ(verdict.action, Action::kAllow);
  EXPECT_EQ(verdict.risk, 0);
  EXPECT_TRUE(verdict.hits.empty());
  EXPECT_EQ(verdict.attention.level, AttentionLevel::kAnswer);
  EXPECT_EQ(verdict.attention.topics, (std::vector<std::string_view>{"社保", "社保/参保"}));
  EXPECT_EQ(verdict.attention.sensitivity, 2);
  engine.Scan("傻逼，我不想活了", scratch, &verdict);
  EXPECT_EQ(verdict.attention.level, AttentionLevel::kUrgent) << "a held comment still cries for help";
  EXPECT_EQ(verdict.action, Action::kReview);
}

}  // namespace
}  // namespace weir
