#include "dictionary/spelling.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "text/atoms.h"
#include "text/fold.h"
#include "text/leet.h"
#include "text/pinyin.h"
#include "text/splits.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

// A spelling by sound is at least this long: one syllable alone is in every other comment.
constexpr size_t kLeastSyllables = 2;
// Characters of a term up to which every subset is taken apart, and every order tried.
constexpr size_t kShortTerm = 3;
constexpr size_t kMostSplits = 2;  // of one character
// Choices of readings tried for one term, many of them alike.
constexpr size_t kMostTried = 4 * kMostSpellings;
// Nobody writes more syllables than this in one Latin word.
constexpr size_t kLongestCut = 8;

// Of the atoms [first, last] those that are letters, as folded.
std::u32string LettersBetween(const text::AtomMap& map, uint32_t first, uint32_t last) {
  std::u32string out;
  for (uint32_t i = first; i <= last; ++i) {
    if (map.atoms()[i].IsLetter()) out += map.atoms()[i].folded;
  }
  return out;
}

std::u32string Letters(std::string_view term) {
  text::AtomMap map;
  map.Build(term);
  return map.atoms().empty() ? U"" : LettersBetween(map, 0, static_cast<uint32_t>(map.atoms().size() - 1));
}

bool IsHan(char32_t folded) { return text::Info(folded).kind == text::Kind::kHan; }

// Collects the spellings of one term, each once.
class Speller {
 public:
  Speller(const Term& term, uint32_t index, std::vector<Spelling>* out)
      : term_(term), index_(index), letters_(Letters(term.text)), out_(out) {}

  void Run() {
    if (!AddPlain(term_.text, 0)) return;
    if (term_.variants & (kSound | kPinyinVariant | kEmojiVariant)) AddSounds();
    if (term_.variants & kSplitVariant) AddSplits();
    if (term_.variants & kShuffle) AddShuffles();
    if (term_.variants & kInitialsVariant) AddInitials();
    if (term_.variants & kLatin) AddLatin();
  }

 private:
  bool AddPlain(const std::string& text, uint16_t via) {
    std::vector<uint16_t> symbols = text::Fold(text);
    if (symbols.empty() || !known_.insert(symbols).second) return false;
    out_->push_back({index_, Alphabet::kPlain, via, text, std::move(symbols), {}});
    return true;
  }

  // ---- by sound
  // The units of the term itself; none when some letter has no place in the sound stream.
  std::vector<SoundUnit> Units() const {
    text::AtomMap map;
    map.Build(term_.text);
    map.BuildSounds();
    std::vector<SoundUnit> units;
    for (const text::Unit& unit : map.units()) {
      const text::Atom& atom = map.atoms()[unit.first];
      if (unit.kind == text::Unit::kPinyin) {
        units.push_back(LatinUnit(SoundUnit::kLatin, unit.syllable));
      } else if (unit.kind == text::Unit::kOther) {
        if (atom.kind != text::Kind::kLatin) return {};
        units.push_back({.kind = SoundUnit::kLetters, .symbol = text::kOtherSound});
        units.back().letters = LettersBetween(map, unit.first, unit.last);
      } else {
        units.push_back(CharacterUnit(SoundUnit::kCharacter, atom.folded));
      }
    }
    return units;
  }

  static SoundUnit LatinUnit(SoundUnit::Kind kind, text::Syllable syllable) {
    return {.kind = kind, .count = 1, .symbol = text::SoundSymbol(syllable), .readings = {syllable}};
  }
  static SoundUnit CharacterUnit(SoundUnit::Kind kind, char32_t c) {
    SoundUnit unit{.kind = kind, .symbol = text::kOtherSound, .cp = c};
    for (const text::Syllable syllable : text::ReadingsOf(c)) {
      if (unit.count < SoundUnit::kMostReadings) unit.readings[unit.count++] = syllable;
    }
    if (unit.count > 0) unit.symbol = text::SoundSymbol(unit.readings[0]);
    return unit;
  }

