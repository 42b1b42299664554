// Rules against ordinary language: terms that everyday words are, hold, or sound like.
//
//   大家 (weight 3)  → common-word       处女 → inside-words: 处女座 处女作 …, until each has an allow row
//   微信 with sound  → sound-of-word 卫星
//
// The words are those of text/words.h, a hash: longer words are found by asking for the term with each character before or behind it.
// Cost: about 40 µs for each term of two or three Han characters that can hold a comment by itself.
#include <algorithm>
#include <array>

#include "absl/container/flat_hash_set.h"
#include "dictionary/lint_notes.h"
#include "text/sound.h"
#include "text/utf8.h"
#include "text/words.h"

namespace weir::dictionary {
namespace {

// From this weight on a hit is held by itself (docs/dictionary.md); below it acts only with another.
constexpr float kHeldAlone = 3.0f;
// −ln(frequency) in quarters of a nat. The four thousand commonest words: 大家, 麻烦, 卫星, not 毒品.
constexpr uint8_t kEveryday = 46;
// The twenty thousand commonest: 处女座, 大麻烦.
constexpr uint8_t kCommon = 58;
constexpr size_t kManyWords = 2;
constexpr size_t kShownWords = 6;
constexpr char32_t kFirstHan = 0x4E00, kLastHan = 0x9FFF;

bool IsHan(const std::u32string& letters) {
  return std::ranges::all_of(letters, [](char32_t c) { return text::Info(c).kind == text::Kind::kHan; });
}

uint8_t CostOf(const std::u32string& word) { return text::WordCost(word.data(), word.size()); }

class WordLint {
 public:
  WordLint(std::span<const LintRow> rows, LintNotes* notes) : notes_(*notes) {
    for (const LintRow& row : rows) {
      if (row.term.role == Role::kAllow || row.term.role == Role::kRisk) known_.insert(row.letters);
    }
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      if (text::WordCost(&c, 1) == text::kUnknownCost) continue;
      if (text::EndsSomeWord(c)) enders_ += c;
      if (text::BeginsSomeWord(c)) beginners_ += c;
    }
    for (char32_t c = kFirstHan; c <= kLastHan; ++c) {
      for (const text::Syllable syllable : text::ReadingsOf(c)) {
        if (syllable >= by_sound_.size()) by_sound_.resize(syllable + 1);
        by_sound_[syllable] += c;
      }
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
  // Words one character longer that begin or end with the term: there the guard keeps still (verify/border.h). A word with a row of its
  // own, allowed or listed, has been thought of.
  void Inside(const LintRow& row) {
    std::vector<std::pair<uint8_t, std::u32string>> words;
    const auto ask = [&](std::u32string word) {
      const uint8_t cost = CostOf(word);
      if (cost <= kCommon && !known_.contains(word)) words.emplace_back(cost, std::move(word));
    };
    for (const char32_t c : enders_) ask(row.letters + c);
    for (const char32_t c : beginners_) ask(c + row.letters);
    if (words.size() < kManyWords) return;
    std::ranges::sort(words);
    std::string shown;
    for (size_t i = 0; i < std::min(words.size(), kShownWords); ++i)
      shown += (i == 0 ? "" : " ") + text::ToUtf8(words[i].second);
    notes_.Add(Rule::kInsideWords, row, kTerm, {row.term.text, std::to_string(words.size()), shown});
  }

  // The commonest other word with the same toneless syllables.
  void Sounds(const LintRow& row) {
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
  std::u32string enders_, beginners_;
  std::vector<std::u32string> by_sound_;  // the characters read so, by syllable
};

}  // namespace

void LintWords(std::span<const LintRow> rows, LintNotes* notes) {
  WordLint lint(rows, notes);
  for (const LintRow& row : rows) lint.Run(row);
}

}  // namespace weir::dictionary
