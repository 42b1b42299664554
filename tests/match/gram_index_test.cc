#include "match/gram_index.h"

#include <gtest/gtest.h>

#include "matches.h"

namespace weir::match {
namespace {

float Alike(uint16_t) { return 1; }

// As a matcher, so that the cases of all matchers serve.
class AsMatcher final : public Matcher {
 public:
  explicit AsMatcher(const std::vector<Pattern>& patterns)
      : index_(patterns, 0, [](uint16_t symbol) { return static_cast<float>(symbol % 7); }) {}
  std::unique_ptr<Workspace> NewWorkspace() const override { return std::make_unique<Workspace>(); }
  bool Scan(std::span<const uint16_t> symbols, size_t limit, Workspace*, std::vector<RawMatch>* out) const override {
    out->clear();
    return index_.Scan(symbols, limit, out);
  }
  std::string Name() const override { return "grams"; }

 private:
  GramIndex index_;
};

TEST(GramIndex, FixedCases) {
  for (const Fixed& c : FixedCases()) {
    const auto patterns = Patterns(c.words);
    std::vector<RawMatch> found;
    EXPECT_TRUE(GramIndex(patterns, 0, Alike).Scan(Symbols(c.buffer), SIZE_MAX, &found));
    EXPECT_EQ(Sorted(found), Sorted(ByDefinition(patterns, Symbols(c.buffer)))) << c.buffer;
    EXPECT_EQ(found.size(), c.count) << c.buffer;
  }
}

TEST(GramIndex, AgreesWithTheDefinition) {
  EXPECT_EQ(CompareRandom([](const auto& patterns) { return std::make_unique<AsMatcher>(patterns); }, 600), "");
}

// Symbols that share their nine lower bits share grams; the comparison parts them.
TEST(GramIndex, SharedGramsAreNoMatch) {
  const GramIndex index(std::vector<Pattern>{{{0xF801, 0xF802, 0xF803}, {0}}, {{0xF801, 0xF802}, {1}}}, 0, Alike);
  std::vector<RawMatch> found;
  EXPECT_TRUE(index.Scan(std::vector<uint16_t>{0xFA01, 0xFA02, 0xFA03}, SIZE_MAX, &found));
  EXPECT_TRUE(found.empty());
  EXPECT_TRUE(index.Scan(std::vector<uint16_t>{0xF801, 0xF802, 0xF803}, SIZE_MAX, &found));
  EXPECT_EQ(found, (std::vector<RawMatch>{{1, 2}, {0, 3}}));
}

TEST(GramIndex, AppendsWithItsOwnIdsAndStopsAtTheLimit) {
  const GramIndex index(Patterns({"ab"}), 10, Alike);
  std::vector<RawMatch> found = {{7, 7}};
  EXPECT_FALSE(index.Scan(Symbols("ababab"), 3, &found));
  EXPECT_EQ(found, (std::vector<RawMatch>{{7, 7}, {10, 2}, {10, 4}}));
}

TEST(GramIndex, NothingToLookFor) {
  std::vector<RawMatch> found;
  EXPECT_TRUE(GramIndex().Scan(Symbols("abc"), SIZE_MAX, &found));
  EXPECT_TRUE(found.empty());
}

}  // namespace
}  // namespace weir::match
