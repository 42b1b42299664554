// From raw matches to accepted hits: this is where a hit is accepted. The steps in order, cheapest first, each a pure function:
// align (verify/align.h), gap, boundary, allow, border.
#ifndef WEIR_VERIFY_VERIFY_H_
#define WEIR_VERIFY_VERIFY_H_

#include <span>
#include <vector>

#include "dictionary/term.h"
#include "match/matcher.h"
#include "text/atoms.h"
#include "verify/allow.h"
#include "verify/form.h"

namespace weir::verify {

// What verify needs of a pack; entries run parallel to the pack's terms.
struct Terms {
  std::span<const dictionary::Term> terms;
  std::span<const match::Pattern> patterns;
  std::span<const Form> forms;
};

// What became of one raw match; for explain.
struct Trace {
  uint32_t term = 0;
  Place place;  // only its symbol is set when align failed
  uint16_t via = 0;
  Outcome outcome = Outcome::kAccepted;
};

// Buffers, kept warm by the caller.
struct Buffers {
  std::vector<Place> places;
  std::vector<Candidate> hits;  // the result, by first atom, then last, then term
  std::vector<Candidate> allows;
};

// `matches` are one text's, with ends as indices of `map`'s symbols. `trace` may be null.
void Verify(const text::AtomMap& map, std::span<const match::RawMatch> matches, const Terms& terms, Buffers* buffers,
            std::vector<Trace>* trace);

// Leaves the leftmost of overlapping hits, and of those that begin together the longest.
void KeepLeftmostLongest(std::vector<Candidate>* hits);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_VERIFY_H_
