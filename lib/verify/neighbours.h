// What stands beside a hit, for the steps that judge a term by its neighbours (verify/alone.h, verify/ordinary.h).
//
//   我妈的退休证, hit 妈的 → before 我, after 退休证       算了，不办了, hit 算了 → before nothing, after nothing: the comma parts
#ifndef WEIR_VERIFY_NEIGHBOURS_H_
#define WEIR_VERIFY_NEIGHBOURS_H_

#include <array>
#include <string_view>

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

// Are the two characters an ordinary word?
bool IsWord(char32_t first, char32_t second);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_NEIGHBOURS_H_
