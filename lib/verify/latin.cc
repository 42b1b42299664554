#include "verify/latin.h"

#include <algorithm>
#include <array>

#include "verify/latin_walk.h"
#include "verify/latin_words.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::AtomMap;
using text::Kind;
using text::LeetMap;
using text::LeetUnit;

constexpr uint32_t kLongestGap = 16;  // as in gap.cc
constexpr size_t kFirmLetters = 4;    // from here on one doubled letter may be a slip or a disguise, not another word
constexpr size_t kShortensFrom = 5;   // … and one of a double may be missing
constexpr size_t kLongWord = 6;       // ee and oo make other words of short ones (step, steep)
constexpr size_t kLongestPiece = 8;

bool IsVowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

// ---- Signs and runs -----------------------------------------------------------------------------

struct Signs {
  uint32_t letters = 0, digits = 0, others = 0;
  uint32_t outside = 0;    // not in the doubled letter
  bool different = false;  // two different signs that are no digits

  // 455, A55 and 1337 are numbers; @$$ is not, and no number reads as a word of five letters (N166A).
  bool Suffice(size_t term) const {
    const bool number = digits > letters + others && !(term >= kShortensFrom && letters >= 2);
    return !number && (letters > 0 || different);
  }
};

Signs CountSigns(const AtomMap& map, const LeetMap& leet, const Tally& tally) {
  Signs signs;
  char32_t seen = 0;
  for (uint32_t i = tally.first; i <= tally.last; ++i) {
    const LeetUnit& unit = leet.units()[i];
    if (!unit.sign) {
      ++signs.letters;
      continue;
    }
    ++(unit.digit ? signs.digits : signs.others);
    signs.outside += tally.doubled == 0 || i < tally.doubled_first || i > tally.doubled_last;
    const char32_t source = map.atoms()[unit.atom].source;
    signs.different |= !unit.digit && seen != 0 && seen != source;
    if (!unit.digit) seen = source;
  }
  return signs;
}

// How English doubles a letter: rapping and latter (a consonant between vowels), need and good, hell and glass (at the end).
bool DoublesAsWordsDo(const LatinForm& form, size_t at) {
  const std::string& letters = form.letters;
  const char letter = letters[at];
  const bool last = at + 1 == letters.size();
  if (letter == 'e' || letter == 'o') return letters.size() < kLongWord;
  if (last) return std::string_view("lsfz").find(letter) != std::string_view::npos;
  return !IsVowel(letter) && at > 0 && IsVowel(letters[at - 1]) && (IsVowel(letters[at + 1]) || letters[at + 1] == 'y');
}

// Letters as they are read, for looking words up. Longer words than it holds are in no list.
struct Word {
  std::array<char, 12> text{};
  size_t size = 0;
  bool sign = false;    // a sign or star is among them
  bool letter = false;  // a real letter is

  void Add(const LeetUnit& unit) {
    if (size < text.size()) text[size] = unit.letter;
    ++size;
    sign |= unit.sign;
    letter |= !unit.sign;
  }
  std::string_view View() const { return {text.data(), std::min(size, text.size())}; }
  bool Fits() const { return size <= text.size(); }
};

bool IsSingledWord(const LeetMap& leet, const Tally& tally) {
  Word word;
  for (uint32_t i = tally.first; i <= tally.last; ++i) word.Add(leet.units()[i]);
  return word.Fits() && std::find(kSingledWords.begin(), kSingledWords.end(), word.View()) != kSingledWords.end();
}

bool RunsHold(const LatinForm& form, const LeetMap& leet, const Tally& tally, const Signs& signs, bool gaps) {
  const bool disguised = signs.outside + tally.stars + tally.swapped > 0;
  if (tally.shortened > 0 && (form.letters.size() < kShortensFrom || gaps)) return false;
  if (tally.shortened > 0 && !disguised && IsSingledWord(leet, tally)) return false;
  if (tally.swapped > 0 && form.letters.size() < kFirmLetters) return false;  // CVM is an abbreviation, FVCK is none
  if (gaps && (tally.doubled > 0 || tally.stretched) && form.letters.size() < kFirmLetters) return false;  // see, xxx
  if (tally.doubled == 0 || tally.stretched || tally.doubled >= 2) return true;
  if (form.letters.size() < kFirmLetters) return false;
  return disguised || !DoublesAsWordsDo(form, tally.doubled_at);
}

