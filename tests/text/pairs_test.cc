#include "text/pairs.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "tests/table.h"

namespace weir::text {
namespace {

TEST(Pairs, WhatIsSeenIsCheap) {
  EXPECT_LT(PairCost(U'事', U'实'), PairCost(U'事', U'食'));
  EXPECT_LT(PairCost(U'傻', U'逼'), PairCost(U'傻', U'壁'));
  EXPECT_LT(PairCost(U'我', U'们'), PairCost(U'我', U'门'));
  EXPECT_LT(PairCost(U'百', U'家'), PairCost(U'百', U'加'));
}

TEST(Pairs, UnseenPairsBackOffToTheirCharacters) {
  // 的 is likelier than 鞑 behind whatever neither was seen behind.
  EXPECT_LT(PairCost(U'鼹', U'的'), PairCost(U'鼹', U'鞑'));
  EXPECT_GT(PairCost(U'煞', U'物'), PairCost(U'煞', U'笔'));
}

TEST(Pairs, Borders) {
  EXPECT_LT(PairCost(kBorder, U'我'), PairCost(kBorder, U'们'));
  EXPECT_LT(PairCost(U'吧', kBorder), PairCost(U'把', kBorder));
}

TEST(Pairs, AnythingHasACost) {
  for (const char32_t c : {U'a', U'か', U'㚖', U'\x20000', char32_t{0x10FFFF}, char32_t{0xFFFFFFFF}}) {
    EXPECT_GT(PairCost(c, c), 40) << static_cast<uint32_t>(c);
    EXPECT_LE(PairCost(c, c), 510) << static_cast<uint32_t>(c);
    EXPECT_GT(PairCost(kBorder, c), PairCost(kBorder, U'我')) << static_cast<uint32_t>(c);
  }
}

// What leaves a character must add up to about one: a model whose costs are too low or too high prices its own noise.
TEST(Pairs, ChancesAddUp) {
  for (const char32_t a : {kBorder, U'的', U'我', U'傻', U'赌', U'积', U'煞', U'鼹'}) {
    double sum = std::exp(-PairCost(a, kBorder) / 4.0);
    for (char32_t b = internal::kFirstPaired; b <= internal::kLastPaired; ++b) sum += std::exp(-PairCost(a, b) / 4.0);
    EXPECT_NEAR(sum, 1.0, 0.15) << "U+" << std::hex << static_cast<uint32_t>(a);
  }
}

TEST(Pairs, TheTableHasRoom) {
  uint32_t used = 0;
  for (const uint32_t entry : internal::kPairs) used += entry != 0;
  EXPECT_EQ(used, kPairCount);
  EXPECT_GT(used, 100000u);
  EXPECT_LE(used, (internal::kPairMask + 1) * 7 / 10);
  EXPECT_LE(sizeof internal::kPairs, size_t{1} << 20);
}

bool Ordinary(char32_t a, char32_t b) { return OrdinaryPair(SymbolOf(a), SymbolOf(b)); }

TEST(Pairs, OrdinaryPairs) {
  for (const char32_t* pair :
       {U"事实", U"其中", U"我的", U"石油", U"公积", U"积金", U"病毒", U"权利", U"触觉", U"强制"}) {
    EXPECT_TRUE(Ordinary(pair[0], pair[1])) << static_cast<uint32_t>(pair[0]);
  }
  for (const char32_t* pair : {U"煞比", U"费物", U"雅巴", U"制杖", U"沙币", U"麦淫", U"堵博"}) {
    EXPECT_FALSE(Ordinary(pair[0], pair[1])) << static_cast<uint32_t>(pair[0]);
  }
}

TEST(Pairs, OrdinaryPairsAreFew) {
  uint32_t set = 0;
  for (const uint64_t word : internal::kOrdinary) set += static_cast<uint32_t>(std::popcount(word));
  EXPECT_GT(set, 20000u);
  EXPECT_LT(set, (1u << internal::kOrdinaryBits) / 16);  // or too many disguises would pass for ordinary by chance
}

}  // namespace
}  // namespace weir::text
