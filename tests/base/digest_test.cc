#include "base/digest.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace weir {
namespace {

// XXH3-128's published value for the empty input: the digest in packs must not depend on the library's version.
TEST(Digest, IsXxh3) { EXPECT_EQ(Digest(""), "99aa06d3014798d86001c324468d497f"); }

TEST(Digest, TellsApart) {
  std::set<std::string> seen;
  std::string bytes;
  for (int i = 0; i < 2000; ++i) {
    const std::string digest = Digest(bytes);
    EXPECT_EQ(digest.size(), 32u);
    EXPECT_EQ(digest.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(digest, Digest(std::string(bytes)));
    EXPECT_TRUE(seen.insert(digest).second) << "two inputs share a digest at length " << i;
    bytes.push_back('\0');  // NUL counts
  }
}

}  // namespace
}  // namespace weir
