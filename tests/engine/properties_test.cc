// What must hold for every text, tried on many: each failure names the seed that brings it back.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine_helpers.h"
#include "random_text.h"
#include "tests/table.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace weir {
namespace {

using tests::Random;

// The default pack, detectors, and terms of every alphabet: one engine for all properties.
const std::vector<std::string>& ExtraTerms() {
  static const std::vector<std::string> terms = {"傻逼", "大傻逼", "逼大", "sb",  "abc",  "ab", "国家",
                                                 "微信", "里",     "バカ", "𠮷",  "𠀀大", "株", "fi",
                                                 "10",   "哈哈",   "ss",   "a b", "fu(",  "ю"};
  return terms;
}

EngineOptions Options() {
  EngineOptions options;
  options.terms = ExtraTerms();
  options.allow = {"大微信", "abcc"};
  return options;
}

const Engine& TheEngine() {
  static const Engine* engine = new Engine(tests::MustOpen(Options()));
  return *engine;
}

const std::vector<std::string>& Snippets() {
  static const std::vector<std::string> snippets = {"19900000063", "a@example.com", "example.net", "加微信",
                                                    "怎么办",      "社保卡",        "口交",        "路口交通",
                                                    "@",           "12345",         "他妈的",      "救命"};
  return snippets;
}

// A mix of one alphabet, noise, broken bytes and phrases that matter.
std::string Mix(uint32_t seed) {
  Random random(seed);
  const auto& alphabet = tests::Pick(tests::Alphabets(), random);
  std::string text = tests::TextOf(alphabet, ExtraTerms(), {true, true, 20}, random);
  if (random() % 3 == 0) text += tests::Pick(Snippets(), random);
  if (random() % 5 == 0) text = tests::Pick(Snippets(), random) + text;
  return text;
}

// Disguises that other alphabets and spellings undo: what is under such a hit does not fold to the term.
constexpr uint16_t kBeyondPlain = kHomophone | kPinyin | kSplit | kEmoji | kInitials | kShuffled;

// As folded, each look-alike of a common character read as that.
std::vector<uint16_t> FoldShapes(std::string_view text) {
  std::vector<uint16_t> symbols = text::Fold(text);
  for (uint16_t& symbol : symbols) symbol = text::ShapeSymbol(symbol);
  return symbols;
}

ScanOptions SurfaceOf(uint32_t seed) { return {static_cast<Surface>(seed % kSurfaceCount), seed % 7 == 0}; }

TEST(Properties, ASpanSlicesToItsText) {
  Scratch scratch;
  Verdict verdict;
  size_t hits = 0;
  for (uint32_t seed = 0; seed < 40000; ++seed) {
    const std::string text = Mix(seed);
    TheEngine().Scan(text, scratch, &verdict, SurfaceOf(seed));
    for (const Hit& hit : verdict.hits) {
      ++hits;
      const std::string told =
          "seed " + std::to_string(seed) + ": " + tests::Escape(text) + " " + std::string(hit.term);
      ASSERT_LT(hit.span.begin, hit.span.end) << told;
      ASSERT_LE(hit.span.end, text.size()) << told;
      ASSERT_EQ(text::CountCodePoints(text.substr(0, hit.span.begin)), hit.span_cp.begin) << told;
      ASSERT_EQ(text::CountCodePoints(text.substr(0, hit.span.end)), hit.span_cp.end) << told;
      if (hit.term[0] == '@' || (hit.via & kBeyondPlain)) continue;
      // The slice holds the term: its symbols are those of the term, whatever stood between.
      const std::string under = text.substr(hit.span.begin, hit.span.end - hit.span.begin);
      ASSERT_EQ(FoldShapes(under), FoldShapes(hit.term)) << told;
    }
    const auto order = [](const Hit& a, const Hit& b) {
      return std::tie(a.span.begin, a.span.end, a.term) < std::tie(b.span.begin, b.span.end, b.term);
    };
    ASSERT_TRUE(std::is_sorted(verdict.hits.begin(), verdict.hits.end(), order)) << "seed " << seed;
    ASSERT_EQ((verdict.flags & kInvalidUtf8) != 0, text::Repair(text) != text)
        << "seed " << seed << ": " << tests::Escape(text);
  }
  EXPECT_GT(hits, 20000u) << "the mixes hit too little to say anything";
}

TEST(Properties, BatchColumnAndOneByOneAgree) {
  Scratch scratch, other;
  VerdictBatch batch, column;
  for (uint32_t seed = 0; seed < 600; ++seed) {
    Random random(seed);
    std::vector<std::string> texts(random() % 150);
    std::string bytes;
    std::vector<int32_t> offsets = {0};
    for (std::string& text : texts) {
      text = random() % 4 == 0 ? "" : Mix(static_cast<uint32_t>(random()));
      bytes += text;
      offsets.push_back(static_cast<int32_t>(bytes.size()));
    }
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const ScanOptions options = SurfaceOf(seed);
    TheEngine().ScanBatch(views, scratch, &batch, options);
    TheEngine().ScanColumn(bytes, offsets, scratch, &column, options);
    ASSERT_EQ(batch.size(), texts.size());
    ASSERT_EQ(column.size(), texts.size());
    for (size_t i = 0; i < texts.size(); ++i) {
      const std::string one = tests::ScanToJson(TheEngine(), texts[i], other, options);
      ASSERT_EQ(tests::Json(batch[i], texts[i]), one)
          << "seed " << seed << ", text " << i << ": " << tests::Escape(texts[i]);
      ASSERT_EQ(tests::Json(column[i], texts[i]), one)
          << "seed " << seed << ", text " << i << ": " << tests::Escape(texts[i]);
    }
  }
}

// A text's verdict is its own: whatever stands beside it in the batch, and however the batch is cut.
TEST(Properties, NeighboursDoNotMatter) {
  Scratch scratch;
  VerdictBatch batch;
  for (uint32_t seed = 0; seed < 1500; ++seed) {
    Random random(seed);
    const std::string text = Mix(seed);
    std::string expected;
    for (int round = 0; round < 4; ++round) {
      std::vector<std::string> before(random() % 70), after(random() % 3);
      for (std::string& neighbour : before) neighbour = random() % 2 ? "傻" : Mix(static_cast<uint32_t>(random()));
      for (std::string& neighbour : after) neighbour = "逼大";
      std::vector<std::string_view> views(before.begin(), before.end());
      views.push_back(text);
      views.insert(views.end(), after.begin(), after.end());
      TheEngine().ScanBatch(views, scratch, &batch);
      const std::string json = tests::Json(batch[before.size()], text);
      if (round > 0) {
        ASSERT_EQ(json, expected) << "seed " << seed << ": " << tests::Escape(text);
      }
      expected = json;
    }
  }
}

std::string FoldedText(const std::string& text) {
  text::AtomMap map;
  map.Build(text);
  std::string folded;
  for (const text::Atom& atom : map.atoms()) {
    if (atom.IsLetter()) text::AppendUtf8(atom.folded, &folded);
  }
  return folded;
}

TEST(Properties, FoldingTwiceIsFoldingOnce) {
  for (uint32_t seed = 0; seed < 40000; ++seed) {
    const std::string text = Mix(seed), folded = FoldedText(text);
    ASSERT_EQ(text::Fold(folded), text::Fold(text)) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(FoldedText(folded), folded) << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(text::Fold(text::Repair(text)), text::Fold(text)) << "seed " << seed << ": " << tests::Escape(text);
  }
}

TEST(Properties, TheSourceMapTellsTheFoldsStory) {
  text::AtomMap map;
  for (uint32_t seed = 0; seed < 40000; ++seed) {
    Random random(seed);
    std::string text = Mix(seed);
    if (random() % 2 == 0 && !text.empty()) text[random() % text.size()] = static_cast<char>(random());
    map.Build(text);
    std::vector<uint16_t> symbols;
    for (size_t k = 0; k < map.symbols(); ++k) symbols.push_back(map.atoms()[map.RunBegin(k)].symbol);
    ASSERT_EQ(symbols, text::Fold(text)) << "seed " << seed << ": " << tests::Escape(text);
  }
}

// Nothing of a masked category is left, a second masking changes nothing, and what stood outside the hits stays.
TEST(Properties, MaskingReachesAFixedPoint) {
  const Policy policy = DefaultPolicy();
  Scratch scratch;
  Verdict verdict;
  for (uint32_t seed = 0; seed < 8000; ++seed) {
    const std::string text = Mix(seed);
    const ScanOptions options = SurfaceOf(seed);
    const char mask = "*# .x0"[seed % 6];
    const std::string masked = TheEngine().Mask(text, scratch, options, mask);
    ASSERT_EQ(TheEngine().Mask(masked, scratch, options, mask), masked)
        << "seed " << seed << ": " << tests::Escape(text);
    ASSERT_EQ(text::CountCodePoints(masked), text::CountCodePoints(text))
        << "seed " << seed << ": " << tests::Escape(text);
    TheEngine().Scan(masked, scratch, &verdict, options);
    for (const Hit& hit : verdict.hits) {
      const auto category = static_cast<size_t>(hit.category);
      const Thresholds& t = policy.thresholds[static_cast<size_t>(options.surface)][category];
      ASSERT_LT(verdict.scores[category], std::min({t.mask, t.review, t.block}))
          << "seed " << seed << ": " << tests::Escape(text) << " → " << tests::Escape(masked);
    }
    ASSERT_EQ(verdict.action, Action::kAllow) << "seed " << seed;
  }
}

// No comment is held by a number alone, and an allowed one rests below its thresholds.
TEST(Properties, WhatIsHeldShowsWhy) {
  Scratch scratch;
  Verdict verdict;
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    const std::string text = Mix(seed);
    TheEngine().Scan(text, scratch, &verdict, SurfaceOf(seed));
    if (verdict.action != Action::kAllow) {
      ASSERT_FALSE(verdict.hits.empty()) << "seed " << seed << ": " << tests::Escape(text);
    }
    ASSERT_EQ(verdict.risk, *std::max_element(verdict.scores.begin(), verdict.scores.end())) << "seed " << seed;
    for (int c = 0; c < kCategoryCount; ++c) {
      const bool scored = verdict.scores[static_cast<size_t>(c)] > 0;
      const bool shown = std::any_of(verdict.hits.begin(), verdict.hits.end(),
                                     [&](const Hit& hit) { return hit.category == static_cast<Category>(c); });
      ASSERT_EQ(scored, shown) << "seed " << seed << ": " << tests::Escape(text);
    }
  }
}

