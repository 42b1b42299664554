#include "verify/boundary.h"

#include <gtest/gtest.h>

#include "case.h"

namespace weir::verify {
namespace {

TEST(CheckBoundary, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/boundary.tsv", {"term", "text", "boundary", "expect", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const Case c(row["term"], row["text"], row["boundary"] == "yes");
    const std::vector<Place> places = c.Places();
    ASSERT_FALSE(places.empty()) << "the term does not stand in the text";
    EXPECT_EQ(OutcomeName(CheckBoundary(c.map, places.front(), c.form)), row["expect"]);
  }
}

}  // namespace
}  // namespace weir::verify
