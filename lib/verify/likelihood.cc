#include "verify/likelihood.h"

#include <algorithm>
#include <array>

#include "text/pairs.h"
#include "text/words.h"

namespace weir::verify {
namespace {

using text::kLongestWord;

constexpr int kNever = 1 << 20;
// The term is read as a word of frequency 30 here, kTermCost is for 100: 4 · ln(100 / 30).
constexpr int kRarerTerm = 5;

// Three views as one row of characters; the middle one is [begin, end).
struct Line {
  std::u32string_view before, middle, after;

  size_t begin() const { return before.size(); }
  size_t end() const { return before.size() + middle.size(); }
  size_t size() const { return end() + after.size(); }
  char32_t operator[](size_t i) const {
    if (i < begin()) return before[i];
    return i < end() ? middle[i - begin()] : after[i - end()];
  }
};

// The cheapest row of words. With `term`, the middle may also stand as one word of any length.
int Segmentation(const Line& line, bool term) {
  // Of the first i characters at [i % 5]: no word reaches further back than four.
  std::array<int, kLongestWord + 1> cost;
  cost.fill(kNever);
  cost[0] = 0;
  int with_term = kNever;
  for (size_t i = 0;; ++i) {
    int here = cost[i % cost.size()];
    if (term && i == line.end()) here = std::min(here, with_term);
    if (i == line.size()) return here;
    if (term && i == line.begin()) with_term = here + text::kTermCost + kRarerTerm;
    cost[i % cost.size()] = kNever;  // from now on that of i + 5
    uint64_t hash = text::kHashStart;
    for (size_t to = i + 1; to <= std::min(line.size(), i + kLongestWord); ++to) {
      hash = text::HashStep(hash, line[to - 1]);
      uint8_t word = text::WordCost(hash);
      if (word == text::kNoWord) {
        if (to > i + 1) continue;
        word = text::kUnknownCost;
      }
      int& best = cost[to % cost.size()];
      best = std::min(best, here + word);
    }
  }
}

// −ln P of the middle and of what comes right behind it; a pair costs at most `most`, one inside the middle `inner_most`.
int Pairs(const Line& line, int most, int inner_most) {
  char32_t last = line.before.empty() ? text::kBorder : line.before.back();
  int sum = 0;
  for (size_t i = 0; i < line.middle.size(); ++i) {
    sum += std::min(text::PairCost(last, line.middle[i]), i == 0 ? most : inner_most);
    last = line.middle[i];
  }
  return sum + std::min(text::PairCost(last, line.after.empty() ? text::kBorder : line.after.front()), most);
}

bool IsWord(std::u32string_view text) {
  return text.size() >= 2 && text.size() <= kLongestWord && text::WordCost(text.data(), text.size()) != text::kNoWord;
}

}  // namespace

Odds Weigh(const Context& context, int needed) {
  const std::u32string_view before =
      context.before.substr(context.before.size() - std::min(context.before.size(), kContextSide));
  const std::u32string_view after = context.after.substr(0, kContextSide);
  const Line written{before, context.written, after}, read{before, context.read, after};
  const int free = Segmentation(written, false);
  Odds odds;
  odds.segmentation = (free - Segmentation(read, true)) / kSegmentationShare;
  odds.pairs = Pairs(written, kWrittenPairMost, kWrittenPairMost) - Pairs(read, kNever, kInnerPairMost);
  odds.word = IsWord(context.written) ? -kWordWritten : 0;
  odds.total = odds.segmentation + odds.pairs + odds.word;
  if (odds.total <= needed)
    return odds;  // three rows of their own cost no less than the cheapest row, so `cut` only lowers it
  odds.cut = free - Segmentation({{}, before, {}}, false) - Segmentation({{}, context.written, {}}, false) -
             Segmentation({{}, after, {}}, false);
  odds.total += odds.cut;
  return odds;
}

int NearCost(size_t syllables, int near) { return near * text::kStepsPerNat * (syllables <= 2 ? 3 : 1); }

int Threshold(size_t syllables, Prior prior) {
  // Listed, two syllables: 6.25 nats read nine disguises in ten at a precision of 0.98; three or more: 6.5 read 0.98 at 0.97.
  if (prior == Prior::kListed) return syllables <= 2 ? 25 : 26;
  // Meant: a little likelier than the writing. Lower, and 期中 is read as 其中; higher, and 煞笔 with nothing beside it is lost.
  return syllables <= 2 ? 8 : 10;
}

bool IsRead(const Odds& odds, size_t syllables, int near, Prior prior) {
  return syllables >= 2 && odds.total - NearCost(syllables, near) > Threshold(syllables, prior);
}

}  // namespace weir::verify