// ---- Borders ------------------------------------------------------------------------------------

class Surroundings {
 public:
  Surroundings(const AtomMap& map, const LeetMap& leet, const Tally& tally) : map_(map), leet_(leet), tally_(tally) {}

  // A letter right before; a digit before one that is read as a letter: the number goes on. With `apart`, also the word before
  // an apostrophe: it's hit.
  bool LetterBefore(bool apart) const {
    const LeetUnit& first = leet_.units()[tally_.first];
    const int64_t at = Visible(first.atom, -1);
    if (at < 0) return false;
    if (Continues(first, Atoms(at))) return true;
    return apart && Atoms(at).kind == Kind::kWord && IsLetterAt(Visible(at, -1));
  }

  // The same behind. Where `endings` is set the endings of words are let pass: wh0res, a$$es, w@nking.
  bool LetterBehind(bool apart, bool endings) const {
    const LeetUnit& last = leet_.units()[tally_.last];
    const int64_t at = Visible(last.atom, 1);
    if (at < 0) return false;
    if (Continues(last, Atoms(at))) return !(endings && IsEnding(Behind()));
    if (!apart || Atoms(at).kind != Kind::kWord) return false;
    const int64_t next = Visible(at, 1);
    return IsLetterAt(next) &&
           !(Atoms(next).folded == 's' && !IsLetterAt(Visible(next, 1)));  // 's is no part of a word
  }

  // Letters that stand together behind the hit.
  Word Behind() const {
    Word word;
    const auto& units = leet_.units();
    for (uint32_t i = tally_.last + 1; i < units.size(); ++i) {
      if (!word.Fits() || Visible(units[i - 1].atom, 1) != units[i].atom) break;
      word.Add(units[i]);
    }
    return word;
  }

  // For words in single letters: the hit is a part of a longer one. "I" and "a" before are words (I h a t e).
  bool InLongerSpelling() const {
    const int64_t before = Single(leet_.units()[tally_.first].atom, -1);
    if (before >= 0) {
      const char32_t letter = Atoms(before).folded;
      if ((letter != 'i' && letter != 'a') || Single(before, -1) >= 0) return true;
    }
    Word word;
    for (int64_t at = Single(leet_.units()[tally_.last].atom, 1); at >= 0 && word.size < 5; at = Single(at, 1)) {
      word.Add({static_cast<uint32_t>(at), static_cast<char>(Atoms(at).folded), 0, false, false});
    }
    if (word.size == 0) return false;
    const std::string_view spelt = word.View();
    return !(spelt == "a" || spelt == "i" || spelt == "u" || IsEnding(word));
  }

  static bool IsEnding(const Word& word) {
    static constexpr std::array<std::string_view, 18> kEndings = {"s",    "z",     "es",   "ed",    "er",   "ers",
                                                                  "in",   "ing",   "ings", "ty",    "hole", "holes",
                                                                  "head", "heads", "face", "faces", "off",  "bag"};
    return word.Fits() && std::find(kEndings.begin(), kEndings.end(), word.View()) != kEndings.end();
  }

 private:
  const Atom& Atoms(int64_t at) const { return map_.atoms()[static_cast<size_t>(at)]; }
  bool IsLetterAt(int64_t at) const { return at >= 0 && IsWordLetter(Atoms(at)); }

  // The visible neighbour of an atom, or -1.
  int64_t Visible(int64_t at, int step) const {
    for (at += step; at >= 0 && at < static_cast<int64_t>(map_.atoms().size()); at += step) {
      if (!Atoms(at).IsInvisible()) return at;
    }
    return -1;
  }

  static bool Continues(const LeetUnit& edge, const Atom& beside) {
    return IsWordLetter(beside) || (edge.digit && IsDigit(beside));
  }

