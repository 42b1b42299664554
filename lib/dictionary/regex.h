// The regexes of patterns.toml: a bounded part of RE2's language, read strictly, written anew in a form that RE2 and Hyperscan
// understand alike, with what a text must hold before either is asked.
//
//   加[vV微].{0,4}\d{6,11}   → fine: 8 to 17 characters; cues 加v, 加微; six digits at least
//   開戶 → 开户, Ｖ → v       literals fold as texts do, so a pattern is found in every way of writing them
//   .*微信, \d+              → refused: unbounded; write {0,20}, {1,20}        (?=x), \1 → refused: no automaton has them
//   (((a{1,100}){1,100}){1,100})  → refused: a million characters long, before anything is compiled
//
// Everything is bounded here, by counting, so that compiling what passed is cheap: no more than kMostPositions characters once the
// repeats are written out. Cost: microseconds, and memory in proportion to the pattern. No recursion.
#ifndef WEIR_DICTIONARY_REGEX_H_
#define WEIR_DICTIONARY_REGEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace weir::dictionary {

inline constexpr size_t kLongestRegex = 512;   // characters, as written
inline constexpr size_t kDeepestRegex = 16;    // groups inside one another
inline constexpr uint32_t kMostRepeats = 100;  // the largest number in {n,m}
// Characters once {n,m} is written out, alternatives included: what automata grow with. 300 of any character compile in 50 ms.
inline constexpr uint64_t kMostPositions = 300;

struct Regex {
  std::string written;
  std::string compiled;                // for RE2 and Hyperscan, over folded UTF-8 (text/reading.h)
  uint32_t shortest = 0, longest = 0;  // characters of a match
  uint32_t positions = 0;              // characters once its repeats are written out
  uint32_t digits = 0;                 // ASCII digits that every match holds at least
  uint32_t cue_symbols = 0;            // plain symbols of the shortest cue; 0: none is known
  // A text without any of them (in the plain alphabet) has no match; empty: none is known.
  std::vector<std::string> cues;
};

// False with a sentence in *error: what was found at which character, and what to write.
bool ParseRegex(std::string_view written, Regex* out, std::string* error);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_REGEX_H_
