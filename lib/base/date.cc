#include "base/date.h"

#include <chrono>
#include <cstdio>
#include <ctime>

namespace weir {
namespace {

constexpr int kFirstYear = 1900;

// `digits` of `text` as a number; -1 when one is no digit.
int ReadNumber(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

bool ParseDate(std::string_view text, Date* out) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = ReadNumber(text.substr(0, 4)), month = ReadNumber(text.substr(5, 2));
  const int day = ReadNumber(text.substr(8));
  if (year < kFirstYear || month < 1 || day < 1) return false;
  using std::chrono::year_month_day;
  const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                            std::chrono::day(static_cast<unsigned>(day)));
  if (!date.ok()) return false;
  *out = {static_cast<int16_t>(year), static_cast<uint8_t>(month), static_cast<uint8_t>(day)};
  return true;
}

std::string FormatDate(const Date& date) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

Date Today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return {static_cast<int16_t>(local.tm_year + 1900), static_cast<uint8_t>(local.tm_mon + 1),
          static_cast<uint8_t>(local.tm_mday)};
}

}  // namespace weir
