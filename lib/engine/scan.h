// One scan, straight through: bytes → symbols → raw matches → accepted hits → verdict. Everything it needs is in its arguments.
#ifndef WEIR_ENGINE_SCAN_H_
#define WEIR_ENGINE_SCAN_H_

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "engine/buffers.h"
#include "engine/snapshot.h"
#include "verify/verify.h"

namespace weir::engine {

// What explain wants to see of a scan.
struct ScanTrace {
  std::vector<verify::Trace> raw;
  std::vector<RuleTrace> rules;
  std::vector<bool> counted;  // parallel to the verdict's hits
};

// At most kGroup texts. out[i] belongs to texts[i].
void ScanGroup(const std::shared_ptr<const Snapshot>& snapshot, std::span<const std::string_view> texts,
               const ScanOptions& options, Buffers* buffers, Verdict* out);

// One text of any length, with a trace; allocates.
void ScanTraced(const std::shared_ptr<const Snapshot>& snapshot, std::string_view text, const ScanOptions& options,
                Buffers* buffers, Verdict* out, ScanTrace* trace);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_SCAN_H_
