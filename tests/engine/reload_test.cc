// Threads scan while another reloads: every verdict belongs to one generation wholly, and a pack that does not read leaves all as it
// was. Short, because it is meant for ThreadSanitizer.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <map>
#include <thread>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::MakePack;

// Each pack knows two of the words, so that a mixture of two packs would show as another set of hits.
constexpr std::string_view kText = "甲乙丙丁 甲乙 加微信领 怎么办";

PackSource First() { return MakePack("first", {{"zh/abuse.tsv", "甲乙\t4\t-\t-\town\tn\n乙丙\t2\t-\t-\town\tn\n"}}); }
PackSource Second() {
  return MakePack("second", {{"zh/abuse.tsv", "丙丁\t4\t-\t-\town\tn\n甲乙丙\t3\t-\t-\town\tn\n"},
                             {"zh/attention/question.tsv", "怎么\t1\t-\t-\town\tn\n"}});
}
PackSource Broken() { return MakePack("broken", {{"zh/abuse.tsv", "甲乙\tmany\t-\t-\town\tn\n"}}); }

// stamp → the verdict an engine with that pack alone gives.
std::map<std::string, std::string> Expected(const std::vector<EngineOptions>& all) {
  std::map<std::string, std::string> expected;
  for (const EngineOptions& options : all) {
    const Engine engine = tests::MustOpen(options);
    Scratch scratch;
    expected[engine.Info().pack] = tests::ScanToJson(engine, kText, scratch);
  }
  return expected;
}

TEST(Reload, EveryVerdictBelongsToOneGeneration) {
  EngineOptions first = tests::Bare({}), second = first, standard;
  first.packs = {First()};
  second.packs = {Second()};
  standard.detectors.emplace();
  const auto expected = Expected({first, second, standard});
  ASSERT_EQ(expected.size(), 3u);
  Engine engine = tests::MustOpen(standard);

  std::atomic<bool> stop{false};
  std::atomic<size_t> scans{0}, wrong{0};
  const auto scan = [&](bool in_batches) {
    Scratch scratch;
    VerdictBatch batch;
    const std::vector<std::string_view> texts(in_batches ? 70 : 1, kText);
    while (!stop) {
      engine.ScanBatch(texts, scratch, &batch);
      for (size_t i = 0; i < batch.size(); ++i) {
        const auto found = expected.find(std::string(batch[i].pack));
        wrong +=
            found == expected.end() || tests::Json(batch[i], kText) != found->second || batch[i].pack != batch[0].pack;
      }
      scans += texts.size();
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(scan, i == 2);
  threads.emplace_back([&] {
    while (!stop) wrong += expected.count(engine.Info().pack) == 0;
  });

  uint64_t generation = 1;
  int failures = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(2500);
  for (int round = 0; round < 8 || std::chrono::steady_clock::now() < end; ++round) {
    const std::string before = engine.Info().pack;
    switch (round % 4) {
      case 0:
        generation += engine.Reload({First()}, false).ok();
        break;
      case 1:
        generation += engine.Reload({Second()}, false).ok();
        break;
      case 2:
        failures += !engine.Reload({Broken()}, false).ok() && engine.Info().pack == before;
        continue;
      default:
        generation += engine.Reload({}, true).ok();
        break;
    }
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0u);
  EXPECT_EQ(engine.Info().generation, generation);
  EXPECT_GT(generation, 3u);
  EXPECT_GT(failures, 0);
  EXPECT_GT(scans, 100u);
  printf("%zu scans over %llu generations\n", scans.load(), static_cast<unsigned long long>(generation));
}

// Two reloads at once: one after the other, none lost.
TEST(Reload, OneAtATime) {
  EngineOptions options = tests::Bare({});
  Engine engine = tests::MustOpen(options);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&engine, i] {
      for (int k = 0; k < 5; ++k) {
        EXPECT_TRUE(engine.Reload({i % 2 ? First() : Second()}, false).ok());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(engine.Info().generation, 21u);
}

}  // namespace
}  // namespace weir
