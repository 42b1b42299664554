// The likelihood step, by hit: one text whose tables sit in the first cache, and a rotation over the rows of the test's table.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>
#include <vector>

#include "text/pairs.h"
#include "text/utf8.h"
#include "verify/likelihood.h"

namespace weir::bench {
namespace {

struct Hit {
  std::u32string before, written, after, read;
};

// The rows of tests/verify/likelihood.tsv: term, then before[written]after.
std::vector<Hit> Rows() {
  std::vector<Hit> hits;
  std::ifstream in(WEIR_SOURCE_DIR "/tests/verify/likelihood.tsv");
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t'), open = line.find('['), close = line.find(']');
    if (line[0] == '#' || open == std::string::npos || close == std::string::npos) continue;
    const size_t end = line.find('\t', close);
    hits.push_back({text::ToUtf32(line.substr(tab + 1, open - tab - 1)),
                    text::ToUtf32(line.substr(open + 1, close - open - 1)),
                    text::ToUtf32(line.substr(close + 1, end - close - 1)), text::ToUtf32(line.substr(0, tab))});
  }
  return hits;
}

void Price(benchmark::State& state, const std::vector<Hit>& hits) {
  if (hits.empty()) return state.SkipWithError("no hits");
  size_t at = 0;
  for (auto _ : state) {
    const Hit& hit = hits[at];
    at = at + 1 == hits.size() ? 0 : at + 1;
    benchmark::DoNotOptimize(verify::Weigh({hit.before, hit.after, hit.written, hit.read}));
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
}

void LikelihoodOneHit(benchmark::State& state) { Price(state, {{U"这个网络主播", U"费物", U"是不是又来了", U"废物"}}); }
void LikelihoodRows(benchmark::State& state) { Price(state, Rows()); }

// The question before it: two look-ups in a bitmap.
void OrdinaryPairs(benchmark::State& state) {
  const std::vector<Hit> hits = Rows();
  std::vector<std::pair<uint16_t, uint16_t>> pairs;
  for (const Hit& hit : hits) pairs.emplace_back(text::SymbolOf(hit.written[0]), text::SymbolOf(hit.written[1]));
  size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(text::OrdinaryPair(pairs[at].first, pairs[at].second));
    at = at + 1 == pairs.size() ? 0 : at + 1;
  }
}

BENCHMARK(LikelihoodOneHit);
BENCHMARK(LikelihoodRows);
BENCHMARK(OrdinaryPairs);

}  // namespace
}  // namespace weir::bench
