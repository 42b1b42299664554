#include "dictionary/wildcard.h"

#include <gtest/gtest.h>

#include "tests/table.h"

namespace weir::dictionary {
namespace {

TEST(ParseWildcard, TheTable) {
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/wildcard.tsv", {"pattern", "border", "compiled", "error"})) {
    SCOPED_TRACE(row.place + ": " + row["pattern"]);
    Regex regex;
    std::string error;
    EXPECT_EQ(ParseWildcard(row["pattern"], row["border"] == "yes", &regex, &error), row["error"] == "-") << error;
    if (row["error"] == "-") {
      EXPECT_EQ(regex.compiled, row["compiled"]);
    } else {
      EXPECT_NE(error.find(row["error"]), std::string::npos) << error;
    }
  }
}

}  // namespace
}  // namespace weir::dictionary
