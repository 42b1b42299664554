#include "detect/number_style.h"

#include <gtest/gtest.h>

#include "detect/view.h"
#include "tests/table.h"

namespace weir::detect {
namespace {

TEST(NumberStyle, HanDigits) {
  for (const auto& [character, digit] : {std::pair{U'一', 1},
                                         {U'九', 9},
                                         {U'零', 0},
                                         {U'〇', 0},
                                         {U'幺', 1},
                                         {U'壹', 1},
                                         {U'捌', 8},
                                         {U'玖', 9},
                                         {U'十', -1},
                                         {U'百', -1},
                                         {U'两', -1},
                                         {U'1', -1},
                                         {U'人', -1}}) {
    EXPECT_EQ(HanDigit(character), digit) << static_cast<uint32_t>(character);
  }
}

TEST(NumberStyle, KeyMashing) {
  for (const char* digits : {"2333333333333333", "11111111", "0111111110"}) EXPECT_TRUE(IsKeyMashing(digits)) << digits;
  for (const char* digits : {"", "1111111", "1111111211", "6200000000000005"})
    EXPECT_FALSE(IsKeyMashing(digits)) << digits;
}

TEST(NumberStyle, OnlyDigits) {
  EXPECT_EQ(OnlyDigits("138-0013 8000").view(), "13800138000");
  EXPECT_EQ(OnlyDigits("1x").view(), "1");
  EXPECT_EQ(OnlyDigits("1x", true).view(), "1x");
  EXPECT_EQ(OnlyDigits("").view(), "");
  EXPECT_EQ(OnlyDigits(std::string(100, '7')).view(), std::string(32, '7')) << "never more than it holds";
}

TEST(NumberStyle, BothReadings) {
  struct {
    const char *text, *plain, *numbers;
  } rows[] = {
      {"①３⁸零幺", "138零幺", "13801"}, {"一般三明", "一般三明", "1般3明"}, {"1 3 8 oo 1", "1 3 8 oo 1", "1 3 8 00 1"},
      {"138oo", "138oo", "13800"},      {"ok co2", "ok co2", "ok co2"},     {"oh 12", "oh 12", "oh 12"},
      {"⑸⒋㈤", nullptr, nullptr},
  };
  for (const auto& row : rows) {
    text::AtomMap map;
    map.Build(row.text);
    View view;
    view.Build(map);
    ASSERT_EQ(view.plain.atom.size(), view.plain.text.size());
    ASSERT_EQ(view.numbers.atom.size(), view.numbers.text.size());
    if (row.plain == nullptr) continue;
    EXPECT_EQ(view.plain.text, std::string("\n") + row.plain + "\n");
    EXPECT_EQ(view.numbers.text, std::string("\n") + row.numbers + "\n");
    EXPECT_EQ(view.differ, view.plain.text != view.numbers.text);
  }
}

}  // namespace
}  // namespace weir::detect