// One mebibyte in windows: hits at the cuts, on both sides of them, and everywhere between are found once, at their place.
TEST(Properties, WindowsOfALongText) {
  EngineOptions options = tests::Bare({"傻逼", "sb", "加微信"});
  options.limits.hits_per_text = 100000;
  const Engine engine = tests::MustOpen(options);
  for (uint32_t seed = 0; seed < 6; ++seed) {
    Random random(seed);
    std::string text;
    std::vector<std::string> expected;
    while (text.size() < (1u << 20)) {
      const std::string& term = tests::Pick(options.terms, random);
      const bool near_cut =
          (text.size() + 40) % (64 * 1024 - 512) < 80;  // windows begin every 64 KiB less their overlap
      if (near_cut || random() % 40 == 0) {
        expected.push_back(term + "@" + std::to_string(text.size()) + "-" + std::to_string(text.size() + term.size()));
        text += term + " 好 ";
      } else {
        text += tests::Pick(std::vector<std::string>{"好", "的", " ", "12", "天气 ", "，"}, random);
      }
    }
    Scratch scratch;
    Verdict verdict;
    engine.Scan(text, scratch, &verdict);
    EXPECT_NE(verdict.flags & kTruncated, 0);
    EXPECT_GE(verdict.action, Action::kReview);
    ASSERT_EQ(verdict.hits.size(), expected.size()) << "seed " << seed;
    for (size_t i = 0; i < expected.size(); ++i) {
      const Hit& hit = verdict.hits[i];
      ASSERT_EQ(std::string(hit.term) + "@" + std::to_string(hit.span.begin) + "-" + std::to_string(hit.span.end),
                expected[i])
          << "seed " << seed;
      if (i % 997 == 0) {
        ASSERT_EQ(hit.span_cp.begin, text::CountCodePoints(std::string_view(text).substr(0, hit.span.begin)));
      }
    }
  }
}

