// The names of the public enums: one table each, read both ways.
#include <array>

#include "weir/policy.h"
#include "weir/verdict.h"

namespace weir {
namespace {

constexpr std::array<std::string_view, 4> kActions = {"allow", "mask", "review", "block"};
constexpr std::array<std::string_view, kCategoryCount> kCategories = {
    "abuse", "threat",          "hate",    "sexual", "gambling", "drugs", "scam",
    "ads",   "illegal_service", "privacy", "flood",  "script",   "custom"};
constexpr std::array<std::string_view, 3> kLevels = {"none", "answer", "urgent"};
constexpr std::array<std::string_view, kAttentionKindCount> kKinds = {"question", "complaint", "help", "crisis"};
constexpr std::array<std::string_view, kSurfaceCount> kSurfaces = {"comment", "script", "nickname", "title"};
constexpr std::array<std::string_view, 13> kVias = {"case",      "width",    "traditional", "variant", "lookalike",
                                                    "separator", "repeat",   "homophone",   "pinyin",  "split",
                                                    "emoji",     "initials", "shuffle"};
constexpr std::array<std::string_view, 5> kFlags = {"invalid_utf8", "truncated", "degraded", "shadow", "needs_look"};

template <typename E, size_t N>
bool Parse(const std::array<std::string_view, N>& names, std::string_view name, E* out) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] != name) continue;
    *out = static_cast<E>(i);
    return true;
  }
  return false;
}

template <size_t N>
void AppendBits(const std::array<std::string_view, N>& names, unsigned bits, std::vector<std::string_view>* out) {
  for (size_t i = 0; i < N; ++i) {
    if (bits >> i & 1) out->push_back(names[i]);
  }
}

}  // namespace

std::string_view Name(Action action) { return kActions[static_cast<size_t>(action)]; }
std::string_view Name(Category category) { return kCategories[static_cast<size_t>(category)]; }
std::string_view Name(AttentionLevel level) { return kLevels[static_cast<size_t>(level)]; }
bool ParseAction(std::string_view name, Action* out) { return Parse(kActions, name, out); }
bool ParseCategory(std::string_view name, Category* out) { return Parse(kCategories, name, out); }
bool ParseSurface(std::string_view name, Surface* out) { return Parse(kSurfaces, name, out); }

void AppendViaNames(uint16_t via, std::vector<std::string_view>* out) {
  if (via == kExact) {
    out->push_back("exact");
  } else {
    AppendBits(kVias, via, out);
  }
}
void AppendKindNames(uint8_t kinds, std::vector<std::string_view>* out) { AppendBits(kKinds, kinds, out); }
void AppendFlagNames(uint8_t flags, std::vector<std::string_view>* out) { AppendBits(kFlags, flags, out); }

}  // namespace weir
