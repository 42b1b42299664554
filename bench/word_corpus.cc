#include "word_corpus.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <random>
#include <unordered_set>

#include "text/utf8.h"

namespace weir::bench {
namespace {

constexpr uint64_t kSeed = 20261125;
constexpr size_t kComments = 100000;
// Terms are of the words after these …
constexpr size_t kCommonWords = 180000;
// … but for so many that people use, which alone make nearly 2 % of the comments hit.
constexpr size_t kUsedTerms = 100, kUsedFrom = 5000, kUsedTo = 8000;
// Log-normal: the median is e^kMu, the mean e^(kMu + kSigma²/2), in characters.
constexpr double kMu = 2.197, kSigma = 0.83;
constexpr size_t kLongest = 400;

using Random = std::mt19937_64;

double Uniform(Random* random) { return static_cast<double>((*random)() >> 11) * 0x1p-53; }

// std's distributions differ between libraries; these do not.
double Normal(Random* random) {
  return std::sqrt(-2 * std::log(1 - Uniform(random))) * std::cos(2 * M_PI * Uniform(random));
}

struct Words {
  std::vector<std::string> words;    // the commonest first
  std::vector<uint64_t> cumulative;  // frequencies of the words up to each
};

// The Han words of the list that the library's own table is made of (WEIR_WORD_LIST): "word frequency …" a line.
Words ReadWords(const std::string& path) {
  std::vector<std::pair<uint64_t, std::string>> found;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t space = line.find(' ');
    const std::string word = line.substr(0, space);
    const bool han = !word.empty() && word.size() % 3 == 0 &&
                     std::ranges::all_of(text::ToUtf32(word), [](char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; });
    if (han && space != std::string::npos) found.emplace_back(std::stoull(line.substr(space + 1)), word);
  }
  std::ranges::sort(
      found, [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  Words words;
  uint64_t sum = 0;
  for (auto& [frequency, word] : found) {
    words.words.push_back(std::move(word));
    words.cumulative.push_back(sum += frequency);
  }
  return words;
}

const Words& Vocabulary() {
  static const Words words = ReadWords(WEIR_WORD_LIST);
  return words;
}

const std::string& DrawWord(Random* random) {
  const Words& all = Vocabulary();
  const auto at = static_cast<uint64_t>(Uniform(random) * static_cast<double>(all.cumulative.back()));
  const auto found = std::ranges::upper_bound(all.cumulative, at);
  return all.words[std::min(static_cast<size_t>(found - all.cumulative.begin()), all.words.size() - 1)];
}

std::string MakeComment(Random* random) {
  const double length = std::exp(kMu + kSigma * Normal(random));
  const size_t wanted = std::min<size_t>(kLongest, std::max<size_t>(1, static_cast<size_t>(std::lround(length))));
  std::string text;
  for (size_t characters = 0; characters < wanted;) {
    const std::string& word = DrawWord(random);
    text += word;
    characters += word.size() / 3;
  }
  return text;
}

}  // namespace

const Column& WordComments() {
  static const Column comments = [] {
    Column made;
    Random random(kSeed);
    made.offsets.push_back(0);
    for (size_t i = 0; i < kComments; ++i) {
      made.bytes += MakeComment(&random);
      made.offsets.push_back(static_cast<int32_t>(made.bytes.size()));
    }
    for (size_t i = 0; i < kComments; ++i) {
      const auto begin = static_cast<size_t>(made.offsets[i]), end = static_cast<size_t>(made.offsets[i + 1]);
      made.texts.push_back(std::string_view(made.bytes).substr(begin, end - begin));
    }
    return made;
  }();
  return comments;
}

std::vector<std::string> WordTerms(size_t n) {
  std::vector<std::string> terms;
  Random random(kSeed + 1);
  std::unordered_set<std::string> known;
  const std::vector<std::string>& words = Vocabulary().words;
  while (terms.size() < n) {
    const bool used = terms.size() < kUsedTerms;
    std::string term = words[used ? kUsedFrom + random() % (kUsedTo - kUsedFrom)
                                  : kCommonWords + random() % (words.size() - kCommonWords)];
    if (!used && Uniform(&random) < 0.8) term += DrawWord(&random).substr(0, 6);
    // Two rare characters meet by chance, between words; six are a term's most.
    const bool fits = term.size() >= (used ? 6 : 9) && term.size() <= 18;
    if (fits && known.insert(term).second) terms.push_back(term);
  }
  return terms;
}

}  // namespace weir::bench