  void AddSound(std::vector<SoundUnit> units, uint16_t via, const std::string& text) {
    std::vector<uint16_t> symbols;
    symbols.reserve(units.size());
    for (const SoundUnit& unit : units) symbols.push_back(unit.symbol);
    symbols.erase(std::unique(symbols.begin(), symbols.end()), symbols.end());  // runs collapse, as in texts
    if (symbols.size() < kLeastSyllables && !term_.meant) return;  // 李丽丽 is one symbol, and in every other comment
    if (made_ >= kMostSpellings || !known_.insert(symbols).second) return;
    ++made_;
    out_->push_back({index_, Alphabet::kSound, via, text, std::move(symbols), std::move(units)});
  }

  // Every choice of readings, up to a number; those of one class are one.
  void AddReadings(std::vector<SoundUnit>* units, size_t at) {
    if (tried_ >= kMostTried) return;
    if (at == units->size()) {
      ++tried_;
      return AddSound(*units, 0, term_.text);
    }
    SoundUnit& unit = (*units)[at];
    if (unit.count == 0) return AddReadings(units, at + 1);
    for (uint8_t i = 0; i < unit.count; ++i) {
      unit.symbol = text::SoundSymbol(unit.readings[i]);
      AddReadings(units, at + 1);
    }
    unit.symbol = text::SoundSymbol(unit.readings[0]);
  }

  // Latin letters written together may be cut at other places than the term's characters: 西安 as xian, 翻案 as fa nan.
  void AddCuts(const std::vector<SoundUnit>& units) {
    if (units.size() > kLongestCut) return;
    for (size_t from = 0; from < units.size(); ++from) {
      std::string letters;
      for (size_t to = from + 1; to <= units.size() && units[to - 1].count > 0; ++to) {
        letters += text::SyllableName(units[to - 1].readings[0]);
        if (to - from > 1) AddCut(units, from, to, letters);
      }
    }
  }

  void AddCut(const std::vector<SoundUnit>& units, size_t from, size_t to, std::string_view letters) {
    constexpr size_t kMost = 16;
    std::array<text::Syllable, kMost> cut;
    const size_t count = text::CutPinyin(letters, cut.data(), kMost);
    if (count == 0) return;
    std::vector<SoundUnit> other(units.begin(), units.begin() + static_cast<ptrdiff_t>(from));
    for (size_t i = 0; i < count; ++i) other.push_back(LatinUnit(SoundUnit::kCut, cut[i]));
    other.insert(other.end(), units.begin() + static_cast<ptrdiff_t>(to), units.end());
    AddSound(std::move(other), 0, term_.text);
  }

  void AddSounds() {
    std::vector<SoundUnit> units = Units();
    if (units.size() < kLeastSyllables) return;
    made_ = tried_ = 0;
    AddReadings(&units, 0);
    if (term_.variants & kPinyinVariant) AddCuts(units);
    if (term_.variants & kSplitVariant) AddSplitSounds(units);
  }

  // One character taken apart, and the others by sound: 女表zi.
  void AddSplitSounds(const std::vector<SoundUnit>& units) {
    made_ = 0;
    for (size_t at = 0; at < units.size(); ++at) {
      if (units[at].kind != SoundUnit::kCharacter) continue;
      const std::vector<text::Split> splits = text::SplitsOf(units[at].cp);
      if (splits.empty() || splits.front().ordinary) continue;
      std::vector<SoundUnit> other(units.begin(), units.begin() + static_cast<ptrdiff_t>(at));
      for (const char32_t part : splits.front().parts) other.push_back(CharacterUnit(SoundUnit::kPart, part));
      other.insert(other.end(), units.begin() + static_cast<ptrdiff_t>(at) + 1, units.end());
      AddSound(std::move(other), kSplit, term_.text);
    }
  }

