// What the filter promises: it never turns a text away that holds a pattern, and by sound it turns away all others it can.
#include "match/pair_filter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "text/fold_table.h"

namespace weir::match {
namespace {

using Symbols = std::vector<uint16_t>;

// Syllables are many, and some of them common: as `symbol` grows it is rarer.
float Frequency(uint16_t symbol) { return 1.0f / static_cast<float>(symbol % 97 + 1); }

TEST(PairFilter, Empty) {
  const PairFilter filter;
  EXPECT_FALSE(filter.Any({}));
  EXPECT_FALSE(filter.Any(Symbols{7}));
  EXPECT_FALSE(filter.Any(Symbols{7, 8, 9}));
  EXPECT_FALSE(filter.Contains(7, 8));
}

TEST(PairFilter, TheRarestPairIsAsked) {
  PairFilter filter;
  filter.AddRarest(Symbols{1, 2, 90, 91, 3}, Frequency);
  EXPECT_TRUE(filter.Contains(90, 91));
  EXPECT_FALSE(filter.Contains(1, 2));
  EXPECT_FALSE(filter.Contains(2, 90));
  EXPECT_FALSE(filter.Contains(91, 90)) << "order counts";
  EXPECT_TRUE(filter.Any(Symbols{5, 90, 91, 5}));
  EXPECT_FALSE(filter.Any(Symbols{1, 2, 90, 5, 91, 3}));
}

TEST(PairFilter, OfPairsAsRareTheFirst) {
  PairFilter filter;
  filter.AddRarest(Symbols{4, 5, 6}, [](uint16_t) { return 0.0f; });
  EXPECT_TRUE(filter.Contains(4, 5));
  EXPECT_FALSE(filter.Contains(5, 6));
}

TEST(PairFilter, AllPairsAreAsked) {
  PairFilter filter;
  filter.AddAll(Symbols{1, 2, 3});
  EXPECT_TRUE(filter.Contains(1, 2));
  EXPECT_TRUE(filter.Contains(2, 3));
  EXPECT_FALSE(filter.Contains(1, 3));
}

TEST(PairFilter, APatternOfOneSymbolLetsAllPass) {
  PairFilter rarest, all;
  rarest.AddRarest(Symbols{1}, Frequency);
  all.AddAll(Symbols{1});
  for (const PairFilter& filter : {rarest, all}) {
    EXPECT_TRUE(filter.Any(Symbols{1}));
    EXPECT_TRUE(filter.Any(Symbols{8, 9}));
    EXPECT_TRUE(filter.Contains(8, 9));
  }
  PairFilter none;
  none.AddRarest(Symbols{}, Frequency);
  none.AddAll(Symbols{});
  EXPECT_FALSE(none.Any(Symbols{8, 9})) << "a pattern of nothing stands nowhere";
}

Symbols RandomSymbols(std::mt19937& random, size_t size, uint16_t first, uint32_t kinds) {
  Symbols out;
  for (size_t i = 0; i < size; ++i) out.push_back(static_cast<uint16_t>(first + random() % kinds));
  return out;
}

bool Holds(const Symbols& text, const Symbols& pattern) {
  return std::search(text.begin(), text.end(), pattern.begin(), pattern.end()) != text.end();
}

// Few kinds of symbols, so that patterns stand in texts by chance, too; and one is always put in.
TEST(PairFilter, NeverTurnsAwayATextThatHoldsAPattern) {
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    const bool by_sound = random() % 2 == 0;
    const uint16_t first = by_sound ? text::kSoundFirst : static_cast<uint16_t>(random());
    const uint32_t kinds = 2 + random() % 8;
    std::vector<Symbols> patterns;
    PairFilter rarest, all;
    for (size_t n = 1 + random() % 4; n > 0; --n) {
      patterns.push_back(RandomSymbols(random, 1 + random() % 6, first, kinds));
      rarest.AddRarest(patterns.back(), Frequency);
      all.AddAll(patterns.back());
    }
    Symbols text = RandomSymbols(random, random() % 24, first, kinds);
    const Symbols& put = patterns[random() % patterns.size()];
    text.insert(text.begin() + static_cast<ptrdiff_t>(random() % (text.size() + 1)), put.begin(), put.end());
    ASSERT_TRUE(Holds(text, put));
    ASSERT_TRUE(rarest.Any(text)) << "seed " << seed;
    ASSERT_TRUE(all.Any(text)) << "seed " << seed;
  }
}

// Any sees what Contains sees.
TEST(PairFilter, AnyIsContainsOfSomeNeighbours) {
  int passed = 0;
  for (uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    PairFilter filter;
    filter.AddRarest(RandomSymbols(random, 3, 1, 20), Frequency);
    const Symbols text = RandomSymbols(random, random() % 40, 1, 20);
    bool some = false;
    for (size_t i = 0; i + 1 < text.size(); ++i) some |= filter.Contains(text[i], text[i + 1]);
    ASSERT_EQ(filter.Any(text), some) << "seed " << seed;
    passed += some;
  }
  EXPECT_GT(passed, 50);
  EXPECT_LT(passed, 1000);
}

// Pairs of syllables have a bit of their own each: only what was added is let through.
TEST(PairFilter, PairsOfSoundsShareNoBit) {
  PairFilter filter;
  const Symbols pattern = {text::kSoundFirst, text::kSoundFirst + 100};
  filter.AddAll(pattern);
  int found = 0;
  for (uint32_t a = text::kSoundFirst; a <= text::kSoundLast; ++a) {
    for (uint32_t b = text::kSoundFirst; b <= text::kSoundLast; ++b)
      found += filter.Contains(static_cast<uint16_t>(a), static_cast<uint16_t>(b));
  }
  EXPECT_EQ(found, 1);
}

}  // namespace
}  // namespace weir::match
