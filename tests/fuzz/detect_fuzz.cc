// Any bytes through the detectors: finds lie in the text, in order, and those of one detector never overlap; a second look finds the
// same; and what the detectors do not want holds nothing they would find.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "detect/detector.h"

namespace {

const weir::detect::Detectors& All() {
  static const auto* detectors = [] {
    auto made = weir::detect::Detectors::Make(weir::detect::Detectors::All());
    CHECK(made.ok());
    return new weir::detect::Detectors(*std::move(made));
  }();
  return *detectors;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static weir::text::AtomMap map;
  static weir::detect::View view;
  static std::vector<weir::detect::Find> finds, again;
  const std::string_view text(reinterpret_cast<const char*>(data), std::min<size_t>(size, 4096));
  std::vector<uint16_t> symbols(weir::text::MaxSymbols(text.size()));
  const weir::text::Folded folded = weir::text::Fold(text, symbols.data());
  map.Build(text);
  finds.clear();
  All().Scan(folded, map, &view, &finds);
  CHECK(view.plain.text.size() == view.plain.atom.size());
  CHECK(!view.differ || view.numbers.text.size() == view.numbers.atom.size());
  CHECK(finds.empty() || All().Wants(folded));
  for (size_t i = 0; i < finds.size(); ++i) {
    CHECK(finds[i].first <= finds[i].last && finds[i].last < map.atoms().size());
    CHECK(i == 0 || finds[i - 1].first <= finds[i].first);
    for (size_t k = 0; k < i; ++k) {
      CHECK(finds[k].detector->name != finds[i].detector->name || finds[k].last < finds[i].first);
    }
  }
  again.clear();
  All().Scan(folded, map, &view, &again);
  CHECK(again.size() == finds.size());
  return 0;
}
