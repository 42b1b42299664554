// Eight digit-like characters or more in a run, whatever stands between them short of a letter or a sentence mark. Asked for by name
// only: dates and case numbers are such runs too.
#include "detect/kind.h"

namespace weir::detect {
namespace {

constexpr Gate kGates[] = {{0, 8}};
constexpr Pattern kPatterns[] = {
    {nullptr, "[0-9](?:(?:[ \"'#$%&()*+./:<=>@\\[\\\\\\]^_`{|}~-]|·|…|—|★|☆|●|○|◆|■|❤){0,6}[0-9]){7,}", nullptr,
     nullptr, true},
};

}  // namespace

const Kind kDigits = {{"@digits", "detector:digits", "八位以上数字 / eight digits or more", Category::kPrivacy, 0.5f},
                      kGates,
                      kPatterns,
                      false};

}  // namespace weir::detect
