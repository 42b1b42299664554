// Literal matching alone, over symbols that are folded and joined already: by number of terms and by texts a call.
#include <benchmark/benchmark.h>

#include <memory>

#include "corpus.h"
#include "dictionary/term.h"
#include "match/matcher.h"
#include "text/fold.h"

namespace weir::bench {
namespace {

std::vector<match::Pattern> Patterns(size_t n) {
  std::vector<dictionary::Term> terms;
  for (const std::string& text : Terms(n)) {
    terms.emplace_back();
    terms.back().text = text;
  }
  return match::BuildPatterns(dictionary::SpellAll(terms));
}

// Buffers of `group` comments each, joined by the separator.
std::vector<std::vector<uint16_t>> Joined(size_t group) {
  const Column& column = SyntheticComments();
  std::vector<std::vector<uint16_t>> buffers;
  for (size_t i = 0; i < column.size(); ++i) {
    if (i % group == 0) buffers.emplace_back();
    const std::vector<uint16_t> symbols = text::Fold(column.texts[i]);
    buffers.back().insert(buffers.back().end(), symbols.begin(), symbols.end());
    buffers.back().push_back(0);
  }
  return buffers;
}

void Match(benchmark::State& state, bool hyperscan) {
  const auto patterns = Patterns(static_cast<size_t>(state.range(0)));
  std::unique_ptr<match::Matcher> matcher;
  if (hyperscan) {
    auto built = match::BuildHyperscan(patterns);
    if (!built.ok()) return state.SkipWithError("Hyperscan does not build");
    matcher = *std::move(built);
  } else {
    matcher = match::BuildTextbook(patterns);
  }
  const auto workspace = matcher->NewWorkspace();
  const auto buffers = Joined(static_cast<size_t>(state.range(1)));
  std::vector<match::RawMatch> matches;
  size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (const auto& symbols : buffers) {
      matcher->Scan(symbols, SIZE_MAX, workspace.get(), &matches);
      hits += matches.size();
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * SyntheticComments().size()));
  state.counters["hits"] = static_cast<double>(hits);
}

void MatchHyperscan(benchmark::State& state) { Match(state, true); }
void MatchTextbook(benchmark::State& state) { Match(state, false); }
BENCHMARK(MatchHyperscan)->ArgNames({"terms", "batch"})->ArgsProduct({{1000, 10000, 100000}, {1, 16, 64, 256}});
BENCHMARK(MatchTextbook)->ArgNames({"terms", "batch"})->Args({10000, 64});

}  // namespace
}  // namespace weir::bench
