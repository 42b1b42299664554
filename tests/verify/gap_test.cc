#include "verify/gap.h"

#include <gtest/gtest.h>

#include "case.h"

namespace weir::verify {
namespace {

TEST(CheckGaps, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/gap.tsv", {"term", "text", "boundary", "gap", "expect", "skipped", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const Case c(row["term"], row["text"], row["boundary"] == "yes", row["gap"] == "yes");
    const std::vector<Place> places = c.Places();
    bool any = false;
    const std::string outcome = places.empty() ? "none" : OutcomeName(CheckGaps(c.map, places.front(), c.form, &any));
    EXPECT_EQ(outcome, row["expect"]);
    EXPECT_EQ(any ? "yes" : "no", row["skipped"]);
  }
}

}  // namespace
}  // namespace weir::verify