  // ---- by parts of characters
  void AddSplits() {
    const bool all_subsets = letters_.size() <= kShortTerm;
    made_ = 0;
    if (all_subsets) {
      AddSplitFrom(0, {}, false);
    } else {
      for (size_t at = 0; at < letters_.size(); ++at) {
        for (const text::Split& split : SplitsAt(at)) {
          if (!split.ordinary)
            AddMade(letters_.substr(0, at) + std::u32string(split.parts) + letters_.substr(at + 1), kSplit);
        }
      }
      AddWholeSplit();
    }
  }

  void AddWholeSplit() {
    std::u32string whole;
    bool telling = false;
    for (size_t at = 0; at < letters_.size(); ++at) {
      const auto splits = SplitsAt(at);
      whole += splits.empty() ? letters_.substr(at, 1) : std::u32string(splits.front().parts);
      telling = telling || (!splits.empty() && !splits.front().ordinary);
    }
    if (telling) AddMade(whole, kSplit);
  }

  std::vector<text::Split> SplitsAt(size_t at) const {
    std::vector<text::Split> splits = text::SplitsOf(letters_[at]);
    if (splits.size() > kMostSplits) splits.resize(kMostSplits);
    return splits;
  }

  // `telling`: some character is taken apart as nobody would write by chance (女子 for 好 is a woman).
  void AddSplitFrom(size_t at, const std::u32string& head, bool telling) {
    if (at == letters_.size()) {
      if (telling) AddMade(head, kSplit);
      return;
    }
    AddSplitFrom(at + 1, head + letters_[at], telling);
    for (const text::Split& split : SplitsAt(at))
      AddSplitFrom(at + 1, head + std::u32string(split.parts), telling || !split.ordinary);
  }

  void AddMade(const std::u32string& text, uint16_t via) {
    if (made_ < kMostSpellings && AddPlain(text::ToUtf8(text), via)) ++made_;
  }

  // ---- in another order: every order of a short term, else neighbours exchanged
  void AddShuffles() {
    made_ = 0;
    if (letters_.size() <= kShortTerm) {
      std::u32string order = letters_;
      std::sort(order.begin(), order.end());
      do {
        if (order != letters_) AddMade(order, kShuffled);
      } while (std::next_permutation(order.begin(), order.end()));
      return;
    }
    for (size_t at = 0; at + 1 < letters_.size(); ++at) {
      std::u32string order = letters_;
      std::swap(order[at], order[at + 1]);
      AddMade(order, kShuffled);
    }
  }

  // ---- by initials: all of them, or one character of a short term
  void AddInitials() {
    std::u32string initials;
    for (const char32_t c : letters_) {
      const auto readings = text::ReadingsOf(c);
      if (readings.empty() || !IsHan(c)) return;
      initials += static_cast<char32_t>(text::SyllableName(readings[0])[0]);
    }
    if (initials.size() < kLeastSyllables) return;
    made_ = 0;
    AddMade(initials, kInitials);
    if (letters_.size() > kShortTerm) return;
    for (size_t at = 0; at < letters_.size(); ++at) {
      std::u32string mixed = letters_;
      mixed[at] = initials[at];
      AddMade(mixed, kInitials);
    }
  }

  void AddLatin() {
    for (std::vector<uint16_t>& symbols : text::LeetPatterns(term_.text)) {
      if (!symbols.empty() && known_.insert(symbols).second)
        out_->push_back({index_, Alphabet::kLatin, 0, term_.text, std::move(symbols), {}});
    }
  }

  const Term& term_;
  const uint32_t index_;
  const std::u32string letters_;
  std::vector<Spelling>* const out_;
  std::set<std::vector<uint16_t>> known_;
  size_t made_ = 0;   // by the kind of disguise at work
  size_t tried_ = 0;  // choices of readings
};

}  // namespace

void Spell(const Term& term, uint32_t index, std::vector<Spelling>* out) { Speller(term, index, out).Run(); }

std::vector<Spelling> SpellAll(std::span<const Term> terms) {
  std::vector<Spelling> out;
  for (uint32_t i = 0; i < terms.size(); ++i) Spell(terms[i], i, &out);
  return out;
}

}  // namespace weir::dictionary
