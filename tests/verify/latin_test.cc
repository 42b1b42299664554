#include "verify/latin.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "case.h"
#include "verify/latin_words.h"

namespace weir::verify {
namespace {

// A term and a text, read through the leet alphabet as the engine does: every pattern of the term wherever it stands.
struct LatinCase {
  LatinForm form;
  text::AtomMap map;
  text::LeetMap leet;
  std::string text;

  struct Read {
    Outcome outcome;
    Place place;
    uint16_t via;
  };
  std::vector<Read> reads;

  LatinCase(const std::string& term, const std::string& the_text, bool boundary)
      : form(MakeLatinForm(term, boundary)), text(the_text) {
    map.Build(text);
    leet.Build(map);
    const std::vector<uint16_t> hay = text::FoldLeet(text);
    for (const auto& needle : text::LeetPatterns(term)) {
      for (auto at = hay.begin(); (at = std::search(at, hay.end(), needle.begin(), needle.end())) != hay.end(); ++at) {
        Read read{};
        read.outcome = CheckLatin(map, leet, static_cast<uint32_t>(at - hay.begin()), form, &read.place, &read.via);
        reads.push_back(read);
      }
    }
  }

  // The first accepted reading, else the first of all; null where no pattern stands.
  const Read* Best() const {
    const auto hit =
        std::find_if(reads.begin(), reads.end(), [](const Read& read) { return read.outcome == Outcome::kAccepted; });
    if (hit != reads.end()) return &*hit;
    return reads.empty() ? nullptr : &reads.front();
  }

  bool IsInRun(uint32_t atom, uint32_t symbol) const {
    for (uint32_t i = leet.RunBegin(symbol); i < leet.RunBegin(symbol + 1); ++i) {
      if (leet.units()[i].atom == atom) return true;
    }
    return false;
  }

  std::string Under(const Place& place) const {
    const text::Atom &first = map.atoms()[place.first], &last = map.atoms()[place.last];
    return text.substr(first.begin, last.end - first.begin);
  }
};

std::string ViaLetters(uint16_t via) {
  std::string out;
  if (via & kLookalike) out += 'l';
  if (via & kRepeat) out += 'r';
  if (via & kSeparator) out += 's';
  return out.empty() ? "-" : out;
}

TEST(CheckLatin, Table) {
  for (const tests::Row& row :
       tests::ReadTable("tests/verify/latin.tsv", {"term", "text", "boundary", "expect", "under", "via", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const LatinCase c(row["term"], row["text"], row["boundary"] == "yes");
    const LatinCase::Read* read = c.Best();
    EXPECT_EQ(read == nullptr ? "none" : OutcomeName(read->outcome), row["expect"]);
    const bool hit = read != nullptr && read->outcome == Outcome::kAccepted;
    EXPECT_EQ(hit ? c.Under(read->place) : "-", row["under"]);
    EXPECT_EQ(hit ? ViaLetters(read->via) : "-", row["via"]);
  }
}

// Whatever the text: places lie inside it, in order, and begin in the run of their first symbol.
TEST(CheckLatin, RandomTextsGiveSoundPlaces) {
  static const std::vector<std::string> kParts = {"s", "h", "i", "t", "a", "5", "1", "$",
                                                  "!", "*", " ", ".", "-", "@", "微"};
  int hits = 0;
  for (uint32_t seed = 0; seed < 100000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (size_t n = random() % 12; n > 0; --n) text += kParts[random() % kParts.size()];
    const LatinCase c(seed % 2 == 0 ? "shit" : "ass", text, seed % 3 == 0);
    for (const LatinCase::Read& read : c.reads) {
      if (read.outcome != Outcome::kAccepted) continue;
      ++hits;
      ASSERT_LT(read.place.first, read.place.last) << "seed " << seed << ": " << text;
      ASSERT_LT(read.place.last, c.map.atoms().size()) << "seed " << seed << ": " << text;
      ASSERT_TRUE(c.IsInRun(read.place.first, read.place.symbol)) << "seed " << seed << ": " << text;
    }
  }
  EXPECT_GT(hits, 100);
}

TEST(CheckLatin, SentencesOfCommonWordsAreNoHits) {
  const std::vector<std::string> terms = {"ass",  "shit", "penis", "anus",  "hell",
                                          "slut", "tits", "cock",  "whore", "rape"};
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int n = 0; n < 8; ++n) {
      size_t at = random() % (kCommonWords.size() - 1);
      at = kCommonWords.rfind(' ', at) + 1;
      const std::string_view word = kCommonWords.substr(at, kCommonWords.find(' ', at) - at);
      if (std::find(terms.begin(), terms.end(), word) != terms.end()) continue;
      text += std::string(word) + " ";
    }
    for (const std::string& term : terms) {
      const LatinCase c(term, text, true);
      for (const LatinCase::Read& read : c.reads)
        ASSERT_NE(read.outcome, Outcome::kAccepted) << "seed " << seed << ": " << term << " in " << text;
    }
  }
}

TEST(MakeLatinForm, OfTerms) {
  const LatinForm form = MakeLatinForm("Ball sack", true);
  EXPECT_EQ(form.letters, "ballsack");
  EXPECT_EQ(form.own_gap, std::string({0, 0, 0, 1, 0, 0, 0, 0}));
  EXPECT_TRUE(MakeLatinForm("傻逼", true).letters.empty());
  EXPECT_TRUE(MakeLatinForm("ab", true).letters.empty());
}

TEST(CommonWords, AreFoundWhole) {
  EXPECT_TRUE(IsCommonWord("pen"));
  EXPECT_TRUE(IsCommonWord("able"));
  EXPECT_TRUE(IsCommonWord("zip"));
  for (const char* word : {"", "fu", "en is", "pe", "sack", "abovement"}) EXPECT_FALSE(IsCommonWord(word)) << word;
}

}  // namespace
}  // namespace weir::verify
