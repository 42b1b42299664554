// Passports and travel permits: a letter and eight digits, which is also what orders look like; so only near the document's name.
#include "detect/kind.h"

namespace weir::detect {
namespace {

bool AcceptPassport(Candidate* find) {
  return HasAny(Before(*find, 36), {"护照", "通行证", "passport", "台胞证", "回乡证"}) ||
         HasAny(After(*find, 18), {"护照", "通行证", "passport"});
}

constexpr Gate kGates[] = {{text::kLatinBit, 7}};
constexpr Pattern kPatterns[] = {
    {"[^0-9a-z]", "(?:e[a-hj-np-z][0-9]{7}|[degpschmwlkt][ ]?[0-9]{8,10})", "[^0-9a-z]", AcceptPassport},
};

}  // namespace

const Kind kPassport = {
    {"@passport", "detector:passport", "护照或通行证号 / a passport number", Category::kPrivacy, 3.0f},
    kGates,
    kPatterns};

}  // namespace weir::detect
