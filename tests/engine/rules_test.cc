// Patterns, composites and policies through the whole engine, pack by pack.
#include "engine/rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "engine_helpers.h"
#include "tests/match/random_regex.h"
#include "tests/table.h"
#include "text/utf8.h"

namespace weir {
namespace {

using tests::HitsOf;

constexpr char kPattern[] = "[[pattern]]\nname='号码引流'\nregex='加[v微].{0,4}\\d{6,11}'\ncategory='ads'\nweight=4\n";
constexpr char kComposite[] =
    "[[composite]]\nname='代考'\nall=['考试',['包过','保过']]\nwithin=12\nnone=['举报']\ncategory='illegal_service'"
    "\nweight=4\n";

PackSource RulePack(const std::string& name, std::vector<std::pair<std::string, std::string>> files) {
  std::sort(files.begin(), files.end());
  return PackSource::Bytes(name, dictionary::WriteBundle({name, "1", std::move(files)}));
}

EngineOptions With(std::vector<PackSource> packs) {
  EngineOptions options = tests::Bare({});
  options.packs = std::move(packs);
  return options;
}

Verdict ScanOne(const Engine& engine, std::string_view text, const ScanOptions& options = {}) {
  Scratch scratch;
  Verdict verdict;
  engine.Scan(text, scratch, &verdict, options);
  return verdict;
}

TEST(Patterns, AHitSaysWhatTheRuleSays) {
  for (const MatcherChoice matcher : {MatcherChoice::kHyperscan, MatcherChoice::kTextbook}) {
    EngineOptions options = With({RulePack("city", {{"patterns.toml", std::string("# two\n\n") + kPattern}})});
    options.matcher = matcher;
    const Engine engine = tests::MustOpen(options);
    const Verdict verdict = ScanOne(engine, "请加Ｖ信：１２３４５６吧");
    ASSERT_EQ(verdict.hits.size(), 1u);
    const Hit& hit = verdict.hits[0];
    EXPECT_EQ(hit.term, "号码引流");
    EXPECT_EQ(hit.source, "patterns.toml:3");
    EXPECT_EQ(hit.layer, "city");
    EXPECT_EQ(hit.category, Category::kAds);
    EXPECT_EQ(hit.span_cp, (Span{1, 11}));
    EXPECT_EQ(hit.span, (Span{3, 33}));
    EXPECT_EQ(hit.via & kWidth, kWidth);
    EXPECT_EQ(verdict.action, Action::kReview);
    EXPECT_EQ(HitsOf(engine, "请加V信12345"), "");
    EXPECT_EQ(HitsOf(engine, "加微 123456，加微1234567"), "号码引流@0-13 号码引流@16-29");
  }
}

TEST(Patterns, AnAllowPhraseCoversAHitAndHidesNoOther) {
  EngineOptions options = tests::Bare({}, {"goodword"});
  options.patterns = {"/.{1,4}word/"};
  const Engine engine = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "goodword"), "") << "covered, and so is what begins inside";
  EXPECT_EQ(HitsOf(engine, "goodword badword"), "/.{1,4}word/@8-16");
  options.patterns = {"/good.{0,4}/", "/word/"};
  const Engine covered = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(covered, "goodword"), "");
  EXPECT_EQ(HitsOf(covered, "goodword badword"), "/word/@12-16");
}

TEST(Patterns, WithoutACueDigitsLetATextIn) {
  EngineOptions options = tests::Bare({});
  options.patterns = {"/[^0-9]\\d{4}[^0-9]/", "/[^a]{3}/"};
  const Engine engine = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "x1234x"), "/[^a]{3}/@0-3 /[^0-9]\\d{4}[^0-9]/@0-6 /[^a]{3}/@3-6");
  EXPECT_EQ(HitsOf(engine, "a⑫⑬b"), "/[^0-9]\\d{4}[^0-9]/@0-8 /[^a]{3}/@1-7") << "two characters, four digits";
  EXPECT_EQ(HitsOf(engine, "aaaa"), "");
}

