#include "dictionary/regex.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/table.h"

namespace weir::dictionary {
namespace {

std::string Joined(const std::vector<std::string>& cues) {
  std::string out;
  for (const std::string& cue : cues) out += (out.empty() ? "" : ",") + cue;
  return out.empty() ? "-" : out;
}

TEST(ParseRegex, TheTable) {
  const std::vector<std::string> columns = {"regex",  "compiled", "shortest", "longest",
                                            "digits", "cues",     "error",    "note"};
  for (const tests::Row& row : tests::ReadTable("tests/dictionary/regex.tsv", columns)) {
    SCOPED_TRACE(row.place + ": " + row["regex"]);
    Regex regex;
    std::string error;
    const bool read = ParseRegex(row["regex"], &regex, &error);
    EXPECT_EQ(read, row["error"] == "-") << error;
    if (!read) {
      EXPECT_NE(error.find(row["error"]), std::string::npos) << error;
      continue;
    }
    if (row["compiled"] == "-") continue;
    EXPECT_EQ(regex.compiled, row["compiled"]);
    EXPECT_EQ(std::to_string(regex.shortest), row["shortest"]);
    EXPECT_EQ(std::to_string(regex.longest), row["longest"]);
    EXPECT_EQ(std::to_string(regex.digits), row["digits"]);
    EXPECT_EQ(Joined(regex.cues), row["cues"]);
  }
}

TEST(ParseRegex, HostileOnesEndSoon) {
  std::string alternatives = "a";
  for (int i = 0; i < 10000; ++i) alternatives += "|b" + std::to_string(i);
  for (const std::string& hostile :
       {alternatives, std::string(100000, '('), std::string(100000, '['), std::string("a") + std::string(500, '?'),
        "(" + std::string(255, '|') + ")", std::string(400, '.'), std::string("\xFF\xFE"), std::string("a\0b", 3)}) {
    Regex regex;
    std::string error;
    if (ParseRegex(hostile, &regex, &error)) continue;
    EXPECT_FALSE(error.empty()) << hostile.substr(0, 20);
  }
  Regex regex;
  std::string error;
  EXPECT_FALSE(ParseRegex(alternatives, &regex, &error));
  EXPECT_NE(error.find("1 to 512 characters"), std::string::npos) << error;
  std::string some = "a";
  for (int i = 100; i < 220; ++i) some += "|b" + std::to_string(i % 10);
  EXPECT_TRUE(ParseRegex(some, &regex, &error)) << error;  // 241 characters
}

// Whatever the characters, an answer: read and bounded, or refused with a word.
TEST(ParseRegex, AnyCharactersAreReadOrRefused) {
  const std::vector<std::string> pieces = {"a", "加", "[", "]",  "(", ")", "|", "{", "}", "1",    "2",
                                           ",", "?",  "*", "\\", "d", "^", "-", ".", "x", "\xFF", "b"};
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string written;
    for (uint32_t n = random() % 20; n > 0; --n) written += pieces[random() % pieces.size()];
    Regex regex;
    std::string error;
    if (ParseRegex(written, &regex, &error)) {
      ASSERT_LE(regex.positions, kMostPositions) << written;
      ASSERT_GT(regex.shortest, 0u) << written;
      ASSERT_LE(regex.shortest, regex.longest) << written;
    } else {
      ASSERT_FALSE(error.empty()) << "seed " << seed << ": " << written;
    }
  }
}

}  // namespace
}  // namespace weir::dictionary