  // The next letter from `at`, when it stands alone behind a few separators; else -1.
  int64_t Single(int64_t at, int step) const {
    int64_t next = Visible(at, step);
    for (uint32_t n = 0; n < kLongestGap && next >= 0 && !Atoms(next).IsLetter(); ++n) {
      if (Atoms(next).kind == Kind::kSentence || Atoms(next).kind == Kind::kNewline) return -1;
      next = Visible(next, step);
    }
    if (!IsLetterAt(next) || next == Visible(at, step)) return -1;
    const int64_t beyond = Visible(next, step);
    return beyond >= 0 && (Atoms(beyond).IsLetter() || Atoms(beyond).kind == Kind::kWord) ? -1 : next;
  }

  const AtomMap& map_;
  const LeetMap& leet_;
  const Tally& tally_;
};

// ---- Gaps ---------------------------------------------------------------------------------------

// The separators between two units.
struct Gap {
  uint32_t visible = 0;
  bool space = false, dot = false, mark = false, sentence = false, newline = false;
  uint64_t content = 0;

  void Add(const Atom& atom) {
    ++visible;
    space |= atom.kind == Kind::kSpace;
    dot |= atom.kind == Kind::kDot;
    mark |= atom.kind == Kind::kWord;
    sentence |= atom.kind == Kind::kSentence;
    newline |= atom.kind == Kind::kNewline;
    content = (content ^ atom.source) * 0x9E3779B97F4A7C15u;
  }
};

Gap GapBefore(const AtomMap& map, const LeetMap& leet, uint32_t unit) {
  Gap gap;
  for (uint32_t i = leet.units()[unit - 1].atom + 1; i < leet.units()[unit].atom; ++i) {
    if (!map.atoms()[i].IsInvisible()) gap.Add(map.atoms()[i]);
  }
  return gap;
}

// All gaps of a hit together.
struct Gaps {
  bool any = false;
  bool space = false, dot = false, mark = false, stop = false;  // stop: a sentence mark or line break
  bool alike = true;                                            // one and the same gap
  bool single = true;                                           // a gap between any two units
  bool long_one = false;
  uint64_t content = 0;

  void Add(const Gap& gap) {
    alike &= !any || gap.content == content;
    content = gap.content;
    any = true;
    space |= gap.space;
    dot |= gap.dot;
    mark |= gap.mark;
    stop |= gap.sentence || gap.newline || (gap.dot && gap.visible > 1);  // "end. Ass" ends a sentence
    long_one |= gap.visible > kLongestGap;
  }
};

Gaps GapsOf(const AtomMap& map, const LeetMap& leet, const Tally& tally) {
  Gaps gaps;
  for (uint32_t unit = tally.first + 1; unit <= tally.last; ++unit) {
    const Gap gap = GapBefore(map, leet, unit);
    if (gap.visible > 0 && tally.OwnsGapAfter(unit - 1)) continue;
    if (gap.visible > 0) gaps.Add(gap);
    gaps.single &= gap.visible > 0;
  }
  gaps.single &= gaps.any;
  return gaps;
}

// Is what stands between two gaps ordinary? A lone letter is beside a space (Model S), not beside a dot (s.hit).
bool IsOrdinaryPiece(const Word& piece, bool space) {
  if (piece.sign) return false;
  if (piece.size == 1) return space;
  return piece.size <= kLongestPiece && IsCommonWord(piece.View());
}

// Are all pieces of the hit ordinary words, or is one a number or price? The last is asked with the ending that follows, too.
bool PiecesAreOrdinary(const AtomMap& map, const LeetMap& leet, const Tally& tally, const Word& behind, bool space) {
  Word piece;
  bool words = true;
  for (uint32_t unit = tally.first; unit <= tally.last; ++unit) {
    if (unit > tally.first && GapBefore(map, leet, unit).visible > 0) {
      words &= IsOrdinaryPiece(piece, space);
      if (!piece.letter) return true;  // SH-17, as $5
      piece = {};
    }
    piece.Add(leet.units()[unit]);
  }
  if (!piece.letter) return true;
  if (!words) return false;
  if (IsOrdinaryPiece(piece, space)) return true;
  for (size_t i = 0; i < behind.size; ++i) piece.Add({0, behind.View()[i], 0, false, false});
  return behind.size > 0 && behind.size <= 5 && IsOrdinaryPiece(piece, space);
}

