// Decode + fold: what every comment pays. The fast paths (ASCII, three-byte Han) beside texts that miss them, and ICU's own
// normaliser as the measure of what a table saves.
#include <benchmark/benchmark.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <cstring>

#include "corpus.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "word_corpus.h"

namespace weir::bench {
namespace {

// One alphabet, or with `sounds` both: to be compared in one run.
void FoldAll(benchmark::State& state, const Column& column, bool sounds = false) {
  if (column.size() == 0) return state.SkipWithError("skipped: no shared data");
  std::vector<uint16_t> out(text::MaxSymbols(1 << 16)), second(out.size());
  size_t symbols = 0;
  for (auto _ : state) {
    symbols = 0;
    for (const std::string_view text : column.texts) {
      const text::Folded folded = sounds ? text::Fold(text, out.data(), second.data()) : text::Fold(text, out.data());
      symbols += folded.symbols + folded.sounds;
      benchmark::DoNotOptimize(out.data());
      benchmark::ClobberMemory();
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * column.bytes.size()));
  state.counters["symbols"] = static_cast<double>(symbols);
}

Column Repeat(const std::string& text, size_t count) {
  Column column;
  column.bytes.reserve(text.size() * count);
  column.offsets.push_back(0);
  for (size_t i = 0; i < count; ++i) {
    column.bytes += text;
    column.offsets.push_back(static_cast<int32_t>(column.bytes.size()));
  }
  for (size_t i = 0; i < count; ++i)
    column.texts.push_back(std::string_view(column.bytes).substr(i * text.size(), text.size()));
  return column;
}

void Fold(benchmark::State& state) { FoldAll(state, SyntheticComments()); }
void FoldLiveChat(benchmark::State& state) { FoldAll(state, LiveChat()); }
// 13 characters each, so that the figures can be compared: three-byte Han, ASCII, and two-byte Cyrillic, which has no fast path.
void FoldHan(benchmark::State& state) { FoldAll(state, Repeat("社保断缴三个月怎么补缴呢谢", 1000)); }
void FoldAscii(benchmark::State& state) { FoldAll(state, Repeat("hello weir 66", 1000)); }
void FoldTwoByte(benchmark::State& state) { FoldAll(state, Repeat("приветпривета", 1000)); }
void FoldSounds(benchmark::State& state) { FoldAll(state, SyntheticComments(), true); }
void FoldSoundsLiveChat(benchmark::State& state) { FoldAll(state, LiveChat(), true); }
void FoldSoundsHan(benchmark::State& state) { FoldAll(state, Repeat("社保断缴三个月怎么补缴呢谢", 1000), true); }
void FoldSoundsPinyin(benchmark::State& state) { FoldAll(state, Repeat("jia weixin bao", 1000), true); }
BENCHMARK(Fold);
void FoldSoundsWords(benchmark::State& state) { FoldAll(state, WordComments(), true); }
BENCHMARK(FoldSounds);
BENCHMARK(FoldSoundsWords);
BENCHMARK(FoldLiveChat);
BENCHMARK(FoldSoundsLiveChat);
BENCHMARK(FoldHan);
BENCHMARK(FoldSoundsHan);
BENCHMARK(FoldSoundsPinyin);
BENCHMARK(FoldAscii);
BENCHMARK(FoldTwoByte);

void JoinCopy(benchmark::State& state) {
  const Column& column = SyntheticComments();
  std::string joined(column.bytes.size() + column.size(), '\0');
  for (auto _ : state) {
    char* at = joined.data();
    for (const std::string_view text : column.texts) {
      std::memcpy(at, text.data(), text.size());
      at += text.size() + 1;
    }
    benchmark::DoNotOptimize(joined.data());
    benchmark::ClobberMemory();
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
}
BENCHMARK(JoinCopy);

void IcuNfkcCasefold(benchmark::State& state) {
  const Column& column = SyntheticComments();
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(error);
  for (auto _ : state) {
    for (const std::string_view text : column.texts) {
      const auto source = icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
      icu::UnicodeString folded = normalizer->normalize(source, error);
      benchmark::DoNotOptimize(folded);
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
}
BENCHMARK(IcuNfkcCasefold);

// The lazy source map, for the few texts with hits.
void Atoms(benchmark::State& state) {
  const Column& column = SyntheticComments();
  text::AtomMap map;
  for (auto _ : state) {
    for (const std::string_view text : column.texts) map.Build(text);
    benchmark::DoNotOptimize(map);
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
}
BENCHMARK(Atoms);

void AtomSounds(benchmark::State& state) {
  const Column& column = SyntheticComments();
  text::AtomMap map;
  for (auto _ : state) {
    for (const std::string_view text : column.texts) {
      map.Build(text);
      map.BuildSounds();
    }
    benchmark::DoNotOptimize(map);
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
}
BENCHMARK(AtomSounds);

}  // namespace
}  // namespace weir::bench
