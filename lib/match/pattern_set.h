// What the matchers look for: the distinct symbol strings of a pack's terms. Terms that fold alike share one pattern.
#ifndef WEIR_MATCH_PATTERN_SET_H_
#define WEIR_MATCH_PATTERN_SET_H_

#include <cstdint>
#include <span>
#include <vector>

#include "dictionary/term.h"

namespace weir::match {

struct Pattern {
  std::vector<uint16_t> symbols;  // at least one, none 0
  std::vector<uint32_t> terms;    // indices of the terms that fold to it, ascending
};

// In order of first appearance; terms that fold to nothing are left out.
std::vector<Pattern> BuildPatterns(std::span<const dictionary::Term> terms);

}  // namespace weir::match

#endif  // WEIR_MATCH_PATTERN_SET_H_
