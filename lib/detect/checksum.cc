#include "detect/checksum.h"

#include <algorithm>
#include <array>

namespace weir::detect {
namespace {

bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int Number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// GB/T 2260: the first two digits of a county's code.
bool IsProvince(int code) {
  return (code >= 11 && code <= 15) || (code >= 21 && code <= 23) || (code >= 31 && code <= 37) ||
         (code >= 41 && code <= 46) || (code >= 50 && code <= 54) || (code >= 61 && code <= 65) || code == 71 ||
         (code >= 81 && code <= 83);
}

bool IsDate(int year, int month, int day) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[static_cast<size_t>(month) - 1] + (leap ? 1 : 0);
}

// ISO 7064 MOD 11-2 over the first 17 digits.
char IdCardCheck(std::string_view number) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  int sum = 0;
  for (size_t i = 0; i < kWeights.size(); ++i) sum += (number[i] - '0') * kWeights[i];
  return "10x98765432"[sum % 11];
}

}  // namespace

bool LuhnHolds(std::string_view digits) {
  if (!AllDigits(digits)) return false;
  int sum = 0;
  for (size_t i = 0; i < digits.size(); ++i) {
    const int digit = digits[digits.size() - 1 - i] - '0';
    const int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += i % 2 == 0 ? digit : doubled;
  }
  return sum % 10 == 0;
}

bool ValidIdCard(std::string_view number) {
  const bool old = number.size() == 15;
  if (!old && number.size() != 18) return false;
  if (!AllDigits(number.substr(0, old ? 15 : 17)) || !IsProvince(Number(number.substr(0, 2)))) return false;
  if (old) return IsDate(1900 + Number(number.substr(6, 2)), Number(number.substr(8, 2)), Number(number.substr(10, 2)));
  const int year = Number(number.substr(6, 4));
  return year >= 1880 && year <= 2099 && IsDate(year, Number(number.substr(10, 2)), Number(number.substr(12, 2))) &&
         IdCardCheck(number) == number[17];
}

bool ValidBankCard(std::string_view digits) {
  const size_t n = digits.size();
  if (n < 13 || n > 19 || !LuhnHolds(digits)) return false;
  const int two = Number(digits.substr(0, 2)), four = Number(digits.substr(0, 4));
  if (two == 62) return n >= 16;                                          // UnionPay
  if (digits[0] == '4') return n == 13 || n == 16 || n == 19;             // Visa
  if (two >= 51 && two <= 55) return n == 16;                             // Mastercard
  if (four >= 2221 && four <= 2720) return n == 16;                       // … its second range
  if (two == 34 || two == 37) return n == 15;                             // American Express
  if (four >= 3528 && four <= 3589) return n == 16;                       // JCB
  if (four == 6011 || two == 65 || two == 60) return n == 16 || n == 19;  // Discover, RuPay
  return false;
}

bool ValidCreditCode(std::string_view code) {
  constexpr std::string_view kAlphabet = "0123456789abcdefghjklmnpqrtuwxy";
  if (code.size() != 18) return false;
  int sum = 0, weight = 1;
  for (size_t i = 0; i < 17; ++i) {
    const size_t value = kAlphabet.find(code[i]);
    if (value == std::string_view::npos) return false;
    sum += static_cast<int>(value) * weight;
    weight = weight * 3 % 31;
  }
  // The second character is the kind of body, and eight digits of its place stand behind it.
  if (!AllDigits(code.substr(2, 6)) || !IsProvince(Number(code.substr(2, 2)))) return false;
  return kAlphabet[static_cast<size_t>((31 - sum % 31) % 31)] == code[17];
}

}  // namespace weir::detect
