#include "detect/view.h"

#include "detect/number_style.h"
#include "text/utf8.h"

namespace weir::detect {
namespace {

// A separator as the patterns expect it: full-width forms as their ASCII ones, every space as a space.
char32_t SeparatorOf(const text::Atom& atom) {
  if (atom.kind == text::Kind::kSpace) return ' ';
  if (atom.source >= 0xFF01 && atom.source <= 0xFF5E) return atom.source - 0xFEE0;
  if (atom.kind == text::Kind::kWord && atom.source != '\'') return '-';
  return atom.source;
}

void ReadZeros(Reading* reading, bool* differ) {
  std::string& text = reading->text;
  for (size_t at = 0; (at = text.find('o', at)) != std::string::npos;) {
    size_t end = at;
    while (end < text.size() && text[end] == 'o') ++end;
    if (ReadsAsZeros(text, at, end)) {
      text.replace(at, end - at, end - at, '0');
      *differ = true;
    }
    at = end;
  }
}

}  // namespace

void View::Build(const text::AtomMap& map) {
  differ = false;
  for (Reading* reading : {&plain, &numbers}) {
    reading->text.clear();
    reading->atom.clear();
  }
  const auto& atoms = map.atoms();
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    if (atoms[i].IsInvisible()) continue;
    const char32_t read = atoms[i].IsLetter() ? atoms[i].folded : SeparatorOf(atoms[i]);
    const int digit = HanDigit(read);
    differ |= digit >= 0;
    text::AppendUtf8(read, &plain.text);
    plain.atom.resize(plain.text.size(), i);
    text::AppendUtf8(digit >= 0 ? static_cast<char32_t>('0' + digit) : read, &numbers.text);
    numbers.atom.resize(numbers.text.size(), i);
  }
  ReadZeros(&numbers, &differ);
}

}  // namespace weir::detect
