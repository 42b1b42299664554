// The ways a term may be written, each a literal in some alphabet: what the matchers look for.
//
//   微信 (sound, split, shape)  → plain 微信; sound "wei xin"; plain 微亻言 (split) …
//   婊子 (initials)             → plain 婊子; plain bz (initials), 婊z, b子
//
// The first spelling of a term is the term itself. The others are those it opts into (Term::variants); nothing here decides
// whether a disguise is meant: that is verify's business. Made once a pack; allocates.
#ifndef WEIR_DICTIONARY_SPELLING_H_
#define WEIR_DICTIONARY_SPELLING_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dictionary/term.h"
#include "text/sound.h"

namespace weir::dictionary {

enum class Alphabet : uint8_t {
  kPlain,  // characters
  kSound,  // syllables (text/sound.h)
  kLatin,  // letters and what stands in for them (text/leet.h)
};

// One syllable of a spelling by sound.
struct SoundUnit {
  enum Kind : uint8_t {
    kCharacter,  // of the term: itself, or what sounds like it
    kPart,       // of a character that is taken apart: itself only
    kLatin,      // a syllable that the term itself writes in letters, qun in 加qun: the same letters only
    kLetters,    // letters of the term that are no syllable: c in c尼玛
    kCut,        // where Latin letters are cut otherwise than the characters: xian for 西安
  };
  static constexpr size_t kMostReadings = 4;
  Kind kind = kCharacter;
  uint8_t count = 0;       // of readings
  uint16_t symbol = 0;     // the reading this spelling is matched by
  char32_t cp = 0;         // kCharacter, kPart
  std::u32string letters;  // kLetters
  std::array<text::Syllable, kMostReadings> readings{};
};

struct Spelling {
  uint32_t term = 0;  // index of the term
  Alphabet alphabet = Alphabet::kPlain;
  uint16_t via = 0;               // the disguise this spelling is: kSplit, kInitials, kShuffled, or none
  std::string text;               // as written: the term, or 女表子, bz, 态变
  std::vector<uint16_t> symbols;  // what is matched; never empty
  std::vector<SoundUnit> units;   // kSound: one a syllable, before runs collapse
};

// More spellings than these by one kind of disguise are not made; a long term is found by its other characters.
inline constexpr size_t kMostSpellings = 24;

// Appends every spelling of `term`, whose index is `index`; none when it folds to nothing.
void Spell(const Term& term, uint32_t index, std::vector<Spelling>* out);
std::vector<Spelling> SpellAll(std::span<const Term> terms);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_SPELLING_H_
