// Bare terms of one Han character: the rules by a table, and what holds for every character.
#include "verify/alone.h"

#include <gtest/gtest.h>

#include "case.h"
#include "text/utf8.h"

namespace weir::verify {
namespace {

std::string FirstOutcome(const std::string& term, const std::string& text) {
  const Case item(term, text);
  const std::vector<Place> places = item.Places();
  EXPECT_FALSE(places.empty()) << term << " is not in " << text;
  return places.empty() ? "" : OutcomeName(CheckAlone(item.map, places.front(), item.form));
}

TEST(Alone, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/alone.tsv", {"term", "text", "outcome", "note"})) {
    EXPECT_EQ(FirstOutcome(row["term"], row["text"]), row["outcome"]) << row.place << ": " << row["note"];
  }
}

TEST(Alone, WhatStandsAlone) {
  for (const char* term : {"操", "幹", "日", "滚"}) EXPECT_TRUE(StandsAlone(MakeForm(term, true, true))) << term;
  for (const char* term : {"操作", "a", "1", "か", "𠀀", "操操"}) {
    EXPECT_FALSE(StandsAlone(MakeForm(term, true, true))) << term;
  }
}

// By itself every character stands; between two of an ordinary sentence none does.
TEST(Alone, EveryCharacter) {
  int asked = 0;
  for (char32_t c = 0x4E00; c <= 0x9FA5; ++c) {
    std::string term;
    text::AppendUtf8(c, &term);
    const Form form = MakeForm(term, true, true);
    if (!StandsAlone(form)) continue;
    ++asked;
    ASSERT_EQ(FirstOutcome(term, term), "accepted") << term;
    ASSERT_EQ(FirstOutcome(term, "。" + term + "！"), "accepted") << term;
    ASSERT_EQ(FirstOutcome(term, "请问" + term + "么时候"), "not_alone") << term;
  }
  EXPECT_GT(asked, 3000);
}

}  // namespace
}  // namespace weir::verify
