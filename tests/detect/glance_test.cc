// The second look: what it says by a table, and that it never turns down a text that holds a find.
#include "detect/glance.h"

#include <gtest/gtest.h>

#include <random>

#include "detect/detector.h"
#include "tests/table.h"

namespace weir::detect {
namespace {

std::string Letters(const Glance& glance) {
  std::string out;
  if (glance.Flood()) out += 'f';
  if (glance.Companion()) out += 'c';
  if (glance.Dotted()) out += 'd';
  if (glance.At()) out += 'a';
  return out.empty() ? "-" : out;
}

TEST(Glance, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/detect/glance.tsv", {"text", "expect", "id", "note"})) {
    const Glance glance(row["text"]);
    EXPECT_EQ(Letters(glance), row["expect"]) << row.place << ": " << row["note"];
    EXPECT_EQ(std::to_string(glance.LongestId()), row["id"]) << row.place << ": " << row["note"];
  }
}

// As the engine asks: the gates, the second look, then the patterns.
size_t FindsOf(const Detectors& detectors, const std::string& text) {
  std::vector<uint16_t> symbols(text::MaxSymbols(text.size()));
  const text::Folded folded = text::Fold(text, symbols.data());
  if (!detectors.Wants(folded, text)) return 0;
  text::AtomMap map;
  map.Build(text);
  View view;
  std::vector<Find> finds;
  detectors.Scan(folded, map, &view, &finds);
  return finds.size();
}

// The tables know what each detector finds; most of their rows are older than the second look.
TEST(Glance, LosesNoFind) {
  size_t finds = 0;
  for (const std::string& name : Detectors::All()) {
    const Detectors detectors = std::move(Detectors::Make(std::vector<std::string>{name})).value();
    for (const tests::Row& row : tests::ReadTable("tests/detect/" + name + ".tsv", {"text", "expect", "note"})) {
      const size_t expected = row["expect"] == "-" ? 0 : tests::List(row["expect"], '|').size();
      if (expected == 0) continue;
      EXPECT_EQ(FindsOf(detectors, row["text"]), expected) << row.place;
      finds += expected;
    }
  }
  EXPECT_GT(finds, 200u);
}

// From the text and from its map it sees the same.
TEST(Glance, SameFromTheMap) {
  const std::vector<std::string> parts = {"6",  "2", "3",  "一", "o",  "a", "t", "me", "+",      "＋",       "话", "我",
                                          "㏂", ".", "．", "。", "点", "(", "@", "＃", "\u200B", "\xE5\x82", "🔍",  " "};
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (size_t i = 0, n = random() % 12; i < n; ++i) text += parts[random() % parts.size()];
    text::AtomMap map;
    map.Build(text);
    const Glance a(text), b(map);
    ASSERT_EQ(Letters(a), Letters(b)) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(a.LongestId(), b.LongestId()) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(a.Digits() + 100 * a.Dots() + 10000 * a.Colons(), b.Digits() + 100 * b.Dots() + 10000 * b.Colons());
  }
}

}  // namespace
}  // namespace weir::detect