TEST(Patterns, AreNotReadIntoWhatIsNotThere) {
  EngineOptions options = tests::Bare({"加微"});
  options.patterns = {"/加微信/", "/星{2}/"};
  const Engine engine = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "加 微 信"), "加微@0-7") << "separators are characters to a regex";
  EXPECT_EQ(HitsOf(engine, "星 星"), "");
  EXPECT_EQ(HitsOf(engine, "星星"), "/星{2}/@0-6");
  EXPECT_EQ(HitsOf(engine, "星"), "");
}

TEST(Patterns, FaultsName) {
  EngineOptions options = tests::Bare({});
  options.patterns = {"/a*/"};
  EXPECT_EQ(Engine::Open(options).status().code(), StatusCode::kInvalidArgument);
  const Status status =
      Engine::Open(With({RulePack(
                       "c", {{"patterns.toml", "[[pattern]]\nname='n'\nregex='v\\b1'\ncategory='ads'\nweight=4\n"}})}))
          .status();
  EXPECT_EQ(status.file(), "patterns.toml");
  EXPECT_EQ(status.line(), 3);
  EXPECT_NE(status.message().find("pattern \"n\""), std::string::npos) << status.ToString();
}

// What the cues let through is what reading every text with every regex finds.
TEST(Patterns, CuesLoseNothing) {
  size_t found = 0;
  for (uint32_t seed = 0; seed < 60; ++seed) {
    std::mt19937 random(seed);
    EngineOptions options = tests::Bare({});
    options.matcher = seed % 2 == 0 ? MatcherChoice::kHyperscan : MatcherChoice::kTextbook;
    std::vector<dictionary::Regex> regexes;
    while (options.patterns.size() < 4) {
      const std::string written = tests::RandomRegex(random);
      dictionary::Regex regex;
      std::string error;
      EngineOptions alone = tests::Bare({});
      alone.patterns = {"/" + written + "/"};
      if (!dictionary::ParseRegex(written, &regex, &error) || !Engine::Open(alone).ok()) continue;
      options.patterns.push_back(alone.patterns[0]);
      regexes.push_back(std::move(regex));
    }
    const Engine engine = tests::MustOpen(options);
    std::vector<const dictionary::Regex*> pointers;
    for (const dictionary::Regex& regex : regexes) pointers.push_back(&regex);
    size_t faulty = 0;
    const auto naive = match::RegexSet::Build(pointers, false, &faulty);
    ASSERT_TRUE(naive.ok());
    for (int i = 0; i < 60; ++i) {
      const std::string text = tests::RandomRuleText(random, true);
      text::AtomMap map;
      map.Build(text);
      detect::View view;
      view.Build(map);
      const std::string_view read = std::string_view(view.plain.text).substr(1, view.plain.text.size() - 2);
      std::vector<std::string> expected, got;
      for (uint32_t r = 0; r < regexes.size(); ++r) {
        size_t begin = 0, end = 0;
        for (size_t at = 0; (*naive)->Find(r, read, at, &begin, &end); at = end)
          expected.push_back(options.patterns[r] + "@" + std::to_string(map.atoms()[view.plain.atom[begin + 1]].begin));
      }
      for (const Hit& hit : ScanOne(engine, text).hits)
        got.push_back(std::string(hit.term) + "@" + std::to_string(hit.span.begin));
      std::sort(expected.begin(), expected.end());
      expected.erase(std::unique(expected.begin(), expected.end()), expected.end());
      std::sort(got.begin(), got.end());
      got.erase(std::unique(got.begin(), got.end()), got.end());
      ASSERT_EQ(got, expected) << "seed " << seed << " text " << text;
      found += got.size();
    }
  }
  EXPECT_GT(found, 1500u);
}

