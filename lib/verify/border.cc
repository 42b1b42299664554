#include "verify/border.h"

#include <algorithm>
#include <array>

#include "text/words.h"
#include "verify/neighbours.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::kLongestWord;

// Characters read to each side. Three were as good as twelve in the measurements; four holds every word that touches the hit.
constexpr uint32_t kSide = 4;
constexpr uint32_t kShortest = 2, kLongest = 4;  // terms, in characters
constexpr uint32_t kWindow = kLongest + 2 * kSide;
constexpr uint16_t kNever = 0xFFFF / 2;

// Ways to read the text up to some character, by what has happened at the term's edges; a set of two bits.
enum State : uint8_t { kKeep = 0, kLeft = 1, kRight = 2, kBoth = 3, kStates = 4 };

// The hit and its neighbourhood as folded Han characters; the term is [begin, end).
struct Window {
  std::array<char32_t, kWindow> text;
  uint32_t size = 0, begin = 0, end = 0;
  bool part = false;  // of a term with Latin letters: a word over one edge cannot hold the term whole
};

Window ReadWindow(const text::AtomMap& map, const Place& place) {
  const auto& atoms = map.atoms();
  Window window;
  std::array<char32_t, kSide> before;
  uint32_t count = 0;
  int64_t at = place.first;
  for (char32_t c; count < kSide && (c = NextHan(atoms, -1, &at)) != 0;) before[count++] = c;
  while (window.size < count) {
    window.text[window.size] = before[count - 1 - window.size];
    ++window.size;
  }
  window.begin = window.size;
  for (uint32_t i = place.first; i <= place.last && window.size < window.begin + kLongest; ++i) {
    if (atoms[i].IsLetter()) window.text[window.size++] = atoms[i].folded;
  }
  window.end = window.size;
  at = place.last;
  for (char32_t c; window.size < window.end + kSide && (c = NextHan(atoms, 1, &at)) != 0;) {
    window.text[window.size++] = c;
  }
  return window;
}

// What a word over [from, to) does to the term's edges. Flush at one of them it holds the term whole.
uint8_t Crosses(const Window& w, uint32_t from, uint32_t to) {
  const bool left = from < w.begin && w.begin < to, right = from < w.end && w.end < to;
  if (left && right) return kBoth;
  if (left) return to == w.end && !w.part ? kKeep : kLeft;
  if (right) return from == w.begin && !w.part ? kKeep : kRight;
  return kKeep;
}

// Does any word of two characters or more cut? Most hits end here, after a handful of look-ups.
bool AnyCuts(const Window& w) {
  for (uint32_t from = w.begin - std::min<uint32_t>(w.begin, kLongestWord - 1); from < w.end; ++from) {
    uint64_t hash = text::kHashStart;
    for (uint32_t to = from + 1; to <= std::min<uint32_t>(w.size, from + kLongestWord); ++to) {
      hash = text::HashStep(hash, w.text[to - 1]);
      if (Crosses(w, from, to) != kKeep && text::WordCost(hash) != text::kNoWord) return true;
    }
  }
  return false;
}

// The cheapest readings of a window: cost[i][s] of its first i characters in state s, and the word they end with.
struct Readings {
  std::array<std::array<uint16_t, kStates>, kWindow + 1> cost;
  std::array<std::array<uint8_t, kStates>, kWindow + 1> length, from;

  explicit Readings(const Window& w) {
    for (auto& states : cost) states.fill(kNever);
    cost[0][kKeep] = 0;
    for (uint32_t i = 0; i < w.size; ++i) {
      uint64_t hash = text::kHashStart;
      for (uint32_t to = i + 1; to <= std::min<uint32_t>(w.size, i + kLongestWord); ++to) {
        hash = text::HashStep(hash, w.text[to - 1]);
        uint8_t word = text::WordCost(hash);
        if (i == w.begin && to == w.end) {
          word = std::min(word, text::kTermCost);  // kNoWord is the dearest
        } else if (word == text::kNoWord) {
          if (to > i + 1) continue;
          word = text::kUnknownCost;
        }
        Extend(i, to, word, Crosses(w, i, to));
      }
    }
  }

  void Extend(uint32_t i, uint32_t to, uint8_t word, uint8_t crosses) {
    for (uint8_t state = 0; state < kStates; ++state) {
      const auto sum = static_cast<uint16_t>(cost[i][state] + word);
      const uint8_t next = state | crosses;
      if (sum >= cost[to][next]) continue;
      cost[to][next] = sum;
      length[to][next] = static_cast<uint8_t>(to - i);
      from[to][next] = state;
    }
  }

