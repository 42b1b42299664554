// Unified social credit codes of companies and public bodies. They are public, so 0.5 points: the verdict names them, nothing acts.
#include "detect/checksum.h"
#include "detect/kind.h"

namespace weir::detect {
namespace {

bool AcceptCode(Candidate* find) { return ValidCreditCode(Text(*find)) && !ValidIdCard(Text(*find)); }

bool CouldBeCode(const Glance& glance) { return glance.LongestId() >= 18 && !glance.Flood(); }

constexpr Gate kGates[] = {{text::kLatinBit, 8}, {0, 17}};
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z.]", "[1-9a-hj-np-y][1-9a-hj-np-y][0-9]{6}[0-9a-hj-np-y]{10}", "[^0-9a-z]", AcceptCode},
};

}  // namespace

const Kind kCreditCode = {
    {"@uscc", "detector:uscc", "统一社会信用代码 / a unified social credit code", Category::kPrivacy, 0.5f},
    kGates,
    kPatterns,
    true,
    CouldBeCode};

}  // namespace weir::detect
