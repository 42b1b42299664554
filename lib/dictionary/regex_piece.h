// A part of a regex as its parser carries it: how it is written for the automata, and what is known of every text it matches. Parts are
// joined, chosen among and repeated by pure functions; none looks at another's inside.
//
//   加, then v or 微 → strings 加v, 加微        .{0,3} → no strings; whatever stood before is kept as a cue
//
// Knowledge is bounded (kMostStrings of kLongestString characters) and errs to the side of knowing less. Cost: small vectors.
#ifndef WEIR_DICTIONARY_REGEX_PIECE_H_
#define WEIR_DICTIONARY_REGEX_PIECE_H_

#include <cstdint>
#include <string>
#include <vector>

namespace weir::dictionary {

inline constexpr size_t kMostStrings = 16, kLongestString = 16;

struct RegexPiece {
  std::string out;  // may be joined with others as it is; an alternation or a repeat of it needs brackets
  uint64_t shortest = 0, longest = 0, positions = 0, digits = 0;
  bool exact = true;                    // it matches `strings` and nothing else
  std::vector<std::u32string> strings;  // exact
  std::vector<std::u32string> cues;     // every match holds one of them; empty: none is known
  bool nothing = false;                 // an anchor or a border: cannot be repeated
};

// What matches the empty text: where joining begins.
RegexPiece EmptyPiece();
// The cues of a whole part: its strings, where they are all there is.
const std::vector<std::u32string>& CuesOf(const RegexPiece& piece);
// The least number of plain symbols a cue among `cues` has; 0: some text needs none of them.
size_t Worth(const std::vector<std::u32string>& cues);

// A sequence that is being read: parts one after another.
class RegexSequence {
 public:
  void Add(RegexPiece piece);
  RegexPiece Take();  // what was added, as one part; the sequence is empty again
  uint64_t positions() const { return whole_.positions; }

 private:
  void Flush();

  RegexPiece whole_ = EmptyPiece();
  std::vector<std::u32string> run_ = {U""};  // what the last parts match exactly
  bool flushed_ = false;                     // something before the run is not exact
};

RegexPiece Choose(RegexPiece a, const RegexPiece& b);
// n to m times; `mark` is the quantifier as it is written out.
RegexPiece Repeat(RegexPiece piece, uint64_t n, uint64_t m, const std::string& mark);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_REGEX_PIECE_H_
