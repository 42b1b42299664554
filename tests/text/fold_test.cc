#include "text/fold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/table.h"
#include "text/atoms.h"
#include "text/fold_table.h"

namespace weir::text {
namespace {

TEST(Fold, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/fold.tsv", {"text", "same", "other", "note"})) {
    SCOPED_TRACE(row.place);
    EXPECT_EQ(Fold(row["text"]), Fold(row["same"]));
    if (row["other"] != "-") {
      EXPECT_NE(Fold(row["text"]), Fold(row["other"]));
    }
  }
}

// What the detectors' gates ask for: Han numerals by number, cues by their bits.
TEST(Fold, NumeralsAndCues) {
  struct {
    const char* text;
    uint32_t numerals;
    uint32_t bits;
  } cases[] = {
      {"幺三八〇〇", 5, kNumeralBit},
      {"壹貳叁", 3, kNumeralBit},
      {"十人", 0, 0},
      {"加薇", 0, kCueBit | kHintBit},
      {"3栋", 0, kPlaceBit},
      {"例点com", 0, kDotWordBit},
      {"V", 0, kCueBit},
      {"🐧", 0, kCueBit},
      {"你好", 0, 0},
  };
  constexpr uint32_t kWatched = kNumeralBit | kCueBit | kHintBit | kPlaceBit | kDotWordBit;
  for (const auto& c : cases) {
    std::vector<uint16_t> out(MaxSymbols(std::string_view(c.text).size()));
    const Folded folded = Fold(c.text, out.data());
    EXPECT_EQ(folded.numerals, c.numerals) << c.text;
    EXPECT_EQ(folded.bits & kWatched, c.bits) << c.text;
  }
}

TEST(Fold, CountsAndBits) {
  struct {
    const char* text;
    uint32_t digits;
    uint32_t bits;
    bool invalid;
  } cases[] = {
      {"你好", 0, 0, false},
      {"1２٣", 3, kDigitBit, false},
      {"aＢ", 0, kLatinBit, false},
      {"a@b.c", 0, kLatinBit | kAtBit | kDotBit, false},
      {"＠．／", 0, kAtBit | kDotBit | kSlashBit, false},
      {"。", 0, 0, false},  // ends sentences, not host names
      {"\xE5\x82", 0, 0, true},
      {"\xED\xA0\x80", 0, 0, true},
      {"\xEF\xBF\xBD", 0, 0, false},
  };
  constexpr uint32_t kWatched = kDigitBit | kLatinBit | kAtBit | kDotBit | kSlashBit;
  for (const auto& c : cases) {
    std::vector<uint16_t> out(MaxSymbols(std::string_view(c.text).size()));
    const Folded folded = Fold(c.text, out.data());
    EXPECT_EQ(folded.digits, c.digits) << c.text;
    EXPECT_EQ(folded.bits & kWatched, c.bits) << c.text;
    EXPECT_EQ(folded.invalid, c.invalid) << tests::Escape(c.text);
  }
}

// The promise behind MaxSymbols: no character gives more than six symbols a byte, and none is written past it.
TEST(Fold, NoCharacterOverflows) {
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string text;
    AppendUtf8(cp, &text);
    ASSERT_LE(Info(cp).count, 6 * text.size()) << std::hex << static_cast<uint32_t>(cp);
    std::vector<uint16_t> out(MaxSymbols(text.size()) + 1, 0xABCD);
    ASSERT_LE(Fold(text, out.data()).symbols, MaxSymbols(text.size()));
    ASSERT_EQ(out.back(), 0xABCD);
    std::vector<uint16_t> sounds(out.size(), 0xABCD);
    ASSERT_LE(Fold(text, out.data(), sounds.data()).sounds, MaxSymbols(text.size()));
    ASSERT_EQ(sounds.back(), 0xABCD);
  }
}

// Fold of the folded text is the same symbols, for every code point alone (text by text in engine/properties_test.cc).
TEST(Fold, IsIdempotent) {
  AtomMap map;
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string text, folded;
    AppendUtf8(cp, &text);
    map.Build(text);
    for (const Atom& atom : map.atoms()) {
      if (atom.IsLetter()) AppendUtf8(atom.folded, &folded);
    }
    ASSERT_EQ(Fold(text), Fold(folded)) << std::hex << static_cast<uint32_t>(cp);
  }
}

TEST(Fold, LongRunsAndNul) {
  EXPECT_EQ(Fold(std::string(100000, 'a')).size(), 1u);
  EXPECT_EQ(Fold(std::string(1000, '7')).size(), 1000u);
  EXPECT_EQ(Fold(std::string_view("a\0b", 3)), Fold("ab"));
  EXPECT_TRUE(Fold("").empty());
}

}  // namespace
}  // namespace weir::text
