#include "weir/version.h"

#include "match/matcher.h"
#include "text/fold_table.h"

namespace weir {

Versions GetVersions() {
  Versions versions;
  versions.weir = WEIR_VERSION;
  versions.hyperscan = match::HyperscanVersion();
  versions.icu = text::kFoldIcu;
  versions.unicode = text::kFoldUnicode;
  versions.re2 = WEIR_RE2_VERSION;
  versions.fold_digest = text::kFoldDigest;
  return versions;
}

}  // namespace weir
