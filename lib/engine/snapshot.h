// Everything a scan reads, compiled and const: one Open or Reload makes one Snapshot, and scans in flight keep theirs.
#ifndef WEIR_ENGINE_SNAPSHOT_H_
#define WEIR_ENGINE_SNAPSHOT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "detect/detector.h"
#include "dictionary/term.h"
#include "match/matcher.h"
#include "verify/form.h"
#include "verify/verify.h"
#include "weir/engine.h"

namespace weir::engine {

struct Snapshot {
  std::string stamp;  // "default@0.1.0+3f9c…", overlays joined by " + "
  std::vector<dictionary::Term> terms;
  std::vector<dictionary::Topic> topics;
  std::vector<match::Pattern> patterns;
  std::vector<verify::Form> forms;  // parallel to terms
  std::unique_ptr<match::Matcher> matcher;
  std::unique_ptr<detect::Detectors> detectors;
  Policy policy;
  Limits limits;
  bool degraded = false;
  uint64_t generation = 0;
  std::vector<std::string> warnings;

  verify::Terms ForVerify() const { return {terms, patterns, forms}; }
};

absl::StatusOr<std::shared_ptr<const Snapshot>> MakeSnapshot(const EngineOptions& options, uint64_t generation);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_SNAPSHOT_H_
