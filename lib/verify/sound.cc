#include "verify/sound.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/sound.h"

namespace weir::verify {
namespace {

using dictionary::SoundUnit;
using text::AtomMap;
using text::Unit;

// As in gap.cc: more than this between two characters is another line of thought.
constexpr uint32_t kLongestGap = 16;

// How a unit of the text agrees with the term's.
enum class Agreement : uint8_t { kNone, kSame, kShape, kExact, kNear };

Agreement CompareSyllable(text::Syllable syllable, const SoundUnit& want) {
  Agreement best = Agreement::kNone;
  for (uint8_t i = 0; i < want.count; ++i) {
    if (syllable == want.readings[i]) return Agreement::kExact;
    if (text::SameClass(syllable, want.readings[i])) best = Agreement::kNear;
  }
  return best;
}

bool HasLetters(const AtomMap& map, const Unit& unit, std::u32string_view letters) {
  size_t at = 0;
  for (uint32_t i = unit.first; i <= unit.last; ++i) {
    if (!map.atoms()[i].IsLetter()) continue;
    if (at == letters.size() || map.atoms()[i].folded != letters[at++]) return false;
  }
  return at == letters.size();
}

// What the term writes in letters stays in letters: 去试吧 is nobody's 去si吧.
Agreement CompareLatin(const Unit& unit, const SoundUnit& want) {
  if (want.kind == SoundUnit::kPart) return Agreement::kNone;
  const Agreement agreement = CompareSyllable(unit.syllable, want);
  if (want.kind != SoundUnit::kLatin) return agreement;
  return agreement == Agreement::kExact ? Agreement::kSame : Agreement::kNone;
}

Agreement Compare(const AtomMap& map, const Unit& unit, const SoundUnit& want, bool shapes) {
  if (want.kind == SoundUnit::kLetters)
    return HasLetters(map, unit, want.letters) ? Agreement::kSame : Agreement::kNone;
  if (unit.kind == Unit::kPinyin) return CompareLatin(unit, want);
  if (want.kind == SoundUnit::kCut || want.kind == SoundUnit::kLatin) return Agreement::kNone;
  const char32_t c = map.atoms()[unit.first].folded;
  if (c == want.cp) return Agreement::kSame;
  if (want.kind == SoundUnit::kPart) return Agreement::kNone;
  if (shapes && text::ShapeOf(c) == text::ShapeOf(want.cp)) return Agreement::kShape;
  Agreement best = Agreement::kNone;
  for (const text::Syllable syllable : text::ReadingsOf(c)) {
    const Agreement one = CompareSyllable(syllable, want);
    if (one == Agreement::kExact) return one;
    if (one == Agreement::kNear) best = one;
  }
  return best;
}

// Units [from, to) of the text all have one source character: 煞煞煞 is a stretch, 是事实 is not.
bool OneCharacter(const AtomMap& map, uint32_t from, uint32_t to) {
  for (uint32_t i = from + 1; i < to; ++i) {
    if (map.atoms()[map.units()[i].first].folded != map.atoms()[map.units()[from].first].folded) return false;
  }
  return true;
}

// The units of one run that the term's run stands on: the last ones of the first run, the first ones of the last.
bool ChooseUnits(const AtomMap& map, uint32_t symbol, const Form& form, size_t run, uint32_t* from) {
  const uint32_t begin = map.SoundRunBegin(symbol + run), end = map.SoundRunBegin(symbol + run + 1);
  const uint32_t need = form.runs[run].count, have = end - begin;
  if (have < need) return false;
  const bool inside = run > 0 && run + 1 < form.runs.size();
  if (inside && have != need && !OneCharacter(map, begin, end)) return false;
  *from = run == 0 && form.runs.size() > 1 ? end - need : begin;
  return true;
}

uint16_t VariantOf(const Unit& unit, Agreement agreement) {
  if (agreement == Agreement::kShape) return dictionary::kShape;
  if (unit.kind == Unit::kPinyin) return dictionary::kPinyinVariant;
  return unit.kind == Unit::kEmoji ? dictionary::kEmojiVariant : dictionary::kSound;
}

uint16_t ViaOf(uint16_t variant) {
  switch (variant) {
    case dictionary::kShape:
      return kLookalike;
    case dictionary::kPinyinVariant:
      return kPinyin;
    case dictionary::kEmojiVariant:
      return kEmoji;
    default:
      return kHomophone;
  }
}

// Adds what one syllable says; false when it does not agree, or by a disguise the term does not opt into.
bool AddUnit(const AtomMap& map, const Unit& unit, const SoundUnit& want, const Form& form, bool shapes,
             SoundReading* reading, uint32_t* disguised) {
  const Agreement agreement = Compare(map, unit, want, shapes);
  if (agreement == Agreement::kNone) return false;
  if (agreement == Agreement::kSame) return true;
  const uint16_t variant = VariantOf(unit, agreement);
  if (!(form.variants & variant)) return false;
  ++*disguised;
  // Half Latin is no ordinary word, and an emoji none at all: only characters need a price.
  reading->priced = reading->priced && (unit.kind == Unit::kHan || unit.kind == Unit::kDigit);
  reading->via |= ViaOf(variant);
  reading->near += agreement == Agreement::kNear;
  return true;
}

bool IsLatin(const AtomMap& map, const Unit& unit) { return map.atoms()[unit.first].kind == text::Kind::kLatin; }

// English words that are pinyin too, where it is short of evidence.
bool IsEnglishWord(std::string_view word) {
  constexpr std::array<std::string_view, 60> kWords = {
      "a",   "an",    "ban",  "bang", "bin",  "can", "chin", "china", "dang", "den",  "die", "fan",
      "fen", "gang",  "gun",  "hang", "he",   "hen", "juan", "lie",   "long", "man",  "me",  "men",
      "mu",  "no",    "nu",   "pan",  "pen",  "pi",  "pie",  "pin",   "ping", "pong", "ran", "rang",
      "run", "sang",  "she",  "shun", "song", "sun", "tan",  "tang",  "ten",  "tie",  "to",  "tong",
      "wan", "women", "yuan", "zen",  "lung", "bun", "dong", "fang",  "hung", "pa",   "ma",  "la"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// Is the Latin word that holds the atom one of them?
bool InEnglishWord(const AtomMap& map, uint32_t atom) {
  constexpr uint32_t kLongest = 5;
  const auto& atoms = map.atoms();
  uint32_t from = atom, to = atom + 1;
  while (from > 0 && atoms[from - 1].kind == text::Kind::kLatin) --from;
  while (to < atoms.size() && atoms[to].kind == text::Kind::kLatin) ++to;
  if (to - from > kLongest) return false;
  std::array<char, kLongest> word{};
  for (uint32_t i = from; i < to; ++i) word[i - from] = static_cast<char>(atoms[i].folded);
  return IsEnglishWord({word.data(), to - from});
}

// Latin throughout, and either beside a Latin word that is no pinyin, or made of English words alone.
bool IsForeign(const AtomMap& map, const SoundReading& reading) {
  const auto& units = map.units();
  bool all_english = true;
  for (uint32_t i = reading.first_unit; i <= reading.last_unit; ++i) {
    if (units[i].kind != Unit::kPinyin) return false;
    all_english = all_english && InEnglishWord(map, units[i].first);
  }
  if (all_english) return true;
  const auto other_word = [&](uint32_t i) { return units[i].kind == Unit::kOther && IsLatin(map, units[i]); };
  return (reading.first_unit > 0 && other_word(reading.first_unit - 1)) ||
         (reading.last_unit + 1 < units.size() && other_word(reading.last_unit + 1));
}

}  // namespace

Outcome AlignSound(const AtomMap& map, uint32_t symbol, const Form& form, bool shapes, Place* place,
                   SoundReading* reading) {
  *reading = {};
  uint32_t disguised = 0;
  size_t want = 0;
  for (size_t run = 0; run < form.runs.size(); ++run) {
    uint32_t from = 0;
    if (!ChooseUnits(map, symbol, form, run, &from)) return Outcome::kRun;
    if (run == 0) reading->first_unit = from;
    for (uint32_t i = from; i < from + form.runs[run].count; ++i, ++want) {
      const Unit& unit = map.units()[i];
      if (!AddUnit(map, unit, form.units[want], form, shapes, reading, &disguised)) return Outcome::kOtherSound;
      reading->last_unit = i;
    }
  }
  *place = {symbol, map.units()[reading->first_unit].first, map.units()[reading->last_unit].last, false};
  if (disguised == 0) return Outcome::kSame;
  // Three syllables carry a near sound. Two do only for a term that somebody asked for by name, and at a price: for a pack's terms
  // near sounds of two syllables brought ordinary words alone (docs/decisions/008).
  constexpr uint32_t kEnoughForNear = 3;
  const bool may_be_near = form.units.size() >= kEnoughForNear || (form.meant && reading->priced);
  if (reading->near > 0 && !may_be_near) return Outcome::kOtherSound;
  return IsForeign(map, *reading) ? Outcome::kForeignWords : Outcome::kAccepted;
}

Outcome CheckSoundGaps(const AtomMap& map, const SoundReading& reading, const Form& form, bool* any) {
  const auto& atoms = map.atoms();
  Outcome worst = Outcome::kAccepted;
  uint64_t first_content = 0;
  bool alike = true;
  *any = false;
  for (uint32_t u = reading.first_unit; u < reading.last_unit; ++u) {
    uint32_t visible = 0;
    uint64_t content = 0;
    bool sentence = false;
    for (uint32_t i = map.units()[u].last + 1; i < map.units()[u + 1].first; ++i) {
      if (atoms[i].IsInvisible()) continue;
      ++visible;
      sentence |= atoms[i].kind == text::Kind::kSentence || atoms[i].kind == text::Kind::kNewline;
      content = (content ^ atoms[i].source) * 0x9E3779B97F4A7C15u;
    }
    *any |= visible > 0;
    if (u == reading.first_unit) first_content = content;
    alike = alike && visible > 0 && content == first_content;
    if (visible > 0 && !form.gap) return Outcome::kGapForbidden;
    if (worst == Outcome::kAccepted && sentence) worst = Outcome::kSentenceInside;
    if (worst == Outcome::kAccepted && visible > kLongestGap) worst = Outcome::kGapTooLong;
  }
  const bool uniform = alike && reading.last_unit - reading.first_unit >= 2;
  return uniform ? Outcome::kAccepted : worst;
}

}  // namespace weir::verify
