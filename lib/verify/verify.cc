#include "verify/verify.h"

#include <algorithm>
#include <tuple>

#include "verify/align.h"
#include "verify/alone.h"
#include "verify/border.h"
#include "verify/boundary.h"
#include "verify/gap.h"
#include "verify/ordinary.h"
#include "verify/trusted.h"

namespace weir::verify {
namespace {

using dictionary::Role;

// The disguises undone to read the letters under a place as the term; 0 when they are the term as the dictionary writes it.
uint16_t LetterVia(const text::AtomMap& map, const Place& place, const Form& form) {
  uint16_t via = 0;
  for (uint32_t i = place.first; i <= place.last; ++i) {
    if (map.atoms()[i].IsLetter()) via |= map.atoms()[i].via;
  }
  return static_cast<uint16_t>(via == form.via ? 0 : via | form.via);
}

struct Judged {
  Outcome outcome = Outcome::kAccepted;
  uint16_t via = 0;
};

// Steps 2 and 3.
Judged JudgePlace(const text::AtomMap& map, const Place& place, const Form& form) {
  bool skipped = false;
  Judged judged{CheckGaps(map, place, form, &skipped), 0};
  judged.via =
      static_cast<uint16_t>(LetterVia(map, place, form) | (skipped ? kSeparator : 0) | (place.stretched ? kRepeat : 0));
  if (judged.outcome == Outcome::kAccepted) judged.outcome = CheckBoundary(map, place, form);
  return judged;
}

void VerifyTerm(const text::AtomMap& map, uint32_t symbol, uint32_t term, const Terms& terms, Buffers* buffers,
                std::vector<Trace>* trace) {
  const Form& form = terms.forms[term];
  buffers->places.clear();
  const Outcome aligned = Align(map, symbol, form, &buffers->places);
  if (aligned != Outcome::kAccepted && trace != nullptr) trace->push_back({term, {symbol, 0, 0, false}, 0, aligned});
  for (const Place& place : buffers->places) {
    const Judged judged = JudgePlace(map, place, form);
    if (trace != nullptr) trace->push_back({term, place, judged.via, judged.outcome});
    if (judged.outcome != Outcome::kAccepted) continue;
    const bool allow = terms.terms[term].role == Role::kAllow;
    (allow ? buffers->allows : buffers->hits).push_back({term, place, judged.via});
  }
}

bool Before(const Candidate& a, const Candidate& b) {
  return std::tie(a.place.first, a.place.last, a.term) < std::tie(b.place.first, b.place.last, b.term);
}

void MarkAllowed(const std::vector<Candidate>& allows, const Terms& terms, std::vector<Trace>* trace) {
  for (Trace& entry : *trace) {
    if (entry.outcome != Outcome::kAccepted || terms.terms[entry.term].role == Role::kAllow) continue;
    const Candidate hit{entry.term, entry.place, entry.via};
    const bool covered =
        std::any_of(allows.begin(), allows.end(), [&](const Candidate& allow) { return Covers(allow, hit); });
    if (covered) entry.outcome = Outcome::kAllowed;
  }
}

// Step 5: what stands around a hit, by what the term asks for.
Outcome CheckContext(const text::AtomMap& map, const Place& place, const Form& form) {
  if (form.web && InTrustedAddress(map, place)) return Outcome::kTrustedAddress;
  if (form.alone) return CheckAlone(map, place, form);
  const Outcome border = CheckBorder(map, place, form);
  return border == Outcome::kAccepted && form.bare ? CheckOrdinary(map, place, form) : border;
}

// Step 5, on what is left: moves the hits that ordinary words cut out of `hits`.
void ApplyBorders(const text::AtomMap& map, const Terms& terms, std::vector<Candidate>* hits) {
  size_t kept = 0;
  for (const Candidate& hit : *hits) {
    if (CheckContext(map, hit.place, terms.forms[hit.term]) == Outcome::kAccepted) (*hits)[kept++] = hit;
  }
  hits->resize(kept);
}

void MarkBorders(const text::AtomMap& map, const Terms& terms, std::vector<Trace>* trace) {
  for (Trace& entry : *trace) {
    if (entry.outcome != Outcome::kAccepted || terms.terms[entry.term].role == Role::kAllow) continue;
    entry.outcome = CheckContext(map, entry.place, terms.forms[entry.term]);
  }
}

}  // namespace

void Verify(const text::AtomMap& map, std::span<const match::RawMatch> matches, const Terms& terms, Buffers* buffers,
            std::vector<Trace>* trace) {
  buffers->hits.clear();
  buffers->allows.clear();
  for (const match::RawMatch& match : matches) {
    const match::Pattern& pattern = terms.patterns[match.pattern];
    const auto symbol = static_cast<uint32_t>(match.end - pattern.symbols.size());
    for (const uint32_t term : pattern.terms) VerifyTerm(map, symbol, term, terms, buffers, trace);
  }
  ApplyAllows(buffers->allows, &buffers->hits, nullptr);
  ApplyBorders(map, terms, &buffers->hits);
  if (trace != nullptr) {
    MarkAllowed(buffers->allows, terms, trace);
    MarkBorders(map, terms, trace);
  }
  std::sort(buffers->hits.begin(), buffers->hits.end(), Before);
}

void KeepLeftmostLongest(std::vector<Candidate>* hits) {
  std::sort(hits->begin(), hits->end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.place.first, b.place.last, a.term) < std::tie(b.place.first, a.place.last, b.term);
  });
  size_t kept = 0;
  for (const Candidate& hit : *hits) {
    if (kept > 0 && (*hits)[kept - 1].place.last >= hit.place.first) continue;
    (*hits)[kept++] = hit;
  }
  hits->resize(kept);
}

}  // namespace weir::verify
