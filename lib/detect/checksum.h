// Check digits and number plans, as pure functions over ASCII digits and lower-case letters. What they refuse is no such number,
// whatever the words around it say.
//
//   ValidIdCard("11010119000101001x")  province, date and check digit agree (GB 11643)
//   ValidIdCard("11010119001301001x")  → false: there is no thirteenth month
//   ValidBankCard("6200000000000005")  an issuer's prefix, its length, and Luhn's sum
#ifndef WEIR_DETECT_CHECKSUM_H_
#define WEIR_DETECT_CHECKSUM_H_

#include <string_view>

namespace weir::detect {

// Luhn's sum (ISO/IEC 7812) over digits only; false for an empty string and for anything else than digits.
bool LuhnHolds(std::string_view digits);

// Identity cards: 18 characters with a check character, `x` among them, or the 15 digits of before 1999, which have none.
bool ValidIdCard(std::string_view number);

// 13 to 19 digits with a known issuer's prefix (UnionPay, Visa, Mastercard, American Express, JCB, Discover) at a length it issues.
bool ValidBankCard(std::string_view digits);

// Unified social credit code (GB 32100): 18 of 0–9 and letters without i o s v z, with a check character.
bool ValidCreditCode(std::string_view code);

}  // namespace weir::detect

#endif  // WEIR_DETECT_CHECKSUM_H_
