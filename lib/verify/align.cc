#include "verify/align.h"

#include "text/sound.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::AtomMap;

// A run of three says "stretched" in any script; one of two is how 妈妈 and "good" are written.
constexpr uint32_t kStretch = 3;

// Letters [first, last] of one run that stand together: nothing visible between them. `count` letters.
struct Segment {
  uint32_t first = 0, last = 0, count = 0;
};

// The segment of the run [begin, end) that ends at or before its last letter, read backwards until `need` letters are in, even
// across gaps, and then on while nothing visible stands between.
Segment TailSegment(const std::vector<Atom>& atoms, uint32_t begin, uint32_t end, uint32_t need) {
  Segment segment;
  bool gap = false;
  for (uint32_t i = end; i-- > begin;) {
    if (!atoms[i].IsLetter()) {
      gap |= segment.count > 0 && !atoms[i].IsInvisible();
      continue;
    }
    if (gap && segment.count >= need) break;
    if (segment.count++ == 0) segment.last = i;
    segment.first = i;
  }
  return segment;
}

// The same, forwards from the letter at `begin`.
Segment HeadSegment(const std::vector<Atom>& atoms, uint32_t begin, uint32_t end, uint32_t need) {
  Segment segment;
  bool gap = false;
  for (uint32_t i = begin; i < end; ++i) {
    if (!atoms[i].IsLetter()) {
      gap |= segment.count > 0 && !atoms[i].IsInvisible();
      continue;
    }
    if (gap && segment.count >= need) break;
    if (segment.count++ == 0) segment.first = i;
    segment.last = i;
  }
  return segment;
}

uint32_t StepBack(const std::vector<Atom>& atoms, uint32_t from, uint32_t letters) {
  while (letters > 0) letters -= atoms[--from].IsLetter();
  return from;
}
uint32_t StepOn(const std::vector<Atom>& atoms, uint32_t from, uint32_t letters) {
  while (letters > 0) letters -= atoms[++from].IsLetter();
  return from;
}

// What the runs of a match say together.
struct Runs {
  bool enough = true;        // every run at least as long as the term's
  bool exact_inside = true;  // runs but the first and last are just as long
  bool long_one = false;     // some run is a stretch
  bool all_doubled = true;
  bool Stretched() const { return long_one || all_doubled; }
  void Add(uint32_t count, uint32_t need, bool inside) {
    enough &= count >= need;
    exact_inside &= !inside || count == need;
    long_one |= count > need && count >= kStretch;
    all_doubled &= count >= 2 * need;
  }
};

uint32_t CountLetters(const std::vector<Atom>& atoms, uint32_t begin, uint32_t end) {
  uint32_t count = 0;
  for (uint32_t i = begin; i < end; ++i) count += atoms[i].IsLetter();
  return count;
}

bool SameCharacters(const AtomMap& map, uint32_t symbol, const Form& form, bool shapes) {
  const auto read = [shapes](char32_t folded) { return shapes ? text::ShapeOf(folded) : folded; };
  for (size_t k = 0; k < form.runs.size(); ++k) {
    for (uint32_t i = map.RunBegin(symbol + k); i < map.RunBegin(symbol + k + 1); ++i) {
      if (map.atoms()[i].IsLetter() && read(map.atoms()[i].folded) != read(form.runs[k].cp)) return false;
    }
  }
  return true;
}

// A term of one run may stand several times in one run of the text, parted by separators: 坏…坏.
Outcome AlignSingle(const AtomMap& map, uint32_t symbol, const Form& form, std::vector<Place>* places) {
  const auto& atoms = map.atoms();
  const uint32_t need = form.runs[0].count, end = map.RunBegin(symbol + 1);
  const size_t before = places->size();
  for (uint32_t at = map.RunBegin(symbol); at < end;) {
    const Segment segment = HeadSegment(atoms, at, end, need);
    if (segment.count < need) break;
    const bool stretched = segment.count > need && segment.count >= kStretch;
    places->push_back(
        {symbol, segment.first, stretched ? segment.last : StepOn(atoms, segment.first, need - 1), stretched});
    at = segment.last + 1;
    while (at < end && !atoms[at].IsLetter()) ++at;
  }
  return places->size() > before ? Outcome::kAccepted : Outcome::kRun;
}

}  // namespace

Outcome Align(const AtomMap& map, uint32_t symbol, const Form& form, std::vector<Place>* places, bool shapes) {
  if (!SameCharacters(map, symbol, form, shapes)) return Outcome::kOtherCharacter;
  const size_t n = form.runs.size();
  if (n == 1) return AlignSingle(map, symbol, form, places);
  const auto& atoms = map.atoms();
  const uint32_t need_first = form.runs.front().count, need_last = form.runs.back().count;
  const Segment head = TailSegment(atoms, map.RunBegin(symbol), map.RunBegin(symbol + 1), need_first);
  const Segment tail = HeadSegment(atoms, map.RunBegin(symbol + n - 1), map.RunBegin(symbol + n), need_last);
  Runs runs;
  runs.Add(head.count, need_first, false);
  runs.Add(tail.count, need_last, false);
  for (size_t k = 1; k + 1 < n; ++k) {
    runs.Add(CountLetters(atoms, map.RunBegin(symbol + k), map.RunBegin(symbol + k + 1)), form.runs[k].count, true);
  }
  if (!runs.enough || !(runs.exact_inside || runs.Stretched())) return Outcome::kRun;
  Place place{symbol, head.first, tail.last, runs.Stretched()};
  if (!place.stretched) {  // the letters nearest to the middle; what is left over stands beside the hit
    place.first = StepBack(atoms, head.last, need_first - 1);
    place.last = StepOn(atoms, tail.first, need_last - 1);
  }
  places->push_back(place);
  return Outcome::kAccepted;
}

}  // namespace weir::verify
