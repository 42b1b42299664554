#include "text/atoms.h"

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

}  // namespace weir::text
