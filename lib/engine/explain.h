// Explain: a scan's trace in words.
#ifndef WEIR_ENGINE_EXPLAIN_H_
#define WEIR_ENGINE_EXPLAIN_H_

#include <string_view>

#include "engine/scan.h"

namespace weir::engine {

// Fills everything of *explanation but its verdict, which is read.
void Describe(const Snapshot& snapshot, std::string_view text, const ScanOptions& options, Language language,
              const ScanTrace& trace, Explanation* explanation);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_EXPLAIN_H_
