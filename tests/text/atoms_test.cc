// The source map is the fold's other half: it must tell the same story, symbol for symbol, with the places.
#include "text/atoms.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/table.h"
#include "text/fold.h"

namespace weir::text {
namespace {

std::vector<uint16_t> SymbolsOf(const AtomMap& map) {
  std::vector<uint16_t> symbols;
  for (size_t k = 0; k < map.symbols(); ++k) symbols.push_back(map.atoms()[map.RunBegin(k)].symbol);
  return symbols;
}

// "source→folded@begin-end#cp" of each atom; separators "·".
std::string Describe(const AtomMap& map) {
  std::string out;
  for (const Atom& atom : map.atoms()) {
    if (!out.empty()) out += " ";
    if (atom.IsLetter()) AppendUtf8(atom.folded, &out);
    if (!atom.IsLetter()) out += "·";
    out += "@" + std::to_string(atom.begin) + "-" + std::to_string(atom.end) + "#" + std::to_string(atom.cp);
  }
  return out;
}

TEST(AtomMap, Places) {
  struct {
    const char* text;
    const char* expect;
    size_t symbols;
  } cases[] = {
      {"傻~傻逼", "傻@0-3#0 ·@3-4#1 傻@4-7#2 逼@7-10#3", 2},
      {"㈱x", "株@0-3#0 x@3-4#1", 2},
      {"⑩", "1@0-3#0 0@0-3#0", 2},
      {"Ａé", "a@0-3#0 e@3-5#1", 2},
      {"e\xCC\x81", "e@0-1#0 ·@1-3#1", 1},
      {"\xE5\x82"
       "a",
       "·@0-2#0 a@2-3#1", 1},
      {"\xF0\x9D\x90\xAC"
       "b",
       "s@0-4#0 b@4-5#1", 2},
      {"", "", 0},
  };
  for (const auto& c : cases) {
    AtomMap map;
    map.Build(c.text);
    EXPECT_EQ(Describe(map), c.expect) << tests::Escape(c.text);
    EXPECT_EQ(map.symbols(), c.symbols) << tests::Escape(c.text);
  }
}

TEST(AtomMap, EveryCodePointAgreesWithTheFold) {
  AtomMap map;
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string text;
    for (int i = 0; i < 2; ++i) AppendUtf8(cp, &text);  // twice: runs by the same rule
    text += "a";
    AppendUtf8(cp, &text);
    map.Build(text);
    ASSERT_EQ(SymbolsOf(map), Fold(text)) << std::hex << static_cast<uint32_t>(cp);
    ASSERT_EQ(map.code_points(), 4u);
  }
}

TEST(AtomMap, RandomBytesAgreeWithTheFold) {
  AtomMap map;
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string text(random() % 40, '\0');
    for (char& byte : text) byte = static_cast<char>(random());
    map.Build(text);
    ASSERT_EQ(SymbolsOf(map), Fold(text)) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(map.code_points(), CountCodePoints(text)) << "seed " << seed;
    uint32_t end = 0;
    for (const Atom& atom : map.atoms()) {  // atoms tile the bytes; those of one character share its place
      ASSERT_TRUE(atom.begin == end || atom.end == end) << "seed " << seed << ": " << tests::Escape(text);
      ASSERT_LT(atom.begin, atom.end);
      end = atom.end;
    }
    ASSERT_EQ(end, text.size()) << "seed " << seed;
  }
}

TEST(AtomMap, RunsHoldTheirSeparators) {
  AtomMap map;
  map.Build("傻~傻逼。");
  EXPECT_EQ(map.RunBegin(0), 0u);
  EXPECT_EQ(map.RunBegin(1), 3u);
  EXPECT_EQ(map.RunBegin(2), map.atoms().size());
  EXPECT_EQ(map.RunBegin(99), map.atoms().size());
  map.Build("");
  EXPECT_EQ(map.RunBegin(0), 0u);
}

}  // namespace
}  // namespace weir::text
