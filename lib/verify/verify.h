// From raw matches to accepted hits: this is where a hit is accepted. The steps in order, cheapest first, each a pure function:
// align (verify/align.h, or verify/sound.h), gap, boundary, allow, border, likelihood (verify/price.h).
#ifndef WEIR_VERIFY_VERIFY_H_
#define WEIR_VERIFY_VERIFY_H_

#include <span>
#include <vector>

#include "dictionary/spelling.h"
#include "dictionary/term.h"
#include "match/matcher.h"
#include "text/atoms.h"
#include "text/leet.h"
#include "verify/allow.h"
#include "verify/form.h"
#include "verify/latin.h"

namespace weir::verify {

// What verify needs of a pack; `forms` run parallel to `spellings`.
struct Terms {
  std::span<const dictionary::Term> terms;
  std::span<const match::Pattern> patterns;
  std::span<const dictionary::Spelling> spellings;
  std::span<const Form> forms;
  std::span<const LatinForm> latin;
};

// The sequences of symbols a text is matched as.
enum class Stream : uint8_t {
  kPlain,
  kSound,
  kShape,        // plain, each look-alike read as what it looks like
  kShapedSound,  // sound, likewise
  kLatin,
};
inline constexpr size_t kStreamCount = 5;

// A raw match: `pattern` stands at `symbol` of its stream.
struct Match {
  uint32_t pattern = 0;
  uint32_t symbol = 0;
  Stream stream = Stream::kPlain;
};

// What became of one raw match; for explain.
struct Trace {
  Candidate candidate;  // only its place's symbol is set when align failed in the plain alphabet
  Outcome outcome = Outcome::kAccepted;
  // Of an allowed hit the phrase that covers it; of another one a phrase that would, were it not of a lower layer.
  static constexpr uint32_t kNoPhrase = 0xFFFFFFFF;
  uint32_t phrase = kNoPhrase;  // index of the term
};

// Buffers, kept warm by the caller.
struct Buffers {
  std::vector<Place> places;
  std::vector<Candidate> hits;  // the result, by first atom, then last, then term; one a term and place
  std::vector<Candidate> allows;
  text::LeetMap leet;
};

// `matches` are one text's, those of one stream together, in the order of the streams. `map` is built; its sounds are built here,
// when a match asks for them. `trace` may be null.
void Verify(text::AtomMap* map, std::span<const Match> matches, const Terms& terms, Buffers* buffers,
            std::vector<Trace>* trace);

// Leaves the leftmost of overlapping hits, and of those that begin together the longest.
void KeepLeftmostLongest(std::vector<Candidate>* hits);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_VERIFY_H_
