#include "verify/verify.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "verify/align.h"
#include "verify/alone.h"
#include "verify/border.h"
#include "verify/boundary.h"
#include "verify/gap.h"
#include "verify/ordinary.h"
#include "verify/price.h"
#include "verify/sound.h"
#include "verify/trusted.h"

namespace weir::verify {
namespace {

using dictionary::Alphabet;
using dictionary::Role;

// The disguises undone to read the letters under a place as the term; 0 when they are the term as the dictionary writes it.
uint16_t LetterVia(const text::AtomMap& map, const Place& place, const Form& form) {
  uint16_t via = 0;
  for (uint32_t i = place.first; i <= place.last; ++i) {
    if (map.atoms()[i].IsLetter()) via |= map.atoms()[i].via;
  }
  return static_cast<uint16_t>(via == form.via ? 0 : via | form.via);
}

// Verifies the matches of one text: every raw match becomes candidates, or dies with a trace.
class Verifier {
 public:
  Verifier(text::AtomMap* map, const Terms& terms, Buffers* buffers, std::vector<Trace>* trace)
      : map_(*map), terms_(terms), buffers_(buffers), trace_(trace) {}

  void Add(const Match& match) {
    Prepare(match.stream);
    for (const uint32_t spelling : terms_.patterns[match.pattern].spellings) {
      const Form& form = terms_.forms[spelling];
      if (form.cue) continue;
      switch (match.stream) {
        case Stream::kPlain:
          if (form.alphabet == Alphabet::kPlain) AddPlain(match.symbol, spelling, false);
          break;
        case Stream::kShape:
          if (form.alphabet == Alphabet::kPlain && (form.variants & dictionary::kShape))
            AddPlain(match.symbol, spelling, true);
          break;
        case Stream::kSound:
        case Stream::kShapedSound:
          if (form.alphabet == Alphabet::kSound) AddSound(match, spelling);
          break;
        case Stream::kLatin:
          if (form.alphabet == Alphabet::kLatin) AddLatin(match.symbol, spelling);
          break;
      }
    }
  }

 private:
  // Builds what a stream's matches are read through, when its first match comes.
  void Prepare(Stream stream) {
    if (prepared_ == stream) return;
    if (stream == Stream::kSound || stream == Stream::kShapedSound) map_.BuildSounds(stream == Stream::kShapedSound);
    if (stream == Stream::kLatin) buffers_->leet.Build(map_);
    prepared_ = stream;
  }

  Candidate CandidateOf(uint32_t spelling) const {
    const uint32_t term = terms_.spellings[spelling].term;
    return {.term = term, .spelling = spelling, .rank = terms_.terms[term].rank};
  }

  void AddPlain(uint32_t symbol, uint32_t spelling, bool shapes) {
    const Form& form = terms_.forms[spelling];
    Candidate candidate = CandidateOf(spelling);
    candidate.place.symbol = symbol;
    buffers_->places.clear();
    const Outcome aligned = Align(map_, symbol, form, &buffers_->places, shapes);
    if (aligned != Outcome::kAccepted) Finish(candidate, aligned);
    for (const Place& place : buffers_->places) {
      candidate.place = place;
      candidate.via =
          static_cast<uint16_t>(LetterVia(map_, place, form) | form.spelled | (place.stretched ? kRepeat : 0));
      Outcome outcome = Outcome::kAccepted;
      if (shapes) {
        if (Reads(place, form)) continue;  // the plain alphabet has it
        candidate.via |= kLookalike;
      }
      candidate.priced = shapes || (form.spelled & (kSplit | kShuffled));
      bool skipped = false;
      outcome = CheckGaps(map_, place, form, &skipped);
      if (skipped) candidate.via |= kSeparator;
      if (outcome == Outcome::kAccepted) outcome = CheckBoundary(map_, place, form);
      Finish(candidate, outcome);
    }
  }

  // Are the letters under the place those of the spelling, with no look-alike among them?
  bool Reads(const Place& place, const Form& form) const {
    for (size_t k = 0; k < form.runs.size(); ++k) {
      for (uint32_t i = map_.RunBegin(place.symbol + k); i < map_.RunBegin(place.symbol + k + 1); ++i) {
        const text::Atom& atom = map_.atoms()[i];
        if (i >= place.first && i <= place.last && atom.IsLetter() && atom.folded != form.runs[k].cp) return false;
      }
    }
    return true;
  }

  void AddSound(const Match& match, uint32_t spelling) {
    const Form& form = terms_.forms[spelling];
    Candidate candidate = CandidateOf(spelling);
    SoundReading reading;
    Outcome outcome =
        AlignSound(map_, match.symbol, form, match.stream == Stream::kShapedSound, &candidate.place, &reading);
    if (outcome == Outcome::kSame || outcome == Outcome::kRun || outcome == Outcome::kOtherSound) return;
    bool skipped = false;
    if (outcome == Outcome::kAccepted) outcome = CheckSoundGaps(map_, reading, form, &skipped);
    candidate.via = static_cast<uint16_t>(reading.via | form.spelled | (skipped ? kSeparator : 0));
    candidate.near = reading.near;
    candidate.priced = reading.priced;
    Finish(candidate, outcome);
  }

