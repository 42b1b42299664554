#include "match/regex_set.h"

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <numeric>

#include "base/error.h"
#include "tests/match/random_regex.h"

namespace weir::match {
namespace {

struct Built {
  std::deque<dictionary::Regex> regexes;
  std::unique_ptr<RegexSet> set;
  std::unique_ptr<RegexWorkspace> workspace;
};

Built Build(const std::vector<std::string>& written, bool hyperscan) {
  Built built;
  std::vector<const dictionary::Regex*> pointers;
  for (const std::string& one : written) {
    std::string error;
    EXPECT_TRUE(dictionary::ParseRegex(one, &built.regexes.emplace_back(), &error)) << one << ": " << error;
    pointers.push_back(&built.regexes.back());
  }
  size_t faulty = 0;
  auto set = RegexSet::Build(pointers, hyperscan, &faulty);
  EXPECT_TRUE(set.ok()) << set.status() << ": " << (faulty < written.size() ? written[faulty] : "");
  if (!set.ok()) return built;
  built.set = *std::move(set);
  built.workspace = built.set->NewWorkspace();
  return built;
}

// "0@3-9": each regex that stays wanted and matches, with its first match.
std::string Found(const Built& built, std::string_view text) {
  std::vector<uint32_t> wanted(built.regexes.size());
  std::iota(wanted.begin(), wanted.end(), 0u);
  built.set->Narrow(text, built.workspace.get(), &wanted);
  std::string out;
  for (const uint32_t regex : wanted) {
    size_t begin = 0, end = 0;
    if (built.set->Find(regex, text, 0, &begin, &end))
      out += (out.empty() ? "" : " ") + std::to_string(regex) + "@" + std::to_string(begin) + "-" + std::to_string(end);
  }
  return out;
}

TEST(RegexSet, FindsWhatItSays) {
  const std::vector<std::string> written = {"加[v微].{0,2}\\d{3}", "星{2}", "^你好", "\\bcat\\b", "[^a]$"};
  for (const bool hyperscan : {false, true}) {
    const Built built = Build(written, hyperscan);
    EXPECT_EQ(Found(built, "请加v:123"), "0@3-11 4@10-11") << hyperscan;
    EXPECT_EQ(Found(built, "看星星a"), "1@3-9");
    EXPECT_EQ(Found(built, "你好a"), "2@0-6");
    EXPECT_EQ(Found(built, "a你好a"), "");
    EXPECT_EQ(Found(built, "我cat我a"), "3@3-6");
    EXPECT_EQ(Found(built, "cats a"), "");
    EXPECT_EQ(Found(built, ""), "");
  }
}

TEST(RegexSet, NarrowTakesOutWhatHasNoMatch) {
  const Built built = Build({"ab", "bc", "cd"}, true);
  std::vector<uint32_t> wanted = {0, 1, 2};
  built.set->Narrow("xbcx", built.workspace.get(), &wanted);
  EXPECT_EQ(wanted, std::vector<uint32_t>{1});
  // Without a literal to hold on to, they are RE2's: all stay, or none.
  const Built loose = Build({"[^a]b", "[^b]c", "ab"}, true);
  wanted = {0, 1, 2};
  loose.set->Narrow("xbabx", loose.workspace.get(), &wanted);
  EXPECT_EQ(wanted, (std::vector<uint32_t>{0, 1, 2}));
  loose.set->Narrow("aaabx", loose.workspace.get(), &wanted);
  EXPECT_EQ(wanted, std::vector<uint32_t>{2});
}

TEST(RegexSet, FindGoesOnFromAnywhere) {
  const Built built = Build({"a."}, false);
  size_t begin = 0, end = 0;
  const std::string text = "ab ac";
  EXPECT_TRUE(built.set->Find(0, text, 1, &begin, &end));
  EXPECT_EQ(begin, 3u);
  EXPECT_FALSE(built.set->Find(0, text, 4, &begin, &end));
  EXPECT_FALSE(built.set->Find(0, text, 99, &begin, &end));
}

// Read, and taken by both: Hyperscan refuses what can never match (v\\b1).
bool IsTaken(const std::string& written) {
  dictionary::Regex regex;
  std::string error;
  if (!dictionary::ParseRegex(written, &regex, &error)) return false;
  const dictionary::Regex* const one = &regex;
  size_t faulty = 0;
  const auto set = RegexSet::Build({&one, 1}, true, &faulty);
  EXPECT_TRUE(set.ok() || set.status().message().find("can never match") != absl::string_view::npos)
      << written << ": " << set.status();
  return set.ok();
}

TEST(RegexSet, HyperscanAndRe2AgreeWithRe2Alone) {
  size_t matches = 0;
  for (uint32_t seed = 0; seed < 150; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::string> written;
    while (written.size() < 6) {
      std::string one = tests::RandomRegex(random);
      if (IsTaken(one)) written.push_back(std::move(one));
    }
    const Built both = Build(written, true), alone = Build(written, false);
    ASSERT_TRUE(both.set && alone.set) << "seed " << seed;
    for (int i = 0; i < 60; ++i) {
      const std::string text = tests::RandomRuleText(random, false);
      const std::string found = Found(alone, text);
      ASSERT_EQ(Found(both, text), found) << "seed " << seed << " text " << text;
      matches += !found.empty();
    }
  }
  EXPECT_GT(matches, 3000u) << "the texts match too little to say anything";
}

// What passed the parser's bounds is cheap; what is too much together is refused before it is compiled.
TEST(RegexSet, TooManyCharactersTogetherAreRefused) {
  std::deque<dictionary::Regex> regexes;
  std::vector<const dictionary::Regex*> pointers;
  std::string error;
  for (int i = 0; i < 40; ++i) {
    ASSERT_TRUE(dictionary::ParseRegex(".{100}.{100}.{90}a", &regexes.emplace_back(), &error));
    pointers.push_back(&regexes.back());
  }
  size_t faulty = 0;
  const auto set = RegexSet::Build(pointers, true, &faulty);
  ASSERT_FALSE(set.ok());
  EXPECT_EQ(ToPublic(set.status()).code(), StatusCode::kLimit);
  EXPECT_EQ(faulty, kMostPositionsInAll / regexes[0].positions);
}

// What Hyperscan would take minutes over (no literal to hold on to) is RE2's.
TEST(RegexSet, HostileSetsAreBuiltSoon) {
  std::vector<std::string> written;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (char b = 'a'; b <= 'j'; ++b) written.push_back(std::string("[^a]{3}[^b]") + a + ".{5}[^x]" + b);
  }
  for (char a = 'a'; a <= 'z'; ++a)
    written.push_back(std::string("[^") + a + "]{0,20}加微" + a + ".{0,20}(\\d|x){3,9}");
  const auto start = std::chrono::steady_clock::now();
  const Built built = Build(written, true);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20)) << "measured: under a second";
  EXPECT_EQ(Found(built, "，，，，a，，，，，，b"), "1@0-32");
}

TEST(RegexSet, TheOneThatDoesNotCompileIsNamed) {
  std::deque<dictionary::Regex> regexes(3);
  std::string error;
  ASSERT_TRUE(dictionary::ParseRegex("加微信", &regexes[0], &error));
  ASSERT_TRUE(dictionary::ParseRegex("加微信.{50}.{50}[^x]{30}", &regexes[1], &error));
  ASSERT_TRUE(dictionary::ParseRegex("加微博", &regexes[2], &error));
  const std::vector<const dictionary::Regex*> pointers = {&regexes[0], &regexes[1], &regexes[2]};
  size_t faulty = 0;
  const auto set = RegexSet::Build(pointers, true, &faulty);
  ASSERT_FALSE(set.ok());
  EXPECT_EQ(faulty, 1u);
  EXPECT_NE(set.status().message().find("too large"), absl::string_view::npos) << set.status();
}

TEST(RegexSet, NoRegexes) {
  const Built built = Build({}, true);
  EXPECT_EQ(Found(built, "a"), "");
}

}  // namespace
}  // namespace weir::match
