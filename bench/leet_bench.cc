// The leet alphabet beside the plain fold: paid by texts with Latin letters where a pack has terms of the variant `latin`.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "corpus.h"
#include "text/fold.h"
#include "text/leet.h"

namespace weir::bench {
namespace {

constexpr const char* kSentence = "You c@n read this s3ntence, it costs $5 + 1st class (really!) and n0thing else. ";

std::string LatinText() {
  std::string text;
  for (int i = 0; i < 200; ++i) text += kSentence;
  return text;
}

template <typename Function>
void Run(benchmark::State& state, const std::string& text, Function fold) {
  std::vector<uint16_t> out(text::MaxLeet(text.size()));
  for (auto _ : state) {
    benchmark::DoNotOptimize(fold(text, out.data()));
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
}

void FoldLeetLatin(benchmark::State& state) {
  Run(state, LatinText(), [](auto... a) { return text::FoldLeet(a...); });
}
void FoldLeetPlain(benchmark::State& state) {
  Run(state, LatinText(), [](auto... a) { return text::Fold(a...).symbols; });
}
BENCHMARK(FoldLeetLatin);
BENCHMARK(FoldLeetPlain);

void FoldLeetComments(benchmark::State& state) {
  const Column& column = SyntheticComments();
  std::vector<uint16_t> out(text::MaxLeet(1 << 16));
  for (auto _ : state) {
    for (const std::string_view text : column.texts) benchmark::DoNotOptimize(text::FoldLeet(text, out.data()));
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
}
BENCHMARK(FoldLeetComments);

}  // namespace
}  // namespace weir::bench
