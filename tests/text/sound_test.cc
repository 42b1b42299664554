// The list of syllables, its near classes, and the readings; what a text's sound stream is, row by row.
#include "text/sound.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "tests/table.h"
#include "text/fold.h"

namespace weir::text {
namespace {

// "sha bi ?" as the symbols of a stream.
std::vector<uint16_t> SymbolsOf(const std::string& names) {
  std::vector<uint16_t> symbols;
  for (const std::string& name : tests::List(names, ' ')) {
    EXPECT_TRUE(name == "?" || SyllableOf(name) != kNoSyllable) << name;
    symbols.push_back(name == "?" ? kOtherSound : SoundSymbol(SyllableOf(name)));
  }
  return symbols;
}

// A stream for people: the first syllable of each class.
std::string Describe(const std::vector<uint16_t>& symbols) {
  std::string out;
  for (const uint16_t symbol : symbols) {
    Syllable first = 0;
    while (first < SyllableCount() && SoundSymbol(first) != symbol) ++first;
    out += (out.empty() ? "" : " ") + (symbol == kOtherSound ? "?" : std::string(SyllableName(first)));
  }
  return out;
}

std::string ReadingNames(char32_t folded) {
  std::string out;
  for (const Syllable syllable : ReadingsOf(folded)) {
    out += (out.empty() ? "" : " ") + std::string(SyllableName(syllable));
  }
  return out;
}

std::vector<uint16_t> SoundsOf(const std::string& text, bool shapes = false) {
  std::vector<uint16_t> out(MaxSymbols(text.size()));
  out.resize(FoldSounds(text, shapes, out.data()));
  return out;
}

TEST(Sound, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/sound.tsv", {"text", "sounds", "note"})) {
    SCOPED_TRACE(row.place);
    EXPECT_EQ(SoundsOf(row["text"]), SymbolsOf(row["sounds"]))
        << tests::Escape(row["text"]) << " sounds " << Describe(SoundsOf(row["text"]));
  }
}

TEST(Sound, SyllablesAreSortedAndFoundByName) {
  ASSERT_GT(SyllableCount(), 400u);
  for (Syllable s = 0; s < SyllableCount(); ++s) {
    const std::string_view name = SyllableName(s);
    EXPECT_EQ(SyllableOf(name), s) << name;
    EXPECT_LE(name.size(), kLongestSyllable) << name;
    EXPECT_TRUE(s == 0 || SyllableName(s - 1) < name) << name;
    EXPECT_GE(SoundSymbol(s), kSoundFirst);
    EXPECT_LE(SoundSymbol(s), kSoundLast);
  }
  EXPECT_EQ(SyllableName(0), "a");
  EXPECT_EQ(SyllableName(static_cast<Syllable>(SyllableCount() - 1)), "zuo");
  EXPECT_EQ(SyllableName(static_cast<Syllable>(SyllableCount())), "");
  EXPECT_EQ(SyllableName(kNoSyllable), "");
  for (const char* none : {"", "x", "sh", "SHA", "shaa", "zhuangg", "lü", "sha bi", "msg"}) {
    EXPECT_EQ(SyllableOf(none), kNoSyllable) << none;
  }
}

TEST(Sound, NearClasses) {
  struct {
    const char *a, *b;
    bool same;
  } cases[] = {
      {"zha", "za", true},     {"chi", "ci", true},      {"shi", "si", true},     {"nan", "lan", true},
      {"nv", "lv", true},      {"hu", "fu", true},       {"fang", "fan", true},   {"feng", "fen", true},
      {"xing", "xin", true},   {"liang", "nian", true},  {"guang", "guan", true}, {"zhang", "zan", true},
      {"huang", "huan", true}, {"weng", "wen", true},    {"nong", "long", true},  {"er", "er", true},
      {"sha", "shan", false},  {"dong", "dun", false},   {"ran", "lan", false},   {"zhi", "chi", false},
      {"si", "xi", false},     {"nu", "nv", false},      {"an", "en", false},     {"bi", "pi", false},
      {"he", "e", false},      {"qing", "qiong", false},
  };
  for (const auto& c : cases) {
    const Syllable a = SyllableOf(c.a), b = SyllableOf(c.b);
    ASSERT_NE(a, kNoSyllable) << c.a;
    ASSERT_NE(b, kNoSyllable) << c.b;
    EXPECT_EQ(SameClass(a, b), c.same) << c.a << " " << c.b;
    EXPECT_EQ(SoundSymbol(a) == SoundSymbol(b), c.same) << c.a << " " << c.b;
  }
}

TEST(Sound, Readings) {
  struct {
    char32_t folded;
    const char* names;
  } cases[] = {
      {U'傻', "sha"}, {U'逼', "bi"},    {U'女', "nv"},   {U'略', "lve"}, {U'〇', "ling"}, {U'行', "xing hang"},
      {U'0', "ling"}, {U'1', "yi yao"}, {U'9', "jiu"},   {U'🐴', "ma"},   {U'a', ""},      {U'。', ""},
      {U'か', ""},    {U'ж', ""},       {U'\uFE0F', ""}, {U'🧿', ""},  {0x20000, ""},   {0x110000, ""},
  };
  for (const auto& c : cases) EXPECT_EQ(ReadingNames(c.folded), c.names) << std::hex << static_cast<uint32_t>(c.folded);
}

// Without what is no syllable: 嗯 is read en, and also ng.
std::string Syllables(const std::string& readings) {
  std::string out;
  for (const std::string& name : tests::List(readings, ' ')) {
    if (name.find_first_of("aeiouv") != std::string::npos) out += (out.empty() ? "" : " ") + name;
  }
  return out;
}

// The reviewed tables win over ICU's readings, and the first reading is what the stream holds.
TEST(Sound, ReviewedReadings) {
  std::map<std::u32string, std::string> reviewed;
  for (const char* path : {"lib/text/data/heteronyms.tsv", "lib/text/data/emoji.tsv"}) {
    std::istringstream in(tests::ReadWhole(tests::SourcePath(path)));
    size_t rows = 0;
    for (std::string line; std::getline(in, line);) {
      const std::vector<std::string> cells = tests::Split(line, '\t');
      if (line[0] == '#' || cells[0] == "char" || cells[0] == "cp") continue;
      const char* text = cells[0].c_str();
      const char32_t cp = cells[0].starts_with("U+")
                              ? static_cast<char32_t>(std::stoul(cells[0].substr(2), nullptr, 16))
                              : DecodeOne(text, text + cells[0].size()).cp;
      ASSERT_EQ(ReadingNames(cp), Syllables(cells[1])) << line;
      std::string alone;
      AppendUtf8(cp, &alone);
      ASSERT_EQ(SoundsOf(alone), SymbolsOf(cells[1].substr(0, cells[1].find(' ')))) << line;
      ++rows;
    }
    EXPECT_GE(rows, 10u) << path;
  }
}

// A folded letter has readings just where the stream holds a syllable for it.
TEST(Sound, ReadingsAgreeWithTheStream) {
  size_t read = 0;
  for (char32_t cp = 1; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    const std::span<const Syllable> readings = ReadingsOf(cp);
    const bool folds_to_itself = Info(cp).count == 1 && Info(cp)[0] == cp;
    if (readings.empty() || !(folds_to_itself || Info(cp).count == 0)) continue;
    std::string text;
    AppendUtf8(cp, &text);
    ASSERT_EQ(SoundsOf(text), std::vector<uint16_t>{SoundSymbol(readings[0])}) << std::hex << static_cast<uint32_t>(cp);
    ASSERT_EQ(std::set<Syllable>(readings.begin(), readings.end()).size(), readings.size())
        << std::hex << static_cast<uint32_t>(cp);
    ++read;
  }
  EXPECT_GT(read, 20000u);
}

TEST(Sound, ShapesAreReadAsWhatTheyLookLike) {
  EXPECT_EQ(SoundsOf("加徽信", true), SoundsOf("加微信"));
  EXPECT_EQ(SoundsOf("搏彩", true), SoundsOf("博彩", true));
  EXPECT_EQ(SoundsOf("玛", true), SoundsOf("妈"));
  EXPECT_EQ(SoundsOf("sha玛 bi", true), SoundsOf("sha妈bi"));
  EXPECT_EQ(SoundsOf("加徽信", false), SymbolsOf("jia hui xin"));
}

}  // namespace
}  // namespace weir::text
