// What the matchers look for: the distinct symbol strings of a pack's spellings. Spellings of equal symbols share one pattern.
#ifndef WEIR_MATCH_PATTERN_SET_H_
#define WEIR_MATCH_PATTERN_SET_H_

#include <cstdint>
#include <span>
#include <vector>

#include "dictionary/spelling.h"

namespace weir::match {

struct Pattern {
  std::vector<uint16_t> symbols;    // at least one, none 0
  std::vector<uint32_t> spellings;  // indices of those that have these symbols, ascending
};

// In order of first appearance.
std::vector<Pattern> BuildPatterns(std::span<const dictionary::Spelling> spellings);

}  // namespace weir::match

#endif  // WEIR_MATCH_PATTERN_SET_H_