  // The cutting reading that speaks loudest against the term.
  uint8_t Cut(const Window& w) const {
    const auto& last = cost[w.size];
    const State one = last[kLeft] <= last[kRight] ? kLeft : kRight;
    return last[kBoth] < kNever && last[kBoth] - kBothEdges <= last[one] ? kBoth : one;
  }
  int Margin(const Window& w) const {
    const uint8_t cut = Cut(w);
    if (cost[w.size][cut] >= kNever) return -kNever;
    return cost[w.size][kKeep] - cost[w.size][cut] + (cut == kBoth ? kBothEdges : 0);
  }
  std::u32string Path(const Window& w, uint8_t state) const {
    std::u32string out;
    for (uint32_t at = w.size; at > 0;) {
      const uint32_t begin = at - length[at][state];
      out.insert(0, std::u32string(w.text.data() + begin, w.text.data() + at) + (out.empty() ? U"" : U"|"));
      state = from[at][state];
      at = begin;
    }
    return out;
  }
};

bool IsHan(const Atom& atom) { return atom.kind == text::Kind::kHan; }

// A mixed term's Han characters at its edges, k|粉 and 吸|k: what words can cut of it. A piece that is no edge, or too long, is none.
struct HanEdges {
  Place head, tail;
  bool has_head = false, has_tail = false;
  HanEdges(const text::AtomMap& map, const Place& place) : head(place), tail(place) {
    const auto& atoms = map.atoms();
    const auto inside = [&](uint32_t i) { return i >= place.first && i <= place.last; };
    uint32_t end = place.first, begin = place.last + 1;
    while (inside(end) && (IsHan(atoms[end]) || !atoms[end].IsLetter())) ++end;
    while (begin > place.first && (IsHan(atoms[begin - 1]) || !atoms[begin - 1].IsLetter())) --begin;
    while (end > place.first && !atoms[end - 1].IsLetter()) --end;
    while (inside(begin) && !atoms[begin].IsLetter()) ++begin;
    has_head = end > place.first && end - place.first <= kLongest;
    has_tail = begin <= place.last && place.last - begin < kLongest;
    if (has_head) head.last = end - 1;
    if (has_tail) tail.first = begin;
  }
  bool IsPart(const Place& whole) const {
    return (has_head && head.last < whole.last) || (has_tail && tail.first > whole.first);
  }
};

bool IsCut(const Window& window, int margin) {
  return window.size > window.end - window.begin && AnyCuts(window) && Readings(window).Margin(window) > margin;
}

bool PartIsCut(const text::AtomMap& map, const Place& part, int margin) {
  Window window = ReadWindow(map, part);
  window.part = true;
  return IsCut(window, margin);
}

bool EdgeCanBeCut(const Form& form) {
  const FormRun &first = form.runs.front(), &last = form.runs.back();
  return text::EndsSomeWord(first.cp) || text::BeginsSomeWord(last.cp);
}

}  // namespace

bool CanBeCut(const Form& form) {
  if (form.letters < kShortest) return false;
  if (form.mixed) return EdgeCanBeCut(form);
  if (form.letters > kLongest) return false;
  for (const FormRun& run : form.runs) {
    if (text::Info(run.cp).kind != text::Kind::kHan) return false;
  }
  std::array<char32_t, kLongest> text;
  uint32_t size = 0;
  for (const FormRun& run : form.runs) {
    for (uint32_t i = 0; i < run.count; ++i) text[size++] = run.cp;
  }
  for (uint32_t k = 0; k + 1 < size;
       ++k) {  // a word across the left edge ends inside the term, one across the right begins there
    if (text::EndsSomeWord(text[k]) || text::BeginsSomeWord(text[k + 1])) return true;
  }
  return false;
}

Outcome CheckBorder(const text::AtomMap& map, const Place& place, const Form& form, int margin) {
  if (!form.guarded || place.stretched) return Outcome::kAccepted;
  bool cut = false;
  if (form.mixed) {
    const HanEdges edges(map, place);
    cut = (edges.has_head && PartIsCut(map, edges.head, margin)) ||
          (edges.has_tail && PartIsCut(map, edges.tail, margin));
  } else {
    cut = IsCut(ReadWindow(map, place), margin);
  }
  return cut ? Outcome::kWordBorder : Outcome::kAccepted;
}

BorderReading ReadBorder(const text::AtomMap& map, const Place& place) {
  Window window = ReadWindow(map, place);
  const HanEdges edges(map, place);
  if (edges.IsPart(place)) {  // a mixed term: the edge that words cut
    window = ReadWindow(map, edges.has_tail ? edges.tail : edges.head);
    window.part = true;
  }
  if (!AnyCuts(window)) return {};
  const Readings readings(window);
  return {true, readings.Margin(window), readings.Path(window, kKeep), readings.Path(window, readings.Cut(window))};
}

}  // namespace weir::verify
