// Public bodies' addresses: hosts, and terms inside them by a table.
#include "verify/trusted.h"

#include <gtest/gtest.h>

#include "case.h"

namespace weir::verify {
namespace {

TEST(Trusted, Hosts) {
  for (const char* host : {"gov.cn", "www.gov.cn", "12333.gov.cn", "12306.cn", "www.pku.edu.cn"}) {
    EXPECT_TRUE(IsTrustedHost(host)) << host;
  }
  for (const char* host : {"", "cn", "notgov.cn", "gov.cn.example.com", "example.com", "gov.cn."}) {
    EXPECT_FALSE(IsTrustedHost(host)) << host;
  }
}

TEST(Trusted, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/verify/trusted.tsv", {"term", "text", "inside", "note"})) {
    const Case item(row["term"], row["text"]);
    const std::vector<Place> places = item.Places();
    ASSERT_FALSE(places.empty()) << row.place;
    EXPECT_TRUE(FitsAnAddress(item.form)) << row.place;
    EXPECT_EQ(InTrustedAddress(item.map, places.front()), row["inside"] == "yes") << row.place << ": " << row["note"];
  }
}

// Addresses of any length are read in bounds.
TEST(Trusted, LongAddresses) {
  for (size_t length = 1; length < 600; length += 7) {
    const std::string text = "https://12333.gov.cn/" + std::string(length, 'a') + "/sb/" + std::string(length, 'a');
    const Case item("sb", text);
    EXPECT_EQ(InTrustedAddress(item.map, item.Places().front()), length < 234) << length;
  }
}

TEST(Trusted, OnlyLatinFits) {
  for (const char* term : {"垃圾", "k粉", "か"}) EXPECT_FALSE(FitsAnAddress(MakeForm(term, true, true))) << term;
}

}  // namespace
}  // namespace weir::verify
