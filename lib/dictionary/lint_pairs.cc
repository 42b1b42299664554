// Rules of rows against one another: said twice, said and taken back, said for nothing.
//
//   加微 and 加Ｖ信 beside 加v信 → duplicate         加微信 3 below 加微 3 → subsumed, 加微信 4 is not
//   allow 防套现 without a term inside it → allow-nothing, unless a disguise that some term opts into stands in it
//
// Every substring of a row up to kLongestPart characters is asked for once, by hash: bounded by length, never by the number of rows.
#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "dictionary/folded.h"
#include "dictionary/lint_notes.h"
#include "dictionary/spelling.h"
#include "text/fold.h"
#include "text/words.h"

namespace weir::dictionary {
namespace {

// A longer row is not looked for inside others: nothing that long is a part of something.
constexpr size_t kLongestPart = 16;

// As score/score.cc: this much attention is reported.
constexpr float kEnoughAttention = 1.0f;
// A file of one row a hundred thousand times is compared with the first few of them.
constexpr size_t kMostTwins = 16;

// Where a term's hits count: a category of harm, a kind of attention, a topic by its number.
std::string MeaningOf(const Term& term) {
  switch (term.role) {
    case Role::kRisk:
      return absl::StrCat("r", static_cast<int>(term.category));
    case Role::kAttention:
      return absl::StrCat("a", static_cast<int>(term.kind));
    case Role::kTopic:
      return absl::StrCat("t", term.topic);
    case Role::kAllow:
      return "allow";
    case Role::kPart:  // of rule files, not of rows
    case Role::kCue:
      break;
  }
  return "";
}

uint64_t HashOf(std::u32string_view letters) {
  uint64_t hash = text::kHashStart;
  for (const char32_t c : letters) hash = text::HashStep(hash, c);
  return hash;
}

// Rows by their letters.
class Rows {
 public:
  explicit Rows(std::span<const LintRow> rows) {
    for (const LintRow& row : rows) {
      std::vector<const LintRow*>& same = by_letters_[HashOf(row.letters)];
      if (same.size() < kMostTwins) same.push_back(&row);
    }
  }
  // Calls act(row) for each row that reads as these letters.
  template <typename Act>
  void Each(std::u32string_view letters, uint64_t hash, Act&& act) const {
    const auto found = by_letters_.find(hash);
    if (found == by_letters_.end()) return;
    for (const LintRow* row : found->second) {
      if (row->letters == letters) act(*row);
    }
  }
  // … each proper part of `letters`: act(row, where it begins).
  template <typename Act>
  void EachPart(std::u32string_view letters, Act&& act) const {
    for (size_t begin = 0; begin < letters.size(); ++begin) {
      uint64_t hash = text::kHashStart;
      for (size_t size = 1; size <= kLongestPart && begin + size <= letters.size(); ++size) {
        hash = text::HashStep(hash, letters[begin + size - 1]);
        if (size < letters.size())
          Each(letters.substr(begin, size), hash, [&](const LintRow& row) { act(row, begin); });
      }
    }
  }

 private:
  absl::flat_hash_map<uint64_t, std::vector<const LintRow*>> by_letters_;
};

// What allow phrases may be for: every way some term may be written, as the symbols it is matched by.
class Spellings {
 public:
  void Add(std::span<const Term> terms) {
    std::vector<Spelling> spelled;
    for (size_t i = 0; i < terms.size(); ++i) {
      if (terms[i].role == Role::kAllow || terms[i].remove) continue;
      spelled.clear();
      Spell(terms[i], static_cast<uint32_t>(i), &spelled);
      for (const Spelling& one : spelled) {
        latin_ |= one.alphabet == Alphabet::kLatin;
        if (one.symbols.size() <= kLongestPart) known_.insert(HashOf(one.symbols));
        longest_ |= one.symbols.size() > kLongestPart;
      }
    }
  }

  // Surely nothing stands in the phrase; what is too long, or Latin that may be leet, is given the benefit of the doubt.
  bool HasNoneOf(const LintRow& phrase) const {
    std::vector<uint16_t> plain(text::MaxSymbols(phrase.term.text.size())), sound(plain.size());
    const text::Folded folded = text::Fold(phrase.term.text, plain.data(), sound.data());
    if (longest_ && folded.symbols > kLongestPart) return false;
    if (latin_ && (folded.bits & (text::kLatinBit | text::kDigitBit)) != 0) return false;
    plain.resize(folded.symbols);
    sound.resize(folded.sounds);
    std::vector<uint16_t> shaped(text::MaxSymbols(phrase.term.text.size()));
    shaped.resize(text::FoldSounds(phrase.term.text, true, shaped.data()));
    return !Holds(plain) && !Holds(sound) && !Holds(shaped) && !Holds(Shaped(phrase));
  }

