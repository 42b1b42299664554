#include "verify/latin_walk.h"

#include <gtest/gtest.h>

namespace weir::verify {
namespace {

// "stars swapped doubled shortened stretched" of the text read from its first symbol on, with the units it took; "no" where letters
// disagree.
std::string Walked(const std::string& term, const std::string& text) {
  text::AtomMap map;
  map.Build(text);
  text::LeetMap leet;
  leet.Build(map);
  Tally tally;
  if (!WalkLetters(map, leet, 0, MakeLatinForm(term, true), &tally)) return "no";
  std::string out = std::to_string(tally.first) + "-" + std::to_string(tally.last);
  if (tally.stars > 0) out += " stars " + std::to_string(tally.stars);
  if (tally.swapped > 0) out += " swapped " + std::to_string(tally.swapped);
  if (tally.doubled > 0) out += " doubled " + std::to_string(tally.doubled);
  if (tally.shortened > 0) out += " shortened " + std::to_string(tally.shortened);
  if (tally.stretched) out += " stretched";
  return out;
}

TEST(WalkLetters, Table) {
  struct {
    const char *term, *text, *expect;
  } cases[] = {
      {"kill", "kill", "0-3"},
      {"kill", "k1ll", "0-3"},
      {"kill", "ki11", "0-3"},
      {"kill", "killed", "0-3"},
      {"kill", "klil", "no"},
      {"kill", "kiil", "0-3 doubled 1 shortened 1"},
      {"fuck", "fvck", "0-3 swapped 1"},
      {"fuck", "fuuck", "0-4 doubled 1"},
      {"fuck", "ffuucckk", "0-7 doubled 4"},
      {"fuck", "fuuuck", "0-5 stretched"},
      {"fuck", "f**k", "0-3 stars 1"},
      {"fuck", "f*k", "no"},
      {"fuck", "f***k", "no"},
      {"fuck", "fick", "no"},
      {"fuck", "fuc", "no"},
      {"asshole", "as*hole", "0-6 stars 1"},
      {"asshole", "a**hole", "0-6 stars 1"},
      {"asshole", "a*hole", "no"},
      {"asshole", "ashole", "0-5 shortened 1"},
      {"motherfucker", "m*th*rf*ck*r", "0-11 stars 4"},
      {"ass", "aass", "0-3 doubled 1"},
      {"ass", "a ass", "1-3"},
      {"ass", "ass s", "0-2"},
  };
  for (const auto& c : cases) EXPECT_EQ(Walked(c.term, c.text), c.expect) << c.term << " in " << c.text;
}

TEST(WalkLetters, KnowsTheTermsOwnGaps) {
  text::AtomMap map;
  map.Build("BALL sack");
  text::LeetMap leet;
  leet.Build(map);
  Tally tally;
  ASSERT_TRUE(WalkLetters(map, leet, 0, MakeLatinForm("ball sack", true), &tally));
  EXPECT_TRUE(tally.OwnsGapAfter(3));
  EXPECT_FALSE(tally.OwnsGapAfter(2));
  ASSERT_TRUE(WalkLetters(map, leet, 0, MakeLatinForm("ballsack", true), &tally));
  EXPECT_FALSE(tally.OwnsGapAfter(3));
}

}  // namespace
}  // namespace weir::verify
