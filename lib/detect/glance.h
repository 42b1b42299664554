// A second look before a text is mapped and read by RE2. The fold's gates say which characters a text holds; this says how they stand:
// half of the live chat that passes the gates is a flood of one digit, or a 球, 像 or v with nothing that could make it a call.
//
//   66666666666, 23333333333 → Flood(): no number detector is asked      大球像谁啊 → Companion() is false: no call off the platform
//   哈哈.. ok → Dotted() is false: no address                            cue vv → LongestId() 2: too short for an id
//
// Each answer errs to the side of asking; that none loses a find is a test. One table look-up a character; allocates nothing.
#ifndef WEIR_DETECT_GLANCE_H_
#define WEIR_DETECT_GLANCE_H_

#include <string_view>

#include "text/atoms.h"

namespace weir::detect {

class Glance {
 public:
  explicit Glance(std::string_view text);
  explicit Glance(const text::AtomMap& map);

  // All digits are one run of one digit, or of 2 and then 3s, and nothing makes a telephone number of it (+, 电话, 座机).
  bool Flood() const { return runs_ == 1 && plain_run_ && !dialled_; }
  // A word that calls off the platform cannot do without: 我 加 搜 懂 …
  bool Companion() const { return companion_; }
  // The longest run of letters, digits, hyphens and underscores.
  int LongestId() const { return longest_id_; }
  int Digits() const { return digits_; }
  int Dots() const { return dots_; }      // .
  int Colons() const { return colons_; }  // :
  // A dot between a letter and a Latin one, or what stands for such a dot.
  bool Dotted() const { return dotted_; }
  // What stands for the @ of an address.
  bool At() const { return at_; }

 private:
  void Add(char32_t source, text::Kind kind, char32_t folded);
  void AddLetter(text::Kind kind, char32_t folded);
  void AddOther(char32_t folded);
  void AddDigit(char32_t digit);
  void AddSeparator(char32_t source, text::Kind kind);

  int runs_ = 0, run_length_ = 0, longest_id_ = 0, id_ = 0, digits_ = 0, dots_ = 0, colons_ = 0;
  bool plain_run_ = true, dialled_ = false, companion_ = false, dotted_ = false, at_ = false;
  char32_t run_digit_ = 0, first_digit_ = 0, previous_ = 0, before_ = 0;  // folded; separators as their source
  bool previous_letter_ = false, before_letter_ = false;
};

}  // namespace weir::detect

#endif  // WEIR_DETECT_GLANCE_H_
