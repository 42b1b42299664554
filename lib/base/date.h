// A calendar day, for validity and expiry: "2026-11-25". A value; nothing here reads a clock but Today.
//
//   ParseDate("2026-02-28", &day)  → true        "2026-02-30", "26-2-28", "2026-02-28 " → false
#ifndef WEIR_BASE_DATE_H_
#define WEIR_BASE_DATE_H_

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace weir {

struct Date {
  int16_t year = 0;  // 0: no day
  uint8_t month = 0, day = 0;
  bool IsSet() const { return year != 0; }
  friend auto operator<=>(const Date&, const Date&) = default;
};

// Four digits, two, two; a day that the calendar has, 1900 to 9999.
bool ParseDate(std::string_view text, Date* out);
std::string FormatDate(const Date& date);
// The system's day where it stands (its time zone): an operator's "until Friday" ends with the operator's Friday.
Date Today();

}  // namespace weir

#endif  // WEIR_BASE_DATE_H_
