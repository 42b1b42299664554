#include "match/pattern_set.h"

#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "text/fold.h"

namespace weir::match {

std::vector<Pattern> BuildPatterns(std::span<const dictionary::Term> terms) {
  std::vector<Pattern> patterns;
  absl::flat_hash_map<std::vector<uint16_t>, uint32_t> known;
  for (uint32_t i = 0; i < terms.size(); ++i) {
    std::vector<uint16_t> symbols = text::Fold(terms[i].text);
    if (symbols.empty()) continue;
    const auto [found, fresh] = known.try_emplace(symbols, static_cast<uint32_t>(patterns.size()));
    if (fresh) patterns.push_back({std::move(symbols), {}});
    patterns[found->second].terms.push_back(i);
  }
  return patterns;
}

}  // namespace weir::match
