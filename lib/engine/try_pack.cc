// A stranger's pack, opened in a child first (match/sandbox.h).
#include "base/error.h"
#include "engine/snapshot.h"
#include "match/sandbox.h"
#include "weir/pack.h"

namespace weir {

Status TryPack(const PackSource& source, const TryLimits& limits) {
  EngineOptions options;
  options.default_pack = false;
  options.packs = {source};
  options.detectors.emplace();
  options.today = limits.today;
  return ToPublic(
      match::RunInChild([&] { return engine::MakeSnapshot(options, 1).status(); }, {limits.seconds, limits.megabytes}));
}

}  // namespace weir