TEST(Patterns, BatchAndSingleAgree) {
  EngineOptions options = With({RulePack("c", {{"patterns.toml", kPattern}, {"composites.toml", kComposite}})});
  options.patterns = {"/\\d{3}-\\d/"};
  const Engine engine = tests::MustOpen(options);
  std::vector<std::string> owned;
  for (uint32_t seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    owned.push_back(tests::RandomRuleText(random, true) + (seed % 3 == 0   ? "加v123456"
                                                           : seed % 3 == 1 ? "考试包过"
                                                                           : "111-1"));
  }
  const std::vector<std::string_view> texts(owned.begin(), owned.end());
  Scratch scratch;
  VerdictBatch batch;
  engine.ScanBatch(texts, scratch, &batch);
  for (size_t i = 0; i < texts.size(); ++i) {
    EXPECT_FALSE(batch[i].hits.empty()) << texts[i];
    EXPECT_EQ(tests::Json(batch[i], texts[i]), tests::ScanToJson(engine, texts[i], scratch));
  }
}

TEST(Composites, PartsSayNothingAlone) {
  const Engine engine = tests::MustOpen(With({RulePack("city", {{"composites.toml", kComposite}})}));
  EXPECT_EQ(engine.Info().terms, 0u) << "parts are no entries";
  EXPECT_EQ(HitsOf(engine, "考试什么时候"), "");
  EXPECT_EQ(HitsOf(engine, "包过"), "");
  const Verdict verdict = ScanOne(engine, "计算机考 试，保*过");
  ASSERT_EQ(verdict.hits.size(), 1u);
  EXPECT_EQ(verdict.hits[0].term, "代考");
  EXPECT_EQ(verdict.hits[0].source, "composites.toml:1");
  EXPECT_EQ(verdict.hits[0].span_cp, (Span{3, 10}));
  EXPECT_EQ(verdict.hits[0].via, kSeparator);
  EXPECT_EQ(verdict.action, Action::kReview);
}

TEST(Composites, TooFarForbiddenAllowed) {
  EngineOptions options = With({RulePack("city", {{"composites.toml", kComposite}})});
  options.allow = {"包过年货"};
  const Engine engine = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "考试12345678包过"), "代考@0-20");
  EXPECT_EQ(HitsOf(engine, "考试123456789包过"), "") << "13 characters";
  EXPECT_EQ(HitsOf(engine, "举报考试包过"), "");
  EXPECT_EQ(HitsOf(engine, "考试包过年货"), "") << "an allow phrase covers the part";
  EXPECT_EQ(HitsOf(engine, "考试包过年货包过"), "代考@0-24") << "… and not the other one";
}

TEST(Composites, AWordMayBePartAndTerm) {
  const Engine engine = tests::MustOpen(With(
      {RulePack("city", {{"composites.toml", kComposite},
                         {"zh/ads.tsv", "term\tweight\n包过\t2\n"},
                         {"patterns.toml", "[[pattern]]\nname='p'\nregex='包过\\d'\ncategory='ads'\nweight=2\n"}})}));
  EXPECT_EQ(HitsOf(engine, "考试包过1"), "代考@0-12 包过@6-12 p@6-13");
  EXPECT_EQ(HitsOf(engine, "包过"), "包过@0-6");
}

TEST(Composites, OfTheOptions) {
  EngineOptions options = tests::Bare({});
  options.composites = {{"考试", "替考"}, {"cat", "dog"}};
  const Engine engine = tests::MustOpen(options);
  EXPECT_EQ(HitsOf(engine, "替考试"), "考试+替考@0-9");
  EXPECT_EQ(HitsOf(engine, "a dog and a Cat"), "cat+dog@2-15");
  EXPECT_EQ(HitsOf(engine, "dogs and cats"), "");
  options.latin_boundary = false;
  EXPECT_EQ(HitsOf(tests::MustOpen(options), "dogs and cats"), "cat+dog@0-12");
  options.composites = {{"考试"}};
  EXPECT_EQ(Engine::Open(options).status().code(), StatusCode::kInvalidArgument);
}

