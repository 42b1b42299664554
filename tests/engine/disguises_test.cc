// Disguises through the whole engine, and what must hold for any mix of them.
#include <gtest/gtest.h>

#include "engine_helpers.h"
#include "random_text.h"
#include "tests/table.h"
#include "text/sound.h"
#include "text/utf8.h"
#include "weir/verdict.h"

namespace weir {
namespace {

std::string ViaOf(uint16_t via) {
  std::vector<std::string_view> names;
  AppendViaNames(via, &names);
  std::string out;
  for (const std::string_view name : names) out += (out.empty() ? "" : ",") + std::string(name);
  return out;
}

Engine OpenWith(const std::string& term, const std::string& variants) {
  EngineOptions options = tests::Bare({term}, {});
  if (variants != "-") options.variants = tests::List(variants);
  return tests::MustOpen(options);
}

TEST(Disguises, Table) {
  Scratch scratch;
  Verdict verdict;
  for (const tests::Row& row :
       tests::ReadTable("tests/engine/disguises.tsv", {"term", "variants", "text", "under", "via", "note"})) {
    OpenWith(row["term"], row["variants"]).Scan(row["text"], scratch, &verdict);
    std::string under = "-", via = "-";
    if (!verdict.hits.empty()) {
      const Hit& hit = verdict.hits[0];
      under = row["text"].substr(hit.span.begin, hit.span.end - hit.span.begin);
      via = ViaOf(hit.via);
    }
    EXPECT_LE(verdict.hits.size(), 1u) << row.place;
    EXPECT_EQ(under, row["under"]) << row.place << ": " << row["note"];
    EXPECT_EQ(via, row["via"]) << row.place << ": " << row["note"];
  }
}

TEST(Disguises, AnUnknownVariantIsRefused) {
  EngineOptions options = tests::Bare({"傻逼"}, {});
  options.variants = {"smell"};
  const Result<Engine> engine = Engine::Open(options);
  ASSERT_FALSE(engine.ok());
  EXPECT_NE(engine.status().ToString().find("smell"), std::string::npos);
}

// The price is told: what the place reads as, and what would be needed.
TEST(Disguises, ExplainTellsTheChain) {
  const Engine engine = OpenWith("厌恶", "sound");
  const Explanation explanation = engine.Explain("我极度厌鄂这种事");
  ASSERT_EQ(explanation.raw_hits.size(), 1u);
  EXPECT_TRUE(explanation.raw_hits[0].accepted);
  EXPECT_NE(explanation.raw_hits[0].reason.find("homophone → 厌恶"), std::string::npos)
      << explanation.raw_hits[0].reason;
  EXPECT_NE(explanation.raw_hits[0].reason.find("needed"), std::string::npos) << explanation.raw_hits[0].reason;
}

// Characters by their usual syllable, to choose homophones from.
const std::vector<char32_t>& Homophones(text::Syllable syllable) {
  static const auto* by_syllable = [] {
    auto* all = new std::vector<std::vector<char32_t>>(text::SyllableCount());
    for (char32_t c = 0x4E00; c < 0x9FA0; ++c) {
      const auto readings = text::ReadingsOf(c);
      if (!readings.empty() && text::Info(c).count == 1 && text::Info(c)[0] == c) (*all)[readings[0]].push_back(c);
    }
    return all;
  }();
  return (*by_syllable)[syllable];
}

// One character of a term in a disguise of its own: itself, a homophone, Latin, or an emoji.
std::string Hide(char32_t c, tests::Random& random, bool* latin) {
  const text::Syllable syllable = text::ReadingsOf(c)[0];
  *latin = false;
  switch (random() % 4) {
    case 0:
      return text::ToUtf8(std::u32string(1, c));
    case 1:
      return text::ToUtf8(std::u32string(1, tests::Pick(Homophones(syllable), random)));
    case 2:
      for (char32_t emoji = 0x1F300; emoji < 0x1FAFF; ++emoji) {
        const auto readings = text::ReadingsOf(emoji);
        if (!readings.empty() && readings[0] == syllable) return text::ToUtf8(std::u32string(1, emoji));
      }
      [[fallthrough]];
    default:
      *latin = true;
      return std::string(text::SyllableName(syllable));
  }
}

// Any mix of disguises over a term is found, and its span is the mix, to the byte.
TEST(Disguises, AnyMixIsFound) {
  const std::vector<std::string> terms = {"傻逼", "草泥马", "加微信", "裸聊群", "代开发票", "滚出直播间"};
  const std::vector<std::string> gaps = {"", "", "", " ", "*", "~", "\u200B", "-"};
  EngineOptions options = tests::Bare(terms, {});
  options.variants = {"sound", "pinyin", "emoji", "shape", "split"};
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  size_t tried = 0;
  for (uint32_t seed = 0; seed < 6000; ++seed) {
    tests::Random random(seed);
    const std::string& term = tests::Pick(terms, random);
    std::string hidden;
    bool any_latin = false, last_latin = false;
    for (const char32_t c : text::ToUtf32(term)) {
      bool latin = false;
      const std::string one = Hide(c, random, &latin);
      if (!hidden.empty())
        hidden += last_latin && latin ? " " : tests::Pick(gaps, random);  // else they may be cut otherwise
      hidden += one;
      any_latin |= latin;
      last_latin = latin;
    }
    if (!any_latin) continue;  // characters alone have a price: see the table
    ++tried;
    const std::string before = "大家看这个", text = before + hidden + "是吧";
    engine.Scan(text, scratch, &verdict);
    ASSERT_FALSE(verdict.hits.empty()) << "seed " << seed << ": " << text << " for " << term;
    EXPECT_EQ(verdict.hits[0].term, term) << "seed " << seed;
    EXPECT_EQ(text.substr(verdict.hits[0].span.begin, verdict.hits[0].span.end - verdict.hits[0].span.begin), hidden)
        << "seed " << seed;
  }
  EXPECT_GT(tried, 2000u);
}

// Masking leaves nothing of a disguise that a second look would find.
TEST(Disguises, MaskedMeansGone) {
  EngineOptions options = tests::Bare({"傻逼", "加微信"}, {});
  options.variants = {"sound", "pinyin", "emoji", "shape", "split", "shuffle"};
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  for (const char* text : {"sha逼sha逼", "煞笔煞笔", "jia薇信加wei❤", "傻煞笔逼", "女人sha bi sha b i"}) {
    const std::string masked = engine.Mask(text, scratch);
    engine.Scan(masked, scratch, &verdict);
    EXPECT_TRUE(verdict.hits.empty()) << text << " → " << masked;
  }
}

// A homophone of two syllables may be another word: of a pack's term it never blocks alone, however heavy the term.
TEST(Disguises, TwoSyllablesNeverBlockAlone) {
  EngineOptions options = tests::Bare({}, {});
  options.packs = {tests::MakePack("p", {{"zh/abuse.tsv", "傻逼\t5\tsound\t-\town\tn\n"}})};
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  engine.Scan("你这个煞笔", scratch, &verdict);
  ASSERT_EQ(verdict.hits.size(), 1u);
  EXPECT_EQ(verdict.action, Action::kReview);
  engine.Scan("你这个傻逼", scratch, &verdict);
  EXPECT_EQ(verdict.action, Action::kBlock);
}

// What a scan leaves out before it builds anything (match/gram_index.h, verify/chance.h) would have been turned down: explain, which
// leaves nothing out, gives the same verdict. Syllables of few kinds, so that most texts sound like some term somewhere.
TEST(Disguises, ScanAndExplainAgree) {
  EngineOptions options = tests::Bare({"事实性", "实时", "薇信号"}, {});
  const std::string rows =
      "厌恶\t3\t-\t-\to\tn\n事实信\t3\t-\t-\to\tn\n傻狗\t3\t-\t-\to\tn\n微信\t2\t-\t-\to\tn\n老妈子\t3\t-\t-"
      "\to\tn\n西安人\t3\t-\t-\to\tn\n";
  options.variants = {"sound", "pinyin", "shape", "split", "emoji"};
  options.packs = {tests::MakePack("p", {{"zh/abuse.tsv", "#! variants sound,pinyin,shape,split,emoji\n" + rows}})};
  const Engine engine = tests::MustOpen(options);
  const std::vector<std::string> alphabet = {"事", "实", "试", "时", "性", "行", "信", "新", "微",  "围",  "徽", "薇",
                                             "号", "厌", "恶", "鄂", "演", "无", "傻", "煞", "狗",  "够",  "老", "妈",
                                             "码", "🐴",  "子", "字", "线", "先", "人", "仁", "shi", "xin", "⑩",  "4"};
  Scratch scratch;
  VerdictBatch batch;
  size_t hits = 0;
  for (uint32_t seed = 0; seed < 200; ++seed) {
    tests::Random random(seed);
    std::vector<std::string> texts(100);
    for (std::string& text : texts)
      text = tests::TextOf(alphabet, {"薇信", "厌鄂"}, {random() % 3 == 0, false, 8}, random);
    engine.ScanBatch(std::vector<std::string_view>(texts.begin(), texts.end()), scratch, &batch);
    for (size_t i = 0; i < texts.size(); ++i) {
      hits += batch[i].hits.size();
      const Explanation explanation = engine.Explain(texts[i]);
      ASSERT_EQ(tests::Json(batch[i], texts[i]), tests::Json(explanation.verdict, texts[i]))
          << "seed " << seed << ": " << tests::Escape(texts[i]);
    }
  }
  EXPECT_GT(hits, 500u) << "too few hits to say anything";
}

}  // namespace
}  // namespace weir
