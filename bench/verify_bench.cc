// The word-border guard, by hit: one that ordinary words cut, one that they could cut and do not, one with no word across it; and
// a rotation over the tests' hard pairs, so that the table of words does not sit in the first cache as it would for one text.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>
#include <vector>

#include "text/atoms.h"
#include "text/fold.h"
#include "verify/align.h"
#include "verify/border.h"

namespace weir::bench {
namespace {

struct Hit {
  text::AtomMap map;
  verify::Form form;
  verify::Place place;
};

Hit MakeHit(const std::string& term, const std::string& text) {
  Hit hit;
  hit.map.Build(text);
  hit.form = verify::MakeForm(term, true, true);
  hit.form.guarded = verify::CanBeCut(hit.form);
  std::vector<verify::Place> places;
  for (uint32_t k = 0; k + hit.form.runs.size() <= hit.map.symbols() && places.empty(); ++k) {
    verify::Align(hit.map, k, hit.form, &places);
  }
  if (!places.empty()) hit.place = places.front();
  return hit;
}

void Judge(benchmark::State& state, const std::vector<Hit>& hits) {
  if (hits.empty()) return state.SkipWithError("no hits");
  size_t at = 0, cut = 0;
  for (auto _ : state) {
    const Hit& hit = hits[at];
    at = at + 1 == hits.size() ? 0 : at + 1;
    cut += verify::CheckBorder(hit.map, hit.place, hit.form) == verify::Outcome::kWordBorder;
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations()));
  state.counters["cut"] = static_cast<double>(cut) / static_cast<double>(state.iterations());
}

// The rows of one label ("" for all) of tests/verify/border_pairs.tsv.
std::vector<Hit> Pairs(const std::string& label) {
  std::vector<Hit> hits;
  std::ifstream in(WEIR_SOURCE_DIR "/tests/verify/border_pairs.tsv");
  for (std::string line; std::getline(in, line);) {
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    if (line[0] == '#' || second == std::string::npos || line.rfind("label\t", 0) == 0) continue;
    if (!label.empty() && line.substr(0, first) != label) continue;
    hits.push_back(MakeHit(line.substr(first + 1, second - first - 1), line.substr(second + 1)));
  }
  return hits;
}

void BorderCut(benchmark::State& state) { Judge(state, {MakeHit("口交", "前面路口交通堵死了")}); }
void BorderNoWordAcross(benchmark::State& state) { Judge(state, {MakeHit("傻逼", "你就是个傻逼吧")}); }
void BorderNothingBeside(benchmark::State& state) { Judge(state, {MakeHit("口交", "口交！")}); }
void BorderHardPairs(benchmark::State& state) { Judge(state, Pairs("")); }
void BorderHardPairsCut(benchmark::State& state) { Judge(state, Pairs("cut")); }

BENCHMARK(BorderCut);
BENCHMARK(BorderNoWordAcross);
BENCHMARK(BorderNothingBeside);
BENCHMARK(BorderHardPairs);
BENCHMARK(BorderHardPairsCut);

}  // namespace
}  // namespace weir::bench