TEST(Rules, AttentionNeverActs) {
  const Engine engine = tests::MustOpen(With({RulePack(
      "city",
      {{"composites.toml",
        "[[composite]]\nname='催办'\nall=['三个月','没动静']\nattention='complaint'\nweight=5\nflags=['urgent']\n"},
       {"patterns.toml", "[[pattern]]\nname='问时限'\nregex='几(天|个月)能'\nattention='question'\nweight=5\n"}})}));
  const Verdict verdict = ScanOne(engine, "都三个月了还没动静，几天能办好");
  EXPECT_EQ(verdict.action, Action::kAllow);
  EXPECT_EQ(verdict.risk, 0);
  EXPECT_TRUE(verdict.hits.empty());
  EXPECT_EQ(verdict.attention.level, AttentionLevel::kUrgent);
  EXPECT_EQ(verdict.attention.kinds, kComplaint | kQuestion);
}

TEST(Rules, CountOnTheirSurfaces) {
  const Engine engine = tests::MustOpen(
      With({RulePack("city", {{"patterns.toml", std::string(kPattern) + "surface='title'\n"},
                              {"composites.toml", std::string(kComposite) + "surface=['nickname','title']\n"}})}));
  const std::string text = "加v123456考试包过";
  EXPECT_EQ(ScanOne(engine, text, {Surface::kComment}).hits.size(), 0u);
  EXPECT_EQ(ScanOne(engine, text, {Surface::kNickname}).hits.size(), 1u);
  EXPECT_EQ(ScanOne(engine, text, {Surface::kTitle}).hits.size(), 2u);
}

TEST(Rules, ALaterLayerReplacesARuleByItsName) {
  const PackSource base = RulePack("base", {{"patterns.toml", kPattern}, {"composites.toml", kComposite}});
  std::string pattern = kPattern, composite = kComposite;
  pattern.replace(pattern.find("weight=4"), 8, "weight=1");
  composite.replace(composite.find("考试"), 6, "期末");
  const Engine engine =
      tests::MustOpen(With({base, RulePack("county", {{"patterns.toml", pattern}, {"composites.toml", composite}})}));
  const Verdict verdict = ScanOne(engine, "加v123456考试包过");
  ASSERT_EQ(verdict.hits.size(), 1u);
  EXPECT_EQ(verdict.hits[0].layer, "county");
  EXPECT_EQ(verdict.action, Action::kAllow);
  EXPECT_EQ(HitsOf(engine, "期末包过"), "代考@0-12");
}

// As for terms: a phrase holds for rules of its own layer and of those below.
TEST(Rules, AHigherLayersRuleStandsAboveAllowPhrasesOfALowerOne) {
  const std::string allow = "term\tweight\tflags\n加v123456\t0\tallow\n考试\t0\tallow\n";
  const PackSource phrases = RulePack("phrases", {{"zh/ads.tsv", allow}});
  const PackSource rules = RulePack("rules", {{"patterns.toml", kPattern}, {"composites.toml", kComposite}});
  const PackSource both =
      RulePack("both", {{"zh/ads.tsv", allow}, {"patterns.toml", kPattern}, {"composites.toml", kComposite}});
  constexpr char kText[] = "加v123456考试包过";
  const auto count = [&](std::vector<PackSource> packs) {
    return ScanOne(tests::MustOpen(With(std::move(packs))), kText).hits.size();
  };
  EXPECT_EQ(count({rules}), 2u);
  EXPECT_EQ(count({rules, phrases}), 0u);
  EXPECT_EQ(count({both}), 0u);
  EXPECT_EQ(count({phrases, rules}), 2u);
  EXPECT_EQ(count({both, rules}), 2u);
  EXPECT_EQ(count({rules, both}), 0u);
}