// A hit at every offset around every cut of small windows.
TEST(Properties, AHitAtEveryOffsetOfACut) {
  EngineOptions options = tests::Bare({"傻逼"});
  options.limits.text_bytes = 1024;
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  for (size_t at = 490; at < 1560; ++at) {
    const std::string text = std::string(at, '-') + "傻逼" + std::string(1600 - at, '-');
    engine.Scan(text, scratch, &verdict);
    ASSERT_EQ(tests::HitsOf(verdict), "傻逼@" + std::to_string(at) + "-" + std::to_string(at + 6));
  }
  // The rest of a word behind the cut is no border: "sb" of "sbc" must not be a hit because a window ends there.
  const Engine words = [] {
    EngineOptions latin = tests::Bare({"sb"});
    latin.limits.text_bytes = 1024;
    return tests::MustOpen(latin);
  }();
  for (size_t at = 490; at < 1560; ++at) {
    words.Scan(std::string(at, '-') + "sbc" + std::string(1600 - at, '-'), scratch, &verdict);
    ASSERT_EQ(tests::HitsOf(verdict), "") << at;
    words.Scan(std::string(at, '-') + "csb" + std::string(1600 - at, '-'), scratch, &verdict);
    ASSERT_EQ(tests::HitsOf(verdict), "") << at;
  }
}

}  // namespace
}  // namespace weir
