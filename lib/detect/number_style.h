// Digits in every dress. The fold turns full-width, circled, raised and bracketed digits into 0–9; what is left are characters that
// are digits only among digits: 幺三八零零…, 壹叁捌…, and the letter o for a zero.
//
//   HanDigit(U'幺') = 1, HanDigit(U'捌') = 8, HanDigit(U'十') = -1: 十 is a place, not a digit
#ifndef WEIR_DETECT_NUMBER_STYLE_H_
#define WEIR_DETECT_NUMBER_STYLE_H_

#include <string>
#include <string_view>

namespace weir::detect {

// 0–9 for a folded character read as a digit, else -1.
int HanDigit(char32_t folded);

// Is what stands in `text` at [begin, end), letters `o` only, meant as zeros? So when digits stand on one side, and no letter on
// either: "138oo138", "1 3 8 oo 1"; not "ok", "co2".
bool ReadsAsZeros(std::string_view text, size_t begin, size_t end);

// 2333333333333333 is laughter and 111111111111111 a finger on a key: a digit other than 0 eight times in a row.
bool IsKeyMashing(std::string_view digits);

// The digits of a find with its separators (and `x`, when `keep_x`), at most 32.
struct Digits {
  char value[32];
  size_t size = 0;
  std::string_view view() const { return {value, size}; }
};
Digits OnlyDigits(std::string_view find, bool keep_x = false);

}  // namespace weir::detect

#endif  // WEIR_DETECT_NUMBER_STYLE_H_
