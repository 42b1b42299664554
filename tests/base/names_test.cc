// Names are interface: they stand in JSON, on command lines, in case files. Pinned here word by word, read both ways.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "weir/policy.h"
#include "weir/verdict.h"

namespace weir {
namespace {

using Names = std::vector<std::string_view>;

TEST(Names, Actions) {
  const Names names = {"allow", "mask", "review", "block"};
  for (size_t i = 0; i < names.size(); ++i) {
    Action action = Action::kAllow;
    EXPECT_EQ(Name(static_cast<Action>(i)), names[i]);
    EXPECT_TRUE(ParseAction(names[i], &action));
    EXPECT_EQ(action, static_cast<Action>(i));
  }
  EXPECT_LT(Action::kAllow, Action::kMask);
  EXPECT_LT(Action::kReview, Action::kBlock);
}

TEST(Names, Categories) {
  const Names names = {"abuse", "threat",          "hate",    "sexual", "gambling", "drugs", "scam",
                       "ads",   "illegal_service", "privacy", "flood",  "script",   "custom"};
  ASSERT_EQ(names.size(), static_cast<size_t>(kCategoryCount));
  for (size_t i = 0; i < names.size(); ++i) {
    Category category = Category::kCustom;
    EXPECT_EQ(Name(static_cast<Category>(i)), names[i]);
    EXPECT_TRUE(ParseCategory(names[i], &category));
    EXPECT_EQ(category, static_cast<Category>(i));
  }
}

TEST(Names, LevelsAndSurfaces) {
  EXPECT_EQ(Name(AttentionLevel::kNone), "none");
  EXPECT_EQ(Name(AttentionLevel::kAnswer), "answer");
  EXPECT_EQ(Name(AttentionLevel::kUrgent), "urgent");
  const Names names = {"comment", "script", "nickname", "title"};
  for (size_t i = 0; i < names.size(); ++i) {
    Surface surface = Surface::kComment;
    EXPECT_TRUE(ParseSurface(names[i], &surface));
    EXPECT_EQ(surface, static_cast<Surface>(i));
  }
}

TEST(Names, UnknownOnesLeaveTheOutputAsItWas) {
  for (const std::string_view name : {"", "Allow", "allow ", "blocks", "none"}) {
    Action action = Action::kReview;
    EXPECT_FALSE(ParseAction(name, &action)) << name;
    EXPECT_EQ(action, Action::kReview);
    Category category = Category::kHate;
    EXPECT_FALSE(ParseCategory(name, &category)) << name;
    EXPECT_EQ(category, Category::kHate);
    Surface surface = Surface::kTitle;
    EXPECT_FALSE(ParseSurface(name, &surface)) << name;
    EXPECT_EQ(surface, Surface::kTitle);
  }
}

TEST(Names, Bits) {
  const Names vias = {"case",      "width",  "traditional", "variant", "lookalike", "separator", "repeat",
                      "homophone", "pinyin", "split",       "emoji",   "initials",  "shuffle"};
  Names all;
  AppendViaNames(0xFFFF, &all);
  EXPECT_EQ(all, vias);
  for (size_t i = 0; i < vias.size(); ++i) {
    Names one;
    AppendViaNames(static_cast<uint16_t>(1u << i), &one);
    EXPECT_EQ(one, Names{vias[i]});
  }
  Names exact;
  AppendViaNames(kExact, &exact);
  EXPECT_EQ(exact, Names{"exact"});
  Names kinds, flags;
  AppendKindNames(kQuestion | kComplaint | kHelp | kCrisis, &kinds);
  EXPECT_EQ(kinds, (Names{"question", "complaint", "help", "crisis"}));
  AppendFlagNames(kInvalidUtf8 | kTruncated | kDegraded | kShadow | kNeedsLook, &flags);
  EXPECT_EQ(flags, (Names{"invalid_utf8", "truncated", "degraded", "shadow", "needs_look"}));
  AppendKindNames(0, &flags);
  EXPECT_EQ(flags.size(), 5u);
}

}  // namespace
}  // namespace weir
