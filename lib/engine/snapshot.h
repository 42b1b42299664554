// Everything a scan reads, compiled and const: one Open or Reload makes one Snapshot, and scans in flight keep theirs.
#ifndef WEIR_ENGINE_SNAPSHOT_H_
#define WEIR_ENGINE_SNAPSHOT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "detect/detector.h"
#include "dictionary/overlay.h"
#include "dictionary/spelling.h"
#include "dictionary/term.h"
#include "engine/rules.h"
#include "match/gram_index.h"
#include "match/matcher.h"
#include "match/pair_filter.h"
#include "verify/form.h"
#include "verify/verify.h"
#include "weir/engine.h"

namespace weir::engine {

// The alphabets that texts are read in, beyond the plain one; what no term opts into costs nothing, and a text that no spelling
// can stand in costs little.
struct Needs {
  bool sounds = false, shapes = false, latin = false;
  match::GramIndex sound_index;   // the patterns by sound …
  match::GramIndex latin_index;   // … and those of letters and signs
  match::PairFilter shape_pairs;  // the pairs of the terms that may be written in look-alikes
};

struct Snapshot {
  std::string stamp;                    // "default@0.1.0+3f9c…", overlays joined by " + "
  std::vector<dictionary::Term> terms;  // those of packs and options, then the parts and cues of rules
  size_t entries = 0;                   // … and how many the first are
  std::vector<dictionary::Topic> topics;
  std::vector<dictionary::Removal> removed;  // for explain
  std::vector<dictionary::Spelling> spellings;
  std::vector<match::Pattern>
      patterns;  // those of the plain alphabet first: `matcher` has them, the others are in `needs`
  size_t plain_patterns = 0;
  std::vector<uint16_t>
      least_units;  // parallel to patterns: the fewest syllables of their spellings; 0 where there are none
  std::vector<verify::Form> forms;  // parallel to spellings
  std::vector<verify::LatinForm> latin;
  Needs needs;
  std::unique_ptr<match::Matcher> matcher;
  std::unique_ptr<detect::Detectors> detectors;
  Rules rules;
  Policy policy;
  Limits limits;
  bool degraded = false;
  uint64_t generation = 0;
  std::vector<std::string> warnings;

  verify::Terms ForVerify() const { return {terms, patterns, spellings, forms, latin}; }
};


// The dictionary that `options` put in effect: their packs and ad-hoc terms, laid over one another on the options' day.
absl::StatusOr<dictionary::Effective> ReadLayers(const EngineOptions& options, std::vector<std::string>* warnings);

absl::StatusOr<std::shared_ptr<const Snapshot>> MakeSnapshot(const EngineOptions& options, uint64_t generation);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_SNAPSHOT_H_
