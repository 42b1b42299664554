// What patterns cost: the default pack over live chat, and over synthetic comments where there is none, without patterns, with 44 and with
// 200, as packs hold them: a word or two, then digits, letters or a few characters. Read as a ratio to the row without.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "corpus.h"
#include "dictionary/bundle.h"
#include "weir/engine.h"

namespace weir::bench {
namespace {

constexpr size_t kBatch = 64;

// Rules of four kinds in turn; the words are in live talk too, so that cues are met.
std::string Patterns(size_t count) {
  constexpr const char* kWords[] = {"加微", "私信", "领取", "免费", "兼职", "代办",   "包过", "内部", "返利",
                                    "刷单", "贷款", "套现", "提额", "网赚", "工作室", "推广", "进群"};
  constexpr const char* kTails[] = {".{0,4}\\\\d{6,11}", "[^0-9]{0,3}(电话|号码|联系)", "(我|他|你).{0,6}(发|给)",
                                    "\\\\d{2,4}(元|块|天)"};
  std::string out;
  for (size_t i = 0; i < count; ++i) {
    out += "[[pattern]]\nname = \"p" + std::to_string(i) + "\"\nregex = \"" + kWords[i % std::size(kWords)] + ".{0," +
           std::to_string(1 + i / 68) + "}" + kTails[i / std::size(kWords) % std::size(kTails)] +
           "\"\ncategory = \"ads\"\nweight = 2\n";
  }
  return out;
}

const Engine& EngineOf(size_t patterns) {
  static std::map<size_t, std::unique_ptr<Engine>> engines;
  std::unique_ptr<Engine>& engine = engines[patterns];
  if (engine == nullptr) {
    EngineOptions options;
    if (patterns > 0)
      options.packs = {
          PackSource::Bytes("rules", dictionary::WriteBundle({"rules", "1", {{"patterns.toml", Patterns(patterns)}}}))};
    engine = std::make_unique<Engine>(std::move(Engine::Open(options)).value());
  }
  return *engine;
}

void ScanPatterns(benchmark::State& state) {
  const Column& column = LiveChat().size() > 0 ? LiveChat() : SyntheticComments();
  const Engine& engine = EngineOf(static_cast<size_t>(state.range(0)));
  Scratch scratch;
  VerdictBatch batch;
  const std::span<const std::string_view> texts(column.texts);
  size_t hits = 0;
  for (auto _ : state) {
    hits = 0;
    for (size_t at = 0; at < texts.size(); at += kBatch) {
      engine.ScanBatch(texts.subspan(at, std::min(kBatch, texts.size() - at)), scratch, &batch);
      for (size_t i = 0; i < batch.size(); ++i) hits += batch[i].hits.size();
    }
  }
  state.SetItemsProcessed(static_cast<int64_t>(state.iterations() * column.size()));
  state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK(ScanPatterns)->ArgName("patterns")->Arg(0)->Arg(44)->Arg(200);

}  // namespace
}  // namespace weir::bench
