#include "dictionary/term.h"

#include <gtest/gtest.h>

#include <bit>

#include "tests/table.h"

namespace weir::dictionary {
namespace {

// Each name has a bit of its own, and all names together are all bits.
TEST(ParseVariant, Names) {
  uint16_t all = 0;
  for (const std::string& name : tests::Split(kVariantNames, ' ')) {
    uint16_t one = 0;
    EXPECT_TRUE(ParseVariant(name, &one)) << name;
    EXPECT_EQ(std::popcount(one), 1) << name;
    EXPECT_EQ(all & one, 0) << name;
    EXPECT_TRUE(ParseVariant(name, &all)) << name;
  }
  EXPECT_EQ(all, kAllVariants);
}

TEST(ParseVariant, IsStrictAndLeavesTheRestAlone) {
  for (const char* name : {"", "Sound", "sound ", "sounds", "smell", "sound,pinyin", "none"}) {
    uint16_t bits = kSplitVariant;
    EXPECT_FALSE(ParseVariant(name, &bits)) << name;
    EXPECT_EQ(bits, kSplitVariant) << name;
  }
  uint16_t bits = kSplitVariant;
  EXPECT_TRUE(ParseVariant("sound", &bits));
  EXPECT_EQ(bits, kSplitVariant | kSound) << "added, not replaced";
}

// docs/dictionary.md: a pack is told from another by its name, version and content.
TEST(Pack, Stamp) {
  Pack pack;
  pack.name = "default";
  pack.version = "1.0.0";
  pack.digest = "0123456789abcdef";
  EXPECT_EQ(pack.Stamp(), "default@1.0.0+0123456789ab");
}

}  // namespace
}  // namespace weir::dictionary
