#include "weir/policy.h"

#include "absl/strings/str_cat.h"

namespace weir {
namespace {

constexpr Thresholds kOff{kNever, kNever, kNever};

}  // namespace

// Two hints of weight 2 or one clear term of weight 3 ask for a person's look (risk 73, 88); a term of weight 4.5 or more is
// unmistakable and is blocked. Personal data is masked, not held: the citizen who wrote a number meant to be called.
Policy DefaultPolicy() {
  Policy policy;
  for (auto& surface : policy.thresholds) {
    surface.fill({kNever, 60, 90});
    surface[static_cast<size_t>(Category::kPrivacy)] = {50, kNever, kNever};
    surface[static_cast<size_t>(Category::kScript)] = kOff;
  }
  for (const Surface surface : {Surface::kScript, Surface::kTitle}) {
    policy.thresholds[static_cast<size_t>(surface)][static_cast<size_t>(Category::kScript)] = {kNever, 60, kNever};
    policy.thresholds[static_cast<size_t>(surface)][static_cast<size_t>(Category::kPrivacy)] = {kNever, 50, kNever};
  }
  return policy;
}

Status CheckPolicy(const Policy& policy) {
  for (const auto& surface : policy.thresholds) {
    for (int category = 0; category < kCategoryCount; ++category) {
      const Thresholds& t = surface[static_cast<size_t>(category)];
      for (const uint8_t value : {t.mask, t.review, t.block}) {
        if (value >= kLowestThreshold && value <= kNever) continue;
        const std::string_view name = Name(static_cast<Category>(category));
        return {StatusCode::kInvalidArgument,
                absl::StrCat("policy: a threshold of ", absl::string_view(name.data(), name.size()), " is ", value,
                             "; write ", kLowestThreshold, " to 100, or ", kNever, " for never")};
      }
      if (t.block < t.review)
        return {StatusCode::kInvalidArgument, "policy: block must not come before review; raise block or lower review"};
    }
  }
  return {};
}

}  // namespace weir
