// The dictionary that is in effect once all layers lie over one another, entry by entry, for people who want to see it.
//
//   weir::EngineOptions options;                               // base …
//   options.packs = {weir::PackSource::Path("city"), weir::PackSource::Path("county")};
//   auto effective = weir::ReadEffective(options);
//   // 傻逼  abuse  weight 1, layer county, zh/abuse.tsv:3; replaced default: 4
//
// What an Engine opened with the same options finds is exactly `entries`. Cost: as reading the packs; nothing is compiled. A value; any
// thread. docs/layers.md has the rules.
#ifndef WEIR_LAYERS_H_
#define WEIR_LAYERS_H_

#include <string>
#include <vector>

#include "weir/engine.h"
#include "weir/export.h"
#include "weir/status.h"

namespace weir {

struct EffectivePast {
  std::string term, layer, source;
  float weight = 0;
};

struct EffectiveEntry {
  std::string term;
  std::string category;  // a risk category, "attention:question", "topic:社保" or "allow"
  std::string layer;     // the name of its pack
  std::string source;    // "zh/ads.tsv:118"
  float weight = 0;
  bool removes = false;                 // expired rows only: it would have removed
  std::string until;                    // its last day, or empty
  std::vector<EffectivePast> replaced;  // what stood there, the lowest layer first
  EffectivePast removed_by;             // of removed entries: the row that did it
};

struct EffectivePack {
  std::string stamp;
  std::vector<EffectiveEntry> entries;  // in effect
  std::vector<EffectiveEntry> removed;  // taken out by a layer above
  std::vector<EffectiveEntry> expired;  // past their day
  std::vector<std::string> warnings;
};

// Reads the packs of the options and lays them over one another. Errors as Engine::Open gives them.
WEIR_API Result<EffectivePack> ReadEffective(const EngineOptions& options);

}  // namespace weir

#endif  // WEIR_LAYERS_H_