 private:
  static uint64_t HashOf(std::span<const uint16_t> symbols) {
    uint64_t hash = text::kHashStart;
    for (const uint16_t symbol : symbols) hash = text::HashStep(hash, symbol);
    return hash;
  }
  // The plain symbols with each rare look-alike read as what it looks like.
  static std::vector<uint16_t> Shaped(const LintRow& phrase) {
    std::vector<uint16_t> out;
    for (const char32_t c : phrase.letters) {
      const uint16_t symbol = text::SymbolNumber(text::ShapeOf(c));
      if (out.empty() || out.back() != symbol) out.push_back(symbol);
    }
    return out;
  }
  bool Holds(std::span<const uint16_t> symbols) const {
    for (size_t begin = 0; begin < symbols.size(); ++begin) {
      uint64_t hash = text::kHashStart;
      for (size_t i = begin; i < symbols.size() && i < begin + kLongestPart; ++i) {
        hash = text::HashStep(hash, symbols[i]);
        if (known_.contains(hash)) return true;
      }
    }
    return false;
  }

  absl::flat_hash_set<uint64_t> known_;
  bool latin_ = false, longest_ = false;
};

class PairLint {
 public:
  PairLint(std::span<const LintRow> rows, LintNotes* notes) : all_(rows), rows_(rows), notes_(*notes) {
    for (const LintRow& row : rows) {
      if (row.term.role != Role::kAllow) continue;
      rows_.EachPart(row.letters, [this](const LintRow& part, size_t) { excused_.insert(&part); });
    }
  }

  void Run(std::span<const Pack> below) {
    for (const LintRow& row : all_) {
      Same(row);
      if (row.term.role != Role::kAllow && !row.term.remove) Subsumed(row);
    }
    Allows(below);
    Removals(below);
  }

 private:
  // Rows that read the same: the later of two tells of the earlier.
  void Same(const LintRow& row) {
    if (row.term.remove) return;
    const bool allow = row.term.role == Role::kAllow;
    const LintRow *twin = nullptr, *against = nullptr, *elsewhere = nullptr;
    rows_.Each(row.letters, HashOf(row.letters), [&](const LintRow& other) {
      if (&other == &row || other.term.remove) return;
      const bool other_allow = other.term.role == Role::kAllow;
      if (allow == other_allow) {
        const bool same = allow ? other.file == row.file : MeaningOf(other.term) == MeaningOf(row.term);
        if (same && &other < &row && twin == nullptr) twin = &other;
      } else if (other.file == row.file) {
        if (allow) against = &other;
      } else if (allow) {
        elsewhere = &other;
      }
    });
    if (twin != nullptr) notes_.Add(Rule::kDuplicate, row, kTerm, {row.term.text, notes_.PlaceOf(*twin)});
    if (against != nullptr) notes_.Add(Rule::kContradiction, row, kTerm, {row.term.text, notes_.PlaceOf(*against)});
    if (elsewhere != nullptr)
      notes_.Add(Rule::kAllowEverything, row, kTerm,
                 {row.term.text, absl::StrCat("\"", elsewhere->term.text, "\" (", notes_.PlaceOf(*elsewhere), ")")});
  }

  // Does the shorter one, by itself, do all that the longer one does? Only then is the longer one idle.
  static bool DoesAllOf(const Term& shorter, const Term& longer) {
    // A hint of attention that is not enough by itself adds up with others.
    const bool enough = shorter.role == Role::kRisk || shorter.weight >= kEnoughAttention;
    return enough && shorter.weight >= longer.weight && (longer.variants & ~shorter.variants) == 0 &&
           (shorter.gap || !longer.gap) && shorter.urgent >= longer.urgent &&
           shorter.sensitivity >= longer.sensitivity && shorter.suggest == longer.suggest && !shorter.until.IsSet() &&
           longer.under == shorter.under;
  }
  static bool IsWordLetter(char32_t c) {
    const text::Kind kind = text::Info(c).kind;
    return kind == text::Kind::kLatin || kind == text::Kind::kDigit || kind == text::Kind::kLetter;
  }
  // A Latin edge of the shorter one that the longer one's letters stand against is no hit there.
  static bool BorderedInside(const LintRow& shorter, const std::u32string& longer, size_t begin) {
    if (!shorter.term.boundary) return false;
    const size_t end = begin + shorter.letters.size();
    return (begin > 0 && IsWordLetter(longer[begin - 1]) && IsWordLetter(longer[begin])) ||
           (end < longer.size() && IsWordLetter(longer[end - 1]) && IsWordLetter(longer[end]));
  }

