#include "match/pattern_set.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace weir::match {
namespace {

std::vector<dictionary::Spelling> Spellings(std::initializer_list<const char*> texts) {
  std::vector<dictionary::Term> terms;
  for (const char* text : texts) {
    terms.emplace_back();
    terms.back().text = text;
  }
  return dictionary::SpellAll(terms);
}

TEST(BuildPatterns, TermsThatFoldAlikeShareOne) {
  const auto patterns = BuildPatterns(Spellings({"加微信", "傻逼", "加 微 信", "傻傻逼", "ＳＢ", "sb"}));
  ASSERT_EQ(patterns.size(), 3u);  // in order of first appearance
  EXPECT_EQ(patterns[0].symbols, text::Fold("加微信"));
  EXPECT_EQ(patterns[0].spellings, (std::vector<uint32_t>{0, 2}));
  EXPECT_EQ(patterns[1].spellings, (std::vector<uint32_t>{1, 3}));
  EXPECT_EQ(patterns[2].spellings, (std::vector<uint32_t>{4, 5}));
}

TEST(BuildPatterns, DigitsKeepTheirRuns) { EXPECT_EQ(BuildPatterns(Spellings({"110", "1100", "10"})).size(), 3u); }

TEST(BuildPatterns, WhatFoldsToNothingIsLeftOut) {
  EXPECT_TRUE(BuildPatterns(Spellings({"", "。！", "😀", "\xE2\x80\x8B"})).empty());
  EXPECT_TRUE(BuildPatterns({}).empty());
  for (const Pattern& pattern : BuildPatterns(Spellings({"a", "好", "㈱", "𠮷"}))) {
    ASSERT_FALSE(pattern.symbols.empty());
    for (const uint16_t symbol : pattern.symbols) {
      EXPECT_NE(symbol, 0);
    }
  }
}

}  // namespace
}  // namespace weir::match
