// The ordinary words that hold a pack's terms, for the person who writes the dictionary: asked once, when a term is added.
//
//   处女   处女座 处女作 处女地        → another sense: an allow phrase each, or a longer term
//   口交   (nothing)                   → what is left, 路口交通, is the word-border guard's business
//
// A word that begins or ends with a term is no cut (lib/verify/border.h), so the guard leaves it alone, and only a person can say
// whether the term is meant in it. Reads the list of words in its source form, since the compiled one is a hash.
#ifndef WEIR_TOOLS_PACKC_HOLDERS_H_
#define WEIR_TOOLS_PACKC_HOLDERS_H_

#include <istream>
#include <string>

#include "dictionary/term.h"

namespace weir {

// One line a term that has any, in the pack's order: term, tab, its holders, the commonest first, parted by spaces.
std::string ListHolders(const dictionary::Pack& pack, std::istream& words);

}  // namespace weir

#endif  // WEIR_TOOLS_PACKC_HOLDERS_H_