  void AddLatin(uint32_t symbol, uint32_t spelling) {
    Candidate candidate = CandidateOf(spelling);
    const Outcome outcome = CheckLatin(map_, buffers_->leet, symbol, terms_.latin[terms_.forms[spelling].latin],
                                       &candidate.place, &candidate.via);
    if (candidate.via != 0) Finish(candidate, outcome);
  }

  void Finish(const Candidate& candidate, Outcome outcome) {
    if (trace_ != nullptr) trace_->push_back({candidate, outcome});
    if (outcome != Outcome::kAccepted) return;
    const bool allow = terms_.terms[candidate.term].role == Role::kAllow;
    (allow ? buffers_->allows : buffers_->hits).push_back(candidate);
  }

  text::AtomMap& map_;
  const Terms& terms_;
  Buffers* const buffers_;
  std::vector<Trace>* const trace_;
  Stream prepared_ = Stream::kPlain;
};

bool Before(const Candidate& a, const Candidate& b) {
  return std::tie(a.place.first, a.place.last, a.term) < std::tie(b.place.first, b.place.last, b.term);
}
// Of two readings of one place as one term the one with the fewest disguises is told.
bool Simpler(const Candidate& a, const Candidate& b) {
  if (Before(a, b) || Before(b, a)) return Before(a, b);
  return std::tuple(std::popcount(a.via), a.via, a.spelling) < std::tuple(std::popcount(b.via), b.via, b.spelling);
}
bool SamePlace(const Candidate& a, const Candidate& b) { return !Before(a, b) && !Before(b, a); }

// Step 5: what stands around a hit, by what the term asks for.
Outcome CheckContext(const text::AtomMap& map, const Place& place, const Form& form) {
  if (form.web && InTrustedAddress(map, place)) return Outcome::kTrustedAddress;
  if (form.alone) return CheckAlone(map, place, form);
  const Outcome border = CheckBorder(map, place, form);
  return border == Outcome::kAccepted && form.bare ? CheckOrdinary(map, place, form) : border;
}

// The last steps, asked of a hit that no allow phrase covers.
Outcome Judge(const text::AtomMap& map, const Candidate& hit, const Form& form) {
  if (!hit.priced) return CheckContext(map, hit.place, form);
  constexpr size_t kShort = 2;
  if (form.read.size() <= kShort && !form.meant && IsOrdinary(map, hit.place)) return Outcome::kOrdinaryPairs;
  return CheckPrice(map, hit.place, form, hit.near);
}

void JudgeHits(const text::AtomMap& map, const Terms& terms, std::vector<Candidate>* hits) {
  size_t kept = 0;
  for (const Candidate& hit : *hits) {
    if (Judge(map, hit, terms.forms[hit.spelling]) == Outcome::kAccepted) (*hits)[kept++] = hit;
  }
  hits->resize(kept);
}

// Of the phrases over a hit the first that counts against it, else the first that a higher layer's term stands above.
const Candidate* PhraseOver(const std::vector<Candidate>& allows, const Candidate& hit) {
  const auto covers = std::ranges::find_if(allows, [&](const Candidate& allow) { return Covers(allow, hit); });
  if (covers != allows.end()) return &*covers;
  const auto spans = std::ranges::find_if(allows, [&](const Candidate& allow) { return Spans(allow, hit); });
  return spans == allows.end() ? nullptr : &*spans;
}

// What allow phrases and the last steps did, written into the traces.
void MarkTraces(const text::AtomMap& map, const std::vector<Candidate>& allows, const Terms& terms,
                std::vector<Trace>* trace) {
  for (Trace& entry : *trace) {
    if (entry.outcome != Outcome::kAccepted || terms.terms[entry.candidate.term].role == Role::kAllow) continue;
    const Candidate* const phrase = PhraseOver(allows, entry.candidate);
    if (phrase != nullptr) entry.phrase = phrase->term;
    entry.outcome = phrase != nullptr && Covers(*phrase, entry.candidate)
                        ? Outcome::kAllowed
                        : Judge(map, entry.candidate, terms.forms[entry.candidate.spelling]);
  }
}

}  // namespace

void Verify(text::AtomMap* map, std::span<const Match> matches, const Terms& terms, Buffers* buffers,
            std::vector<Trace>* trace) {
  buffers->hits.clear();
  buffers->allows.clear();
  Verifier verifier(map, terms, buffers, trace);
  for (const Match& match : matches) verifier.Add(match);
  ApplyAllows(buffers->allows, &buffers->hits, nullptr);
  JudgeHits(*map, terms, &buffers->hits);
  if (trace != nullptr) MarkTraces(*map, buffers->allows, terms, trace);
  std::sort(buffers->hits.begin(), buffers->hits.end(), Simpler);
  buffers->hits.erase(std::unique(buffers->hits.begin(), buffers->hits.end(), SamePlace), buffers->hits.end());
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
