#include "engine/mask.h"

#include <gtest/gtest.h>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::Bare;
using tests::MakePack;
using tests::MustOpen;

std::string Mask(const Engine& engine, std::string_view text, char mask = '*', Surface surface = Surface::kComment) {
  Scratch scratch;
  return engine.Mask(text, scratch, {surface, false}, mask);
}

TEST(Mask, OneMaskACodePoint) {
  const Engine engine = MustOpen(Bare({"傻逼", "大傻", "sb"}));
  struct {
    const char* text;
    const char* masked;
  } cases[] = {
      {"", ""},
      {"你好", "你好"},
      {"傻逼", "**"},
      {"你傻 逼啊", "你***啊"},
      {"大傻逼", "***"},
      {"ＳＢ", "**"},
      {"傻逼傻逼", "****"},
      {"傻傻傻逼", "****"},
      {"傻\xCC\x81逼", "***"},
      {"sb傻逼 好", "**** 好"},
      {"\xE5\x82傻逼", "\xE5\x82**"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(Mask(engine, c.text), c.masked) << c.text;
  }
}

TEST(Mask, OnlyCategoriesThatAct) {
  EngineOptions options = Bare({});
  options.packs = {
      MakePack("p", {{"zh/abuse.tsv", "傻逼\t4\t-\t-\town\tn\n"}, {"zh/ads.tsv", "加微信\t1\t-\t-\town\tn\n"}})};
  options.detectors = std::vector<std::string>{"phone"};
  const Engine engine = MustOpen(options);
  EXPECT_EQ(Mask(engine, "傻逼加微信"), "**加微信");
  EXPECT_EQ(Mask(engine, "打19900000063"), "打***********");
}

// 傻傻逼逼 masked in the middle leaves 傻**逼, which reads as 傻逼 again: masks are separators too.
TEST(Mask, ReachesAFixedPoint) {
  const Engine engine = MustOpen(Bare({"大逼", "傻子"}));
  EXPECT_EQ(Mask(engine, "大傻子逼"), "****");
  EXPECT_EQ(Mask(engine, "大大傻子子逼"), Mask(engine, Mask(engine, "大大傻子子逼")));
}

// A mask that is itself a letter would be read again, for ever: it is not taken.
TEST(Mask, ALetterIsNoMask) {
  const Engine engine = MustOpen(Bare({"傻逼", "ss", "**x", "00"}));
  for (const char mask : {'s', 'x', '0', 'A', '\x80', '\xE5'}) {
    EXPECT_EQ(Mask(engine, "你ss傻逼", mask), "你****") << static_cast<int>(mask);
    EXPECT_EQ(Mask(engine, "00", mask), "**") << static_cast<int>(mask);
  }
  for (const char mask : {'*', '#', ' ', '.', '-', '_', '?'}) {
    EXPECT_EQ(Mask(engine, "你傻逼", mask), "你" + std::string(2, mask));
  }
}

TEST(MaskOnce, MergesWhatTouches) {
  Verdict verdict;
  std::array<Thresholds, kCategoryCount> thresholds;
  std::string text = "abcdefg";
  const auto hit = [&](uint32_t begin, uint32_t end, Category category) {
    Hit one;
    one.span = {begin, end};
    one.category = category;
    verdict.hits.push_back(one);
  };
  EXPECT_FALSE(engine::MaskOnce(verdict, thresholds, '*', &text));
  verdict.scores[static_cast<size_t>(Category::kAbuse)] = 95;
  hit(0, 2, Category::kAbuse), hit(1, 3, Category::kAbuse), hit(3, 4, Category::kAbuse), hit(5, 6, Category::kAds);
  EXPECT_TRUE(engine::MaskOnce(verdict, thresholds, '*', &text));
  EXPECT_EQ(text, "****efg") << "ads has no score here";
}

}  // namespace
}  // namespace weir
