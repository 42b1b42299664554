// What the readers of the disguise tables in lib/text/data may rely on: emoji.tsv, heteronyms.tsv, shapes.tsv. splits.tsv is held
// to the same by its compiler (tools/foldgen/splitc.cc).

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/table.h"
#include "text/fold_table.h"

namespace weir::text {
namespace {

std::u32string Characters(const std::string& cell) {
  std::u32string out;
  const char* const end = cell.data() + cell.size();
  for (const char* p = cell.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    EXPECT_TRUE(one.valid) << cell;
    out += one.cp;
    p += one.length;
  }
  return out;
}

bool IsFolded(char32_t c) { return SymbolOf(c) != 0 && IsLetterKind(Info(c).kind); }

// "xing hang": syllables of a-z, ü as v, none twice.
void ExpectReadings(const std::string& cell, size_t most, const std::string& place) {
  const auto readings = tests::List(cell, ' ');
  EXPECT_GE(readings.size(), 1u) << place;
  EXPECT_LE(readings.size(), most) << place;
  EXPECT_EQ(std::set<std::string>(readings.begin(), readings.end()).size(), readings.size()) << place;
  for (const std::string& reading : readings) {
    EXPECT_TRUE(!reading.empty() && reading.size() <= 6) << place;
    EXPECT_TRUE(std::all_of(reading.begin(), reading.end(), [](char c) { return c >= 'a' && c <= 'z'; })) << place;
  }
}

template <typename T>
void ExpectAscending(T* last, T next, const std::string& place) {
  EXPECT_LT(*last, next) << place << ": out of order or twice";
  *last = next;
}

TEST(Disguises, Emoji) {
  const auto rows = tests::ReadTable("lib/text/data/emoji.tsv", {"cp", "readings", "hanzi", "note"});
  EXPECT_GE(rows.size(), 250u);
  char32_t last = 0;
  for (const tests::Row& row : rows) {
    ASSERT_EQ(row["cp"].substr(0, 2), "U+") << row.place;
    const auto cp = static_cast<char32_t>(std::stoul(row["cp"].substr(2), nullptr, 16));
    ExpectAscending(&last, cp, row.place);
    // An emoji that the fold reads as a letter never reaches this table; one that it drops without trace cannot be read.
    EXPECT_FALSE(IsLetterKind(Info(cp).kind)) << row.place;
    EXPECT_NE(Info(cp).kind, Kind::kIgnorable) << row.place;
    ExpectReadings(row["readings"], 2, row.place);
    EXPECT_EQ(tests::List(row["readings"], ' ').size(), tests::List(row["hanzi"], ' ').size()) << row.place;
  }
}

TEST(Disguises, Heteronyms) {
  const auto rows = tests::ReadTable("lib/text/data/heteronyms.tsv", {"char", "readings", "note"});
  EXPECT_GE(rows.size(), 200u);
  char32_t last = 0;
  for (const tests::Row& row : rows) {
    const std::u32string key = Characters(row["char"]);
    ASSERT_EQ(key.size(), 1u) << row.place;
    ExpectAscending(&last, key[0], row.place);
    EXPECT_TRUE(IsFolded(key[0])) << row.place;
    ExpectReadings(row["readings"], 3, row.place);
  }
}

TEST(Disguises, Shapes) {
  const auto rows = tests::ReadTable("lib/text/data/shapes.tsv", {"rep", "members", "note"});
  EXPECT_GE(rows.size(), 700u);
  std::set<char32_t> seen;
  char32_t last = 0;
  for (const tests::Row& row : rows) {
    const std::u32string rep = Characters(row["rep"]), members = Characters(row["members"]);
    ASSERT_EQ(rep.size(), 1u) << row.place;
    ExpectAscending(&last, rep[0], row.place);
    EXPECT_GE(members.size(), 1u) << row.place;
    EXPECT_LE(members.size(), 8u) << row.place;
    for (const char32_t c : rep + members) {
      EXPECT_TRUE(IsFolded(c)) << row.place;
      EXPECT_TRUE(seen.insert(c).second) << row.place << ": stands twice, or in two rows";
    }
  }
}

// The tables say what they are for.
TEST(Disguises, KnownRows) {
  std::map<std::string, std::string> emoji, shapes;
  for (const tests::Row& row : tests::ReadTable("lib/text/data/emoji.tsv", {"cp", "readings", "hanzi", "note"}))
    emoji[row["cp"]] = row["readings"];
  for (const tests::Row& row : tests::ReadTable("lib/text/data/shapes.tsv", {"rep", "members", "note"}))
    shapes[row["rep"]] = row["members"];
  EXPECT_EQ(emoji["U+1F434"], "ma");
  EXPECT_EQ(emoji["U+231A"], "biao");
  EXPECT_EQ(emoji["U+1F445"], "tian she");
  EXPECT_EQ(emoji.count("U+1F427"), 0u);  // a penguin: the badge of an app, read by a detector
  EXPECT_NE(shapes["微"].find("徽"), std::string::npos);
  EXPECT_NE(shapes["狗"].find("苟"), std::string::npos);
}

}  // namespace
}  // namespace weir::text
