#include "corpus.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <unordered_set>

#include "text/utf8.h"

namespace weir::bench {
namespace {

constexpr uint64_t kSeed = 20260518;
constexpr size_t kComments = 100000;
// Terms are of the words after these …
constexpr size_t kCommonWords = 180000;
// … but for so many that people use; they alone make nearly 2 % of the comments hit, however large the dictionary.
constexpr size_t kUsedTerms = 100, kUsedFrom = 5000, kUsedTo = 8000;
// Log-normal: the median is e^kMu, the mean e^(kMu + kSigma²/2).
constexpr double kMu = 2.197, kSigma = 0.83;
constexpr double kAsciiShare = 0.13;
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
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
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

void AppendAscii(Random* random, std::string* out) {
  static constexpr const char* kPieces[] = {"666", "10", "2026",  "ok",  "app", "12",  "VIP",
                                            "3",   "QQ", "hello", "50%", "1.5", "wifi"};
  *out += kPieces[(*random)() % std::size(kPieces)];
}

std::string MakeComment(Random* random) {
  const double length = std::exp(kMu + kSigma * Normal(random));
  const size_t wanted = std::min<size_t>(kLongest, std::max<size_t>(1, static_cast<size_t>(std::lround(length))));
  std::string text;
  size_t characters = 0;
  if (Uniform(random) < kAsciiShare) AppendAscii(random, &text), characters += 2;
  while (characters < wanted) {
    const std::string& word = DrawWord(random);
    text += word;
    characters += word.size() / 3;
    if (characters > 12 && Uniform(random) < 0.12) text += "，", ++characters;
  }
  return text;
}

void Index(Column* column) {
  for (size_t i = 0; i + 1 < column->offsets.size(); ++i) {
    const auto begin = static_cast<size_t>(column->offsets[i]), end = static_cast<size_t>(column->offsets[i + 1]);
    column->texts.push_back(std::string_view(column->bytes).substr(begin, end - begin));
  }
}

// The second cell of each row of a gzipped TSV; escapes are left as they are.
Column ReadChat(const std::string& path) {
  Column column;
  column.offsets.push_back(0);
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return column;
  std::string all;
  char buffer[1 << 16];
  for (int got; (got = gzread(file, buffer, sizeof buffer)) > 0;) all.append(buffer, static_cast<size_t>(got));
  gzclose(file);
  for (size_t at = all.find('\n') + 1; at < all.size();) {
    const size_t end = all.find('\n', at), tab = all.find('\t', at), next = all.find('\t', tab + 1);
    if (end == std::string::npos || next > end) break;
    column.bytes.append(all, tab + 1, next - tab - 1);
    column.offsets.push_back(static_cast<int32_t>(column.bytes.size()));
    at = end + 1;
  }
  Index(&column);
  return column;
}

}  // namespace

const Column& SyntheticComments() {
  static const Column comments = [] {
    Column made;
    Random random(kSeed + 1);
    made.offsets.push_back(0);
    for (size_t i = 0; i < kComments; ++i) {
      made.bytes += MakeComment(&random);
      made.offsets.push_back(static_cast<int32_t>(made.bytes.size()));
    }
    Index(&made);
    return made;
  }();
  return comments;
}

const std::vector<std::string>& Terms(size_t n) {
  static std::map<size_t, std::vector<std::string>> made;
  std::vector<std::string>& terms = made[n];
  Random random(kSeed + 2);
  std::unordered_set<std::string> known;
  while (terms.size() < n) {
    const bool used = terms.size() < kUsedTerms;
    // Three to six characters: a rare word, or two words. (Two rare characters meet by chance, between words.)
    const std::vector<std::string>& words = Vocabulary().words;
    std::string term = words[used ? kUsedFrom + random() % (kUsedTo - kUsedFrom)
                                  : kCommonWords + random() % (words.size() - kCommonWords)];
    if (!used && Uniform(&random) < 0.4) term += DrawWord(&random).substr(0, 6);
    if (term.size() >= (used ? 6 : 9) && term.size() <= 18 && known.insert(term).second) terms.push_back(term);
  }
  return terms;
}

const Column& LiveChat() {
  static const Column chat = [] {
    const char* shared = std::getenv("WEIR_SHARED");
    return ReadChat(std::string(shared == nullptr ? "../shared" : shared) + "/data/douyu_live.tsv.gz");
  }();
  return chat;
}

}  // namespace weir::bench
