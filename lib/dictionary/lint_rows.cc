// Rules of a row by itself: how it is written, and cells that make no sense together.
#include <algorithm>

#include "absl/strings/str_split.h"
#include "dictionary/lint_notes.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

using text::Atom;
using text::Kind;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

std::string Utf8(char32_t c) {
  std::string out;
  text::AppendUtf8(c, &out);
  return out;
}

bool IsBordered(Kind kind) { return kind == Kind::kLatin || kind == Kind::kDigit || kind == Kind::kLetter; }
// One row, read through its term's atoms.
class RowLint {
 public:
  RowLint(const LintRow& row, const text::AtomMap& map, LintNotes* notes)
      : row_(row), atoms_(map.atoms()), notes_(*notes) {}

  void Run() {
    Writing();
    Separators();
    Lists();
    Flags();
    const Term& term = row_.term;
    if (row_.cells[kSource].column != 0 && IsNothing(row_.cells[kSource].text))
      notes_.Add(Rule::kNoSource, row_, kSource, {term.text});
    if (term.role != Role::kRisk && !IsNothing(row_.cells[kVariants].text) && row_.cells[kVariants].text != "none")
      notes_.Add(Rule::kDisguise, row_, kVariants, {term.text});
    if (term.role == Role::kRisk && !term.remove && row_.letters.size() == 1)
      notes_.Add(Rule::kSingleCharacter, row_, kTerm, {term.text});
    if (term.until.IsSet() && term.until < notes_.context().today)
      notes_.Add(Rule::kExpired, row_, kUntil, {term.text, FormatDate(term.until)});
  }

 private:
  void At(Rule rule, const Atom& atom, const std::vector<std::string>& arguments) {
    notes_.Add(rule, row_.file, row_.line, row_.cells[kTerm].column + static_cast<int32_t>(atom.cp), arguments);
  }

  // Letters that another character would be better for.
  void Writing() {
    const auto invisible = std::ranges::find_if(atoms_, [](const Atom& a) { return a.kind == Kind::kIgnorable; });
    if (invisible != atoms_.end()) At(Rule::kInvisible, *invisible, {row_.term.text, CodePointName(invisible->source)});
    const auto wide =
        std::ranges::find_if(atoms_, [](const Atom& a) { return a.IsLetter() && (a.via & text::kViaWidth) != 0; });
    if (wide != atoms_.end()) At(Rule::kFullWidth, *wide, {row_.term.text});
    const auto alike =
        std::ranges::find_if(atoms_, [](const Atom& a) { return a.IsLetter() && (a.via & text::kViaLookalike) != 0; });
    const bool mixed =
        std::ranges::any_of(atoms_, [](const Atom& a) { return a.IsLetter() && (a.via & text::kViaLookalike) == 0; });
    if (alike != atoms_.end() && mixed)
      At(Rule::kLookAlike, *alike, {row_.term.text, CodePointName(alike->source), Utf8(alike->folded)});
  }

  // What the fold drops. Visible marks at the edges are compared, and beside letters and digits they are how the thing is written
  // (100%办, N+1); between Han characters they are lost.
  void Separators() {
    if (atoms_.front().kind == Kind::kSpace || atoms_.back().kind == Kind::kSpace)
      notes_.Add(Rule::kSpaces, row_, kTerm, {row_.term.text});
    const Atom* before = nullptr;
    const Atom* lost = nullptr;
    for (const Atom& atom : atoms_) {
      if (!atom.IsLetter()) {
        if (before != nullptr && lost == nullptr && atom.kind != Kind::kIgnorable) lost = &atom;
        continue;
      }
      if (lost != nullptr && !IsBordered(before->kind) && !IsBordered(atom.kind))
        return At(Rule::kLosesCharacters, *lost, {row_.term.text, CodePointName(lost->source)});
      lost = nullptr;
      before = &atom;
    }
  }

  void Lists() {
    for (const SourceColumn column : {kVariants, kFlags}) {
      const Cell& cell = row_.cells[column];
      if (IsNothing(cell.text)) continue;
      std::vector<absl::string_view> names = absl::StrSplit(Absl(cell.text), ',');
      std::ranges::sort(names);
      const auto twice = std::ranges::adjacent_find(names);
      if (twice != names.end()) notes_.Add(Rule::kTwice, row_, column, {std::string(*twice)});
    }
  }

  void Flags() {
    const Term& term = row_.term;
    const auto first = std::ranges::find_if(atoms_, &Atom::IsLetter);
    const auto last = std::ranges::find_if(atoms_.rbegin(), atoms_.rend(), &Atom::IsLetter);
    const bool bordered = IsBordered(first->kind) || IsBordered(last->kind);
    if (!term.boundary && !bordered) NoEffect("boundary=none");
    if (!term.gap && row_.letters.size() == 1) NoEffect("gap=none");
    // Of whom the word-border guard is asked: docs/dictionary.md, "border=none".
    const bool han = std::ranges::any_of(atoms_, [](const Atom& a) { return a.kind == Kind::kHan; });
    const bool asked =
        term.role == Role::kRisk && han && row_.letters.size() >= 2 && (bordered || row_.letters.size() <= 4);
    if (!term.border && !asked) NoEffect("border=none");
  }

  void NoEffect(const char* flag) { notes_.Add(Rule::kNoEffect, row_, kFlags, {row_.term.text, flag}); }

  const LintRow& row_;
  const std::vector<Atom>& atoms_;
  LintNotes& notes_;
};

}  // namespace

void LintRows(std::span<const LintRow> rows, LintNotes* notes) {
  text::AtomMap map;
  const LintRow* before = nullptr;
  for (const LintRow& row : rows) {
    map.Build(row.term.text);
    RowLint(row, map, notes).Run();
    // UTF-8 sorts as code points do.
    if (before != nullptr && before->file == row.file && row.term.text < before->term.text)
      notes->Add(Rule::kOrder, row, kTerm, {row.term.text, before->term.text});
    before = &row;
  }
}

}  // namespace weir::dictionary
