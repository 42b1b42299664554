#include <gtest/gtest.h>

#include "matches.h"

namespace weir::match {
namespace {

std::unique_ptr<Matcher> Build(const std::vector<Pattern>& patterns) {
  auto built = BuildHyperscan(patterns);
  EXPECT_TRUE(built.ok()) << built.status();
  return *std::move(built);
}

TEST(Hyperscan, FixedCases) {
  for (const Fixed& c : FixedCases()) {
    const auto patterns = Patterns(c.words);
    const auto matcher = Build(patterns);
    std::vector<RawMatch> found;
    EXPECT_TRUE(matcher->Scan(Symbols(c.buffer), SIZE_MAX, matcher->NewWorkspace().get(), &found));
    EXPECT_EQ(Sorted(found), Sorted(ByDefinition(patterns, Symbols(c.buffer)))) << c.buffer;
    EXPECT_EQ(found.size(), c.count) << c.buffer;
  }
}

TEST(Hyperscan, AgreesWithTheDefinition) { EXPECT_EQ(CompareRandom(Build, 150), ""); }

// Symbols whose bytes are each other's halves: "xy" stands in the bytes at an odd offset, and is no match.
TEST(Hyperscan, MatchesInTheMiddleOfASymbolAreNone) {
  const std::vector<Pattern> patterns = {{{0x2211, 0x4433}, {0}}};
  const auto matcher = Build(patterns);
  const auto workspace = matcher->NewWorkspace();
  std::vector<RawMatch> found;
  // Little-endian bytes: 11 [11 22 33 44] 44 — the pattern's bytes, one byte off.
  EXPECT_TRUE(matcher->Scan(std::vector<uint16_t>{0x1111, 0x3322, 0x4444}, SIZE_MAX, workspace.get(), &found));
  EXPECT_TRUE(found.empty());
  EXPECT_TRUE(matcher->Scan(std::vector<uint16_t>{0x2211, 0x4433}, SIZE_MAX, workspace.get(), &found));
  EXPECT_EQ(found, (std::vector<RawMatch>{{0, 2}}));
}

TEST(Hyperscan, StopsAtTheLimit) {
  const auto matcher = Build(Patterns({"a"}));
  const auto workspace = matcher->NewWorkspace();
  std::vector<RawMatch> found;
  EXPECT_FALSE(matcher->Scan(Symbols("aaaaa"), 3, workspace.get(), &found));
  EXPECT_EQ(found, (std::vector<RawMatch>{{0, 1}, {0, 2}, {0, 3}}));
  EXPECT_TRUE(matcher->Scan(Symbols("aaaaa"), 5, workspace.get(), &found));
  EXPECT_EQ(found.size(), 5u);
}

TEST(Hyperscan, NothingToLookFor) {
  const auto matcher = Build({});
  std::vector<RawMatch> found = {{7, 7}};
  EXPECT_TRUE(matcher->Scan(Symbols("abc"), SIZE_MAX, matcher->NewWorkspace().get(), &found));
  EXPECT_TRUE(found.empty());
  EXPECT_EQ(matcher->Name().substr(0, 10), "hyperscan ");
  EXPECT_EQ(matcher->Name().find(' ', 10), std::string::npos) << "the version only, no date";
}

}  // namespace
}  // namespace weir::match
