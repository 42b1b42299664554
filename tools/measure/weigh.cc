// Prices rows of contexts, for tools/measure/homophones.py: standard input to standard output, one row a line.
//
//   before ⇥ written ⇥ after ⇥ read   →   segmentation ⇥ pairs ⇥ cut ⇥ word ⇥ total ⇥ ordinary (1 where all pairs of the writing are)
#include <iostream>
#include <string>
#include <string_view>

#include "text/pairs.h"
#include "text/utf8.h"
#include "verify/likelihood.h"

namespace {

std::u32string Take(std::string_view* line) {
  const size_t tab = std::min(line->find('\t'), line->size());
  std::u32string out;
  const char* const end = line->data() + tab;
  for (const char* p = line->data(); p < end;) {
    const weir::text::Decoded one = weir::text::DecodeOne(p, end);
    out += one.cp;
    p += one.length;
  }
  line->remove_prefix(std::min(tab + 1, line->size()));
  return out;
}

bool AllOrdinary(const std::u32string& text) {
  for (size_t i = 1; i < text.size(); ++i) {
    if (!weir::text::OrdinaryPair(weir::text::SymbolOf(text[i - 1]), weir::text::SymbolOf(text[i]))) return false;
  }
  return true;
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    std::string_view rest = line;
    const std::u32string before = Take(&rest), written = Take(&rest), after = Take(&rest), read = Take(&rest);
    const weir::verify::Odds odds = weir::verify::Weigh({before, after, written, read});
    std::cout << odds.segmentation << '\t' << odds.pairs << '\t' << odds.cut << '\t' << odds.word << '\t' << odds.total
              << '\t' << AllOrdinary(written) << '\n';
  }
}
