#include "score/score.h"

#include <gtest/gtest.h>

namespace weir::score {
namespace {

TEST(Risk, MeansWhatTheDictionaryFormatSays) {
  struct {
    float points;
    int risk;
  } cases[] = {{0, 0},  {-1, 0},    {0.5f, 18}, {1, 27},   {2, 50},    {3, 73},
               {4, 88}, {4.5f, 92}, {5, 95},    {20, 100}, {1e9f, 100}};
  for (const auto& c : cases) {
    EXPECT_EQ(Risk(c.points), c.risk) << c.points;
  }
  for (float points = 0.1f; points < 12; points += 0.1f) {
    EXPECT_LE(Risk(points), Risk(points + 0.1f));
  }
}

TEST(ActionOf, TheWorstThatIsReached) {
  const Thresholds t{50, 60, 90};
  struct {
    uint8_t risk;
    Action action;
  } cases[] = {{0, Action::kAllow},   {49, Action::kAllow},  {50, Action::kMask},  {59, Action::kMask},
               {60, Action::kReview}, {89, Action::kReview}, {90, Action::kBlock}, {100, Action::kBlock}};
  for (const auto& c : cases) {
    EXPECT_EQ(ActionOf(t, c.risk), c.action) << int{c.risk};
  }
  EXPECT_EQ(ActionOf({kNever, kNever, kNever}, 100), Action::kAllow);
}

TEST(Confidence, LessTheLessPlainTheDisguise) {
  EXPECT_EQ(Confidence(kExact), 1.0f);
  EXPECT_EQ(Confidence(kCase | kWidth | kTraditional), 1.0f);  // ways of writing
  for (const uint16_t via :
       {kVariant, kLookalike, kSeparator, kRepeat, kHomophone, kPinyin, kSplit, kEmoji, kInitials, kShuffled}) {
    EXPECT_LT(Confidence(via), 1.0f);
    EXPECT_GT(Confidence(via), 0.5f);
    EXPECT_EQ(Confidence(static_cast<uint16_t>(via | kCase)), Confidence(via));
  }
  EXPECT_LT(Confidence(kHomophone), Confidence(kSeparator));
  // The least plain disguise decides: two at once are no weaker evidence than one.
  EXPECT_EQ(Confidence(kSeparator | kHomophone | kPinyin), Confidence(kHomophone));
}

Hit MakeHit(const char* term, uint32_t begin, uint32_t end, float points, Category category = Category::kAbuse) {
  Hit hit;
  hit.term = term;
  hit.span = hit.span_cp = {begin, end};
  hit.points = points;
  hit.category = category;
  return hit;
}

struct Scored {
  Verdict verdict;
  std::string counted;  // '1' for each hit that counts
};

Scored Score(std::vector<Hit> hits, Surface surface = Surface::kComment) {
  Scored scored;
  scored.verdict.hits = std::move(hits);
  Ranking ranking;
  ScoreRisk(DefaultPolicy(), surface, &scored.verdict, &ranking);
  for (const bool one : ranking.counts) scored.counted += one ? '1' : '0';
  return scored;
}

int Abuse(const Scored& scored) { return scored.verdict.scores[static_cast<size_t>(Category::kAbuse)]; }

TEST(ScoreRisk, EvidenceAddsUpWithinACategory) {
  EXPECT_EQ(Abuse(Score({})), 0);
  EXPECT_EQ(Abuse(Score({MakeHit("a", 0, 2, 2)})), 50);
  EXPECT_EQ(Abuse(Score({MakeHit("a", 0, 2, 2), MakeHit("b", 4, 6, 2)})), 88);
  const Scored two = Score({MakeHit("a", 0, 2, 2), MakeHit("b", 4, 6, 2, Category::kAds)});
  EXPECT_EQ(Abuse(two), 50);
  EXPECT_EQ(two.verdict.scores[static_cast<size_t>(Category::kAds)], 50);
  EXPECT_EQ(two.verdict.risk, 50) << "the worst category, not the sum";
  EXPECT_EQ(two.verdict.action, Action::kAllow);
}

TEST(ScoreRisk, ATermCountsOnce) {
  const Scored scored = Score({MakeHit("a", 0, 2, 2), MakeHit("a", 4, 6, 2), MakeHit("a", 8, 10, 2)});
  EXPECT_EQ(scored.counted, "100");
  EXPECT_EQ(Abuse(scored), 50);
  EXPECT_EQ(Score({MakeHit("a", 0, 2, 1.8f), MakeHit("a", 4, 6, 2)}).counted, "01") << "the plainest one counts";
}

TEST(ScoreRisk, ACoveredHitIsShownButNotScored) {
  const Scored scored = Score({MakeHit("abc", 0, 3, 2), MakeHit("bc", 1, 3, 3)});
  EXPECT_FALSE(scored.verdict.hits[0].covered);
  EXPECT_TRUE(scored.verdict.hits[1].covered);
  EXPECT_EQ(scored.counted, "10");
  EXPECT_EQ(Abuse(scored), 50);
  // Inside a hit of another category is not covered.
  const Scored other = Score({MakeHit("abc", 0, 3, 2), MakeHit("bc", 1, 3, 3, Category::kAds)});
  EXPECT_FALSE(other.verdict.hits[1].covered);
  EXPECT_EQ(other.counted, "11");
}

TEST(ScoreRisk, OfOverlappingHitsTheStrongestCounts) {
  EXPECT_EQ(Score({MakeHit("ab", 0, 2, 2), MakeHit("bc", 1, 3, 3)}).counted, "01");
  EXPECT_EQ(Score({MakeHit("ab", 0, 2, 3), MakeHit("bc", 1, 3, 3)}).counted, "10") << "alike: the first";
  EXPECT_EQ(Score({MakeHit("ab", 0, 2, 2), MakeHit("AB", 0, 2, 2)}).counted, "10") << "one place counts once";
}

// Beaten hits beat no one: "ab" loses its first place to the stronger "bc", but stands a second time by itself.
TEST(ScoreRisk, ABeatenHitBeatsNoOther) {
  EXPECT_EQ(Score({MakeHit("ab", 0, 2, 3), MakeHit("bc", 1, 3, 4), MakeHit("ab", 5, 7, 3)}).counted, "011");
  // A chain: the weakest overlaps only the middle one, which the strongest has beaten.
  EXPECT_EQ(Score({MakeHit("ab", 0, 2, 2), MakeHit("bc", 1, 3, 3), MakeHit("cd", 2, 4, 4)}).counted, "101");
}

TEST(ScoreRisk, Actions) {
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 2.5f)}).verdict.action, Action::kReview);
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 4.5f)}).verdict.action, Action::kBlock);
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 3, Category::kPrivacy)}).verdict.action, Action::kMask);
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 3, Category::kPrivacy)}, Surface::kScript).verdict.action, Action::kReview);
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 5, Category::kScript)}).verdict.action, Action::kAllow);
  EXPECT_EQ(Score({MakeHit("a", 0, 1, 5, Category::kScript)}, Surface::kTitle).verdict.action, Action::kReview);
}

