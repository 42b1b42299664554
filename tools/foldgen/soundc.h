// The half of tablec that makes the arrays of text/sound.h: syllables, near classes, readings.
#ifndef WEIR_TOOLS_FOLDGEN_SOUNDC_H_
#define WEIR_TOOLS_FOLDGEN_SOUNDC_H_

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace weir::foldgen {

class Sounds {
 public:
  // The contents of sound.tsv, heteronyms.tsv and emoji.tsv.
  Sounds(std::string_view sound, std::string_view heteronyms, std::string_view emoji);

  struct Sound {
    uint16_t symbol = 0;    // 0: no reading
    uint16_t readings = 0;  // where they are
  };
  // Of a folded character or an emoji.
  Sound Of(char32_t folded) const;
  const std::map<char32_t, Sound>& emoji() const { return emoji_; }
  const std::map<char32_t, Sound>& letters() const { return letters_; }

  // Definitions of the arrays.
  void Write(std::ostream& out) const;

 private:
  void NumberClasses();
  uint16_t SyllableOf(std::string_view name) const;
  Sound MakeSound(std::string_view names);

  std::vector<std::string> names_;
  std::vector<uint16_t> classes_;
  std::vector<uint16_t> readings_;
  std::map<std::vector<uint16_t>, uint16_t> places_;  // of lists that are in readings_
  std::map<char32_t, Sound> letters_, emoji_;
};

}  // namespace weir::foldgen

#endif  // WEIR_TOOLS_FOLDGEN_SOUNDC_H_
