#include "dictionary/spelling.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/table.h"
#include "text/sound.h"
#include "weir/verdict.h"

namespace weir::dictionary {
namespace {

std::string Describe(const Spelling& spelling) {
  std::string out;
  for (const SoundUnit& unit : spelling.units)
    out += (out.empty() ? "" : "·") + std::string(text::SyllableName(unit.readings[0]));
  if (!out.empty()) return out;
  std::vector<std::string_view> names;
  AppendViaNames(spelling.via, &names);
  return spelling.text + "(" + std::string(names[0]) + ")";
}

std::vector<Spelling> SpellingsOf(const std::string& text, const std::string& variants) {
  Term term;
  term.text = text;
  for (const std::string& name : tests::List(variants)) EXPECT_TRUE(ParseVariant(name, &term.variants)) << name;
  return SpellAll(std::vector<Term>{term});
}

TEST(Spell, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/spelling.tsv", {"term", "variants", "spellings", "note"})) {
    const std::vector<Spelling> spellings = SpellingsOf(row["term"], row["variants"] == "-" ? "" : row["variants"]);
    ASSERT_FALSE(spellings.empty());
    EXPECT_EQ(spellings[0].text, row["term"]);
    std::multiset<std::string> wanted, got;
    if (row["spellings"] != "-") {
      for (const std::string& one : tests::Split(row["spellings"], ' ')) wanted.insert(one);
    }
    for (size_t i = 1; i < spellings.size(); ++i) got.insert(Describe(spellings[i]));
    EXPECT_EQ(got, wanted) << row.place << ": " << row["note"];
  }
}

TEST(Spell, WhatFoldsToNothingHasNone) { EXPECT_TRUE(SpellingsOf("。！", "sound,split,shuffle").empty()); }

// However long the term and however many its readings: bounded, each once, none without symbols.
TEST(Spell, Bounded) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "行长乐";
  const std::vector<Spelling> spellings = SpellingsOf(text, "sound,pinyin,split,shuffle,initials,emoji");
  EXPECT_LE(spellings.size(), 1 + 5 * kMostSpellings);
  std::set<std::vector<uint16_t>> seen;
  for (const Spelling& spelling : spellings) {
    EXPECT_FALSE(spelling.symbols.empty());
    EXPECT_TRUE(seen.insert(spelling.symbols).second) << spelling.text;
  }
}

}  // namespace
}  // namespace weir::dictionary
