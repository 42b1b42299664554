#include "dictionary/squeeze.h"

#include <gtest/gtest.h>

#include <random>

#include "base/error.h"

namespace weir::dictionary {
namespace {

std::string Noise(size_t size) {
  std::mt19937 random(7);
  std::string out(size, '\0');
  for (char& c : out) c = static_cast<char>(random());
  return out;
}

TEST(Squeeze, ComesBackAsItWas) {
  for (const std::string& bytes : {std::string("a"), std::string("加微信\t3\n"), std::string(300000, 'x'),
                                   Noise(256 * 1024), Noise(256 * 1024 + 1), Noise(3000000)}) {
    auto small = Squeeze(bytes);
    ASSERT_TRUE(small.ok());
    EXPECT_EQ(*Squeeze(bytes), *small) << "the same bytes, the same frame";
    auto back = Unsqueeze(*small, bytes.size());
    ASSERT_TRUE(back.ok()) << back.status();
    EXPECT_EQ(*back, bytes);
  }
}

TEST(Squeeze, AnotherSizeIsRefused) {
  for (const size_t size : {size_t{1}, size_t{262144}, size_t{700000}}) {
    const std::string bytes = Noise(size), small = *Squeeze(bytes);
    for (const uint64_t said : {uint64_t{0}, uint64_t{size - 1}, uint64_t{size + 1}, uint64_t{size + 600000}}) {
      const Status status = ToPublic(Unsqueeze(small, said).status());
      EXPECT_EQ(status.code(), StatusCode::kBadSource) << size << " said " << said;
      EXPECT_NE(status.message().find("than was said"), std::string::npos) << status.message();
    }
  }
}

TEST(Squeeze, OneWholeFrameAndNothingElse) {
  const std::string bytes = Noise(5000), small = *Squeeze(bytes);
  const std::string skipped("\x50\x2A\x4D\x18\x04\0\0\0abcd", 12);  // a frame that zstd skips
  for (const std::string& frame :
       {std::string(), small + "x", small + small, skipped, skipped + small, small + skipped, Noise(100)})
    EXPECT_EQ(ToPublic(Unsqueeze(frame, bytes.size()).status()).code(), StatusCode::kBadSource);
  for (size_t cut = 0; cut < small.size(); ++cut)
    EXPECT_FALSE(Unsqueeze(small.substr(0, cut), bytes.size()).ok()) << cut;
}

// A thousandfold: what it says is believed up to 200 times, and what it holds beyond that never comes to memory.
TEST(Squeeze, ABombStopsAtItsSize) {
  const std::string bomb = *Squeeze(std::string(64 << 20, 'x'));
  ASSERT_GT(64u << 20, MostUnpacked(bomb.size()));
  auto out = Unsqueeze(bomb, MostUnpacked(bomb.size()));
  EXPECT_EQ(ToPublic(out.status()).code(), StatusCode::kBadSource);
}

}  // namespace
}  // namespace weir::dictionary
