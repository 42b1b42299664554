#include "text/words.h"

#include <gtest/gtest.h>

#include "tests/table.h"

namespace weir::text {
namespace {

uint8_t CostOf(const std::string& word) {
  std::u32string cps;
  const char* const end = word.data() + word.size();
  for (const char* p = word.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    cps += one.cp;
    p += one.length;
  }
  return WordCost(cps.data(), cps.size());
}

TEST(Words, CommonWordsAreCheapAndNonsenseIsNone) {
  for (const char* word : {"的", "交通", "路口", "麻烦", "我们", "妈妈", "每月"})
    EXPECT_LT(CostOf(word), kTermCost) << word;
  for (const char* word : {"口通", "路交", "烦很", "abc", ""}) EXPECT_EQ(CostOf(word), kNoWord) << word;
  EXPECT_LT(CostOf("的"), CostOf("我们"));
  EXPECT_LT(CostOf("我们"), CostOf("路口"));
}

TEST(Words, AnyCharacterAloneHasACost) {
  for (const char* word : {"𠀀", "a", "鿿"}) EXPECT_EQ(CostOf(word), kUnknownCost) << word;
  EXPECT_GT(kUnknownCost, kTermCost);
}

TEST(Words, WordsAreFolded) {
  EXPECT_EQ(CostOf("麻煩"), kNoWord);  // look-ups are of folded characters
  EXPECT_LT(CostOf("麻烦"), kTermCost);
}

TEST(Words, TheTableHasRoom) {
  uint32_t used = 0;
  for (const uint32_t entry : internal::kWords) {
    used += entry != 0;
    EXPECT_TRUE(entry == 0 || (entry & 0xFF) < kUnknownCost);
  }
  EXPECT_EQ(used, kWordCount);
  EXPECT_GT(used, 50000u);
  EXPECT_LE(used, (internal::kWordMask + 1) * 7 / 10);
  EXPECT_LE(sizeof internal::kWords, size_t{2} << 20);
}

// Strings that are no word pass for one only as often as 24 bits let them.
TEST(Words, FalseWordsAreRare) {
  uint32_t passed = 0;
  constexpr uint32_t kTries = 4000000;
  for (uint32_t i = 0; i < kTries; ++i) {
    const char32_t nonsense[] = {0xAC00 + i % 11000, 0xAC00 + i / 11000};  // Hangul: in no list of Han words
    passed += WordCost(nonsense, 2) != kNoWord;
  }
  EXPECT_LE(passed, 8u);
}

TEST(Words, EdgesOfWords) {
  for (const char32_t c : {U'口', U'通', U'妈'}) EXPECT_TRUE(EndsSomeWord(c)) << static_cast<uint32_t>(c);
  for (const char32_t c : {U'交', U'麻', U'妈'}) EXPECT_TRUE(BeginsSomeWord(c)) << static_cast<uint32_t>(c);
  for (const char32_t c : {U'a', U'か', U'\x20000', U'\x4DFF', U'\xA000'}) {
    EXPECT_FALSE(EndsSomeWord(c) || BeginsSomeWord(c)) << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace weir::text
