// The leet alphabet and its map tell one story; which signs are read is a table.
#include "text/leet.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/table.h"

namespace weir::text {
namespace {

// a–z for classes, "*" for a star, "?" for the opaque symbol.
std::string Spell(const std::vector<uint16_t>& symbols) {
  std::string out;
  for (const uint16_t symbol : symbols) {
    if (symbol == kLeetWild) out += '*';
    if (symbol == kLeetOpaque) out += '?';
    if (symbol < kLeetWild) out += static_cast<char>('a' + (symbol - kLeetFirst));
  }
  return out;
}

std::vector<uint16_t> SymbolsOf(const LeetMap& map) {
  std::vector<uint16_t> symbols;
  for (size_t k = 0; k < map.symbols(); ++k) symbols.push_back(map.Symbol(k));
  return symbols;
}

TEST(FoldLeet, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/leet.tsv", {"text", "symbols", "note"})) {
    EXPECT_EQ(Spell(FoldLeet(row["text"])), row["symbols"] == "-" ? "" : row["symbols"])
        << row.place << ": " << row["note"];
  }
}

TEST(FoldLeet, EveryCodePointAgreesWithTheMap) {
  AtomMap map;
  LeetMap leet;
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string text = "a";
    for (int i = 0; i < 2; ++i) AppendUtf8(cp, &text);
    text += "b ";
    AppendUtf8(cp, &text);
    map.Build(text);
    leet.Build(map);
    ASSERT_EQ(SymbolsOf(leet), FoldLeet(text)) << std::hex << static_cast<uint32_t>(cp);
  }
}

// Signs, letters, separators and broken bytes, so that neighbours of all sorts meet.
std::string RandomText(std::mt19937* random) {
  static const std::vector<std::string> kParts = {"a", "b", "l", "V",      "1", "0", "5",  "$",  "@",    "!",
                                                  "+", "*", "(", "|",      " ", ".", "-",  "€",  "⊂",    "微",
                                                  "ﬁ", "⑩", "é", "\u200B", "#", "ש", "ａ", "＄", "\xE5", "\u0301"};
  std::string text;
  for (size_t n = (*random)() % 24; n > 0; --n) text += kParts[(*random)() % kParts.size()];
  return text;
}

TEST(LeetMap, RandomTextsAgreeWithTheFold) {
  AtomMap map;
  LeetMap leet;
  for (uint32_t seed = 0; seed < 50000; ++seed) {
    std::mt19937 random(seed);
    const std::string text = RandomText(&random);
    map.Build(text);
    leet.Build(map);
    ASSERT_EQ(SymbolsOf(leet), FoldLeet(text)) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_LE(leet.symbols(), MaxLeet(text.size()));
    for (size_t k = 0; k < leet.symbols(); ++k) {
      ASSERT_LT(leet.RunBegin(k), leet.RunBegin(k + 1)) << "seed " << seed;
      for (uint32_t u = leet.RunBegin(k); u < leet.RunBegin(k + 1); ++u) {
        const LeetUnit& unit = leet.units()[u];
        ASSERT_TRUE(u == 0 || leet.units()[u - 1].atom < unit.atom) << "seed " << seed;
        ASSERT_FALSE(map.atoms()[unit.atom].IsInvisible()) << "seed " << seed;
        if (unit.letter != 0) {
          ASSERT_EQ(LeetSymbol(unit.letter), leet.Symbol(k)) << "seed " << seed;
        }
      }
    }
  }
}

TEST(LeetMap, NamesTheCharacters) {
  AtomMap map;
  LeetMap leet;
  map.Build("x1! b");
  leet.Build(map);
  ASSERT_EQ(leet.units().size(), 3u);  // the mark before a space is none
  EXPECT_EQ(leet.units()[1], (LeetUnit{1, 'i', 'l', true, true}));
  EXPECT_TRUE(leet.units()[1].Stands('l'));
  EXPECT_FALSE(leet.units()[1].Stands('t'));
  EXPECT_EQ(leet.units()[2].atom, 4u);
  EXPECT_EQ(leet.RunBegin(9), 3u);
}

std::string SpellAll(const std::vector<std::vector<uint16_t>>& patterns) {
  std::string out;
  for (const auto& pattern : patterns) out += (out.empty() ? "" : " ") + Spell(pattern);
  return out;
}

TEST(LeetPatterns, Stars) {
  EXPECT_EQ(SpellAll(LeetPatterns("sex")), "sex s*x");
  EXPECT_EQ(SpellAll(LeetPatterns("shit")), "shit s*it sh*t s*t");
  EXPECT_EQ(SpellAll(LeetPatterns("kill")), "ki k*i ki*i");  // i and l are one class
  EXPECT_EQ(SpellAll(LeetPatterns("cunts")), "cunts c*nts c*ts cu*ts cu*s cun*s c*s");
  EXPECT_EQ(SpellAll(LeetPatterns("ass")), "as");
}

TEST(LeetPatterns, NoneForWhatIsNoLatinWord) {
  for (const char* term : {"", "ab", "aaa", "ill", "傻逼", "傻bit", "שלום", "12 微信"})
    EXPECT_TRUE(LeetPatterns(term).empty()) << term;
}

TEST(LeetPatterns, TheFirstIsTheTermsOwnFold) {
  for (const char* term : {"asshole", "son of a bitch", "cafélatté", "a-b-c", "niggas"}) {
    ASSERT_FALSE(LeetPatterns(term).empty()) << term;
    EXPECT_EQ(LeetPatterns(term).front(), FoldLeet(term)) << term;
  }
}

}  // namespace
}  // namespace weir::text