using dictionary::Role;
using dictionary::Term;

Term Attends(AttentionKind kind, float weight, bool urgent = false) {
  Term term;
  term.role = Role::kAttention;
  term.kind = kind;
  term.weight = weight;
  term.urgent = urgent;
  return term;
}

Term About(uint16_t topic, float weight, uint8_t sensitivity, std::vector<std::string> under = {}) {
  Term term;
  term.role = Role::kTopic;
  term.topic = topic;
  term.weight = weight;
  term.sensitivity = sensitivity;
  term.under = std::move(under);
  return term;
}

TEST(ScoreAttention, Levels) {
  const Term asks = Attends(kQuestion, 1), hints = Attends(kQuestion, 0.5f), hints_too = Attends(kQuestion, 0.5f);
  const Term cries = Attends(kCrisis, 2, true), whispers = Attends(kCrisis, 0.5f, true);
  const auto level = [](std::vector<Signal> signals) {
    Attention attention;
    ScoreAttention(signals, {}, &attention);
    return std::pair(attention.level, int{attention.kinds});
  };
  EXPECT_EQ(level({}), std::pair(AttentionLevel::kNone, 0));
  EXPECT_EQ(level({&asks}), std::pair(AttentionLevel::kAnswer, int{kQuestion}));
  EXPECT_EQ(level({&hints}), std::pair(AttentionLevel::kNone, 0));
  EXPECT_EQ(level({&hints, &hints}), std::pair(AttentionLevel::kNone, 0)) << "a term counts once";
  EXPECT_EQ(level({&hints, &hints_too}), std::pair(AttentionLevel::kAnswer, int{kQuestion}));
  EXPECT_EQ(level({&cries, &asks}), std::pair(AttentionLevel::kUrgent, kQuestion | kCrisis));
  EXPECT_EQ(level({&whispers, &asks}), std::pair(AttentionLevel::kAnswer, int{kQuestion}))
      << "urgent only when its kind is reached";
}

TEST(ScoreAttention, Topics) {
  const std::vector<dictionary::Topic> topics = {{"社保", "", 1}, {"医保", "", 2}};
  const Term pension = About(0, 1, 2, {"社保/养老", "社保/待遇"}), card = About(0, 0.5f, 1, {"社保/社保卡"}),
             clinic = About(1, 1, 3), faint = About(1, 0.5f, 3);
  Attention attention;
  ScoreAttention(std::vector<Signal>{&pension, &faint, &card, &pension}, topics, &attention);
  EXPECT_EQ(attention.topics, (std::vector<std::string_view>{"社保", "社保/养老", "社保/待遇", "社保/社保卡"}));
  EXPECT_EQ(attention.sensitivity, 2) << "a topic that is not reached is not touched";
  EXPECT_EQ(attention.level, AttentionLevel::kNone) << "topics alone ask for nothing";
  attention = {};
  ScoreAttention(std::vector<Signal>{&clinic, &pension}, topics, &attention);
  EXPECT_EQ(attention.topics, (std::vector<std::string_view>{"医保", "社保", "社保/养老", "社保/待遇"}))
      << "first levels first";
  EXPECT_EQ(attention.sensitivity, 3);
}

}  // namespace
}  // namespace weir::score
