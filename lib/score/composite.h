// Composites: words that say nothing alone and much together. Places of accepted parts in, composite hits out; values only.
//
//   all 考试, 包过 within 12      考试 … 包过 (10 characters from first to last) → one hit, from 考试 to 包过
//                                  考试 ……………… 包过 (30)                          → none
//   none 举报                      举报考试包过                                     → none
//
// Of several stretches the shortest is the hit, of equals the leftmost; one hit a composite. Unordered parts may share characters
// (替考试 holds 替考 and 考试), ordered ones stand behind one another. Cost: nothing for texts without a part; else places × composites that
// have one of them. Allocates nothing once its buffers are warm.
#ifndef WEIR_SCORE_COMPOSITE_H_
#define WEIR_SCORE_COMPOSITE_H_

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace weir::score {

inline constexpr size_t kMostParts = 8;  // groups of one composite

// An accepted hit of a part.
struct PartPlace {
  uint32_t part = 0;
  uint32_t begin = 0, end = 0;   // code points of the text, half-open
  uint32_t first = 0, last = 0;  // atoms, both inside
  uint16_t via = 0;
};

struct CompositeForm {
  std::vector<std::vector<uint32_t>> all;  // groups of parts: one of each must stand; no part is in two
  std::vector<uint32_t> none;              // none of these may
  uint32_t within = 0;                     // code points from the first part's first to the last part's last; 0: any
  bool ordered = false;
};

struct CompositeFind {
  enum Outcome : uint8_t { kFound, kForbidden, kTooFar };
  uint32_t composite = 0;
  Outcome outcome = kFound;
  uint32_t begin = 0, end = 0;   // code points
  uint32_t first = 0, last = 0;  // atoms, both inside
  uint16_t via = 0;              // of all parts
};

class Composites {
 public:
  struct Buffers {
    struct Link {
      uint32_t place = 0;
      uint32_t start = 0;   // where the chain that ends here begins
      uint32_t before = 0;  // index of the link before it, in the group before
      uint32_t best = 0;    // of the links up to this one, that whose chain begins last
    };
    std::vector<PartPlace> places;  // by end
    std::vector<uint32_t> touched;  // composites
    std::array<std::vector<Link>, kMostParts> chains;
  };

  Composites() = default;
  // `parts`: how many there are.
  Composites(std::vector<CompositeForm> forms, size_t parts);

  // Fills *out, by composite: what was found, and, for explain, what had all its parts but was turned down.
  void Find(std::span<const PartPlace> places, Buffers* buffers, std::vector<CompositeFind>* out) const;

 private:
  static constexpr uint32_t kNone = kMostParts;
  // The group of a part in a composite; kNone for none of `all`.
  uint32_t GroupOf(uint32_t composite, uint32_t part) const;
  bool Shortest(uint32_t composite, std::span<const PartPlace> places, CompositeFind* find) const;
  bool ShortestInOrder(uint32_t composite, Buffers* buffers, CompositeFind* find) const;

  std::vector<CompositeForm> forms_;
  std::vector<std::vector<std::pair<uint32_t, uint32_t>>> groups_;  // by composite: part and its group, by part
  std::vector<std::vector<uint32_t>> by_part_;                      // by part: composites that ask for it
};

}  // namespace weir::score

#endif  // WEIR_SCORE_COMPOSITE_H_
