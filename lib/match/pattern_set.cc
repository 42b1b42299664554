#include "match/pattern_set.h"

#include "absl/container/flat_hash_map.h"

namespace weir::match {

std::vector<Pattern> BuildPatterns(std::span<const dictionary::Spelling> spellings) {
  std::vector<Pattern> patterns;
  absl::flat_hash_map<std::vector<uint16_t>, uint32_t> known;
  for (uint32_t i = 0; i < spellings.size(); ++i) {
    const std::vector<uint16_t>& symbols = spellings[i].symbols;
    const auto [found, fresh] = known.try_emplace(symbols, static_cast<uint32_t>(patterns.size()));
    if (fresh) patterns.push_back({symbols, {}});
    patterns[found->second].spellings.push_back(i);
  }
  return patterns;
}

}  // namespace weir::match
