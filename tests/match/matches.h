// Patterns and buffers as short strings: each letter is a symbol, '|' is the separator between texts.
#ifndef WEIR_TESTS_MATCH_MATCHES_H_
#define WEIR_TESTS_MATCH_MATCHES_H_

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "match/matcher.h"

namespace weir::match {

inline std::vector<uint16_t> Symbols(std::string_view letters) {
  std::vector<uint16_t> symbols;
  for (const char c : letters) symbols.push_back(c == '|' ? 0 : static_cast<uint16_t>(0x0101 * (c - 'a' + 1)));
  return symbols;
}

inline std::vector<Pattern> Patterns(const std::vector<std::string>& words) {
  std::vector<Pattern> patterns;
  for (uint32_t i = 0; i < words.size(); ++i) patterns.push_back({Symbols(words[i]), {i}});
  return patterns;
}

// The definition: pattern i ends before symbol e when the buffer's symbols before e are the pattern's.
inline std::vector<RawMatch> ByDefinition(const std::vector<Pattern>& patterns, const std::vector<uint16_t>& buffer) {
  std::vector<RawMatch> matches;
  for (uint32_t end = 0; end <= buffer.size(); ++end) {
    for (uint32_t i = 0; i < patterns.size(); ++i) {
      const auto& symbols = patterns[i].symbols;
      if (symbols.size() <= end &&
          std::equal(symbols.begin(), symbols.end(), buffer.begin() + static_cast<ptrdiff_t>(end - symbols.size())))
        matches.push_back({i, end});
    }
  }
  return matches;
}

inline std::vector<RawMatch> Sorted(std::vector<RawMatch> matches) {
  std::sort(matches.begin(), matches.end());
  return matches;
}

struct Fixed {
  std::vector<std::string> words;
  std::string buffer;
  size_t count;
};

// Shared by every matcher: nested, overlapping, doubled, at the edges, across the separator.
inline const std::vector<Fixed>& FixedCases() {
  static const std::vector<Fixed> cases = {
      {{"ab"}, "ab", 1},
      {{"ab"}, "", 0},
      {{"ab"}, "a|b", 0},
      {{"ab"}, "ab|ab", 2},
      {{"a", "ab", "abc"}, "abc", 3},
      {{"aa"}, "aaaa", 3},
      {{"abc", "bc", "c"}, "xabcx", 3},
      {{"ab", "ba"}, "ababa", 4},
      {{"abcd"}, "abc", 0},
      {{"ab", "cd"}, "|ab||cd|", 2},
      {{"x"}, "xxx|x", 4},
      {{"abcabd"}, "abcabcabd", 1},
  };
  return cases;
}

// A matcher against the definition on random small alphabets; returns a description of the first difference, or "".
template <typename Build>
std::string CompareRandom(const Build& build, uint32_t rounds) {
  for (uint32_t seed = 0; seed < rounds; ++seed) {
    std::mt19937 random(seed);
    const uint32_t alphabet = 2 + random() % 5;
    const auto word = [&](size_t longest, bool separators) {
      std::string letters(1 + random() % longest, 'a');
      for (char& c : letters) c = separators && random() % 9 == 0 ? '|' : static_cast<char>('a' + random() % alphabet);
      return letters;
    };
    std::vector<std::string> words;
    for (size_t i = 0, n = 1 + random() % 30; i < n; ++i) words.push_back(word(6, false));
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    const std::vector<Pattern> patterns = Patterns(words);
    const auto matcher = build(patterns);
    const auto workspace = matcher->NewWorkspace();
    for (int text = 0; text < 20; ++text) {
      const std::vector<uint16_t> buffer = Symbols(word(60, true));
      std::vector<RawMatch> found;
      const bool all = matcher->Scan(buffer, SIZE_MAX, workspace.get(), &found);
      const bool ordered = std::is_sorted(found.begin(), found.end(),
                                          [](const RawMatch& a, const RawMatch& b) { return a.end < b.end; });
      if (!all || !ordered || Sorted(found) != Sorted(ByDefinition(patterns, buffer))) {
        return "seed " + std::to_string(seed) + ", text " + std::to_string(text) + ": " + std::to_string(found.size()) +
               " matches";
      }
    }
  }
  return "";
}

}  // namespace weir::match

#endif  // WEIR_TESTS_MATCH_MATCHES_H_
