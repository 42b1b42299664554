#include <gtest/gtest.h>

#include "matches.h"

namespace weir::match {
namespace {

std::unique_ptr<Matcher> Build(const std::vector<Pattern>& patterns) { return BuildTextbook(patterns); }

TEST(Textbook, FixedCases) {
  for (const Fixed& c : FixedCases()) {
    const auto patterns = Patterns(c.words);
    const auto matcher = Build(patterns);
    std::vector<RawMatch> found;
    EXPECT_TRUE(matcher->Scan(Symbols(c.buffer), SIZE_MAX, matcher->NewWorkspace().get(), &found));
    EXPECT_EQ(Sorted(found), Sorted(ByDefinition(patterns, Symbols(c.buffer)))) << c.buffer;
    EXPECT_EQ(found.size(), c.count) << c.buffer;
  }
}

TEST(Textbook, AgreesWithTheDefinition) { EXPECT_EQ(CompareRandom(Build, 300), ""); }

// The order of `end` is promised also when the limit cuts: patterns of unlike length end in another order than they begin.
TEST(Textbook, StopsAtTheLimitInOrder) {
  const auto matcher = Build(Patterns({"abcd", "b", "c"}));
  std::vector<RawMatch> found;
  EXPECT_FALSE(matcher->Scan(Symbols("abcdb"), 3, matcher->NewWorkspace().get(), &found));
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(
      std::is_sorted(found.begin(), found.end(), [](const RawMatch& a, const RawMatch& b) { return a.end < b.end; }));
  EXPECT_TRUE(matcher->Scan(Symbols("abcdb"), 4, matcher->NewWorkspace().get(), &found));
  EXPECT_EQ(matcher->Name(), "textbook");
}

}  // namespace
}  // namespace weir::match