  // Surely hits wherever its letters stand: the word-border guard is not asked of it, and no allow phrase is about it.
  bool IsSure(const LintRow& row) const {
    constexpr size_t kLongestGuarded = 4;
    const bool guarded = row.term.role == Role::kRisk && row.term.border && row.letters.size() <= kLongestGuarded;
    return !guarded && !excused_.contains(&row);
  }

  void Subsumed(const LintRow& row) {
    // An editor is shown all of the phrase that is wrong.
    if (row.term.role == Role::kRisk && row.term.category == Category::kScript) return;
    const LintRow* found = nullptr;
    rows_.EachPart(row.letters, [&](const LintRow& part, size_t begin) {
      if (found == nullptr && part.file == row.file && !part.term.remove && part.term.role == row.term.role &&
          IsSure(part) && DoesAllOf(part.term, row.term) && !BorderedInside(part, row.letters, begin))
        found = &part;
    });
    if (found != nullptr)
      notes_.Add(Rule::kSubsumed, row, kTerm, {row.term.text, found->term.text, notes_.PlaceOf(*found)});
  }

  void Allows(std::span<const Pack> below) {
    if (std::ranges::none_of(all_, [](const LintRow& row) { return row.term.role == Role::kAllow; })) return;
    const bool rules = notes_.layer().has_rules || std::ranges::any_of(below, [](const Pack& pack) {
                         return !pack.patterns.empty() || !pack.composites.empty();
                       });
    Spellings spellings;
    std::vector<Term> own;
    for (const LintRow& row : all_) own.push_back(row.term);
    spellings.Add(own);
    for (const Pack& pack : below) spellings.Add(pack.terms);
    for (const LintRow& row : all_) {
      if (row.term.role != Role::kAllow || row.term.remove) continue;
      if (row.letters.size() == 1) {
        notes_.Add(Rule::kAllowEverything, row, kTerm, {row.term.text, absl::StrCat("\"", row.term.text, "\"")});
      } else if (!rules && spellings.HasNoneOf(row)) {
        notes_.Add(Rule::kAllowNothing, row, kTerm, {row.term.text});
      }
    }
  }

  static std::string RemovalKey(const Term& term, std::string_view topic, const std::u32string& letters) {
    std::string key =
        term.role == Role::kTopic ? absl::StrCat("t", absl::string_view(topic.data(), topic.size())) : MeaningOf(term);
    key += '\0';
    key.append(reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char32_t));
    return key;
  }

  void Removals(std::span<const Pack> below) {
    if (std::ranges::none_of(all_, [](const LintRow& row) { return row.term.remove; })) return;
    absl::flat_hash_set<std::string> known;
    text::AtomMap map;
    for (const Pack& pack : below) {
      for (const Term& term : pack.terms) {
        const std::string topic = term.role == Role::kTopic ? pack.topics[term.topic].name : "";
        if (!term.remove) known.insert(RemovalKey(term, topic, FoldLetters(term.text, &map)));
      }
    }
    for (const LintRow& row : all_) {
      if (!row.term.remove) continue;
      const std::string topic = row.term.role == Role::kTopic ? notes_.TopicName(row.term.topic) : "";
      if (!known.contains(RemovalKey(row.term, topic, row.letters)))
        notes_.Add(Rule::kRemoveNothing, row, kTerm, {row.term.text});
    }
  }

  const std::span<const LintRow> all_;
  const Rows rows_;
  absl::flat_hash_set<const LintRow*> excused_;  // parts of some allow phrase
  LintNotes& notes_;
};

}  // namespace

void LintPairs(std::span<const LintRow> rows, std::span<const Pack> below, LintNotes* notes) {
  PairLint(rows, notes).Run(below);
}

}  // namespace weir::dictionary
