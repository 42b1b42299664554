#include "corpus.h"

#include <zlib.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <random>
#include <unordered_set>

namespace weir::bench {
namespace {

constexpr uint64_t kSeed = 20260518;
constexpr size_t kComments = 100000, kCharacters = 6000, kWords = 300000;
// The rarest four fifths of the words make this share of running text: so chosen that hits grow with the dictionary as they did
// when terms and text were drawn from real words (1.8 / 2.1 / 2.6 % of comments at 1,000 / 10,000 / 100,000 terms).
constexpr size_t kCommonWords = 60000;
constexpr double kRareShare = 0.004;
// This many terms are words people use; they alone make nearly 2 % of the comments hit, however large the dictionary.
constexpr size_t kUsedTerms = 100;
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

// A rank below n with probability near 1/(rank + shift).
size_t Zipf(size_t n, double shift, Random* random) {
  const double span = std::log((static_cast<double>(n) + shift) / shift);
  const double rank = shift * (std::exp(Uniform(random) * span) - 1);
  return std::min(static_cast<size_t>(rank), n - 1);
}

size_t DrawWord(Random* random) {
  if (Uniform(random) < kRareShare) return kCommonWords + (*random)() % (kWords - kCommonWords);
  return Zipf(kCommonWords, 30, random);
}

void AppendHan(size_t rank, std::string* out) {
  const uint32_t cp =
      0x4E00 + static_cast<uint32_t>(rank * 7919 % 20902);  // frequent characters stand all over the block
  out->push_back(static_cast<char>(0xE0 | cp >> 12));
  out->push_back(static_cast<char>(0x80 | (cp >> 6 & 0x3F)));
  out->push_back(static_cast<char>(0x80 | (cp & 0x3F)));
}

const std::vector<std::string>& Vocabulary() {
  static const std::vector<std::string> words = [] {
    std::vector<std::string> made(kWords);
    Random random(kSeed);
    for (size_t i = 0; i < kWords; ++i) {
      const double u = Uniform(&random);
      const size_t length = i < 3000           ? (u < 0.5 ? 1 : 2)
                            : i < kCommonWords ? (u < 0.6   ? 2
                                                  : u < 0.8 ? 3
                                                            : 4)
                            : u < 0.012        ? 2
                            : u < 0.4          ? 3
                                               : 4;
      for (size_t k = 0; k < length; ++k) AppendHan(Zipf(kCharacters, 200, &random), &made[i]);
    }
    return made;
  }();
  return words;
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
    const std::string& word = Vocabulary()[DrawWord(random)];
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
    // Two to six characters: a rare word, or two words.
    std::string term = Vocabulary()[used ? 3000 + random() % 3000 : kCommonWords + random() % (kWords - kCommonWords)];
    if (!used && Uniform(&random) < 0.4) term += Vocabulary()[Zipf(kWords, 200, &random)].substr(0, 6);
    if (term.size() >= 6 && known.insert(term).second) terms.push_back(term);
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
