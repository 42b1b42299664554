// The policy: from risk, by category and surface, to an action. A value; any thread.
//
// A threshold is the least risk (1–100) at which the action is taken; kNever switches it off. Attention has no thresholds:
// there is no way to write a policy in which a question, a complaint or a topic holds a comment.
#ifndef WEIR_POLICY_H_
#define WEIR_POLICY_H_

#include <array>
#include <cstdint>

#include "weir/export.h"
#include "weir/status.h"
#include "weir/verdict.h"

namespace weir {

// Where the text will be shown. Category `script` counts only in scripts and titles (a viewer may say "最好").
enum class Surface : uint8_t { kComment, kScript, kNickname, kTitle };
inline constexpr int kSurfaceCount = 4;

inline constexpr uint8_t kNever = 101;
// No policy may act on less: one faint hint (weight 1, risk 27) is never a reason.
inline constexpr uint8_t kLowestThreshold = 30;

struct Thresholds {
  uint8_t mask = kNever;
  uint8_t review = 60;
  uint8_t block = 90;
};

struct Policy {
  std::array<std::array<Thresholds, kCategoryCount>, kSurfaceCount> thresholds;
};

WEIR_API Policy DefaultPolicy();
// kInvalidArgument when a threshold is outside kLowestThreshold … kNever, or block is below review.
WEIR_API Status CheckPolicy(const Policy& policy);
WEIR_API bool ParseSurface(std::string_view name, Surface* out);

}  // namespace weir

#endif  // WEIR_POLICY_H_