TEST(Rules, EndWithTheirLastDay) {
  std::string pattern = kPattern, composite = kComposite;
  for (std::string* const rule : {&pattern, &composite}) *rule += "until = '2026-11-25'\n";
  EngineOptions options = With({RulePack("city", {{"patterns.toml", pattern}, {"composites.toml", composite}})});
  constexpr char kText[] = "加v123456考试包过";
  options.today = "2026-11-25";
  EXPECT_EQ(ScanOne(tests::MustOpen(options), kText).hits.size(), 2u);
  options.today = "2026-11-26";
  EXPECT_EQ(ScanOne(tests::MustOpen(options), kText).hits.size(), 0u);
  options.packs.insert(options.packs.begin(), RulePack("base", {{"patterns.toml", kPattern}}));
  const Verdict verdict = ScanOne(tests::MustOpen(options), kText);
  ASSERT_EQ(verdict.hits.size(), 1u) << "what it had replaced stands again";
  EXPECT_EQ(verdict.hits[0].layer, "base");
}

TEST(Rules, MaskCoversTheWholeStretch) {
  const Engine engine =
      tests::MustOpen(With({RulePack("city", {{"composites.toml", kComposite}, {"patterns.toml", kPattern}})}));
  Scratch scratch;
  EXPECT_EQ(engine.Mask("今天考试保证包过，加v123456啊", scratch), "今天******，********啊");
}

TEST(Rules, ExplainShowsPartsPatternsAndWhyNot) {
  const Engine engine =
      tests::MustOpen(With({RulePack("city", {{"composites.toml", kComposite}, {"patterns.toml", kPattern}})}));
  const auto of = [&](std::string_view text, std::string_view term) {
    for (const Explanation::RawHit& raw : engine.Explain(text).raw_hits) {
      if (raw.term == term) return raw.category + " " + raw.step + ": " + raw.reason;
    }
    return std::string("none");
  };
  EXPECT_EQ(of("考试包过", "代考"), "illegal_service accepted: all its parts stand within 4 characters, of at most 12");
  EXPECT_EQ(of("考试包过", "考试").substr(0, 13), "part accepted");
  EXPECT_EQ(of("考试1234567890包过", "代考"),
            "illegal_service composite: its parts stand too far apart: 14 characters, of at most 12");
  EXPECT_EQ(of("举报考试包过", "代考"), "illegal_service composite: a word that the rule excludes stands in the text");
  EXPECT_EQ(of("加v123456", "号码引流"), "ads accepted: the pattern stands here");
  EXPECT_EQ(of("加v12345", "号码引流"), "none");
  const Explanation explanation = engine.Explain("考试包过");
  ASSERT_EQ(explanation.evidence.size(), 1u);
  EXPECT_EQ(explanation.evidence[0].term, "代考");
}

TEST(Rules, LongTextsAreReadInWindows) {
  EngineOptions options = With({RulePack("city", {{"composites.toml", kComposite}, {"patterns.toml", kPattern}})});
  options.limits.text_bytes = 1024;
  const Engine engine = tests::MustOpen(options);
  std::string text;
  for (int i = 0; i < 300; ++i) text += "啊，";
  text += "考试包过加v123456";
  for (int i = 0; i < 300; ++i) text += "啊，";
  EXPECT_EQ(HitsOf(engine, text), "代考@1800-1812 号码引流@1812-1822");
}

TEST(Rules, AFloodOfMatchesIsCutAndSaid) {
  EngineOptions options = tests::Bare({});
  options.patterns = {"/a/"};
  const Engine engine = tests::MustOpen(options);
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "ab";
  const Verdict verdict = ScanOne(engine, text);
  EXPECT_TRUE(verdict.flags & kTruncated);
  EXPECT_EQ(verdict.action, Action::kReview);
  EXPECT_EQ(verdict.hits.size(), options.limits.hits_per_text);
}

