#include "verify/extent.h"

#include <gtest/gtest.h>

#include "case.h"

namespace weir::verify {
namespace {

TEST(ExtentOf, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/extent.tsv", {"term", "text", "extent", "note"})) {
    const Case c(row["term"], row["text"]);
    const std::vector<Place> places = c.Places();
    ASSERT_FALSE(places.empty()) << row.place;
    const Extent extent = ExtentOf(c.map, places.front(), c.form);
    EXPECT_EQ(c.Under({0, extent.first, extent.last, false}), row["extent"]) << row.place << ": " << row["note"];
  }
}

}  // namespace
}  // namespace weir::verify
