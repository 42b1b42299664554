// Masking: a hit's characters become a mask character each.
#ifndef WEIR_ENGINE_MASK_H_
#define WEIR_ENGINE_MASK_H_

#include <array>
#include <string>

#include "weir/policy.h"
#include "weir/verdict.h"

namespace weir::engine {

// Masks the hits of every category whose action is mask or worse; `verdict` is *text's. False when there was none to mask.
bool MaskOnce(const Verdict& verdict, const std::array<Thresholds, kCategoryCount>& thresholds, char mask,
              std::string* text);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_MASK_H_
