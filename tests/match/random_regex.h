// Random regexes of the bounded kind, and texts that they have a chance in.
#ifndef WEIR_TESTS_MATCH_RANDOM_REGEX_H_
#define WEIR_TESTS_MATCH_RANDOM_REGEX_H_

#include <random>
#include <string>
#include <vector>

namespace weir::tests {

inline std::string RandomRegex(std::mt19937& random, int depth = 2) {
  static const std::vector<std::string> kAtoms = {"加", "微",  "信",     "v",    "a",   "b",   "1", "2",
                                                  ".",  "\\d", "[ab微]", "[^a]", "\\b", "\\w", "-"};
  static const std::vector<std::string> kMarks = {"", "", "", "", "?", "{2}", "{0,3}", "{1,2}", "??"};
  std::string out;
  for (uint32_t parts = 1 + random() % 4; parts > 0; --parts) {
    if (depth > 0 && random() % 4 == 0) {
      out += "(" + RandomRegex(random, depth - 1) + "|" + RandomRegex(random, depth - 1) + ")" +
             kMarks[random() % kMarks.size()];
      continue;
    }
    const std::string& atom = kAtoms[random() % kAtoms.size()];
    out += atom + (atom == "\\b" ? "" : kMarks[random() % kMarks.size()]);
  }
  return out;
}

// With `wild`, in forms that fold to the same.
inline std::string RandomRuleText(std::mt19937& random, bool wild) {
  static const std::vector<std::string> kPlain = {"加", "微", "信", "v", "a",  "b", "1",
                                                  "2",  "-",  "，", " ", "的", "\n"};
  static const std::vector<std::string> kWild = {"Ｖ",       "Ａ", "B",  "①",    "１", "\u200B",
                                                 "微\u0336", "é",  "　", "\xFF", "⑩",  "＊"};
  std::string out;
  for (uint32_t n = random() % 30; n > 0; --n) {
    const bool odd = wild && random() % 4 == 0;
    out += odd ? kWild[random() % kWild.size()] : kPlain[random() % kPlain.size()];
  }
  return out;
}

}  // namespace weir::tests

#endif  // WEIR_TESTS_MATCH_RANDOM_REGEX_H_
