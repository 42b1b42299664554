#include "weir/policy.h"

#include <gtest/gtest.h>

namespace weir {
namespace {

Thresholds& At(Policy& policy, Surface surface, Category category) {
  return policy.thresholds[static_cast<size_t>(surface)][static_cast<size_t>(category)];
}

TEST(DefaultPolicy, IsAccepted) { EXPECT_TRUE(CheckPolicy(DefaultPolicy()).ok()); }

TEST(DefaultPolicy, SaysWhatTheDocumentsSay) {
  Policy policy = DefaultPolicy();
  for (int s = 0; s < kSurfaceCount; ++s) {
    const auto surface = static_cast<Surface>(s);
    const bool written = surface == Surface::kScript || surface == Surface::kTitle;
    for (int c = 0; c < kCategoryCount; ++c) {
      const auto category = static_cast<Category>(c);
      const Thresholds t = At(policy, surface, category);
      if (category == Category::kPrivacy) {  // masked in comments, looked at in what we write ourselves; never blocked
        EXPECT_EQ(t.mask, written ? kNever : 50);
        EXPECT_EQ(t.review, written ? 50 : kNever);
        EXPECT_EQ(t.block, kNever);
      } else if (category == Category::kScript) {  // a viewer may say "最好"
        EXPECT_EQ(t.mask, kNever);
        EXPECT_EQ(t.review, written ? 60 : kNever);
        EXPECT_EQ(t.block, kNever);
      } else {
        EXPECT_EQ(t.mask, kNever);
        EXPECT_EQ(t.review, 60);
        EXPECT_EQ(t.block, 90);
      }
    }
  }
}

TEST(CheckPolicy, Bounds) {
  struct {
    uint8_t mask, review, block;
    bool good;
  } cases[] = {
      {kNever, 60, 90, true},    {kLowestThreshold, kLowestThreshold, kLowestThreshold, true},
      {100, 100, 100, true},     {kNever, kNever, kNever, true},
      {kNever, 60, 60, true},    {30, 60, kNever, true},
      {90, 60, 90, true},        {29, 60, 90, false},
      {kNever, 29, 90, false},   {kNever, 29, 29, false},
      {0, 60, 90, false},        {kNever, 0, 0, false},
      {102, 60, 90, false},      {kNever, 60, 102, false},
      {kNever, 102, 102, false}, {255, 255, 255, false},
      {kNever, 60, 59, false},   {kNever, kNever, 90, false},
      {kNever, 90, 30, false},
  };
  for (const auto& c : cases) {
    for (int s = 0; s < kSurfaceCount; ++s) {
      for (int k = 0; k < kCategoryCount; ++k) {
        Policy policy = DefaultPolicy();
        At(policy, static_cast<Surface>(s), static_cast<Category>(k)) = {c.mask, c.review, c.block};
        const Status status = CheckPolicy(policy);
        EXPECT_EQ(status.ok(), c.good) << int{c.mask} << " " << int{c.review} << " " << int{c.block};
        if (!c.good) {
          EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
        }
      }
    }
  }
}

}  // namespace
}  // namespace weir
