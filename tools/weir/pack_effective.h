// The dictionary in effect once all packs lie over one another, as a page for people or as JSON.
//
//   傻逼  abuse  1  county  zh/abuse.tsv:2  ← default: 4 (zh/abuse.tsv:77)
//   removed  笨蛋  abuse  2  default  zh/abuse.tsv:300  by county: zh/abuse.tsv:3
#ifndef WEIR_TOOLS_PACK_EFFECTIVE_H_
#define WEIR_TOOLS_PACK_EFFECTIVE_H_

#include <string>

#include "options.h"

namespace weir::tool {

struct EffectiveWords {
  CommonOptions common;  // packs, no_default_pack
  std::string today;     // YYYY-MM-DD; empty: the system's
  std::string term;      // only entries that hold it; empty: all
  bool json = false;
  std::string output;
};

// Writes it and returns an exit code: kExitClean; kExitUsage after saying what could not be read or written; kExitFound when
// `term` is nowhere.
int PrintEffective(const EffectiveWords& words, Lang lang);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_PACK_EFFECTIVE_H_
