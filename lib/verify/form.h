// A term as verify compares it: its folded characters run by run, with what the fold threw away. Built once a pack.
//
//   "嘻嘻哈哈" → 嘻×2 哈×2        "national congress" → … l×1, then a separator of the term's own, c×1 …
#ifndef WEIR_VERIFY_FORM_H_
#define WEIR_VERIFY_FORM_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dictionary/spelling.h"
#include "text/atoms.h"
#include "weir/verdict.h"

namespace weir::verify {

struct FormRun {
  char32_t cp = 0;
  uint32_t count = 1;      // letters the text must have at least
  bool own_gap = false;    // the term itself has a separator after this run
  bool inner_gap = false;  // … or inside it (a-a)
};

struct Form {
  std::vector<FormRun> runs;  // one per symbol of the term's pattern
  uint32_t letters = 0;
  std::u32string head, tail;  // visible separators the term itself begins and ends with
  uint8_t via = 0;            // what the fold undid in the term as written
  bool boundary = true;       // Latin and digit edges need a border
  bool gap = true;            // separators may be skipped
  bool guarded = false;       // ordinary words can cut it, and the word-border guard is asked (verify/border.h)
  bool mixed = false;         // Latin letters and Han characters, these at an edge: k粉, 吸k
  // Of the options, without allow phrases of its own: ordinary neighbours are asked (verify/ordinary.h).
  bool bare = false;
  bool alone = false;  // bare and of one Han character: must stand alone (verify/alone.h)
  bool web = false;    // Latin letters and digits only: may stand in a public body's address (verify/trusted.h)

  // Of the spelling this form belongs to (dictionary/spelling.h):
  dictionary::Alphabet alphabet = dictionary::Alphabet::kPlain;
  uint16_t spelled = 0;   // Spelling::via
  uint16_t variants = 0;  // the disguises its term opts into
  bool meant = false;     // Term::meant
  bool cue = false;       // of a pattern: where it stands is all that is asked, and verify passes it by
  // The term's own characters, Latin letters left out, which a disguise is read as.
  std::u32string read;
  std::vector<dictionary::SoundUnit> units;  // kSound; `runs` are then those of its symbols, and count units
  uint32_t latin = 0;                        // kLatin: index of its LatinForm (verify/latin.h)
};

Form MakeForm(std::string_view term, bool boundary, bool gap);
Form MakeForm(const dictionary::Term& term, const dictionary::Spelling& spelling);

// A hit's place in the atoms of a text: first and last letter, both inside. `symbol` is the first symbol's index.
struct Place {
  uint32_t symbol = 0;
  uint32_t first = 0;
  uint32_t last = 0;
  bool stretched = false;
  friend bool operator==(const Place&, const Place&) = default;
};

// Scripts that part words by spaces: their edges need borders, and spaces inside their words are no noise.
inline bool IsWordLetter(const text::Atom& atom) {
  return atom.kind == text::Kind::kLatin || atom.kind == text::Kind::kLetter;
}
inline bool IsDigit(const text::Atom& atom) { return atom.kind == text::Kind::kDigit; }

// How a raw match ended. The order is the order of the steps.
enum class Outcome : uint8_t {
  kAccepted,
  kOtherCharacter,  // align: another character shares the symbol
  kRun,             // align: a run too short, or doubled as ordinary words double
  kSentenceInside,  // gap: a sentence mark or a line break
  kSpaceInWord,     // gap: a space between letters of a word
  kMarkInWord,      // gap: an apostrophe or hyphen as words have
  kGapTooLong,      // gap
  kGapForbidden,    // gap: the term allows none
  kLetterBeside,    // boundary
  kOtherSound,      // sound: the syllables differ
  kForeignWords,    // sound: Latin words of another language
  kAllowed,         // allow
  kWordBorder,      // border: ordinary words cut it
  kNotAlone,        // alone: one character within a sentence
  kOrdinary,        // ordinary: its neighbours give it another sense
  kTrustedAddress,  // trusted: inside a public body's web address
  kOrdinaryPairs,   // likelihood: such characters stand together every day
  kUnlikely,        // likelihood: as written the text is the likelier one
  kSame,            // a derived alphabet met the term as it is written: the plain alphabet's hit, not shown twice
};
// align, gap, boundary, sound, allow, border, likelihood; "accepted"
std::string_view StepName(Outcome outcome);
std::string_view ReasonText(Outcome outcome, Language language);  // a short clause

}  // namespace weir::verify

#endif  // WEIR_VERIFY_FORM_H_
