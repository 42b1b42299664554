// Identity card numbers: 18 characters whose province, date and check character agree, or the 15 digits of before 1999. The old
// form has no check digit, so it must not follow the name of another number.
#include "detect/checksum.h"
#include "detect/kind.h"
#include "detect/number_style.h"

namespace weir::detect {
namespace {

bool AcceptNew(Candidate* find) { return ValidIdCard(OnlyDigits(Text(*find), true).view()); }
bool AcceptOld(Candidate* find) {
  const Digits digits = OnlyDigits(Text(*find));
  return ValidIdCard(digits.view()) && !IsKeyMashing(digits.view()) && !IsReferenceNumber(*find) &&
         !HasAny(Before(*find, 24), {"卡号", "账号", "帐号"});
}

bool CouldBeIdCard(const Glance& glance) { return !glance.Flood(); }

constexpr Gate kGates[] = {{0, 15}};
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z.]", R"([1-8](?:[ .·*_-]{0,2}[0-9]){16}[ .·*_-]{0,2}[0-9x])", "[^0-9a-z]", AcceptNew, true},
    {"[^0-9a-z.]", R"([1-8][0-9]{5}[ -]?[0-9]{6}[ -]?[0-9]{3})", "[^0-9a-z]", AcceptOld, true},
};

}  // namespace

const Kind kIdCard = {{"@idcard", "detector:idcard", "身份证号 / an identity card number", Category::kPrivacy, 4.0f},
                      kGates,
                      kPatterns,
                      true,
                      CouldBeIdCard};

}  // namespace weir::detect
