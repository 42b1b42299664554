// What an engine is made of: packs laid over one another, options checked, matchers chosen.
#include "engine/snapshot.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "engine_helpers.h"

namespace weir::engine {
namespace {

using tests::Bare;
using tests::MakePack;

std::shared_ptr<const Snapshot> Make(const EngineOptions& options) {
  auto snapshot = MakeSnapshot(options, 7);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return snapshot.ok() ? *snapshot : nullptr;
}

TEST(MakeSnapshot, TheDefaultPack) {
  const auto snapshot = Make({});
  EXPECT_EQ(snapshot->stamp.rfind("default@", 0), 0u) << snapshot->stamp;
  EXPECT_GT(snapshot->terms.size(), 300u);
  EXPECT_EQ(snapshot->forms.size(), snapshot->spellings.size());
  EXPECT_FALSE(snapshot->degraded);
  EXPECT_EQ(snapshot->generation, 7u);
  EXPECT_TRUE(snapshot->warnings.empty());
  for (const auto& pattern : snapshot->patterns) {
    EXPECT_FALSE(pattern.spellings.empty());
  }
}

TEST(MakeSnapshot, LaterLayersReplaceAndAdd) {
  EngineOptions options = Bare({});
  options.packs = {
      MakePack("base", {{"zh/abuse.tsv", "傻逼\t4\t-\t-\town\tbase\n笨蛋\t2\t-\t-\town\tbase\n"}}),
      MakePack("city", {{"zh/abuse.tsv", "傻逼\t1\t-\t-\town\tcity\n"}, {"zh/ads.tsv", "傻逼\t2\t-\t-\town\tcity\n"}})};
  const auto snapshot = Make(options);
  ASSERT_EQ(snapshot->terms.size(), 3u);
  EXPECT_EQ(snapshot->terms[0].weight, 1) << "the same term of the same category: the later one";
  EXPECT_EQ(snapshot->terms[0].layer, "city");
  EXPECT_EQ(snapshot->terms[1].layer, "base");
  EXPECT_EQ(snapshot->terms[2].category, Category::kAds) << "the same term of another category stands beside";
  EXPECT_EQ(snapshot->stamp.find("base@1+"), 0u);
  EXPECT_NE(snapshot->stamp.find(" + city@1+"), std::string::npos);
}

TEST(MakeSnapshot, WhichTermsTheWordBorderGuardIsAskedAbout) {
  EngineOptions options = Bare({"口交", "sb"});
  options.packs = {
      MakePack("p", {{"zh/abuse.tsv",
                      "大麻\t4\t-\t-\town\tn\n麻烦你妈\t4\t-\tborder=none\town\tn\n大麻烦\t0\t-\tallow\town\tn\n"
                      "五个字的词\t4\t-\t-\town\tn\n"},
                     {"zh/attention/question.tsv", "怎么\t1\t-\t-\town\tn\n"}})};
  const auto guarded = [&] {
    std::string out;
    const auto snapshot = Make(options);
    for (size_t i = 0; i < snapshot->terms.size(); ++i) {
      if (snapshot->forms[i].guarded) out += snapshot->terms[i].text + " ";
    }
    return out;
  };
  EXPECT_EQ(guarded(), "大麻 ");
  options.word_border = true;
  EXPECT_EQ(guarded(), "大麻 口交 ");
}

TEST(MakeSnapshot, TopicsOfLayersAreJoinedByName) {
  EngineOptions options = Bare({});
  const auto topic = [](const char* name, const char* rows) {
    return PackSource::Bytes(
        name, dictionary::WriteBundle(
                  {name, "1", {{"zh/topics/t.tsv", std::string("#! topic ") + name + "\n" + tests::kHeader + rows}}}));
  };
  options.packs = {topic("医保", "看病\t1\t-\t-\town\tn\n"), topic("社保", "退休\t1\t-\t-\town\tn\n"),
                   topic("医保", "报销\t1\t-\t-\town\tn\n")};
  const auto snapshot = Make(options);
  ASSERT_EQ(snapshot->topics.size(), 2u);
  ASSERT_EQ(snapshot->terms.size(), 3u);
  EXPECT_EQ(snapshot->topics[snapshot->terms[0].topic].name, "医保");
  EXPECT_EQ(snapshot->topics[snapshot->terms[1].topic].name, "社保");
  EXPECT_EQ(snapshot->topics[snapshot->terms[2].topic].name, "医保");
}

TEST(MakeSnapshot, AdHocTermsThatFoldToNothingAreLeftOutWithAWarning) {
  const auto snapshot = Make(Bare({"傻逼", "", "。。", "😀"}, {"！"}));
  EXPECT_EQ(snapshot->terms.size(), 1u);
  ASSERT_EQ(snapshot->warnings.size(), 4u);
  EXPECT_NE(snapshot->warnings[1].find("。。"), std::string::npos);
  EXPECT_EQ(snapshot->warnings[3].find("--allow"), 0u);
}

// A hostile ad-hoc term of 65,536 equal letters once asked for a run of none and sent align past the text.
TEST(MakeSnapshot, AnOverlongAdHocTermIsLeftOutWithAWarning) {
  for (const size_t length : {257u, 65536u}) {
    const auto snapshot = Make(Bare({std::string(length, 'a'), "傻逼"}));
    EXPECT_EQ(snapshot->terms.size(), 1u);
    ASSERT_EQ(snapshot->warnings.size(), 1u);
    EXPECT_NE(snapshot->warnings[0].find("longer than"), std::string::npos) << snapshot->warnings[0].substr(0, 200);
    EXPECT_LT(snapshot->warnings[0].size(), 400u);
    EXPECT_FALSE(snapshot->degraded);
  }
}

TEST(MakeSnapshot, BadOptionsAreRefused) {
  const auto code = [](const EngineOptions& options) {
    auto snapshot = MakeSnapshot(options, 1);
    return snapshot.ok() ? StatusCode::kOk : ToPublic(snapshot.status()).code();
  };
  EngineOptions options;
  options.limits.text_bytes = 1023;
  EXPECT_EQ(code(options), StatusCode::kInvalidArgument);
  options.limits = {};
  options.limits.hits_per_text = 0;
  EXPECT_EQ(code(options), StatusCode::kInvalidArgument);
  options.limits = {};
  options.limits.raw_hits_per_text = 0;
  EXPECT_EQ(code(options), StatusCode::kInvalidArgument);
  options = {};
  options.policy = DefaultPolicy();
  options.policy->thresholds[0][0].review = 1;
  EXPECT_EQ(code(options), StatusCode::kInvalidArgument);
  options = {};
  options.detectors = std::vector<std::string>{"fax"};
  EXPECT_EQ(code(options), StatusCode::kInvalidArgument);
  options = {};
  options.packs = {PackSource::Path("/nowhere/at/all")};
  EXPECT_EQ(code(options), StatusCode::kNotFound);
  options.packs = {PackSource::Bytes("x", "not a bundle")};
  EXPECT_EQ(code(options), StatusCode::kBadSource);
}

// Offsets of a joined buffer are counted in 32 bits by Hyperscan: a limit that could overflow them is refused, not tried.
TEST(MakeSnapshot, ATextLimitBeyondTheMatcherIsRefused) {
  EngineOptions options = Bare({"傻逼"});
  options.limits.text_bytes = size_t{1} << 33;
  EXPECT_FALSE(MakeSnapshot(options, 1).ok());
  options.limits.text_bytes = size_t{1} << 20;
  EXPECT_TRUE(MakeSnapshot(options, 1).ok());
}

TEST(MakeSnapshot, Matchers) {
  EngineOptions options = Bare({"傻逼"});
  for (const auto& [choice, name] : {std::pair(MatcherChoice::kAuto, "hyperscan"),
                                     {MatcherChoice::kHyperscan, "hyperscan"},
                                     {MatcherChoice::kTextbook, "textbook"}}) {
    options.matcher = choice;
    const auto snapshot = Make(options);
    EXPECT_EQ(snapshot->matcher->Name().rfind(name, 0), 0u);
    EXPECT_FALSE(snapshot->degraded) << "a matcher that was asked for is no degradation";
  }
}

}  // namespace
}  // namespace weir::engine
