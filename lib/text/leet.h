// A third alphabet, derived from the plain one, for Latin words written with signs: each letter, and each sign that stands for
// one, becomes the class of that letter; the rest of the text becomes nothing.
//
//   "b!tch", "B1TCH", "b17ch", "bitch" → the same five symbols        "sh*t", "sh#t" → s h WILD t
//   "shit!", "$5", "C++"                → no sign is read: nothing stands where its letter would
//   i and l share a class, since 1 ! | stand for both, and so do u and v (fvck); verify/latin.h tells them apart
//
// Digits are always read, other signs only beside letters (see kSigns in leet.cc), so that sentences keep their marks. Runs
// are written once, digits too. Letters of other scripts emit one opaque symbol that stands in no pattern.
//
// Cost: used only where a pack has terms with the variant `latin` and the text has Latin letters or signs; one table load an
// ASCII character, no allocation. See bench/leet_bench.cc.
#ifndef WEIR_TEXT_LEET_H_
#define WEIR_TEXT_LEET_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/atoms.h"
#include "text/fold.h"

namespace weir::text {

inline constexpr uint16_t kLeetFirst = 0xFA00;            // + class: 0 for a … 25 for z
inline constexpr uint16_t kLeetWild = kLeetFirst + 26;    // a star between letters: sh*t
inline constexpr uint16_t kLeetOpaque = kLeetFirst + 27;  // 傻, ש
inline constexpr uint16_t kLeetLast = kLeetOpaque;

// The symbol of a letter a–z.
constexpr uint16_t LeetSymbol(char letter) {
  if (letter == 'l') letter = 'i';
  if (letter == 'v') letter = 'u';
  return static_cast<uint16_t>(kLeetFirst + (letter - 'a'));
}

// What `bytes` bytes can become at most: no more than their fold.
inline constexpr size_t MaxLeet(size_t bytes) { return MaxSymbols(bytes); }

// Writes at most MaxLeet(text.size()) symbols to `out`; returns how many.
size_t FoldLeet(std::string_view text, uint16_t* out);
std::vector<uint16_t> FoldLeet(std::string_view text);

// One character that was read, for texts with hits.
struct LeetUnit {
  uint32_t atom = 0;  // index in the AtomMap
  char letter = 0;    // a–z: itself, or what the sign stands for; 0: a star, or a letter of another script
  char other = 0;     // a second letter it may stand for (1: i or l), else 0
  bool sign = false;
  bool digit = false;
  bool Stands(char as) const { return letter == as || other == as; }
  friend bool operator==(const LeetUnit&, const LeetUnit&) = default;
};

// Which characters made each symbol of FoldLeet.
class LeetMap {
 public:
  // Reads the text of `map` anew; keeps the buffers' capacity.
  void Build(const AtomMap& map);

  const std::vector<LeetUnit>& units() const { return units_; }
  // Units of symbol k: [RunBegin(k), RunBegin(k + 1)).
  uint32_t RunBegin(size_t symbol) const {
    return symbol < runs_.size() ? runs_[symbol].begin : static_cast<uint32_t>(units_.size());
  }
  uint16_t Symbol(size_t symbol) const { return runs_[symbol].symbol; }
  size_t symbols() const { return runs_.size(); }

 private:
  struct Run {
    uint32_t begin;
    uint16_t symbol;
  };
  std::vector<LeetUnit> units_;
  std::vector<Run> runs_;
};

// The patterns of a term: as FoldLeet writes it, and with stars where people put them: for one vowel inside, for all of them,
// and in terms of four letters and more for any letter inside, two neighbours, or all. None for what is no Latin word of at least
// three letters and two classes. All differ; the first is the plain one.
//
//   "shit" → s h i t, s h * t, s * i t, s * t
std::vector<std::vector<uint16_t>> LeetPatterns(std::string_view term);

}  // namespace weir::text

#endif  // WEIR_TEXT_LEET_H_
