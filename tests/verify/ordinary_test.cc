// Neighbours that give bare terms their ordinary sense: the rules by a table.
#include "verify/ordinary.h"

#include <gtest/gtest.h>

#include "case.h"

namespace weir::verify {
namespace {

TEST(Ordinary, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/ordinary.tsv", {"term", "text", "outcome", "note"})) {
    const Case item(row["term"], row["text"]);
    const std::vector<Place> places = item.Places();
    ASSERT_FALSE(places.empty()) << row.place;
    EXPECT_EQ(OutcomeName(CheckOrdinary(item.map, places.front(), item.form)), row["outcome"])
        << row.place << ": " << row["note"];
  }
}

// Neighbours touch: what a mark parts from the term says nothing of it.
TEST(Ordinary, MarksPart) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/ordinary.tsv", {"term", "text", "outcome", "note"})) {
    const Case item(row["term"], "防，" + std::string(row["term"]) + "。分类");
    EXPECT_EQ(CheckOrdinary(item.map, item.Places().front(), item.form), Outcome::kAccepted) << row.place;
  }
}

}  // namespace
}  // namespace weir::verify
