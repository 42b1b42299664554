#include "verify/latin_walk.h"

#include <algorithm>

namespace weir::verify {
namespace {

using text::AtomMap;
using text::LeetMap;
using text::LeetUnit;

constexpr uint32_t kStretch = 3;    // as in align.cc
constexpr uint32_t kMostStars = 4;  // runs of stars: m*th*rf*ck*r; each is a choice, so few

class Walker {
 public:
  Walker(const AtomMap& map, const LeetMap& leet, const LatinForm& form) : map_(map), leet_(leet), form_(form) {}

  // Letters from `letter` on are the symbols from `symbol` on.
  bool Walk(size_t letter, uint32_t symbol, Tally* tally) const {
    if (symbol >= leet_.symbols()) return false;
    if (leet_.Symbol(symbol) == text::kLeetWild) return WalkStars(letter, symbol, tally);
    const size_t most = ClassRun(letter);
    const bool star_next = symbol + 1 < leet_.symbols() && leet_.Symbol(symbol + 1) == text::kLeetWild;
    for (size_t count = most; count >= (star_next ? 1 : most); --count) {
      Tally trial = *tally;
      if (!TakeRun(letter, count, symbol, &trial)) continue;
      if (letter + count < form_.letters.size() && !Walk(letter + count, symbol + 1, &trial)) continue;
      *tally = trial;
      return true;
    }
    return false;
  }

 private:
  // Stars stand for as many letters, or many of them for one; never for the last.
  bool WalkStars(size_t letter, uint32_t symbol, Tally* tally) const {
    const size_t stars = leet_.RunBegin(symbol + 1) - leet_.RunBegin(symbol);
    if (letter == 0 || tally->stars >= kMostStars) return false;
    for (const size_t covers : {stars, size_t{1}}) {
      if (letter + covers >= form_.letters.size()) continue;
      Tally trial = *tally;
      ++trial.stars;
      if (!Walk(letter + covers, symbol + 1, &trial)) continue;
      *tally = trial;
      return true;
    }
    return false;
  }

  // Letters of the term from `letter` on that share a class.
  size_t ClassRun(size_t letter) const {
    const uint16_t symbol = text::LeetSymbol(form_.letters[letter]);
    size_t end = letter;
    while (end < form_.letters.size() && text::LeetSymbol(form_.letters[end]) == symbol) ++end;
    return end - letter;
  }

  bool Apart(uint32_t unit) const {  // something visible stands between the unit and the one before
    for (uint32_t i = leet_.units()[unit - 1].atom + 1; i < leet_.units()[unit].atom; ++i) {
      if (!map_.atoms()[i].IsInvisible()) return true;
    }
    return false;
  }

  // `count` letters of one class against the units of a symbol. In the first run the term may begin late, in the last end early.
  bool TakeRun(size_t letter, size_t count, uint32_t symbol, Tally* tally) const {
    const auto& units = leet_.units();
    uint32_t begin = leet_.RunBegin(symbol), end = leet_.RunBegin(symbol + 1);
    const auto need = static_cast<uint32_t>(count);
    if (leet_.Symbol(symbol) != text::LeetSymbol(form_.letters[letter])) return false;
    if (letter == 0) {
      uint32_t from = end - std::min(need, end - begin);
      while (from > begin && !Apart(from) && units[from - 1].Stands(form_.letters[0])) --from;
      begin = tally->first = from;
    }
    if (letter + count == form_.letters.size()) {
      uint32_t to = begin + std::min(need, end - begin);
      while (to < end && !Apart(to) && units[to].Stands(form_.letters.back())) ++to;
      end = to;
      tally->last = end - 1;
    }
    for (const size_t stop = letter + count; letter < stop;) {
      size_t next = letter;
      while (next < stop && form_.letters[next] == form_.letters[letter]) ++next;
      const uint32_t taken = TakeLetter(letter, next, next < stop, begin, end, tally);
      if (taken == 0) return false;
      begin += taken;
      letter = next;
    }
    return begin == end;
  }

  // One letter of the term, written (next - letter) times: how many units are it. What may be the next letter too is left to it.
  uint32_t TakeLetter(size_t letter, size_t next, bool more, uint32_t begin, uint32_t end, Tally* tally) const {
    const auto& units = leet_.units();
    const char as = form_.letters[letter];
    const auto need = static_cast<uint32_t>(next - letter);
    uint32_t count = 0;
    for (; begin + count < end && units[begin + count].Stands(as); ++count) {
      const LeetUnit& unit = units[begin + count];
      if (count >= need && more && unit.Stands(form_.letters[next])) break;
      tally->swapped += !unit.sign && unit.letter != as;
    }
    if (count == 0) return 0;
    tally->shortened += count < need;
    tally->stretched |= count > need && count >= kStretch;
    if (count == 2 && need == 1) {
      ++tally->doubled;
      tally->doubled_at = letter;
      tally->doubled_first = begin;
      tally->doubled_last = begin + 1;
    }
    if (form_.own_gap[next - 1] != 0 && tally->own_gaps < tally->own_gap_after.size())
      tally->own_gap_after[tally->own_gaps++] = begin + count - 1;
    return count;
  }

  const AtomMap& map_;
  const LeetMap& leet_;
  const LatinForm& form_;
};

}  // namespace

bool Tally::OwnsGapAfter(uint32_t unit) const {
  const auto* const end = own_gap_after.data() + own_gaps;
  return std::find(own_gap_after.data(), end, unit) != end;
}

bool WalkLetters(const AtomMap& map, const LeetMap& leet, uint32_t symbol, const LatinForm& form, Tally* tally) {
  *tally = {};
  return Walker(map, leet, form).Walk(0, symbol, tally);
}

}  // namespace weir::verify
