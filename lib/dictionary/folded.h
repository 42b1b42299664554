// A term's letters as the fold leaves them, runs kept: what makes two ways of writing one term.
//
//   "ＷeＣhat", "we-chat" → wechat      "傻 逼", "傻逼" → 傻逼      but 哈 and 哈哈 stay two (a run is a requirement)
//
// Not what is matched (text/fold.h collapses runs and numbers symbols); this one compares and is shown. Cost: as building the source map.
#ifndef WEIR_DICTIONARY_FOLDED_H_
#define WEIR_DICTIONARY_FOLDED_H_

#include <string>
#include <string_view>

#include "text/atoms.h"

namespace weir::dictionary {

// `map` is a buffer, kept warm by the caller; it holds the text's atoms afterwards.
inline std::u32string FoldLetters(std::string_view text, text::AtomMap* map) {
  std::u32string out;
  map->Build(text);
  for (const text::Atom& atom : map->atoms()) {
    if (atom.IsLetter()) out += atom.folded;
  }
  return out;
}

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_FOLDED_H_
