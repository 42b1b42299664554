// The lazy source map: built only for texts with hits, it says of every symbol which characters made it, and of every
// character what the fold did to it. Verify, masking and the detectors read texts through it.
//
//   "傻~傻逼"  → atoms 傻 ~ 傻 逼; symbols 傻 逼; symbol 0 is the run of atoms 0–2, symbol 1 is atom 3
//
// On demand it says the same of the sounds: "shā逼!" → the units sha (atoms 0–2, letters) and bi (atom 3, Han).
//
// An atom is one folded character, or one separator. A character that folds to several (㈱ → 株) gives several atoms,
// each with the whole character's span; a repaired part of ill-formed bytes gives one atom over its bytes.
#ifndef WEIR_TEXT_ATOMS_H_
#define WEIR_TEXT_ATOMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/fold_table.h"
#include "text/pinyin.h"
#include "text/sound.h"

namespace weir::text {

struct Atom {
  char32_t source = 0;  // the character as written
  char32_t folded = 0;  // as folded; for separators the same as source
  uint32_t begin = 0;   // bytes of the text
  uint32_t end = 0;
  uint32_t cp = 0;      // index of the source character in code points
  uint16_t symbol = 0;  // 0: a separator
  Kind kind = Kind::kSymbol;
  uint8_t via = 0;  // bits kVia…

  bool IsLetter() const { return symbol != 0; }
  // Separators that nobody sees: never a gap, never a border.
  bool IsInvisible() const { return kind == Kind::kIgnorable || kind == Kind::kMark; }
};

// What made one symbol of the sound stream, before runs are collapsed.
struct Unit {
  enum Kind : uint8_t { kHan, kDigit, kEmoji, kPinyin, kOther };
  uint32_t first = 0;   // the atoms inside, separators between letters included …
  uint32_t last = 0;    // … and this is the last one itself
  uint16_t symbol = 0;  // kOtherSound with kOther
  Kind kind = kOther;
  Syllable syllable = kNoSyllable;  // the one in the stream: of Han characters the usual reading
};

class AtomMap {
 public:
  // Reads `text` anew; keeps the buffers' capacity.
  void Build(std::string_view text);
  // After Build, for texts with hits among the sounds: the units, as FoldSounds(text, shapes) has them.
  void BuildSounds(bool shapes = false);

  const std::vector<Atom>& atoms() const { return atoms_; }
  // Atoms of symbol k's run: [RunBegin(k), RunBegin(k + 1)), separators between and after included; the first is a letter.
  uint32_t RunBegin(size_t symbol) const {
    return symbol < run_begin_.size() ? run_begin_[symbol] : static_cast<uint32_t>(atoms_.size());
  }
  size_t symbols() const { return run_begin_.size(); }
  // Empty before BuildSounds.
  const std::vector<Unit>& units() const { return units_; }
  // Units of sound symbol k's run: [SoundRunBegin(k), SoundRunBegin(k + 1)).
  uint32_t SoundRunBegin(size_t symbol) const {
    return symbol < sound_begin_.size() ? sound_begin_[symbol] : static_cast<uint32_t>(units_.size());
  }
  size_t sounds() const { return sound_begin_.size(); }
  // Code points of the text.
  uint32_t code_points() const { return code_points_; }

 private:
  void Append(const Atom& atom);
  void AppendCharacter(Atom atom);
  void AppendUnit(const Unit& unit);
  void AppendPieces(std::span<const Letters::Piece> pieces);
  void AppendSound(uint32_t at, const Entry& entry, Letters* letters);

  std::vector<Atom> atoms_;
  std::vector<uint32_t> run_begin_;
  std::vector<Unit> units_;
  std::vector<uint32_t> sound_begin_;
  uint32_t code_points_ = 0;
  uint16_t previous_ = 0;
};

}  // namespace weir::text

#endif  // WEIR_TEXT_ATOMS_H_
