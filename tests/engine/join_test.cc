#include "engine/join.h"

#include <gtest/gtest.h>

#include "engine_helpers.h"
#include "text/fold.h"

namespace weir::engine {
namespace {

std::shared_ptr<const Snapshot> Make(const std::vector<std::string>& terms, const std::vector<std::string>& variants) {
  EngineOptions options = tests::Bare({});
  options.terms = terms;
  options.variants = variants;
  auto snapshot = MakeSnapshot(options, 1);
  EXPECT_TRUE(snapshot.ok()) << snapshot.status();
  return *snapshot;
}

std::vector<uint16_t> Plain(const char* text) {
  std::vector<uint16_t> symbols = text::Fold(text);
  symbols.push_back(text::kSeparator);
  return symbols;
}

std::vector<uint16_t> Concat(std::vector<uint16_t> a, const std::vector<uint16_t>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

TEST(Joiner, PlainStreamsStandBehindOneAnother) {
  const auto snapshot = Make({"傻逼"}, {});
  Buffers buffers;
  Joiner joiner(*snapshot, false, &buffers);
  Slot slots[3];
  joiner.Add("你好", &slots[0]);
  joiner.Skip(&slots[1]);
  joiner.Add("傻逼", &slots[2]);
  const std::span<const uint16_t> joined = joiner.Joined();
  EXPECT_EQ(std::vector<uint16_t>(joined.begin(), joined.end()),
            Concat(Concat(Plain("你好"), {text::kSeparator}), Plain("傻逼")));
  EXPECT_EQ(slots[2].plain, 4u);
  EXPECT_EQ(slots[2].end, joined.size());
  EXPECT_EQ(joiner.heard(), 0u);
}

// Look-alikes are read only where they stand beside a character as in some term.
TEST(Joiner, LookAlikesHaveAStreamOfTheirOwn) {
  const auto snapshot = Make({"微信"}, {"shape"});
  for (const auto& [text, streams] : {std::pair{"徽信", 2}, {"徽章", 1}, {"微信", 1}}) {
    Buffers buffers;
    Joiner joiner(*snapshot, false, &buffers);
    Slot slot;
    joiner.Add(text, &slot);
    EXPECT_EQ(joiner.Joined().size(), static_cast<size_t>(3 * streams)) << text;
    EXPECT_EQ(slot.shapes, 3u) << text;
  }
}

// What is heard: matches by sound that may stand. Explain wants to see the others, too.
TEST(Joiner, ChanceMatchesAreLeftOut) {
  const auto snapshot = Make({"傻逼"}, {"sound"});
  struct {
    const char* text;
    size_t raw, kept, kept_of_all;
  } cases[] = {{"煞笔", 1, 1, 1}, {"傻逼", 1, 0, 1}, {"你好", 0, 0, 0}};
  for (const auto& c : cases) {
    for (const bool all : {false, true}) {
      Buffers buffers;
      Joiner joiner(*snapshot, all, &buffers);
      Slot slot;
      joiner.Add(c.text, &slot);
      EXPECT_EQ(joiner.heard(), c.raw) << c.text;
      EXPECT_EQ(slot.heard_end - slot.heard, all ? c.kept_of_all : c.kept) << c.text;
    }
  }
}

TEST(SortMatches, ByStreamAndCountedInIt) {
  const auto snapshot = Make({"微信"}, {"shape", "sound"});
  Buffers buffers;
  buffers.workspace = snapshot->matcher->NewWorkspace();
  Joiner joiner(*snapshot, true, &buffers);
  Slot slot;
  joiner.Add("加徽信加威心", &slot);
  snapshot->matcher->Scan(joiner.Joined(), 100, buffers.workspace.get(), &buffers.matches);
  SortMatches(*snapshot, buffers.matches, slot, &buffers);
  std::vector<std::pair<verify::Stream, uint32_t>> found;
  for (const verify::Match& match : buffers.found) found.emplace_back(match.stream, match.symbol);
  EXPECT_EQ(found, (std::vector<std::pair<verify::Stream, uint32_t>>{{verify::Stream::kSound, 4},
                                                                     {verify::Stream::kShape, 1},
                                                                     {verify::Stream::kShapedSound, 1},
                                                                     {verify::Stream::kShapedSound, 4}}));
}

}  // namespace
}  // namespace weir::engine
