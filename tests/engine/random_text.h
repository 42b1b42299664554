// Random terms and texts for property and differential tests: few letters, so that terms nest, overlap and repeat; disguises of all
// kinds; and, when asked for, bytes that are no text.
#ifndef WEIR_TESTS_ENGINE_RANDOM_TEXT_H_
#define WEIR_TESTS_ENGINE_RANDOM_TEXT_H_

#include <random>
#include <string>
#include <vector>

namespace weir::tests {

using Random = std::mt19937;

template <typename T>
const T& Pick(const std::vector<T>& from, Random& random) {
  return from[random() % from.size()];
}

// Small alphabets: Latin, digits, Han with traditional and variant forms, kana, astral letters that share symbols, mixes.
inline const std::vector<std::vector<std::string>>& Alphabets() {
  static const std::vector<std::vector<std::string>> alphabets = {
      {"a", "b"},
      {"a", "b", "c", "s", "A", "ｂ", "é", "𝐜", "а"},
      {"0", "1", "１", "①", "2"},
      {"傻", "逼", "大"},
      {"国", "國", "家", "里", "裏", "微", "信"},
      {"か", "が", "バ", "カ"},
      {"𠮷", "𠀀", "𠀁", "𡃁", "大"},
      {"傻", "逼", "s", "b", "1", "か", "𠮷", "ю"},
      {"㈱", "株", "ﬁ", "f", "i", "⑩", "1", "0", "ß", "s"},
  };
  return alphabets;
}

inline const std::vector<std::string>& Noise() {
  static const std::vector<std::string> noise = {" ",  " ",  "*",  "-",      "'",      ".",      "~~",
                                                 "，", "。", "\n", "\u200B", "\u0301", "\u3000", "😀",
                                                 "、", "…",  "_",  "\t",     "\u00AD"};
  return noise;
}

inline const std::vector<std::string>& Broken() {
  static const std::vector<std::string> broken = {"\xE5\x82",     "\xE5",
                                                  "\xFF",         "\x80",
                                                  "\xF0\x9F\x90", "\xED\xA0\x80",
                                                  "\xC0\xAF",     std::string(1, '\0'),
                                                  "\xEF\xBF\xBD", "\xF4\x90\x80\x80"};
  return broken;
}

inline std::string Word(const std::vector<std::string>& alphabet, size_t longest, Random& random) {
  std::string word;
  for (size_t i = 0, n = 1 + random() % longest; i < n; ++i) word += Pick(alphabet, random);
  return word;
}

// A term: mostly a word, sometimes with a separator or a run of its own.
inline std::string TermOf(const std::vector<std::string>& alphabet, Random& random) {
  std::string term = Word(alphabet, 4, random);
  if (random() % 8 == 0) term += Pick(Noise(), random) + Word(alphabet, 2, random);
  if (random() % 8 == 0) {
    const std::string& letter = Pick(alphabet, random);
    term += letter + letter;
  }
  return term;
}

struct TextOptions {
  bool noise = true;
  bool broken = false;
  size_t longest = 24;
};

// Letters, terms written plainly or apart or stretched, noise.
inline std::string TextOf(const std::vector<std::string>& alphabet, const std::vector<std::string>& terms,
                          const TextOptions& options, Random& random) {
  std::string text;
  for (size_t i = 0, n = random() % options.longest; i < n; ++i) {
    const uint32_t what = random() % 16;
    if (what < 3 && !terms.empty()) {
      text += Pick(terms, random);
    } else if (what < 6 && options.noise) {
      text += Pick(Noise(), random);
    } else if (what == 6) {
      const std::string& letter = Pick(alphabet, random);
      for (size_t k = 0, run = 1 + random() % 4; k < run; ++k) text += letter;
    } else if (what == 7 && options.broken) {
      text += Pick(Broken(), random);
    } else {
      text += Pick(alphabet, random);
    }
  }
  return text;
}

}  // namespace weir::tests

#endif  // WEIR_TESTS_ENGINE_RANDOM_TEXT_H_
