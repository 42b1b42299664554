#include "verify/price.h"

#include <algorithm>
#include <array>

#include "text/pairs.h"
#include "verify/likelihood.h"
#include "verify/neighbours.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::AtomMap;

constexpr size_t kLongestWritten = 32;

// A hit and what stands around it, as folded characters in buffers of fixed size.
struct Surroundings {
  std::array<char32_t, kContextSide> before, after;
  std::array<char32_t, kLongestWritten> written;
  size_t before_size = 0, after_size = 0, written_size = 0;

  Context With(std::u32string_view read) const {
    return {.before = {before.data() + before.size() - before_size, before_size},
            .after = {after.data(), after_size},
            .written = {written.data(), written_size},
            .read = read};
  }
};

Surroundings ReadSurroundings(const AtomMap& map, const Place& place) {
  const auto& atoms = map.atoms();
  Surroundings s;
  int64_t at = place.first;
  for (char32_t c; s.before_size < kContextSide && (c = NextHan(atoms, -1, &at)) != 0;)
    s.before[kContextSide - ++s.before_size] = c;
  for (uint32_t i = place.first; i <= place.last && s.written_size < kLongestWritten; ++i) {
    if (atoms[i].IsLetter() && atoms[i].kind != text::Kind::kLatin) s.written[s.written_size++] = atoms[i].folded;
  }
  at = place.last;
  for (char32_t c; s.after_size < kContextSide && (c = NextHan(atoms, 1, &at)) != 0;) s.after[s.after_size++] = c;
  return s;
}

Prior PriorOf(const Form& form) { return form.meant ? Prior::kMeant : Prior::kListed; }

}  // namespace

Outcome CheckPrice(const AtomMap& map, const Place& place, const Form& form, int near) {
  const Surroundings surroundings = ReadSurroundings(map, place);
  const size_t syllables = form.read.size();
  const int needed = Threshold(syllables, PriorOf(form)) + NearCost(syllables, near);
  const Odds odds = Weigh(surroundings.With(form.read), needed);
  return IsRead(odds, syllables, near, PriorOf(form)) ? Outcome::kAccepted : Outcome::kUnlikely;
}

Price ReadPrice(const AtomMap& map, const Place& place, const Form& form, int near) {
  const Surroundings surroundings = ReadSurroundings(map, place);
  const Context context = surroundings.With(form.read);
  const size_t syllables = form.read.size();
  return {.before = std::u32string(context.before),
          .written = std::u32string(context.written),
          .after = std::u32string(context.after),
          .read = form.read,
          .odds = Weigh(context).total - NearCost(syllables, near),
          .needed = Threshold(syllables, PriorOf(form))};
}

bool IsOrdinary(const AtomMap& map, const Place& place) {
  uint16_t previous = 0;
  for (uint32_t i = place.first; i <= place.last; ++i) {
    const Atom& atom = map.atoms()[i];
    if (!atom.IsLetter() || atom.symbol == previous) continue;
    if (previous != 0 && !text::OrdinaryPair(previous, atom.symbol)) return false;
    previous = atom.symbol;
  }
  return true;
}

}  // namespace weir::verify
