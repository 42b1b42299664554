#include "dictionary/rules.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "refusal.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

constexpr char kPattern[] = "[[pattern]]\nname = 'x'\ncategory = 'ads'\nweight = 3\n";
constexpr char kComposite[] = "[[composite]]\nname = 'x'\ncategory = 'ads'\nweight = 3\n";

std::string Expand(std::string content) {
  for (const auto& [mark, text] : {std::pair("{P}", kPattern), std::pair("{C}", kComposite)}) {
    for (size_t at = 0; (at = content.find(mark, at)) != std::string::npos;) content.replace(at, 3, text);
  }
  return content;
}

TEST(ReadRules, BadOnesAreRefusedWhereTheyAreBad) {
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/bad_rules.tsv", {"path", "content", "line", "column", "message", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["content"]);
    Pack pack;
    tests::ExpectRefused(ReadRules(Expand(row["content"]), row["path"], &pack), row["path"], row);
  }
}

Pack Read(const std::string& content, const std::string& path) {
  Pack pack;
  pack.name = "city";
  const absl::Status status = ReadRules(Expand(content), path, &pack);
  EXPECT_TRUE(status.ok()) << status;
  return pack;
}

TEST(ReadRules, APatternWithEveryKey) {
  const Pack pack = Read(
      "# rules\n\n[[pattern]]\nname = '号码'\nregex = '加v\\d{6}'\nattention = 'help'\nweight = 1\nflags = ['urgent']\n"
      "surface = ['comment', 'title']\nsource = 'own'\nnote = 'n'\nsuggest = 's'\nuntil = '2026-12-31'\n",
      "zh/patterns.toml");
  ASSERT_EQ(pack.patterns.size(), 1u);
  const PatternRule& rule = pack.patterns[0];
  EXPECT_EQ(rule.head.name, "号码");
  EXPECT_TRUE(rule.head.attention);
  EXPECT_EQ(rule.head.kind, kHelp);
  EXPECT_TRUE(rule.head.urgent);
  EXPECT_EQ(rule.head.weight, 1);
  EXPECT_EQ(rule.head.surfaces, 1 << static_cast<int>(Surface::kComment) | 1 << static_cast<int>(Surface::kTitle));
  EXPECT_EQ(rule.head.layer, "city");
  EXPECT_EQ(rule.head.source, "zh/patterns.toml:3");
  EXPECT_EQ(rule.head.origin, "own");
  EXPECT_EQ(rule.head.note, "n");
  EXPECT_EQ(rule.head.suggest, "s");
  EXPECT_EQ(rule.head.until, (Date{2026, 12, 31}));
  EXPECT_EQ(rule.regex.written, "加v\\d{6}");
  EXPECT_EQ(rule.at.line, 5);
}

TEST(ReadRules, ACompositeWithEveryKey) {
  const Pack pack =
      Read("{C}all = ['考试', ['包过', '保过']]\nnone = ['举报']\nwithin = 20\nordered = true\nsurface = 'comment'\n",
           "composites.toml");
  ASSERT_EQ(pack.composites.size(), 1u);
  const CompositeRule& rule = pack.composites[0];
  EXPECT_EQ(rule.all, (std::vector<std::vector<std::string>>{{"考试"}, {"包过", "保过"}}));
  EXPECT_EQ(rule.none, std::vector<std::string>{"举报"});
  EXPECT_EQ(rule.within, 20u);
  EXPECT_TRUE(rule.ordered);
  EXPECT_EQ(rule.head.surfaces, 1 << static_cast<int>(Surface::kComment));
  EXPECT_EQ(rule.head.source, "composites.toml:1");
}

TEST(ReadRules, FilesWithoutRules) {
  for (const char* path : {"patterns.toml", "composites.toml", "policy.toml"}) {
    for (const char* content : {"", "# nothing\n", "\xEF\xBB\xBF# with a mark\r\n"}) {
      const Pack pack = Read(content, path);
      EXPECT_EQ(pack.patterns.size() + pack.composites.size() + pack.policy.size(), 0u);
    }
  }
}

TEST(ReadRules, NamesAreOfThePackNotOfTheFile) {
  Pack pack = Read("{P}regex='a'\n", "patterns.toml");
  EXPECT_FALSE(ReadRules(Expand("{C}all=['a','b']\n"), "composites.toml", &pack).ok());
}

TEST(ReadRules, NoMoreRulesThanAPackMayHave) {
  std::string many;
  for (size_t i = 0; i <= kMostPatterns; ++i)
    many += "[[pattern]]\nname='" + std::to_string(i) + "'\ncategory='ads'\nweight=3\nregex='a'\n";
  Pack pack;
  EXPECT_EQ(ToPublic(ReadRules(many, "patterns.toml", &pack)).line(), static_cast<int32_t>(kMostPatterns * 5 + 1));
}

std::string Cells(const Policy& policy, Surface surface, Category category) {
  const Thresholds& t = policy.thresholds[static_cast<size_t>(surface)][static_cast<size_t>(category)];
  return std::to_string(t.mask) + " " + std::to_string(t.review) + " " + std::to_string(t.block);
}

TEST(ApplyCells, DefaultFirstThenCategoriesWhateverTheirOrder) {
  const Pack pack = Read(
      "[surface.comment.abuse]\nreview = 70\nblock = 95\n[surface.comment]\ndefault = { mask = 40, review = 50 }\n",
      "policy.toml");
  Policy policy = DefaultPolicy();
  ApplyCells(pack.policy, &policy);
  EXPECT_EQ(Cells(policy, Surface::kComment, Category::kAbuse), "40 70 95");
  EXPECT_EQ(Cells(policy, Surface::kComment, Category::kAds), "40 50 90");
  EXPECT_EQ(Cells(policy, Surface::kComment, Category::kPrivacy),
            Cells(DefaultPolicy(), Surface::kComment, Category::kPrivacy));
  EXPECT_EQ(Cells(policy, Surface::kComment, Category::kScript),
            Cells(DefaultPolicy(), Surface::kComment, Category::kScript));
  EXPECT_EQ(Cells(policy, Surface::kTitle, Category::kAds), Cells(DefaultPolicy(), Surface::kTitle, Category::kAds));
}

TEST(ApplyCells, NeverSwitchesOff) {
  const Pack pack = Read("[surface.comment.ads]\nreview = 'never'\nblock = 'never'\n", "policy.toml");
  Policy policy = DefaultPolicy();
  ApplyCells(pack.policy, &policy);
  EXPECT_EQ(Cells(policy, Surface::kComment, Category::kAds), "101 101 101");
}

TEST(IsRuleFile, ByNameInAnyFolder) {
  for (const char* path : {"patterns.toml", "zh/composites.toml", "a/b/policy.toml"})
    EXPECT_TRUE(IsRuleFile(path)) << path;
  for (const char* path : {"pattern.toml", "zh/patterns.tsv", "patterns.toml/x.tsv", "xpolicy.toml", ""})
    EXPECT_FALSE(IsRuleFile(path)) << path;
}

}  // namespace
}  // namespace weir::dictionary
