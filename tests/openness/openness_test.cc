// The invariant that comments stay open: criticism, complaints, demands, opinions and sarcasm (zh.jsonl) are never held, by no policy
// that weir accepts; and what lifts a comment up (attention, topics) never raises its risk.
//
// The random policies do not open an engine each: thresholds act on scores alone (score/score.h), so the scores of the corpus are
// taken once and every policy is asked about them; a few engines with extreme policies prove that this is the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "dictionary/bundle.h"
#include "score/score.h"
#include "tests/table.h"
#include "weir/engine.h"

namespace weir {
namespace {

struct Line {
  std::string id, kind, text;
};

const std::vector<Line>& Corpus() {
  static const std::vector<Line> corpus = [] {
    std::vector<Line> lines;
    std::set<std::string> ids;
    std::ifstream in(tests::SourcePath("tests/openness/zh.jsonl"));
    for (std::string text; std::getline(in, text);) {
      const auto json = nlohmann::json::parse(text);
      lines.push_back({json.at("id"), json.at("kind"), json.at("text")});
      EXPECT_EQ(json.size(), 3u) << text;
      EXPECT_TRUE(ids.insert(lines.back().id).second) << "repeated id " << lines.back().id;
    }
    return lines;
  }();
  return corpus;
}

Engine MustOpen(const Policy& policy) {
  EngineOptions options;
  options.policy = policy;
  auto engine = Engine::Open(options);
  EXPECT_TRUE(engine.ok()) << engine.status().ToString();
  return std::move(engine).value();
}

// The strictest policy that is accepted: everything acts from the lowest threshold on.
Policy Strictest(Thresholds thresholds) {
  Policy policy = DefaultPolicy();
  for (auto& surface : policy.thresholds) surface.fill(thresholds);
  EXPECT_TRUE(CheckPolicy(policy).ok());
  return policy;
}

std::vector<Policy> Policies() {
  return {DefaultPolicy(), Strictest({kLowestThreshold, kLowestThreshold, kLowestThreshold}),
          Strictest({kNever, kLowestThreshold, kNever})};
}

std::string Terms(const Verdict& verdict) {
  std::string terms;
  for (const Hit& hit : verdict.hits)
    terms += " " + std::string(Name(hit.category)) + ":" + std::string(hit.term) + " (" + std::string(hit.source) + ")";
  return terms;
}

// Surfaces on which a viewer writes. (In scripts and titles category script speaks to the host's own words.)
constexpr Surface kViewers[] = {Surface::kComment, Surface::kNickname};

TEST(Openness, TheCorpusIsWhole) {
  EXPECT_GE(Corpus().size(), 300u);
  std::set<std::string> kinds;
  for (const Line& line : Corpus()) kinds.insert(line.kind);
  EXPECT_EQ(kinds, (std::set<std::string>{"complaint", "criticism", "demand", "opinion", "sarcasm"}));
}

TEST(Openness, NothingIsHeld) {
  Scratch scratch;
  Verdict verdict;
  std::set<std::string> failures;
  for (const Policy& policy : Policies()) {
    const Engine engine = MustOpen(policy);
    for (const Line& line : Corpus()) {
      for (const Surface surface : kViewers) {
        engine.Scan(line.text, scratch, &verdict, {surface, false});
        const bool harmless = std::all_of(verdict.hits.begin(), verdict.hits.end(),
                                          [](const Hit& hit) { return hit.category == Category::kPrivacy; });
        if (harmless && verdict.action == Action::kAllow) continue;
        failures.insert(line.id + " " + line.text + " →" + Terms(verdict));
      }
    }
  }
  for (const std::string& failure : failures) {
    ADD_FAILURE() << failure;
  }
}

// The test can fail: harm among the corpus is held by the same policies.
TEST(Openness, HarmIsStillSeen) {
  Scratch scratch;
  Verdict verdict;
  for (const Policy& policy : Policies()) {
    MustOpen(policy).Scan("加微信详聊 名额有限", scratch, &verdict);
    EXPECT_NE(verdict.action, Action::kAllow);
  }
}

Policy RandomPolicy(uint32_t seed) {
  std::mt19937 random(seed);
  const auto threshold = [&](uint8_t from) {
    return random() % 3 == 0 ? kNever : static_cast<uint8_t>(from + random() % (kNever - from + 1));
  };
  Policy policy;
  for (auto& surface : policy.thresholds) {
    for (Thresholds& t : surface) {
      t.mask = threshold(kLowestThreshold);
      t.review = threshold(kLowestThreshold);
      t.block = std::max(t.review, threshold(t.review));
    }
  }
  return policy;
}

TEST(Openness, AttentionNeverScoresUnderAnyPolicy) {
  Engine engine = MustOpen(DefaultPolicy());
  Scratch scratch;
  Verdict verdict;
  std::vector<Verdict> verdicts;
  size_t lifted = 0;
  for (const Line& line : Corpus()) {
    engine.Scan(line.text, scratch, &verdict);
    verdicts.push_back(verdict);
    lifted += verdict.attention.level != AttentionLevel::kNone || !verdict.attention.topics.empty();
    if (verdict.hits.empty()) {
      EXPECT_EQ(verdict.risk, 0) << line.id;
      for (const uint8_t score : verdict.scores) {
        EXPECT_EQ(score, 0) << line.id;
      }
    }
  }
  EXPECT_GT(lifted, Corpus().size() / 4) << "the corpus is hardly lifted up: the test says little";
  for (uint32_t seed = 0; seed < 2000; ++seed) {
    const Policy policy = RandomPolicy(seed);
    ASSERT_TRUE(CheckPolicy(policy).ok()) << "seed " << seed;
    for (size_t i = 0; i < verdicts.size(); ++i) {
      if (!verdicts[i].hits.empty()) continue;
      for (int c = 0; c < kCategoryCount; ++c) {
        const auto category = static_cast<size_t>(c);
        ASSERT_EQ(score::ActionOf(policy.thresholds[0][category], verdicts[i].scores[category]), Action::kAllow)
            << "seed " << seed << ": " << Corpus()[i].text;
      }
    }
  }
}

// The attention and topic files of the default pack as a pack of their own: nothing in it can act or score, under any policy.
TEST(Openness, NoAttentionTermActs) {
  dictionary::Bundle bundle{"attention", "1", {}};
  std::vector<std::string> terms;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(tests::SourcePath("dictionaries"))) {
    const std::string folder = entry.path().parent_path().filename().string();
    if (entry.path().extension() != ".tsv" || (folder != "attention" && folder != "topics")) continue;
    bundle.files.emplace_back("zh/" + folder + "/" + entry.path().filename().string(),
                              tests::ReadWhole(entry.path().string()));
    std::istringstream in(bundle.files.back().second);
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line[0] != '#' && line.rfind("term\t", 0) != 0)
        terms.push_back(line.substr(0, line.find('\t')));
    }
  }
  ASSERT_GT(terms.size(), 200u);
  std::sort(bundle.files.begin(), bundle.files.end());
  Scratch scratch;
  Verdict verdict;
  size_t lifted = 0;
  for (uint32_t seed = 0; seed < 24; ++seed) {
    EngineOptions options;
    options.default_pack = false;
    options.packs = {PackSource::Bytes("attention", dictionary::WriteBundle(bundle))};
    options.policy = seed == 0 ? Strictest({kLowestThreshold, kLowestThreshold, kLowestThreshold}) : RandomPolicy(seed);
    auto engine = Engine::Open(options);
    ASSERT_TRUE(engine.ok()) << engine.status().ToString();
    for (const std::string& term : terms) {
      engine->Scan(term + "，" + terms[(seed * 37 + lifted) % terms.size()], scratch, &verdict,
                   {static_cast<Surface>(seed % kSurfaceCount), false});
      ASSERT_EQ(verdict.action, Action::kAllow) << "seed " << seed << ": " << term;
      ASSERT_EQ(verdict.risk, 0) << "seed " << seed << ": " << term;
      ASSERT_TRUE(verdict.hits.empty()) << "seed " << seed << ": " << term;
      lifted += verdict.attention.level != AttentionLevel::kNone || !verdict.attention.topics.empty();
    }
  }
  EXPECT_GT(lifted, terms.size());
}

}  // namespace
}  // namespace weir
