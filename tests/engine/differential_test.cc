// Three opinions on every hit. Hyperscan and the textbook matcher must give the same verdicts, byte for byte, for random terms and
// texts; and where the documented meaning is simple (no runs, no separators) a naive reference that shares no code with the
// library's matching or verify judges both.
//
// 100,000 pairs of (terms, text) by default; WEIR_DIFFERENTIAL=N sets more (1,000,000 before a release).
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "engine_helpers.h"
#include "random_text.h"
#include "tests/table.h"
#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir {
namespace {

using tests::Random;

constexpr uint32_t kTextsASet = 100;  // compiling a set costs about as much as scanning so many texts

uint32_t Pairs() {
  const char* const wanted = std::getenv("WEIR_DIFFERENTIAL");
  return wanted == nullptr ? 100000 : static_cast<uint32_t>(std::strtoul(wanted, nullptr, 10));
}

// A pack of random entries: risk of two categories, attention and allow phrases, all flags; and ad-hoc terms.
EngineOptions RandomOptions(const std::vector<std::string>& alphabet, std::vector<std::string>* terms, Random& random) {
  EngineOptions options = tests::Bare({});
  if (random() % 4 == 0) options.detectors.reset();
  options.latin_boundary = random() % 2 == 0;
  std::string abuse, ads, asks;
  for (size_t i = 0, n = 1 + random() % 12; i < n; ++i) {
    std::string term = tests::TermOf(alphabet, random);
    term.erase(std::remove_if(term.begin(), term.end(), [](char c) { return c == '\n' || c == '\t'; }), term.end());
    if (term[0] == '#') continue;
    const uint32_t what = random() % 8;
    const std::string flags =
        std::vector<std::string>{"-", "-", "boundary=none", "gap=none", "boundary=none,gap=none"}[random() % 5];
    terms->push_back(term);
    if (what == 0) {
      abuse += term + "\t0\t-\tallow\town\tn\n";
    } else if (what == 1) {
      asks += term + "\t1\t-\t-\town\tn\n";
    } else if (what == 2) {
      options.terms.push_back(term);
    } else if (what == 3) {
      ads += term + "\t2.5\t-\t" + flags + "\town\tn\n";
    } else {
      abuse += term + "\t" + std::to_string(1 + random() % 4) + "\t-\t" + flags + "\town\tn\n";
    }
  }
  options.packs = {
      tests::MakePack("p", {{"zh/abuse.tsv", abuse}, {"zh/ads.tsv", ads}, {"zh/attention/question.tsv", asks}})};
  return options;
}

TEST(Differential, HyperscanAndTextbookAgree) {
  const uint32_t pairs = Pairs();
  Scratch one, other;
  size_t hits = 0;
  for (uint32_t seed = 0; seed < pairs / kTextsASet; ++seed) {
    Random random(seed);
    const auto& alphabet = tests::Pick(tests::Alphabets(), random);
    std::vector<std::string> terms;
    EngineOptions options = RandomOptions(alphabet, &terms, random);
    options.matcher = MatcherChoice::kHyperscan;
    const Engine hyperscan = tests::MustOpen(options);
    options.matcher = MatcherChoice::kTextbook;
    const Engine textbook = tests::MustOpen(options);
    const ScanOptions scan = {static_cast<Surface>(random() % kSurfaceCount), random() % 3 == 0};
    Verdict verdict;
    for (uint32_t i = 0; i < kTextsASet; ++i) {
      const std::string text = tests::TextOf(alphabet, terms, {random() % 4 != 0, random() % 8 == 0, 24}, random);
      hyperscan.Scan(text, one, &verdict, scan);
      hits += verdict.hits.size();
      ASSERT_EQ(tests::Json(verdict, text), tests::ScanToJson(textbook, text, other, scan))
          << "seed " << seed << ", text " << i << ": " << tests::Escape(text);
    }
  }
  printf("%u pairs, %zu hits\n", pairs, hits);
  EXPECT_GT(hits, pairs / 2u) << "too few hits to say anything";
}

// ---- The third opinion -----------------------------------------------------------------------------------------------------------

struct Letter {
  char32_t cp;
  uint32_t at;  // in code points of the text
};

// Only letters whose fold is plain: one code point, no separator.
std::vector<Letter> Letters(const std::string& text) {
  std::vector<Letter> letters;
  const std::u32string points = text::ToUtf32(text);
  for (uint32_t i = 0; i < points.size(); ++i) letters.push_back({text::Info(points[i])[0], i});
  return letters;
}

bool IsWord(char32_t cp) { return (cp >= 'a' && cp <= 'z') || (cp >= 0x430 && cp <= 0x44F); }
bool IsNumber(char32_t cp) { return cp >= '0' && cp <= '9'; }
bool Joined(char32_t a, char32_t b) { return (IsWord(a) && IsWord(b)) || (IsNumber(a) && IsNumber(b)); }

// docs/dictionary.md in its simplest case: a hit is a substring of the folded text; an edge of letters or digits needs a neighbour
// that is none. Returns "term@first-last" by code points.
std::set<std::string> Naive(const std::vector<std::string>& terms, const std::string& text, bool boundary) {
  std::set<std::string> hits;
  const std::vector<Letter> hay = Letters(text);
  for (const std::string& term : terms) {
    const std::vector<Letter> needle = Letters(term);
    for (size_t at = 0; at + needle.size() <= hay.size(); ++at) {
      const auto same = [](const Letter& a, const Letter& b) { return a.cp == b.cp; };
      if (!std::equal(needle.begin(), needle.end(), hay.begin() + static_cast<ptrdiff_t>(at), same)) continue;
      const size_t end = at + needle.size();
      if (boundary && at > 0 && Joined(hay[at - 1].cp, hay[at].cp)) continue;
      if (boundary && end < hay.size() && Joined(hay[end - 1].cp, hay[end].cp)) continue;
      hits.insert(term + "@" + std::to_string(at) + "-" + std::to_string(end));
    }
  }
  return hits;
}

// A random word in which no letter follows itself, so that runs play no part.
std::string RunFree(const std::vector<std::string>& alphabet, size_t longest, Random& random) {
  std::string word;
  char32_t last = 0;
  for (size_t i = 0, n = 1 + random() % longest; i < n; ++i) {
    const std::string& letter = tests::Pick(alphabet, random);
    const char32_t cp = text::Info(text::ToUtf32(letter)[0])[0];
    if (cp == last && !IsNumber(cp)) continue;
    word += letter;
    last = cp;
  }
  return word;
}

TEST(Differential, ANaiveReferenceAgreesInSimpleCases) {
  const std::vector<std::vector<std::string>> alphabets = {{"a", "b", "c", "Ａ", "é"}, {"傻", "逼", "大", "国", "國"},
                                                           {"1", "2", "３", "0"},      {"a", "1", "傻", "ю", "か", "B"},
                                                           {"か", "バ", "が"},         {"𠮷", "𠀀", "𠀁", "𡃁"}};
  Scratch scratch;
  Verdict verdict;
  size_t hits = 0;
  for (uint32_t seed = 0; seed < 400; ++seed) {
    Random random(seed);
    const auto& alphabet = tests::Pick(alphabets, random);
    std::set<std::string> distinct;
    for (size_t i = 0, n = 1 + random() % 8; i < n; ++i) distinct.insert(RunFree(alphabet, 4, random));
    EngineOptions options = tests::Bare({distinct.begin(), distinct.end()});
    options.latin_boundary = random() % 2 == 0;
    for (const MatcherChoice matcher : {MatcherChoice::kHyperscan, MatcherChoice::kTextbook}) {
      options.matcher = matcher;
      const Engine engine = tests::MustOpen(options);
      for (uint32_t i = 0; i < 50; ++i) {
        const std::string text = RunFree(alphabet, 20, random);
        engine.Scan(text, scratch, &verdict);
        std::set<std::string> found;
        for (const Hit& hit : verdict.hits)
          found.insert(std::string(hit.term) + "@" + std::to_string(hit.span_cp.begin) + "-" +
                       std::to_string(hit.span_cp.end));
        ASSERT_EQ(found.size(), verdict.hits.size()) << "a hit is reported twice";
        ASSERT_EQ(found, Naive(options.terms, text, options.latin_boundary))
            << "seed " << seed << ", text " << i << ": " << text << ", boundary " << options.latin_boundary;
        hits += found.size();
      }
    }
  }
  EXPECT_GT(hits, 10000u);
}

}  // namespace
}  // namespace weir
