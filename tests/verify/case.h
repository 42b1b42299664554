// What the tests of the verify steps share: a term and a text, the places where the term's symbols stand, and the names of outcomes
// as the tables write them.
#ifndef WEIR_TESTS_VERIFY_CASE_H_
#define WEIR_TESTS_VERIFY_CASE_H_

#include <algorithm>
#include <string>
#include <vector>

#include "tests/table.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "verify/align.h"
#include "verify/form.h"

namespace weir::verify {

inline std::string OutcomeName(Outcome outcome) {
  constexpr const char* kNames[] = {"accepted",      "other_character", "run",          "sentence_inside",
                                    "space_in_word", "mark_in_word",    "gap_too_long", "gap_forbidden",
                                    "letter_beside", "allowed",         "word_border",  "not_alone",
                                    "ordinary",      "trusted_address"};
  return kNames[static_cast<size_t>(outcome)];
}

struct Case {
  Form form;
  text::AtomMap map;
  std::vector<uint32_t> found;  // first symbols of the term in the text
  std::string text;

  Case(const std::string& term, const std::string& the_text, bool boundary = true, bool gap = true)
      : form(MakeForm(term, boundary, gap)), text(the_text) {
    map.Build(text);
    const std::vector<uint16_t> needle = text::Fold(term), hay = text::Fold(text);
    for (size_t at = 0; at + needle.size() <= hay.size(); ++at) {
      if (std::equal(needle.begin(), needle.end(), hay.begin() + static_cast<ptrdiff_t>(at)))
        found.push_back(static_cast<uint32_t>(at));
    }
  }

  // The places where align lets the term stand.
  std::vector<Place> Places() const {
    std::vector<Place> places;
    for (const uint32_t symbol : found) Align(map, symbol, form, &places);
    return places;
  }

  // The text under a place; "*" behind it when stretched.
  std::string Under(const Place& place) const {
    const text::Atom &first = map.atoms()[place.first], &last = map.atoms()[place.last];
    return text.substr(first.begin, last.end - first.begin);
  }
};

}  // namespace weir::verify

#endif  // WEIR_TESTS_VERIFY_CASE_H_