Outcome JudgeGaps(const AtomMap& map, const LeetMap& leet, const Tally& tally, const Gaps& gaps, bool boundary) {
  if (!gaps.any) return Outcome::kAccepted;
  const Surroundings around(map, leet, tally);
  if (gaps.long_one) return Outcome::kGapTooLong;
  if (gaps.stop && !(gaps.single && gaps.alike)) return Outcome::kSentenceInside;
  if (gaps.single) {
    const bool few = tally.last - tally.first < 3;  // "a s s", with one kind of gap: short words fall apart by chance
    if (few && !gaps.alike) return Outcome::kSpaceInWord;
    return around.InLongerSpelling() ? Outcome::kLetterBeside : Outcome::kAccepted;
  }
  if (!gaps.space && !gaps.dot && !gaps.mark) return Outcome::kAccepted;
  if (PiecesAreOrdinary(map, leet, tally, around.Behind(), gaps.space)) {
    return gaps.mark && !gaps.space ? Outcome::kMarkInWord : Outcome::kSpaceInWord;
  }
  const bool disguised = CountSigns(map, leet, tally).outside > 0;
  return gaps.mark && !gaps.space && boundary && !disguised ? Outcome::kMarkInWord : Outcome::kAccepted;
}

// ---- The verdict --------------------------------------------------------------------------------

uint16_t ViaOf(const AtomMap& map, const LatinForm& form, const Place& place, const Signs& signs, const Tally& tally,
               bool gaps) {
  uint16_t letters = 0;
  for (uint32_t i = place.first; i <= place.last; ++i) {
    if (map.atoms()[i].IsLetter()) letters |= map.atoms()[i].via;
  }
  letters = static_cast<uint16_t>(letters == form.via ? 0 : letters | form.via);  // as in verify.cc
  const bool signed_letters = signs.digits + signs.others + tally.swapped > 0;
  const bool runs = tally.stretched || tally.doubled > 0 || tally.shortened > 0;
  return static_cast<uint16_t>(letters | (signed_letters ? kLookalike : 0) | (runs ? kRepeat : 0) |
                               (gaps ? kSeparator : 0));
}

}  // namespace

LatinForm MakeLatinForm(std::string_view term, bool boundary) {
  AtomMap map;
  map.Build(term);
  LeetMap leet;
  leet.Build(map);
  LatinForm form;
  form.boundary = boundary;
  const auto& units = leet.units();
  const bool latin = std::all_of(units.begin(), units.end(), [](const LeetUnit& unit) { return unit.letter != 0; });
  if (!latin || units.size() < 3 || leet.symbols() < 2) return form;
  for (uint32_t i = 0; i < units.size(); ++i) {
    form.letters.push_back(units[i].letter);
    form.own_gap.push_back(i + 1 < units.size() && GapBefore(map, leet, i + 1).visible > 0 ? 1 : 0);
    form.via |= map.atoms()[units[i].atom].via;
  }
  return form;
}

Outcome CheckLatin(const AtomMap& map, const LeetMap& leet, uint32_t symbol, const LatinForm& form, Place* place,
                   uint16_t* via) {
  Tally tally;
  *place = {symbol, 0, 0, false};
  *via = 0;
  if (form.letters.empty() || !WalkLetters(map, leet, symbol, form, &tally)) return Outcome::kOtherCharacter;
  const Signs signs = CountSigns(map, leet, tally);
  const Gaps gaps = GapsOf(map, leet, tally);
  *place = {symbol, leet.units()[tally.first].atom, leet.units()[tally.last].atom,
            tally.stretched || tally.doubled > 0};
  *via = ViaOf(map, form, *place, signs, tally, gaps.any);
  if (!signs.Suffice(form.letters.size())) return Outcome::kOtherCharacter;
  if (!RunsHold(form, leet, tally, signs, gaps.any)) return Outcome::kRun;
  const Outcome judged = JudgeGaps(map, leet, tally, gaps, form.boundary);
  if (judged != Outcome::kAccepted) return judged;
  const bool disguised = (*via & (kLookalike | kRepeat | kSeparator)) != 0;
  if (!form.boundary && !gaps.any && tally.shortened == 0) return Outcome::kAccepted;
  const Surroundings around(map, leet, tally);
  const bool beside = around.LetterBefore(gaps.any) || around.LetterBehind(gaps.any, disguised);
  return beside ? Outcome::kLetterBeside : Outcome::kAccepted;
}

}  // namespace weir::verify
