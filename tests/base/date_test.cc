#include "base/date.h"

#include <gtest/gtest.h>

namespace weir {
namespace {

TEST(Date, ReadsWhatTheCalendarHas) {
  for (const char* const text : {"2026-11-25", "2024-02-29", "1900-01-01", "9999-12-31"}) {
    Date date;
    ASSERT_TRUE(ParseDate(text, &date)) << text;
    EXPECT_TRUE(date.IsSet());
    EXPECT_EQ(FormatDate(date), text);
  }
}

TEST(Date, RefusesEverythingElse) {
  for (const char* const text :
       {"", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-01", "26-11-25",
        "2026-11-25 ", " 2026-11-25", "2026/11/25", "1899-12-31", "2026-11-2x", "+026-11-25"}) {
    Date date;
    EXPECT_FALSE(ParseDate(text, &date)) << text;
    EXPECT_FALSE(date.IsSet()) << text;
  }
}

TEST(Date, OrdersByDay) {
  const auto day = [](const char* text) {
    Date date;
    EXPECT_TRUE(ParseDate(text, &date));
    return date;
  };
  EXPECT_LT(day("2025-12-31"), day("2026-01-01"));
  EXPECT_LT(day("2026-01-31"), day("2026-02-01"));
  EXPECT_EQ(day("2026-02-01"), day("2026-02-01"));
}

TEST(Date, TodayIsADay) {
  Date again;
  EXPECT_TRUE(ParseDate(FormatDate(Today()), &again));
}

}  // namespace
}  // namespace weir
