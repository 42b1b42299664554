// The likelihood step as it reads texts; how it weighs them has a table of its own (likelihood.tsv).
#include "verify/price.h"

#include <gtest/gtest.h>

#include "case.h"
#include "marked.h"
#include "text/utf8.h"
#include "verify/likelihood.h"

namespace weir::verify {
namespace {

const std::vector<std::string> kColumns = {"term",   "text",    "near",  "meant", "expect",
                                           "before", "written", "after", "note"};

Form FormOf(const std::string& term, bool meant) {
  Form form = MakeForm(term, true, true);
  form.meant = meant;
  return form;
}

std::string OrDash(const std::u32string& characters) { return characters.empty() ? "-" : text::ToUtf8(characters); }

TEST(CheckPrice, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/price.tsv", kColumns)) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const Marked text(row["text"]);
    const Form form = FormOf(row["term"], row["meant"] == "yes");
    const int near = std::stoi(row["near"]);
    const Price price = ReadPrice(text.map, text.place, form, near);
    EXPECT_EQ(OutcomeName(CheckPrice(text.map, text.place, form, near)), row["expect"])
        << "odds " << price.odds << ", needed " << price.needed;
    EXPECT_EQ(OrDash(price.before), row["before"]);
    EXPECT_EQ(OrDash(price.written), row["written"]);
    EXPECT_EQ(OrDash(price.after), row["after"]);
    EXPECT_EQ(text::ToUtf8(price.read), row["term"]);
  }
}

// What people are told is what decides.
TEST(ReadPrice, AgreesWithTheDecision) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/price.tsv", kColumns)) {
    const Marked text(row["text"]);
    for (const bool meant : {false, true}) {
      const Form form = FormOf(row["term"], meant);
      if (form.read.size() < 2) continue;  // never read, whatever the odds
      for (int near = 0; near < 12; ++near) {
        const bool accepted = CheckPrice(text.map, text.place, form, near) == Outcome::kAccepted;
        EXPECT_EQ(ReadPrice(text.map, text.place, form, near).Accepted(), accepted) << row.place << " near " << near;
      }
    }
  }
}

TEST(ReadPrice, NearSoundsAreDeducted) {
  const Marked text("你这个[费物]");
  const Form form = FormOf("废物", true);
  const Price exact = ReadPrice(text.map, text.place, form, 0), near = ReadPrice(text.map, text.place, form, 2);
  EXPECT_EQ(exact.odds - near.odds, NearCost(2, 2));
  EXPECT_EQ(exact.needed, Threshold(2, Prior::kMeant));
  EXPECT_EQ(ReadPrice(text.map, text.place, FormOf("废物", false), 0).needed, Threshold(2, Prior::kListed));
}

// However long the place: the buffers are fixed.
TEST(ReadPrice, ALongPlaceIsCut) {
  std::string long_text;
  for (int i = 0; i < 100; ++i) long_text += "费物";
  const Marked text("你[" + long_text + "]吧");
  const Price price = ReadPrice(text.map, text.place, FormOf(long_text, true), 0);
  EXPECT_EQ(price.written.size(), 32u);
  EXPECT_EQ(text::ToUtf8(price.before + price.after), "你吧");
}

TEST(IsOrdinary, PairsAsInOrdinaryText) {
  struct {
    const char* text;
    bool ordinary;
  } cases[] = {
      {"[事实]上", true},          {"这是[触觉]", true},   {"你个[煞比]", false}, {"[事*实]", true},
      {"[事\u200B实]", true},      {"[事事实实]", true},   {"[事實]", true},      {"这个[费物]", false},
      {"我们[就是事实煞]", false}, {"[就是事实]", true},   {"[事]", true},        {"[sha比]", false},
      {"[煞比]事实", false},       {"事实[事实]煞", true},
  };
  for (const auto& c : cases) {
    const Marked text(c.text);
    EXPECT_EQ(IsOrdinary(text.map, text.place), c.ordinary) << c.text;
  }
}

}  // namespace
}  // namespace weir::verify
