#include "text/pinyin.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/table.h"

namespace weir::text {
namespace {

std::string Cut(std::string_view letters, size_t max = kLongestPinyin) {
  Syllable out[kLongestPinyin];
  const size_t count = CutPinyin(letters, out, max);
  std::string names;
  for (size_t i = 0; i < count; ++i) names += (i == 0 ? "" : " ") + std::string(SyllableName(out[i]));
  return names.empty() ? "-" : names;
}

TEST(CutPinyin, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/pinyin.tsv", {"letters", "syllables", "note"})) {
    EXPECT_EQ(Cut(row["letters"]), row["syllables"]) << row.place;
  }
}

TEST(CutPinyin, TakesNoMoreThanAsked) {
  EXPECT_EQ(Cut("shabi", 2), "sha bi");
  EXPECT_EQ(Cut("shabi", 1), "-");
  EXPECT_EQ(Cut("", 1), "-");
  EXPECT_EQ(Cut("a", 0), "-");
}

TEST(CutPinyin, EverySyllableIsItself) {
  for (Syllable s = 0; s < SyllableCount(); ++s) EXPECT_EQ(Cut(SyllableName(s)), SyllableName(s));
}

// The fewest syllables by trying all cuts.
size_t FewestByTrying(std::string_view letters) {
  size_t best = letters.empty() ? 0 : SIZE_MAX;
  for (size_t length = 1; length <= std::min(letters.size(), kLongestSyllable); ++length) {
    const bool whole = SyllableOf(letters.substr(0, length)) != kNoSyllable;
    const size_t rest = whole ? FewestByTrying(letters.substr(length)) : SIZE_MAX;
    if (rest != SIZE_MAX) best = std::min(best, rest + 1);
  }
  return best;
}

TEST(CutPinyin, JoinedSyllablesAreCutWholly) {
  for (uint32_t seed = 0; seed < 5000; ++seed) {
    std::mt19937 random(seed);
    std::string letters;
    while (letters.size() < 12) letters += SyllableName(static_cast<Syllable>(random() % SyllableCount()));
    if (letters.find("lue") != std::string::npos || letters.find("nue") != std::string::npos) continue;
    std::string joined = Cut(letters);
    const auto spaces = static_cast<size_t>(std::count(joined.begin(), joined.end(), ' '));
    ASSERT_EQ(spaces + 1, FewestByTrying(letters)) << "seed " << seed << ": " << letters << " → " << joined;
    std::erase(joined, ' ');
    ASSERT_EQ(joined, letters) << "seed " << seed;
  }
}

// "sha@0-2 bi@3-4", "?" for what is no pinyin; texts use a space for a seen separator.
std::string Gather(std::string_view text) {
  Letters letters;
  std::string out;
  const auto add = [&out](std::span<const Letters::Piece> pieces) {
    for (const Letters::Piece& piece : pieces) {
      out +=
          (out.empty() ? "" : " ") + (piece.syllable == kNoSyllable ? "?" : std::string(SyllableName(piece.syllable)));
      out += "@" + std::to_string(piece.first) + "-" + std::to_string(piece.last);
    }
  };
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ') add(letters.EndRun());
    if (text[i] != ' ') letters.Add(text[i], i);
  }
  add(letters.EndAll());
  EXPECT_TRUE(letters.empty()) << text;
  return out;
}

TEST(Letters, PiecesAndPlaces) {
  struct {
    const char* text;
    const char* pieces;
  } cases[] = {
      {"", ""},
      {"  ", ""},
      {"shabi", "sha@0-2 bi@3-4"},
      {"sha bi", "sha@0-2 bi@4-5"},
      {"s h a b i", "sha@0-4 bi@6-8"},
      {"s  h  a", "sha@0-6"},
      {"s h", "?@0-0 ?@2-2"},
      {"a b", "a@0-0 ?@2-2"},
      {"msg a", "?@0-2 a@4-4"},
      {"wo s h a bi", "wo@0-1 sha@3-7 bi@9-10"},
      {"lue", "lve@0-2"},
      {"l u e", "lve@0-4"},
      {"l u e r", "lu@0-2 er@4-6"},
      {"qvlve", "qu@0-1 lve@2-4"},
      {"zhuangzhuangzhuangzhuanga bi", "?@0-24 bi@26-27"},
  };
  for (const auto& c : cases) EXPECT_EQ(Gather(c.text), c.pieces) << c.text;
}

TEST(Letters, LongSpellingIsOnePieceAndNoPinyin) {
  std::string spelled;
  for (int i = 0; i < 30; ++i) spelled += "a ";
  EXPECT_EQ(Gather(spelled), "?@0-58");
  EXPECT_EQ(Gather(spelled + "bi"), "?@0-58 bi@60-61");
  EXPECT_EQ(Gather(std::string(5000, 'a')), "?@0-4999");
}

}  // namespace
}  // namespace weir::text
