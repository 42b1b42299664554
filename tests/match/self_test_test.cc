#include <gtest/gtest.h>

#include <chrono>

#include "match/matcher.h"
#include "weir/engine.h"

namespace weir {
namespace {

TEST(SelfTest, PassesHere) {
  const absl::Status status = match::SelfTest();
  EXPECT_TRUE(status.ok()) << status;
  EXPECT_TRUE(SelfTest().ok());
}

// It runs at every Open and Reload; the bound is a hundred times what is measured, so that a loaded machine passes.
TEST(SelfTest, IsCheap) {
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(SelfTest().ok());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(1));
}

}  // namespace
}  // namespace weir
