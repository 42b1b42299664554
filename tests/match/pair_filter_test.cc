#include "match/pair_filter.h"

#include <gtest/gtest.h>

#include "matches.h"

namespace weir::match {
namespace {

TEST(PairFilter, HoldsThePairsOfItsPatterns) {
  PairFilter filter;
  filter.AddAll(Symbols("abc"));
  EXPECT_TRUE(filter.Contains(Symbols("a")[0], Symbols("b")[0]));
  EXPECT_TRUE(filter.Contains(Symbols("b")[0], Symbols("c")[0]));
  EXPECT_FALSE(filter.Contains(Symbols("a")[0], Symbols("c")[0]));
  EXPECT_FALSE(filter.Contains(Symbols("b")[0], Symbols("a")[0]));
}

TEST(PairFilter, APatternOfOneSymbolLetsAllPass) {
  PairFilter filter;
  EXPECT_FALSE(filter.Contains(1, 2));
  filter.AddAll(Symbols("a"));
  EXPECT_TRUE(filter.Contains(1, 2));
}

}  // namespace
}  // namespace weir::match
