#include "verify/extent.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::Kind;

// How many atoms before `end` read as `head`, all of it; else 0.
uint32_t MatchBefore(const std::vector<Atom>& atoms, uint32_t end, const std::u32string& head) {
  if (head.size() > end) return 0;
  for (size_t i = 0; i < head.size(); ++i) {
    if (atoms[end - head.size() + i].source != head[i]) return 0;
  }
  return static_cast<uint32_t>(head.size());
}

uint32_t MatchAfter(const std::vector<Atom>& atoms, uint32_t begin, const std::u32string& tail) {
  if (tail.size() > atoms.size() - begin) return 0;
  for (size_t i = 0; i < tail.size(); ++i) {
    if (atoms[begin + i].source != tail[i]) return 0;
  }
  return static_cast<uint32_t>(tail.size());
}

}  // namespace

Extent ExtentOf(const text::AtomMap& map, const Place& place, const Form& form) {
  const auto& atoms = map.atoms();
  Extent extent{place.first, place.last};
  while (extent.last + 1 < atoms.size() && atoms[extent.last + 1].kind == Kind::kMark) ++extent.last;
  extent.first -= MatchBefore(atoms, extent.first, form.head);
  extent.last += MatchAfter(atoms, extent.last + 1, form.tail);
  return extent;
}

}  // namespace weir::verify
