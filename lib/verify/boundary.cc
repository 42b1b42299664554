#include "verify/boundary.h"

namespace weir::verify {
namespace {

using text::Atom;

// The visible neighbour of atoms[at], going by `step`; null at the text's end.
const Atom* Neighbour(const std::vector<Atom>& atoms, uint32_t at, int step) {
  for (int64_t i = int64_t{at} + step; i >= 0 && i < static_cast<int64_t>(atoms.size()); i += step) {
    const Atom& atom = atoms[static_cast<size_t>(i)];
    if (!atom.IsInvisible()) return &atom;
  }
  return nullptr;
}

bool Continues(const Atom& edge, const Atom* beside) {
  if (beside == nullptr) return false;
  return (IsWordLetter(edge) && IsWordLetter(*beside)) || (IsDigit(edge) && IsDigit(*beside));
}

}  // namespace

Outcome CheckBoundary(const text::AtomMap& map, const Place& place, const Form& form) {
  if (!form.boundary) return Outcome::kAccepted;
  const auto& atoms = map.atoms();
  const bool continues = Continues(atoms[place.first], Neighbour(atoms, place.first, -1)) ||
                         Continues(atoms[place.last], Neighbour(atoms, place.last, 1));
  return continues ? Outcome::kLetterBeside : Outcome::kAccepted;
}

}  // namespace weir::verify
