#include "verify/align.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "case.h"

namespace weir::verify {
namespace {

std::string Describe(const Case& c) {
  if (c.found.empty()) return "none";
  std::string out, failed;
  for (const uint32_t symbol : c.found) {
    std::vector<Place> places;
    const Outcome outcome = Align(c.map, symbol, c.form, &places);
    EXPECT_EQ(outcome == Outcome::kAccepted, !places.empty());
    if (outcome != Outcome::kAccepted) failed = OutcomeName(outcome);
    for (const Place& place : places) {
      EXPECT_EQ(place.symbol, symbol);
      EXPECT_LE(place.first, place.last);
      EXPECT_TRUE(c.map.atoms()[place.first].IsLetter() && c.map.atoms()[place.last].IsLetter());
      out += (out.empty() ? "" : " | ") + c.Under(place) + (place.stretched ? "*" : "");
    }
  }
  return out.empty() ? failed : out;
}

TEST(Align, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/align.tsv", {"term", "text", "places", "note"})) {
    EXPECT_EQ(Describe(Case(row["term"], row["text"])), row["places"]) << row.place << ": " << row["note"];
  }
}

// Astral characters share symbols: two that do are told apart by their code points.
TEST(Align, ASharedSymbolIsNoMatch) {
  std::map<uint16_t, char32_t> first_of;
  int checked = 0;
  for (char32_t cp = 0x20000; cp < 0x2A6DE && checked < 50; ++cp) {
    if (text::Info(cp).count != 1 || text::Info(cp)[0] != cp) continue;
    const auto [found, fresh] = first_of.try_emplace(text::SymbolOf(cp), cp);
    if (fresh) continue;
    const std::string one = text::ToUtf8(std::u32string(1, found->second)), other = text::ToUtf8(std::u32string(1, cp));
    EXPECT_EQ(Describe(Case("大" + one, "大" + one)), "大" + one);
    EXPECT_EQ(Describe(Case("大" + one, "大" + other)), "other_character") << one << " " << other;
    ++checked;
  }
  EXPECT_GE(checked, 10) << "no two characters share a symbol: the test is empty";
}

// Any term on any text: places lie in the text, in order, with as many letters as the term has at least.
TEST(Align, Random) {
  const std::vector<std::string> parts = {"a", "a", "b", "傻", "傻", "1", " ", "-", "\u200B", "\u0301", "。", "㈱"};
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string term, text;
    for (size_t i = 0, n = 1 + random() % 4; i < n; ++i) term += parts[random() % parts.size()];
    for (size_t i = 0, n = random() % 16; i < n; ++i) text += parts[random() % parts.size()];
    const Case c(term, text);
    if (c.form.runs.empty()) continue;
    for (const Place& place : c.Places()) {
      uint32_t letters = 0;
      ASSERT_LT(place.last, c.map.atoms().size()) << "seed " << seed;
      for (uint32_t i = place.first; i <= place.last; ++i) letters += c.map.atoms()[i].IsLetter();
      ASSERT_GE(letters, c.form.letters) << "seed " << seed << ": " << term << " in " << text;
      if (!place.stretched) {
        ASSERT_EQ(letters, c.form.letters) << "seed " << seed << ": " << term << " in " << text;
      }
    }
  }
}

}  // namespace
}  // namespace weir::verify
