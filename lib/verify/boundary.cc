#include "verify/boundary.h"

#include "verify/neighbours.h"

namespace weir::verify {
namespace {

using text::Atom;

bool Continues(const Atom& edge, const Atom* beside) {
  if (beside == nullptr) return false;
  return (IsWordLetter(edge) && IsWordLetter(*beside)) || (IsDigit(edge) && IsDigit(*beside));
}

}  // namespace

Outcome CheckBoundary(const text::AtomMap& map, const Place& place, const Form& form) {
  if (!form.boundary) return Outcome::kAccepted;
  const auto& atoms = map.atoms();
  const bool continues = Continues(atoms[place.first], Beside(map, place.first, -1)) ||
                         Continues(atoms[place.last], Beside(map, place.last, 1));
  return continues ? Outcome::kLetterBeside : Outcome::kAccepted;
}

}  // namespace weir::verify
