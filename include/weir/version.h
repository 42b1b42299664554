// Versions of weir and of what it was built with.
#ifndef WEIR_VERSION_H_
#define WEIR_VERSION_H_

#include <string_view>

#include "weir/export.h"

#define WEIR_VERSION_MAJOR 0
#define WEIR_VERSION_MINOR 1
#define WEIR_VERSION_PATCH 0

namespace weir {

struct Versions {
  std::string_view weir;       // "0.1.0"
  std::string_view hyperscan;  // of the library loaded now
  std::string_view icu;        // of the data the fold tables come from
  std::string_view unicode;    // likewise
  std::string_view re2;
  std::string_view fold_digest;  // of the plain alphabet's table
};
WEIR_API Versions GetVersions();

}  // namespace weir

#endif  // WEIR_VERSION_H_
