// The promise of the hot path: once Scratch and verdicts are warm, nothing is allocated. Every operator new and malloc of this test
// program is counted, so that Hyperscan's and RE2's are too.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <functional>
#include <new>

#include "engine_helpers.h"

namespace {

std::atomic<bool> counting{false};
std::atomic<size_t> allocations{0};

void Count() {
  if (counting.load(std::memory_order_relaxed)) allocations.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

// glibc's own functions do the work; these names come before them.
extern "C" {
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* pointer, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) { return Count(), __libc_malloc(size); }
void* calloc(size_t count, size_t size) { return Count(), __libc_calloc(count, size); }
void* realloc(void* pointer, size_t size) { return Count(), __libc_realloc(pointer, size); }
void* memalign(size_t alignment, size_t size) { return Count(), __libc_memalign(alignment, size); }
void* aligned_alloc(size_t alignment, size_t size) { return Count(), __libc_memalign(alignment, size); }
int posix_memalign(void** out, size_t alignment, size_t size) {
  Count();
  *out = __libc_memalign(alignment, size);
  return *out == nullptr;
}
}

namespace weir {
namespace {

const std::vector<std::string_view>& Corpus() {
  static const std::vector<std::string_view> corpus = {
      "你好",
      "社保卡怎么补办，在哪个窗口",
      "",
      "加 微 信 领补贴",
      "傻逼",
      "傻*逼傻傻傻逼",
      "打19900000063",
      "发a.b@example.com",
      "看https://example.net/x",
      "路口交通堵死了",
      "他妈妈的社保",
      "排了两个小时，投诉谁",
      "救命，我不想活了",
      "ＳＢ sb S B",
      "\xE5\x82\xFF坏字节",
      "㈱⑩ﬁ",
      "国家國家",
      "加微信加微信加微信加微信加微信加微信",
      "公积金代提当天到账",
      "哈哈哈哈哈哈",
      "12345 12333",
      "一二三四五六七八九十一二三四五六七八九十",
      "三黄片 黄片",
      "给您添了很大麻烦，买大麻的抓了",
      "明天开门吗",
      "医保报销比例多少，异地怎么报",
      "😀😀😀",
      "test tom av have",
      "1 9 9 0",
      "abc.def.ghi",
      "www.gov.cn",
      "加ｖ信：123456找我",
      "考 试包过，考试包过",
      "1234-5 123-6",
      "wildcat cat",
  };
  return corpus;
}

size_t Counted(const std::function<void()>& body) {
  allocations = 0;
  counting = true;
  body();
  counting = false;
  return allocations;
}

EngineOptions Options(MatcherChoice matcher) {
  EngineOptions options;
  options.terms = {"傻逼", "sb", "哈哈", "黄片", "av", "口交", "大麻"};
  options.word_border = true;
  options.allow = {"三黄片"};
  options.patterns = {"/加[v微].{0,4}\\d{6}/", "/\\d{3}-\\d/", "*cat", "/哈{3}/"};
  options.composites = {{"考试", "包过"}, {"社保", "窗口", "补办"}};
  options.matcher = matcher;
  return options;
}

class Allocation : public testing::TestWithParam<MatcherChoice> {};

TEST_P(Allocation, TheCounterCounts) {
  EXPECT_GE(Counted([] { delete new std::string(1000, 'x'); }), 2u);
  EXPECT_GE(Counted([] { std::free(std::malloc(10)); }), 1u);
  EXPECT_EQ(Counted([] {}), 0u);
}

TEST_P(Allocation, AWarmScanAllocatesNothing) {
  const Engine engine = tests::MustOpen(Options(GetParam()));
  for (const Surface surface : {Surface::kComment, Surface::kScript}) {
    for (const bool longest : {false, true}) {
      Scratch scratch;
      Verdict verdict;
      size_t hits = 0, attention = 0;
      const auto round = [&] {
        for (const std::string_view text : Corpus()) {
          engine.Scan(text, scratch, &verdict, {surface, longest});
          hits += verdict.hits.size();
          attention += verdict.attention.topics.size() + (verdict.attention.kinds != 0);
        }
      };
      round(), round();
      ASSERT_GT(hits, 20u) << "the corpus hits too little to say anything";
      ASSERT_GT(attention, 6u);
      for (const std::string_view text : Corpus()) {
        EXPECT_EQ(Counted([&] { engine.Scan(text, scratch, &verdict, {surface, longest}); }), 0u) << text;
      }
      EXPECT_EQ(Counted(round), 0u);
    }
  }
}

TEST_P(Allocation, WarmBatchesAllocateNothing) {
  const Engine engine = tests::MustOpen(Options(GetParam()));
  std::vector<std::string_view> texts;
  for (int i = 0; i < 10; ++i) texts.insert(texts.end(), Corpus().begin(), Corpus().end());
  std::string bytes;
  std::vector<int32_t> offsets = {0};
  for (const std::string_view text : texts) {
    bytes += text;
    offsets.push_back(static_cast<int32_t>(bytes.size()));
  }
  Scratch scratch;
  VerdictBatch batch, column;
  const auto scan_batch = [&] { engine.ScanBatch(texts, scratch, &batch); };
  const auto scan_column = [&] { engine.ScanColumn(bytes, offsets, scratch, &column); };
  for (int round = 0; round < 2; ++round) scan_batch(), scan_column();
  EXPECT_EQ(Counted(scan_batch), 0u);
  EXPECT_EQ(Counted(scan_column), 0u);
  // A smaller batch into the same buffers, in another order.
  EXPECT_EQ(Counted([&] { engine.ScanBatch(std::span(texts).subspan(0, 70), scratch, &batch); }), 0u);
}

INSTANTIATE_TEST_SUITE_P(Matchers, Allocation, testing::Values(MatcherChoice::kAuto, MatcherChoice::kTextbook));

}  // namespace
}  // namespace weir
