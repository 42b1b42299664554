// What a scan found, counted: for the table of --stats and the file of --stats-json.
//
// A Tally is a value; two of them add up (Merge), so that threads count apart.
#ifndef WEIR_TOOLS_STATS_H_
#define WEIR_TOOLS_STATS_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "messages.h"
#include "weir/verdict.h"

namespace weir::tool {

inline constexpr int kFlagCount = 5;

struct Tally {
  uint64_t comments = 0, bytes = 0;
  std::array<uint64_t, 4> actions{};
  std::array<uint64_t, 3> levels{};
  std::array<uint64_t, kCategoryCount> categories{};  // comments with a hit of the category
  std::array<uint64_t, kAttentionKindCount> kinds{};
  std::array<uint64_t, kFlagCount> flags{};
  std::map<std::string, uint64_t, std::less<>> topics;  // first levels

  void Add(const Verdict& verdict, std::string_view text);
  void Merge(const Tally& other);
};

struct RunFacts {
  double seconds = 0;
  uint64_t unreadable = 0;  // lines that gave no comment
  std::string pack;
};

std::string StatsTable(const Tally& tally, const RunFacts& facts, Lang lang);
std::string StatsJson(const Tally& tally, const RunFacts& facts);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_STATS_H_
