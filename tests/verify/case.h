// What the tests of the verify steps share: a term and a text, the places where the term's symbols stand, and the names of outcomes
// as the tables write them.
#ifndef WEIR_TESTS_VERIFY_CASE_H_
#define WEIR_TESTS_VERIFY_CASE_H_

#include <algorithm>
#include <string>
#include <vector>

#include "match/pattern_set.h"
#include "tests/table.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "verify/align.h"
#include "verify/form.h"
#include "verify/verify.h"

namespace weir::verify {

inline std::string OutcomeName(Outcome outcome) {
  constexpr const char* kNames[] = {"accepted",       "other_character", "run",           "sentence_inside",
                                    "space_in_word",  "mark_in_word",    "gap_too_long",  "gap_forbidden",
                                    "letter_beside",  "other_sound",     "foreign_words", "allowed",
                                    "word_border",    "not_alone",       "ordinary",      "trusted_address",
                                    "ordinary_pairs", "unlikely",        "same"};
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

// Terms ready to be matched and verified.
struct Prepared {
  std::vector<dictionary::Term> terms;
  std::vector<dictionary::Spelling> spellings;
  std::vector<match::Pattern> patterns;
  std::vector<Form> forms;
  std::vector<LatinForm> latin;

  explicit Prepared(std::vector<dictionary::Term> the_terms)
      : terms(std::move(the_terms)), spellings(dictionary::SpellAll(terms)), patterns(match::BuildPatterns(spellings)) {
    for (const dictionary::Spelling& spelling : spellings) forms.push_back(MakeForm(terms[spelling.term], spelling));
  }
  Terms View() const { return {terms, patterns, spellings, forms, latin}; }

  // The matches of the plain stream of `text`.
  std::vector<Match> MatchesIn(const std::string& text) const {
    const auto matcher = match::BuildTextbook(patterns);
    std::vector<match::RawMatch> raw;
    matcher->Scan(text::Fold(text), SIZE_MAX, matcher->NewWorkspace().get(), &raw);
    std::vector<Match> matches;
    for (const match::RawMatch& match : raw) {
      const size_t length = patterns[match.pattern].symbols.size();
      matches.push_back({match.pattern, static_cast<uint32_t>(match.end - length), Stream::kPlain});
    }
    return matches;
  }
};

}  // namespace weir::verify

#endif  // WEIR_TESTS_VERIFY_CASE_H_
