// The pure functions that judge numbers, in one table with those of ip.h.
#include "detect/checksum.h"

#include <gtest/gtest.h>

#include "detect/ip.h"
#include "tests/table.h"

namespace weir::detect {
namespace {

bool Holds(const std::string& function, std::string_view number) {
  if (function == "luhn") return LuhnHolds(number);
  if (function == "idcard") return ValidIdCard(number);
  if (function == "bankcard") return ValidBankCard(number);
  if (function == "uscc") return ValidCreditCode(number);
  if (function == "ipv4") return IsIpv4(number);
  if (function == "ipv6") return IsIpv6(number);
  ADD_FAILURE() << "no function " << function;
  return false;
}

TEST(Checksum, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/detect/checksums.tsv", {"function", "number", "holds", "note"})) {
    const std::string number = row["number"] == "-" ? "" : row["number"];
    EXPECT_EQ(Holds(row["function"], number), row["holds"] == "yes") << row.place << ": " << row["note"];
  }
}

// A check digit is worth its name: any one digit changed is seen.
TEST(Checksum, SeesEveryChangedDigit) {
  const std::pair<const char*, bool (*)(std::string_view)> kRows[] = {
      {"340000190802170131", ValidIdCard}, {"6200000000000005", ValidBankCard}, {"6200000000000005", LuhnHolds}};
  for (const auto& [number, holds] : kRows) {
    ASSERT_TRUE(holds(number)) << number;
    for (size_t i = 0; i < std::string_view(number).size(); ++i) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string changed = number;
        changed[i] = digit;
        EXPECT_EQ(holds(changed), changed == number) << changed;
      }
    }
  }
}

}  // namespace
}  // namespace weir::detect
