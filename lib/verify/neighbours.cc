#include "verify/neighbours.h"

#include "text/words.h"

namespace weir::verify {

const text::Atom* Beside(const text::AtomMap& map, uint32_t at, int step) {
  const auto& atoms = map.atoms();
  for (int64_t i = int64_t{at} + step; i >= 0 && i < static_cast<int64_t>(atoms.size()); i += step) {
    const text::Atom& atom = atoms[static_cast<size_t>(i)];
    if (!atom.IsInvisible()) return &atom;
  }
  return nullptr;
}

Neighbours::Neighbours(const text::AtomMap& map, const Place& place) {
  const text::Atom* const base = map.atoms().data();
  for (const text::Atom* atom = Beside(map, place.first, -1);
       before_size_ < kMost && atom != nullptr && atom->IsLetter();
       atom = Beside(map, static_cast<uint32_t>(atom - base), -1)) {
    before_[kMost - ++before_size_] = atom->folded;
  }
  for (const text::Atom* atom = Beside(map, place.last, 1); after_size_ < kMost && atom != nullptr && atom->IsLetter();
       atom = Beside(map, static_cast<uint32_t>(atom - base), 1)) {
    after_[after_size_++] = atom->folded;
  }
}

bool IsWord(char32_t first, char32_t second) {
  return text::WordCost(text::HashStep(text::HashStep(text::kHashStart, first), second)) != text::kNoWord;
}

}  // namespace weir::verify
