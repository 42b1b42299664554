#include "weir/version.h"

#include <hs/hs.h>

#include "text/fold_table.h"

namespace weir {

Versions GetVersions() {
  const std::string_view hyperscan = hs_version();  // "5.4.0 2021-01-26"
  Versions versions;
  versions.weir = WEIR_VERSION;
  versions.hyperscan = hyperscan.substr(0, hyperscan.find(' '));
  versions.icu = text::kFoldIcu;
  versions.unicode = text::kFoldUnicode;
  versions.re2 = WEIR_RE2_VERSION;
  versions.fold_digest = text::kFoldDigest;
  return versions;
}

}  // namespace weir
