// The text as detectors read it: characters folded one by one, separators kept; each byte knows its atom. Two readings: `plain`, and
// `numbers`, in which 一二三…, 壹贰叁… and the letter o among digits are digits too. Only number detectors read the second:
// in ordinary words 一 and 三 are no digits (一般, 三明).
#ifndef WEIR_DETECT_VIEW_H_
#define WEIR_DETECT_VIEW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "text/atoms.h"

namespace weir::detect {

struct Reading {
  std::string text;            // between two line breaks, so that every find has a character on either side
  std::vector<uint32_t> atom;  // by byte of `text`; of no meaning for the two line breaks
};

struct View {
  Reading plain;
  Reading numbers;      // only where `differ`
  bool differ = false;  // `numbers` reads something as a digit that `plain` does not
  void Build(const text::AtomMap& map);
};

}  // namespace weir::detect

#endif  // WEIR_DETECT_VIEW_H_
