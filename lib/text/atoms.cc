#include "text/atoms.h"

#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir::text {

// Runs by the same rule as the fold loop's: tests/text/atoms_test.cc holds the two together.
void AtomMap::Append(const Atom& atom) {
  if (atom.symbol != 0) {
    const bool keeps_runs = atom.kind == Kind::kDigit || atom.folded >= 0x10000;  // digits, shared symbols
    if (atom.symbol != previous_ || keeps_runs) run_begin_.push_back(static_cast<uint32_t>(atoms_.size()));
    previous_ = atom.symbol;
  }
  atoms_.push_back(atom);
}

void AtomMap::AppendCharacter(Atom atom) {
  const FoldInfo info = Info(atom.source);
  atom.kind = info.kind;
  atom.via = info.via;
  if (info.count == 0) return Append(atom);
  if (info.count == 1) {
    atom.folded = info[0];
    // The hot table knows the symbol of what folds to one character.
    atom.symbol = static_cast<uint16_t>(AstralEntry(atom.source) & kSymbolMask);
    return Append(atom);
  }
  for (int i = 0; i < info.count; ++i) {
    atom.folded = info[i];
    atom.symbol = SymbolOf(atom.folded);
    atom.kind = Info(atom.folded).kind;  // ⑩: two digits; ㈱: a Han character
    Append(atom);
  }
}

void AtomMap::Build(std::string_view text) {
  atoms_.clear();
  run_begin_.clear();
  units_.clear();
  sound_begin_.clear();
  code_points_ = 0;
  previous_ = 0;
  const char* const begin = text.data();
  const char* const end = begin + text.size();
  for (const char* p = begin; p < end;) {
    const Decoded one = DecodeOne(p, end);
    Atom atom{.source = one.cp,
              .folded = one.cp,
              .begin = static_cast<uint32_t>(p - begin),
              .end = static_cast<uint32_t>(p - begin + one.length),
              .cp = code_points_++};
    AppendCharacter(atom);
    p += one.length;
  }
}

namespace {

// The entry that the sound stream takes for an atom: the source's own (ü is a v there), but of characters that fold to
// several, and of look-alikes that are read as what they look like, the folded character's.
Entry SoundEntry(const Atom& atom, bool shapes) {
  const Entry entry = EntryOf(atom.source);
  if (shapes && (entry.plain & kShapeBit) != 0) return EntryOf(ShapeOf(atom.folded));
  return (entry.plain & kMultiBit) != 0 ? EntryOf(atom.folded) : entry;
}

Unit::Kind UnitKind(const Atom& atom, uint16_t sound) {
  if (sound == kOtherSound) return Unit::kOther;
  if (!atom.IsLetter()) return Unit::kEmoji;
  return atom.kind == Kind::kDigit ? Unit::kDigit : Unit::kHan;
}

}  // namespace

// Runs by the fold's rule, as above.
void AtomMap::AppendUnit(const Unit& unit) {
  if (units_.empty() || units_.back().symbol != unit.symbol) {
    sound_begin_.push_back(static_cast<uint32_t>(units_.size()));
  }
  units_.push_back(unit);
}

void AtomMap::AppendPieces(std::span<const Letters::Piece> pieces) {
  for (const Letters::Piece& piece : pieces) {
    const bool none = piece.syllable == kNoSyllable;
    AppendUnit({piece.first, piece.last, none ? kOtherSound : SoundSymbol(piece.syllable),
                none ? Unit::kOther : Unit::kPinyin, piece.syllable});
  }
}

void AtomMap::AppendSound(uint32_t at, const Entry& entry, Letters* letters) {
  if (entry.sound == 0) {
    AppendPieces(letters->EndRun());
  } else if (IsSoundSymbol(entry.sound)) {
    AppendPieces(letters->EndAll());
    const bool none = entry.sound == kOtherSound;
    const Syllable syllable = none ? kNoSyllable : internal::kReadings[entry.readings + 1];
    AppendUnit({at, at, entry.sound, UnitKind(atoms_[at], entry.sound), syllable});
  } else if (entry.sound != kUnseen) {
    letters->Add(static_cast<char>(entry.sound), at);
  }
}

void AtomMap::BuildSounds(bool shapes) {
  units_.clear();
  sound_begin_.clear();
  Letters letters;
  for (uint32_t at = 0; at < atoms_.size(); ++at) AppendSound(at, SoundEntry(atoms_[at], shapes), &letters);
  AppendPieces(letters.EndAll());
}

}  // namespace weir::text
