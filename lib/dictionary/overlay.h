// Layers: packs laid over one another, base → city → county → room, become the one dictionary that is in effect.
//
//   base:   傻逼 4   笨蛋 2   allow 三黄片        → in effect: 傻逼 1 (city; was base 4), allow 三黄片, 加微信 3 (city)
//   city:   傻逼 1   笨蛋 0 remove   加微信 3        removed: 笨蛋 (base), by city
//
// A layer's row takes the place of what means the same (role, category, kind or topic) and reads the same after folding in the layers
// below, with all its columns; a row with the flag `remove` takes it out. Rows past their `until` are as if they were not there, so what
// they had replaced stands again. Within one layer only the very same text is replaced, by the later row. A removal that finds nothing
// is a warning: the layer below may have dropped the term itself.
//
// What does not work: to remove a term of the same layer, or one of another category. Which layer an entry came from is its rank, and
// verify/allow.h decides by it between a term and an allow phrase.
//
// A pure function of its arguments, the day included. Cost: one layer alone hashes each text; with more, each is folded as well
// (about 0.3 µs a term).
#ifndef WEIR_DICTIONARY_OVERLAY_H_
#define WEIR_DICTIONARY_OVERLAY_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/date.h"
#include "dictionary/term.h"

namespace weir::dictionary {

// What stood before an entry, or was taken out.
struct Past {
  std::string text, layer, source;
  float weight = 0;
};

struct Removal {
  Term term;                  // as it stood
  std::string layer, source;  // whose row took it out
};

struct Effective {
  std::string stamp;        // "default@0.1.0+3f9c… + city@1+77aa…"
  std::vector<Term> terms;  // a replaced entry keeps its place
  std::vector<Topic> topics;
  std::map<size_t, std::vector<Past>> history;  // by index of the term, oldest first; of terms that replaced something
  std::vector<Removal> removed;
  std::vector<Term> expired;  // not in effect for their `until`; removals too
  std::vector<std::string> warnings;
};

// More layers than these are a mistake.
inline constexpr size_t kMostLayers = 64;

// `layers` from the lowest to the highest. An error where there are more than kMostLayers, or more topics than can be numbered.
absl::StatusOr<Effective> Overlay(std::vector<Pack> layers, const Date& today);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_OVERLAY_H_
