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

// ---- Sounds -------------------------------------------------------------------------------------

std::vector<uint16_t> SoundsOf(const AtomMap& map) {
  std::vector<uint16_t> symbols;
  for (size_t k = 0; k < map.sounds(); ++k) symbols.push_back(map.units()[map.SoundRunBegin(k)].symbol);
  return symbols;
}

std::vector<uint16_t> FoldedSounds(std::string_view text, bool shapes) {
  std::vector<uint16_t> out(MaxSymbols(text.size()));
  out.resize(FoldSounds(text, shapes, out.data()));
  return out;
}

// The second array of the fold's pass, which must also leave the first as it is.
std::vector<uint16_t> SecondStream(std::string_view text) {
  std::vector<uint16_t> plain(MaxSymbols(text.size())), out(MaxSymbols(text.size()));
  const Folded folded = Fold(text, plain.data(), out.data());
  plain.resize(folded.symbols);
  out.resize(folded.sounds);
  EXPECT_EQ(plain, Fold(text)) << tests::Escape(text);
  return out;
}

// "kind:syllable@first-last" of each unit, runs set apart by "|".
std::string DescribeUnits(const AtomMap& map) {
  static constexpr const char* kKinds[] = {"han", "digit", "emoji", "pinyin", "other"};
  std::string out;
  for (size_t k = 0; k < map.sounds(); ++k) {
    if (k > 0) out += " |";
    for (uint32_t i = map.SoundRunBegin(k); i < map.SoundRunBegin(k + 1); ++i) {
      const Unit& unit = map.units()[i];
      if (!out.empty()) out += " ";
      out += std::string(kKinds[unit.kind]) + ":" + std::string(SyllableName(unit.syllable)) + "@" +
             std::to_string(unit.first) + "-" + std::to_string(unit.last);
    }
  }
  return out;
}

TEST(AtomMap, Units) {
  struct {
    const char* text;
    const char* units;
    bool shapes = false;
  } cases[] = {
      {"傻~逼", "han:sha@0-0 | han:bi@2-2"},
      {"是事 实", "han:shi@0-0 han:shi@1-1 han:shi@3-3"},
      {"四十", "han:si@0-0 han:shi@1-1"},  // one symbol, two syllables of a class
      {"你🐴", "han:ni@0-0 | emoji:ma@1-1"},
      {"5 2", "digit:wu@0-0 | digit:er@2-2"},
      {"㈱", "han:zhu@0-0"},
      {"⑩", "digit:yi@0-0 | digit:ling@1-1"},
      {"shā逼!", "pinyin:sha@0-2 | han:bi@3-3"},
      {"s h a b i", "pinyin:sha@0-4 | pinyin:bi@6-8"},
      {"msg か", "other:@0-2 other:@4-4"},
      {"nü", "pinyin:nv@0-1"},
      {"徽", "han:hui@0-0"},
      {"徽", "han:wei@0-0", true},
      {"", ""},
      {"。", ""},
  };
  for (const auto& c : cases) {
    AtomMap map;
    map.Build(c.text);
    EXPECT_EQ(map.sounds(), 0u) << c.text;  // not before it is asked for
    map.BuildSounds(c.shapes);
    EXPECT_EQ(DescribeUnits(map), c.units) << c.text;
    EXPECT_EQ(map.SoundRunBegin(99), map.units().size());
  }
}

void ExpectSoundsAgree(const std::string& text, AtomMap* map, const std::string& told) {
  map->Build(text);
  for (const bool shapes : {true, false}) {
    map->BuildSounds(shapes);
    ASSERT_EQ(SoundsOf(*map), FoldedSounds(text, shapes)) << told << ": " << tests::Escape(text);
  }
  ASSERT_EQ(SoundsOf(*map), SecondStream(text)) << told << ": " << tests::Escape(text);
  uint32_t end = 0;
  for (const Unit& unit : map->units()) {  // in order, apart from one another, of a kind that fits
    ASSERT_TRUE(unit.first >= end && unit.last >= unit.first && unit.last < map->atoms().size()) << told;
    ASSERT_EQ(unit.syllable == kNoSyllable, unit.kind == Unit::kOther) << told;
    ASSERT_EQ(unit.symbol, unit.kind == Unit::kOther ? kOtherSound : SoundSymbol(unit.syllable)) << told;
    end = unit.last + 1;
  }
}

TEST(AtomMap, SoundsOfEveryCodePointAgreeWithTheFold) {
  AtomMap map;
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string text = "n";  // a letter before, so that what parts letters shows
    AppendUtf8(cp, &text);
    text += "i";
    AppendUtf8(cp, &text);
    ASSERT_NO_FATAL_FAILURE(ExpectSoundsAgree(text, &map, std::to_string(cp)));
  }
}

// What people mix, and what they don't: characters, letters, digits, emoji, separators seen and unseen, broken bytes.
TEST(AtomMap, SoundsOfRandomTextsAgreeWithTheFold) {
  static constexpr const char* kParts[] = {
      "傻", "逼", "是",   "事",       "徽",     "玛",     "馬",     "a",      "i",      "n",    "sha", "bi",
      "lv", "ü",  "msg",  "Ｓ",       "ｂ",     "1",      "①",      "〇",     "⑩",      "㈱",   "㎝",  "ﬁ",
      "🐴",  "❤",  "😀",    " ",        ".",      "~",      "。",     "\n",     "か",     "ж",    "한",  "𠀀",
      "𝐬",  "🅢",  "\xFF", "\xE5\x82", "\u200B", "\u0301", "\uFE0F", "\u20E3", "zhuang", "s h a"};
  AtomMap map;
  for (uint32_t seed = 0; seed < 30000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    // Some texts hold few kinds of parts, so that long runs and long spellings come up.
    const size_t kinds = random() % 2 == 0 ? std::size(kParts) : 1 + random() % 5;
    const size_t first = random();
    for (size_t left = random() % 60; left > 0; --left) text += kParts[(first + random() % kinds) % std::size(kParts)];
    ASSERT_NO_FATAL_FAILURE(ExpectSoundsAgree(text, &map, "seed " + std::to_string(seed)));
  }
}

TEST(AtomMap, SoundsOfRandomBytesAgreeWithTheFold) {
  AtomMap map;
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string text(random() % 40, '\0');
    for (char& byte : text) byte = static_cast<char>(random());
    ASSERT_NO_FATAL_FAILURE(ExpectSoundsAgree(text, &map, "seed " + std::to_string(seed)));
  }
}

}  // namespace
}  // namespace weir::text
