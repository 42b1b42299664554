// Rules against ordinary language: terms that everyday words are, hold, or sound like.
//
//   大家 (weight 3)  → common-word       黄色 → inside-words: 金黄色 棕黄色, until each has an allow row
//   微信 with sound  → sound-of-word 卫星
//
// The words are those of text/words.h, a hash: longer words are found by asking for the term with each character before or behind it.
// Cost: about 20 µs for each term of two or three Han characters that can hold a comment by itself.
#include <algorithm>
#include <array>

#include "absl/container/flat_hash_set.h"
#include "dictionary/lint_notes.h"
#include "text/pairs.h"
#include "text/sound.h"
#include "text/utf8.h"
#include "text/words.h"

namespace weir::dictionary {
namespace {

// From this weight on a hit is held by itself (docs/dictionary.md); below it acts only with another.
constexpr float kHeldAlone = 3.0f;
// −ln(frequency) in quarters of a nat: a frequency of 600 in 60 million, the commonest words: 大家, 麻烦, 卫星.
constexpr uint8_t kEveryday = 46;
// From a frequency of 100 on, 36,000 words: 金黄色, not 处女座. Pairs inside rarer ones need not be ordinary (text/pairs.h).
constexpr uint8_t kCommon = 53;
constexpr size_t kManyWords = 2;
constexpr size_t kShownWords = 6;
constexpr char32_t kFirstHan = 0x4E00, kLastHan = 0x9FFF;

bool IsHan(const std::u32string& letters) {
  return std::ranges::all_of(letters, [](char32_t c) { return text::Info(c).kind == text::Kind::kHan; });
}

uint8_t CostOf(const std::u32string& word) { return text::WordCost(word.data(), word.size()); }

struct Character {
  char32_t folded;
  uint16_t symbol;
};

class WordLint {
 public:
  WordLint(std::span<const LintRow> rows, LintNotes* notes) : notes_(*notes) {
    for (const LintRow& row : rows) {
      if (row.term.role == Role::kAllow || row.term.role == Role::kRisk) known_.insert(row.letters);
    }
  }

  void Run(const LintRow& row) {
    const Term& term = row.term;
    // Wording for air (script) is ordinary wording on purpose; who removes a term means it.
    if (term.role != Role::kRisk || term.category == Category::kScript || term.remove || !IsHan(row.letters)) return;
    const size_t size = row.letters.size();
    if (size == 2 && (term.variants & kSound) != 0) Sounds(row);
    if (term.weight < kHeldAlone || size < 2 || size > text::kLongestWord) return;
    if (CostOf(row.letters) <= kEveryday) notes_.Add(Rule::kCommonWord, row, kTerm, {term.text, "3"});
    if (size < text::kLongestWord) Inside(row);
  }

 private:
  // What is looked through is made when the first row needs it: few files do.
  void MakeEdges() {
    if (!enders_.empty()) return;
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      if (text::WordCost(&c, 1) == text::kUnknownCost) continue;
      if (text::EndsSomeWord(c)) enders_.push_back({c, text::SymbolNumber(c)});
      if (text::BeginsSomeWord(c)) beginners_.push_back({c, text::SymbolNumber(c)});
    }
  }
  void MakeSounds() {
    if (!by_sound_.empty()) return;
    by_sound_.resize(text::SyllableCount());
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      for (const text::Syllable syllable : text::ReadingsOf(c)) by_sound_[syllable] += c;
    }
  }

  // Words one character longer that begin or end with the term: there the guard keeps still (verify/border.h). A word with a row of its
  // own, allowed or listed, has been thought of.
  void Inside(const LintRow& row) {
    MakeEdges();
    std::vector<std::pair<uint8_t, std::u32string>> words;
    const auto ask = [&](uint64_t hash, char32_t before, char32_t behind) {
      const uint8_t cost = text::WordCost(hash);
      if (cost > kCommon) return;
      std::u32string word = row.letters;
      if (before != 0) word.insert(word.begin(), before);
      if (behind != 0) word += behind;
      if (!known_.contains(word)) words.emplace_back(cost, std::move(word));
    };
    const auto steps = [&](uint64_t hash) {
      for (const char32_t c : row.letters) hash = text::HashStep(hash, c);
      return hash;
    };
    const uint64_t term = steps(text::kHashStart);
    // No common word has a pair inside that is not ordinary; the pairs are 128 KB of bits, the words 1 MB.
    const uint16_t first = text::SymbolNumber(row.letters.front()), last = text::SymbolNumber(row.letters.back());
    for (const Character& c : enders_) {
      if (text::OrdinaryPair(last, c.symbol)) ask(text::HashStep(term, c.folded), 0, c.folded);
    }
    for (const Character& c : beginners_) {
      if (text::OrdinaryPair(c.symbol, first)) ask(steps(text::HashStep(text::kHashStart, c.folded)), c.folded, 0);
    }
    if (words.size() < kManyWords) return;
    std::ranges::sort(words);
    std::string shown;
    for (size_t i = 0; i < std::min(words.size(), kShownWords); ++i)
      shown += (i == 0 ? "" : " ") + text::ToUtf8(words[i].second);
    notes_.Add(Rule::kInsideWords, row, kTerm, {row.term.text, std::to_string(words.size()), shown});
  }

  // The commonest other word with the same toneless syllables.
  void Sounds(const LintRow& row) {
    MakeSounds();
    uint8_t best = kEveryday + 1;
    std::u32string word;
    const auto alike = [&](char32_t c) {
      const auto readings = text::ReadingsOf(c);
      return readings.empty() ? std::u32string_view() : std::u32string_view(by_sound_[readings[0]]);
    };
    for (const char32_t a : alike(row.letters[0])) {
      for (const char32_t b : alike(row.letters[1])) {
        const std::u32string pair = {a, b};
        const uint8_t cost = CostOf(pair);
        if (cost >= best || pair == row.letters) continue;
        best = cost;
        word = pair;
      }
    }
    if (!word.empty()) notes_.Add(Rule::kSoundOfWord, row, kVariants, {row.term.text, text::ToUtf8(word)});
  }

  LintNotes& notes_;
  absl::flat_hash_set<std::u32string> known_;
  std::vector<Character> enders_, beginners_;  // of words
  std::vector<std::u32string> by_sound_;       // the characters read so, by syllable
};

}  // namespace

void LintWords(std::span<const LintRow> rows, LintNotes* notes) {
  WordLint lint(rows, notes);
  for (const LintRow& row : rows) lint.Run(row);
}

}  // namespace weir::dictionary
