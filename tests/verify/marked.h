// A text with one place marked in it, as the tables of the later steps write them: "你这个[费物]吧".
#ifndef WEIR_TESTS_VERIFY_MARKED_H_
#define WEIR_TESTS_VERIFY_MARKED_H_

#include <gtest/gtest.h>

#include <string>

#include "text/atoms.h"
#include "verify/form.h"

namespace weir::verify {

struct Marked {
  text::AtomMap map;
  Place place;  // first and last letter between the marks

  explicit Marked(const std::string& text) {
    const size_t open = text.find('['), close = text.find(']');
    EXPECT_TRUE(open < close && close != std::string::npos) << text << ": no [place]";
    if (open >= close || close == std::string::npos) return;
    map.Build(text.substr(0, open) + text.substr(open + 1, close - open - 1) + text.substr(close + 1));
    bool any = false;
    for (uint32_t i = 0; i < map.atoms().size(); ++i) {
      const text::Atom& atom = map.atoms()[i];
      if (!atom.IsLetter() || atom.begin < open || atom.end > close - 1) continue;
      if (!any) place.first = i;
      place.last = i;
      any = true;
    }
    EXPECT_TRUE(any) << text << ": no letter in its place";
  }
};

}  // namespace weir::verify

#endif  // WEIR_TESTS_VERIFY_MARKED_H_
