#include "detect/view.h"

#include "detect/number_style.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace weir::detect {
namespace {

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

// Reads every atom through `read`, between two line breaks.
template <typename Read>
void Fill(const std::vector<text::Atom>& atoms, const Read& read, Reading* reading) {
  reading->text = "\n";
  reading->atom.assign(1, 0);
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    if (atoms[i].IsInvisible()) continue;
    text::AppendUtf8(read(atoms[i]), &reading->text);
    reading->atom.resize(reading->text.size(), i);
  }
  reading->text += '\n';
  reading->atom.resize(reading->text.size(), 0);
}

}  // namespace

void View::Build(const text::AtomMap& map) {
  differ = false;
  bool zeros = false;
  Fill(
      map.atoms(),
      [&](const text::Atom& atom) {
        const char32_t read = text::ReadingOf(atom);
        differ |= HanDigit(read) >= 0;
        zeros |= read == 'o';
        return read;
      },
      &plain);
  if (!differ && !zeros) return;  // nobody reads `numbers` then
  Fill(
      map.atoms(),
      [](const text::Atom& atom) {
        const char32_t read = text::ReadingOf(atom);
        const int digit = HanDigit(read);
        return digit >= 0 ? static_cast<char32_t>('0' + digit) : read;
      },
      &numbers);
  ReadZeros(&numbers, &differ);
}

}  // namespace weir::detect
