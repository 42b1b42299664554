#include "verify/gap.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::AtomMap;
using text::Kind;

// A disguise is typed by hand: more than this between two characters is another line of thought.
constexpr uint32_t kLongestGap = 16;
// How far to look for the neighbours of a two-letter word written apart.
constexpr uint32_t kNeighbourhood = 8;

// The separators between two letters.
struct Gap {
  uint32_t visible = 0;
  uint32_t invisible = 0;
  bool sentence = false, space = false, mark = false;
  uint64_t content = 0;  // tells two gaps apart

  void Add(const Atom& atom) {
    if (atom.IsInvisible()) {
      ++invisible;
      return;
    }
    ++visible;
    sentence |= atom.kind == Kind::kSentence || atom.kind == Kind::kNewline;
    space |= atom.kind == Kind::kSpace;
    mark |= atom.kind == Kind::kWord;
    content = (content ^ atom.source) * 0x9E3779B97F4A7C15u;
  }
};

bool IsWordly(const Atom& atom) { return IsWordLetter(atom) || IsDigit(atom); }

// Does a word stand within a few separators of `from`, going by `step`?
bool WordNearby(const AtomMap& map, uint32_t from, int step) {
  const auto& atoms = map.atoms();
  int64_t i = int64_t{from} + step;
  for (uint32_t n = 0; n < kNeighbourhood && i >= 0 && i < static_cast<int64_t>(atoms.size()); ++n, i += step) {
    if (atoms[static_cast<size_t>(i)].IsLetter()) return IsWordly(atoms[static_cast<size_t>(i)]);
  }
  return false;
}

// "s b" is a disguise beside Han or alone; "plan a v plan b" is two words.
bool IsLonePair(const AtomMap& map, const Place& place, const Form& form) {
  return form.letters == 2 && !WordNearby(map, place.first, -1) && !WordNearby(map, place.last, 1);
}

Outcome Judge(const Gap& gap, const Atom& left, const Atom& right, const AtomMap& map, const Place& place,
              const Form& form) {
  if (gap.visible == 0) return Outcome::kAccepted;
  if (!form.gap) return Outcome::kGapForbidden;
  if (gap.sentence) return Outcome::kSentenceInside;
  if (gap.visible > kLongestGap) return Outcome::kGapTooLong;
  if (!IsWordly(left) || !IsWordly(right)) return Outcome::kAccepted;
  if (gap.space && !IsLonePair(map, place, form)) return Outcome::kSpaceInWord;
  if (gap.mark && form.boundary) return Outcome::kMarkInWord;
  return Outcome::kAccepted;
}

// Is one and the same gap between all characters?
struct Uniformity {
  uint32_t gaps = 0;
  bool alike = true;
  uint64_t content = 0;
  void Add(const Gap& gap) {
    alike &= gap.visible > 0 && (gaps == 0 || gap.content == content);
    content = gap.content;
    ++gaps;
  }
  bool Holds() const { return alike && gaps >= 2; }
};

}  // namespace

Outcome CheckGaps(const AtomMap& map, const Place& place, const Form& form, bool* any) {
  const auto& atoms = map.atoms();
  *any = false;
  Outcome worst = Outcome::kAccepted;
  Uniformity uniformity;
  Gap gap;
  uint32_t left = place.first;
  uint32_t run = 0;  // of the left letter
  for (uint32_t i = place.first + 1; i <= place.last; ++i) {
    if (!atoms[i].IsLetter()) {
      gap.Add(atoms[i]);
      continue;
    }
    const bool next_run = run + 1 < form.runs.size() && i >= map.RunBegin(place.symbol + run + 1);
    const bool own = next_run ? form.runs[run].own_gap : form.runs[run].inner_gap;
    if (!own) {
      *any |= gap.visible + gap.invisible > 0;
      uniformity.Add(gap);
      if (worst == Outcome::kAccepted) worst = Judge(gap, atoms[left], atoms[i], map, place, form);
    }
    run += next_run;
    left = i;
    gap = {};
  }
  if (worst == Outcome::kAccepted || worst == Outcome::kGapForbidden) return worst;
  return uniformity.Holds() ? Outcome::kAccepted : worst;
}

}  // namespace weir::verify
