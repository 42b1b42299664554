// Both languages say every message, with the same arguments.
#include "messages.h"

#include <cstdlib>
#include <set>

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

std::set<char> Slots(std::string_view text) {
  std::set<char> slots;
  for (size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] == '{' && text[i + 2] == '}') slots.insert(text[i + 1]);
  }
  return slots;
}

TEST(Messages, BothLanguagesTakeTheSameArguments) {
  for (int i = 0; i < static_cast<int>(Msg::kCount); ++i) {
    Msg id = static_cast<Msg>(i);
    EXPECT_FALSE(Template(Lang::kZh, id).empty()) << i;
    EXPECT_FALSE(Template(Lang::kEn, id).empty()) << i;
    if (id == Msg::kAuSummary) continue;  // English alone needs plural forms
    EXPECT_EQ(Slots(Template(Lang::kZh, id)), Slots(Template(Lang::kEn, id))) << Template(Lang::kEn, id);
  }
}

TEST(Messages, ArgumentsAreNotReadAsTemplates) {
  EXPECT_EQ(Say(Lang::kEn, Msg::kCannotOpen, {"{1}", "{0}"}), "{1}: cannot be opened: {0}");
  EXPECT_EQ(Say(Lang::kEn, Msg::kCannotOpen, {"a"}), "a: cannot be opened: {1}");
}

TEST(Messages, TheLanguage) {
  struct Row {
    const char *lc_all, *lc_messages, *lang, *arg;
    Lang expected;
  };
  const Row kRows[] = {
      {"", "", "", nullptr, Lang::kEn},
      {"", "", "zh_CN.UTF-8", nullptr, Lang::kZh},
      {"", "en_US.UTF-8", "zh_CN.UTF-8", nullptr, Lang::kEn},
      {"C", "zh_CN", "zh_CN", nullptr, Lang::kEn},
      {"zh_TW", "C", "C", nullptr, Lang::kZh},
      {"zh_CN", "", "", "--lang=en", Lang::kEn},
      {"C", "", "", "--lang=zh", Lang::kZh},
  };
  for (const Row& row : kRows) {
    setenv("LC_ALL", row.lc_all, 1);
    setenv("LC_MESSAGES", row.lc_messages, 1);
    setenv("LANG", row.lang, 1);
    const char* argv[] = {"weir", "scan", row.arg};
    EXPECT_EQ(ChooseLang(row.arg != nullptr ? 3 : 2, argv), row.expected) << row.lc_all << " " << row.lang;
  }
  const char* apart[] = {"weir", "scan", "--lang", "zh"};
  EXPECT_EQ(ChooseLang(4, apart), Lang::kZh);
  setenv("LC_ALL", "C", 1);
  const char* behind[] = {"weir", "explain", "--", "--lang=zh"};
  EXPECT_EQ(ChooseLang(4, behind), Lang::kEn);
}

}  // namespace
}  // namespace weir::tool
