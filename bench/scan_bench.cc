// The whole way from bytes to verdicts, on one thread: by number of terms; one text a call, batches of 64, and one buffer with
// offsets; the default pack over synthetic comments and over the shared live chat.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "corpus.h"
#include "dictionary/bundle.h"
#include "weir/engine.h"
#include "word_corpus.h"

namespace weir::bench {
namespace {

constexpr size_t kBatch = 64;

// A pack whose terms of three characters or more are looked for in these disguises.
PackSource PackOf(size_t terms, const std::string& variants) {
  std::string rows = variants == "none" ? "" : "#! variants " + variants + "\n";
  rows += "term\tweight\n";
  for (const std::string& term : WordTerms(terms)) rows += term + "\t3\n";
  return PackSource::Bytes("bench", dictionary::WriteBundle({"bench", "1", {{"zh/abuse.tsv", std::move(rows)}}}));
}

// 0 terms: the default pack. With `variants` the terms are a pack's, else ad-hoc.
const Engine& EngineOf(size_t terms, const std::string& variants = "") {
  static std::map<std::pair<size_t, std::string>, std::unique_ptr<Engine>> engines;
  std::unique_ptr<Engine>& engine = engines[{terms, variants}];
  if (engine == nullptr) {
    EngineOptions options;
    options.default_pack = terms == 0;
    if (terms > 0 && variants.empty()) options.terms = Terms(terms);
    if (!variants.empty()) {
      options.packs = {PackOf(terms, variants)};
      options.detectors.emplace();  // see word_corpus.h
    }
    engine = std::make_unique<Engine>(std::move(Engine::Open(options)).value());
  }
  return *engine;
}

void Report(benchmark::State& state, const Column& column, size_t hits) {
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
  state.counters["hits"] = static_cast<double>(hits);
}

void Batched(benchmark::State& state, const Column& column, size_t terms, const std::string& variants = "") {
  if (column.size() == 0) return state.SkipWithError("skipped: no shared data");
  const Engine& engine = EngineOf(terms, variants);
  Scratch scratch;
  VerdictBatch batch;
  size_t hits = 0;
  const std::span<const std::string_view> texts(column.texts);
  for (auto _ : state) {
    hits = 0;
    for (size_t at = 0; at < texts.size(); at += kBatch) {
      engine.ScanBatch(texts.subspan(at, std::min(kBatch, texts.size() - at)), scratch, &batch);
      for (size_t i = 0; i < batch.size(); ++i) hits += batch[i].hits.size();
    }
  }
  Report(state, column, hits);
}

void Single(benchmark::State& state, const Column& column, size_t terms) {
  if (column.size() == 0) return state.SkipWithError("skipped: no shared data");
  const Engine& engine = EngineOf(terms);
  Scratch scratch;
  Verdict verdict;
  size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (const std::string_view text : column.texts) {
      engine.Scan(text, scratch, &verdict);
      hits += verdict.hits.size();
    }
  }
  Report(state, column, hits);
}

void ScanBatch(benchmark::State& state) { Batched(state, SyntheticComments(), static_cast<size_t>(state.range(0))); }
void ScanSingle(benchmark::State& state) { Single(state, SyntheticComments(), static_cast<size_t>(state.range(0))); }
void ScanDefaultPack(benchmark::State& state) { Batched(state, SyntheticComments(), 0); }
void ScanLiveChat(benchmark::State& state) { Batched(state, LiveChat(), 0); }
void ScanLiveChatSingle(benchmark::State& state) { Single(state, LiveChat(), 0); }
BENCHMARK(ScanBatch)->ArgName("terms")->Arg(1000)->Arg(10000)->Arg(100000);
BENCHMARK(ScanSingle)->ArgName("terms")->Arg(1000)->Arg(10000)->Arg(100000);
BENCHMARK(ScanDefaultPack);

// What each alphabet adds to 10,000 terms, alone and together: the fold of a second stream, its share of the matcher, chance hits.
void ScanVariants(benchmark::State& state, const std::string& variants) {
  Batched(state, WordComments(), 10000, variants);
}
BENCHMARK_CAPTURE(ScanVariants, none, "none");
BENCHMARK_CAPTURE(ScanVariants, sound, "sound");
BENCHMARK_CAPTURE(ScanVariants, sound_pinyin_emoji, "sound,pinyin,emoji");
BENCHMARK_CAPTURE(ScanVariants, shape, "shape");
BENCHMARK_CAPTURE(ScanVariants, split, "split");
BENCHMARK_CAPTURE(ScanVariants, shuffle, "shuffle");
BENCHMARK_CAPTURE(ScanVariants, defaults, "sound,pinyin,shape,split,emoji");  // what the shipped pack says of its terms
BENCHMARK(ScanLiveChat);
BENCHMARK(ScanLiveChatSingle);

void ScanColumn(benchmark::State& state) {
  const Column& column = SyntheticComments();
  const Engine& engine = EngineOf(static_cast<size_t>(state.range(0)));
  Scratch scratch;
  VerdictBatch batch;
  const std::span<const int32_t> offsets(column.offsets);
  for (auto _ : state) {
    for (size_t at = 0; at + 1 < offsets.size(); at += kBatch) {
      engine.ScanColumn(column.bytes, offsets.subspan(at, std::min(kBatch, offsets.size() - 1 - at) + 1), scratch,
                        &batch);
    }
  }
  Report(state, column, 0);
}
BENCHMARK(ScanColumn)->ArgName("terms")->Arg(10000);

// The second core: each thread scans the whole corpus with a scratch of its own.
void ScanThreads(benchmark::State& state) { Batched(state, SyntheticComments(), 10000); }
BENCHMARK(ScanThreads)->Threads(1)->Threads(2)->UseRealTime();

}  // namespace
}  // namespace weir::bench
