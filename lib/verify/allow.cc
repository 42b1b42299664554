#include "verify/allow.h"

#include <algorithm>

#include "weir/verdict.h"

namespace weir::verify {
namespace {

// Case, width and traditional forms are ways of writing; these are ways of hiding.
constexpr uint16_t kHiding = kSeparator | kRepeat | kLookalike;

}  // namespace

bool Spans(const Candidate& allow, const Candidate& hit) {
  return allow.place.first <= hit.place.first && allow.place.last >= hit.place.last &&
         (allow.via & kHiding & ~hit.via) == 0;
}

bool Covers(const Candidate& allow, const Candidate& hit) { return allow.rank >= hit.rank && Spans(allow, hit); }

void ApplyAllows(const std::vector<Candidate>& allows, std::vector<Candidate>* hits, std::vector<Candidate>* killed) {
  if (allows.empty()) return;
  const auto covered = [&](const Candidate& hit) {
    return std::any_of(allows.begin(), allows.end(), [&](const Candidate& allow) { return Covers(allow, hit); });
  };
  size_t kept = 0;  // compacted by hand: std::stable_partition allocates
  for (const Candidate& hit : *hits) {
    if (!covered(hit)) {
      (*hits)[kept++] = hit;
    } else if (killed != nullptr) {
      killed->push_back(hit);
    }
  }
  hits->resize(kept);
}

}  // namespace weir::verify