TEST(PolicyFile, LayersOverlayCellByCell) {
  const PackSource city = RulePack("city", {{"policy.toml", "[surface.comment.custom]\nreview=30\nblock=80\n"}});
  const PackSource county =
      RulePack("county", {{"policy.toml", "[surface.comment.custom]\nreview='never'\nblock='never'\nmask=40\n"}});
  EngineOptions options = tests::Bare({"坏词"});
  const auto action = [&](std::vector<PackSource> packs) {
    options.packs = std::move(packs);
    return ScanOne(tests::MustOpen(options), "坏词").action;
  };
  EXPECT_EQ(action({}), Action::kReview);
  EXPECT_EQ(action({city}), Action::kReview);
  EXPECT_EQ(action({city, county}), Action::kMask);
  EXPECT_EQ(action({county, city}), Action::kReview);
  options.policy = DefaultPolicy();
  options.policy->thresholds[0][static_cast<size_t>(Category::kCustom)] = {kNever, 60, 70};
  EXPECT_EQ(action({city, county}), Action::kBlock) << "the caller's policy wins";
}

TEST(PolicyFile, WhatTheLayersMakeTogetherIsChecked) {
  const PackSource city = RulePack("city", {{"policy.toml", "[surface.comment.ads]\nreview=95\nblock=96\n"}});
  const PackSource county =
      RulePack("county", {{"policy.toml", "[surface.title]\ndefault={review=50}\n[surface.comment.ads]\nblock=50\n"}});
  EXPECT_TRUE(Engine::Open(With({city})).ok());
  const Status status = Engine::Open(With({city, county})).status();
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.line(), 4);
  EXPECT_NE(status.message().find("block comes before review for ads (50 and 95)"), std::string::npos)
      << status.ToString();
}

// The pack that docs/rules.md shows.
TEST(Rules, TheExamplePack) {
  const Engine engine = tests::MustOpen(With({PackSource::Path(tests::SourcePath("examples/rules"))}));
  struct Row {
    const char *text, *hits;
    Action action;
    uint8_t kinds;
  };
  for (const Row& row :
       {Row{"需要的加V信 123456", "加号引流@9-23", Action::kReview, 0},
        Row{"加微信公众号可以办吗", "", Action::kAllow, 0}, Row{"日赚500元不是梦", "日赚多少@0-12", Action::kAllow, 0},
        Row{"考试包过，需要的私信", "代考招揽@0-30", Action::kReview, 0}, Row{"考试包过吗", "", Action::kAllow, 0},
        Row{"有人考试包过让加我，我举报了", "", Action::kAllow, 0},
        Row{"让我先交保证金才放款", "先交钱后办@6-30", Action::kReview, 0},
        Row{"放款以前先交什么保证金", "", Action::kAllow, 0}, Row{"居住证多久能办好", "", Action::kAllow, kQuestion},
        Row{"报上去半年了还没结果", "", Action::kAllow, kComplaint}}) {
    const Verdict verdict = ScanOne(engine, row.text);
    EXPECT_EQ(HitsOf(verdict), row.hits) << row.text;
    EXPECT_EQ(verdict.action, row.action) << row.text;
    EXPECT_EQ(verdict.attention.kinds, row.kinds) << row.text;
  }
}

TEST(Rules, ReloadBringsAndTakesThem) {
  Engine engine = tests::MustOpen(With({RulePack("city", {{"patterns.toml", kPattern}})}));
  Scratch scratch;
  Verdict verdict;
  const auto hits = [&] { return engine.Scan("加v123456考试包过", scratch, &verdict), HitsOf(verdict); };
  EXPECT_EQ(hits(), "号码引流@0-10");
  ASSERT_TRUE(engine.Reload({RulePack("city", {{"composites.toml", kComposite}})}, false).ok());
  EXPECT_EQ(hits(), "代考@10-22");
  ASSERT_FALSE(engine.Reload({RulePack("city", {{"patterns.toml", "[[pattern]]\n"}})}, false).ok());
  EXPECT_EQ(hits(), "代考@10-22");
  ASSERT_TRUE(engine.Reload({}, false).ok());
  EXPECT_EQ(hits(), "");
}

}  // namespace
}  // namespace weir
