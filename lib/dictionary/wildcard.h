// Ad-hoc patterns: "/regex/", or a word with * for any letters at that end. Both become a bounded regex.
//
//   *cat  → wildcat, copyCat; not cats         *cat* → location         /星{2}/ → the regex itself
//   c*t   → refused: * stands at an end        *     → refused: nothing to look for
//
// A Latin or digit end without * needs a border there, as terms do. A Han end has no border, so a * there changes nothing.
#ifndef WEIR_DICTIONARY_WILDCARD_H_
#define WEIR_DICTIONARY_WILDCARD_H_

#include <string>
#include <string_view>

#include "dictionary/regex.h"

namespace weir::dictionary {

// False with a sentence in *error. `border` false: Latin ends need none.
bool ParseWildcard(std::string_view pattern, bool border, Regex* out, std::string* error);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_WILDCARD_H_
