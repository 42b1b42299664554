// Where dictionaries come from. A PackSource only names a place; Engine::Open and Engine::Reload read it.
#ifndef WEIR_PACK_H_
#define WEIR_PACK_H_

#include <cstddef>
#include <string>
#include <utility>

#include "weir/export.h"
#include "weir/status.h"

namespace weir {

struct WEIR_API PackSource {
  enum class From { kDefault, kPath, kBytes };

  // The pack embedded in the library.
  static PackSource Default() { return {}; }
  // A folder of sources (docs/dictionary.md), one .tsv of terms, a .weir container (docs/dictionary-format.md), or a bundle file
  // made by weir-packc.
  static PackSource Path(std::string path) { return {From::kPath, std::move(path), {}}; }
  // A container's or a bundle's bytes; `name` is used in messages.
  static PackSource Bytes(std::string name, std::string bytes) {
    return {From::kBytes, std::move(name), std::move(bytes)};
  }

  From from = From::kDefault;
  std::string path;
  std::string bytes;
};

// What trying a pack may take.
struct TryLimits {
  unsigned seconds = 10;
  size_t megabytes = 512;
  std::string today;  // the day that its validity is held against, YYYY-MM-DD; empty: the system's date
};

// Reads and compiles a stranger's pack in a child process with limits: ok, the pack's own fault with its place, or kLimit where it takes
// too much. kUnavailable when the calling process has more than one thread: only a copy of a single thread is safe to work in.
WEIR_API Status TryPack(const PackSource& source, const TryLimits& limits = {});

}  // namespace weir

#endif  // WEIR_PACK_H_
