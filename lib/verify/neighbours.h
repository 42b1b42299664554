// What stands beside a hit, for the steps that judge it by its neighbours (boundary, alone, border, ordinary, price).
//
//   我妈的退休证, hit 妈的 → before 我, after 退休证       算了，不办了, hit 算了 → before nothing, after nothing: the comma parts
#ifndef WEIR_VERIFY_NEIGHBOURS_H_
#define WEIR_VERIFY_NEIGHBOURS_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "verify/form.h"

namespace weir::verify {

// Letters that touch a hit, as folded, nearest the hit last in `before` and first in `after`. Reading stops at any visible separator.
class Neighbours {
 public:
  Neighbours(const text::AtomMap& map, const Place& place);
  std::u32string_view before() const { return {before_.data() + kMost - before_size_, before_size_}; }
  std::u32string_view after() const { return {after_.data(), after_size_}; }

 private:
  static constexpr size_t kMost = 4;  // the longest entry of the tables
  std::array<char32_t, kMost> before_, after_;
  size_t before_size_ = 0, after_size_ = 0;
};

// The visible atom beside atoms[at], going by `step`; null at the text's end.
const text::Atom* Beside(const text::AtomMap& map, uint32_t at, int step);

// The Han character beside atoms[*at], going by `step`, and its index in *at; 0 at anything that words do not cross.
inline char32_t NextHan(const std::vector<text::Atom>& atoms, int step, int64_t* at) {
  for (*at += step; *at >= 0 && *at < static_cast<int64_t>(atoms.size()); *at += step) {
    const text::Atom& atom = atoms[static_cast<size_t>(*at)];
    if (atom.IsInvisible()) continue;
    return atom.kind == text::Kind::kHan ? atom.folded : 0;
  }
  return 0;
}

// Are the two characters an ordinary word?
bool IsWord(char32_t first, char32_t second);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_NEIGHBOURS_H_
