// Bank card numbers: 13 to 19 digits, bare or in groups, that an issuer could have given out and Luhn's sum allows. One in ten
// numbers of the right length passes the sum, so numbers named as an order's or a document's are turned down.
#include "detect/checksum.h"
#include "detect/kind.h"
#include "detect/number_style.h"

namespace weir::detect {
namespace {

bool AcceptCard(Candidate* find) {
  const Digits digits = OnlyDigits(Text(*find));
  return ValidBankCard(digits.view()) && !ValidIdCard(digits.view()) && !IsKeyMashing(digits.view()) &&
         !IsReferenceNumber(*find);
}

bool CouldBeCard(const Glance& glance) { return !glance.Flood(); }

constexpr Gate kGates[] = {{0, 13}};
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z.]", R"([23456][0-9]{3}(?:[ -]{1,2}[0-9]{4}){2,3}(?:[ -]{1,2}[0-9]{1,4})?)", "[^0-9a-z]", AcceptCard,
     true},
    {"[^0-9a-z.]", R"([23456](?:[ .·*_-]{0,2}[0-9]){12,18})", "[^0-9a-z]", AcceptCard, true},
};

}  // namespace

const Kind kBankCard = {{"@bankcard", "detector:bankcard", "银行卡号 / a bank card number", Category::kPrivacy, 4.0f},
                        kGates,
                        kPatterns,
                        true,
                        CouldBeCard};

}  // namespace weir::detect
