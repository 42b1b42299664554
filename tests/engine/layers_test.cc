// Which layer decides: every order of terms, allow phrases, removals and days through the whole engine, and the list of what is in effect.
#include "weir/layers.h"

#include <gtest/gtest.h>

#include "engine_helpers.h"
#include "tests/table.h"

namespace weir {
namespace {

// One row of the table's notation as a row of a source.
std::string SourceRow(std::string row) {
  std::string until = "-", weight = "4", flags = "-";
  if (const size_t at = row.find('<'); at != std::string::npos) {
    until = row.substr(at + 1);
    row.resize(at);
  }
  if (const size_t at = row.find('='); at != std::string::npos) {
    weight = row.substr(at + 1);
    row.resize(at);
  }
  const bool allow = row.find('~') != std::string::npos, remove = row[0] == '-';
  if (allow || remove) weight = "0";
  if (allow) flags = remove ? "allow,remove" : "allow";
  if (remove && !allow) flags = "remove";
  return row.substr(row.find_first_not_of("+-~")) + "\t" + weight + "\t" + flags + "\t" + until + "\n";
}

PackSource Layer(const std::string& name, const std::string& rows, const std::string& path = "zh/abuse.tsv") {
  std::string content = "term\tweight\tflags\tuntil\n";
  for (const std::string& row : tests::Split(rows, ' ')) content += SourceRow(row);
  return PackSource::Bytes(name, dictionary::WriteBundle({name, "1", {{path, content}}}));
}

EngineOptions OptionsOf(const std::string& layers) {
  EngineOptions options = tests::Bare({});
  options.today = "2026-06-15";
  for (const std::string& layer : tests::Split(layers, '|')) {
    if (layer[0] != '!') {
      options.packs.push_back(Layer("L" + std::to_string(options.packs.size()), layer));
      continue;
    }
    for (const std::string& row : tests::Split(layer.substr(1), ' '))
      (row[0] == '~' ? options.allow : options.terms).push_back(row.substr(1));
  }
  return options;
}

std::string Hits(const Verdict& verdict) {
  std::vector<std::string> hits;
  for (const Hit& hit : verdict.hits) {
    char points[16];
    std::snprintf(points, sizeof points, "%g", static_cast<double>(hit.points));
    hits.push_back(std::string(hit.term) + "@" + std::string(hit.layer) + "=" + points);
  }
  std::sort(hits.begin(), hits.end());
  std::string out;
  for (const std::string& hit : hits) out += (out.empty() ? "" : " ") + hit;
  return out.empty() ? "-" : out;
}

TEST(Layers, WhoDecides) {
  for (const tests::Row& row : tests::ReadTable("tests/engine/layers.tsv", {"layers", "text", "hits", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    const Engine engine = tests::MustOpen(OptionsOf(row["layers"]));
    Scratch scratch;
    Verdict verdict;
    engine.Scan(row["text"], scratch, &verdict);
    EXPECT_EQ(Hits(verdict), row["hits"]);
    // Explain tells the same story.
    const Explanation explanation = engine.Explain(row["text"]);
    size_t accepted = 0;
    for (const Explanation::RawHit& raw : explanation.raw_hits) accepted += raw.accepted && raw.category != "allow";
    EXPECT_EQ(accepted, verdict.hits.size());
  }
}

TEST(Layers, ExplainNamesTheLayer) {
  struct {
    const char *layers, *text, *term, *step, *english, *chinese;
  } cases[] = {
      {"+黄片|~三黄片", "三黄片", "黄片", "allow", "三黄片, layer L1, zh/abuse.tsv:2", "三黄片，L1 层，zh/abuse.tsv:2"},
      {"+黄片|~三黄片|+傻逼", "三黄片", "黄片", "allow", "layer L1", "L1 层"},
      {"~三黄片|+黄片", "三黄片", "黄片", "accepted",
       "the term of layer L1 stands above the allow phrase 三黄片, layer L0",
       "L1 层的词条高于放行短语（三黄片，L0 层，zh/abuse.tsv:2）"},
      {"+黄片|-黄片", "看黄 片吗", "黄片", "layer", "layer L1 removed it: zh/abuse.tsv:2",
       "L1 层去掉了它：zh/abuse.tsv:2"},
  };
  for (const auto& c : cases) {
    const Engine engine = tests::MustOpen(OptionsOf(c.layers));
    for (const Language language : {Language::kEnglish, Language::kChinese}) {
      const Explanation explanation = engine.Explain(c.text, {}, language);
      const auto raw = std::ranges::find(explanation.raw_hits, c.term, &Explanation::RawHit::term);
      ASSERT_NE(raw, explanation.raw_hits.end()) << c.layers;
      EXPECT_EQ(raw->step, c.step) << c.layers;
      const char* const wanted = language == Language::kEnglish ? c.english : c.chinese;
      EXPECT_NE(raw->reason.find(wanted), std::string::npos) << raw->reason;
      EXPECT_EQ(raw->text, std::string_view(c.text).substr(raw->span.begin, raw->span.end - raw->span.begin));
    }
  }
  const Explanation elsewhere = tests::MustOpen(OptionsOf("+黄片|-黄片")).Explain("黄色的片子");
  EXPECT_TRUE(elsewhere.raw_hits.empty()) << "a removed term that does not stand in the text is no news";
}

TEST(Layers, ARemovalOfNothingIsAWarning) {
  const EngineInfo info = tests::MustOpen(OptionsOf("+黄片|-傻逼")).Info();
  ASSERT_EQ(info.warnings.size(), 1u);
  EXPECT_EQ(info.warnings[0], "L1: zh/abuse.tsv:2: \"傻逼\" is removed, but no layer below has it");
  EXPECT_EQ(info.terms, 1u);
}

TEST(Layers, ABadDayIsRefused) {
  EngineOptions options = OptionsOf("+黄片");
  for (const char* day : {"2026-02-30", "today", "2026-6-1"}) {
    options.today = day;
    EXPECT_EQ(Engine::Open(options).status().code(), StatusCode::kInvalidArgument) << day;
  }
  options.today = "";
  EXPECT_TRUE(Engine::Open(options).ok());
}

TEST(Layers, TooManyAreRefused) {
  EngineOptions options = tests::Bare({});
  for (int i = 0; i < 65; ++i) options.packs.push_back(Layer("L" + std::to_string(i), "+黄片"));
  EXPECT_EQ(Engine::Open(options).status().code(), StatusCode::kLimit);
  options.packs.pop_back();
  EXPECT_TRUE(Engine::Open(options).ok());
}

TEST(ReadEffective, SaysWhereEachEntryIsFrom) {
  const auto read = ReadEffective(OptionsOf("+黄片 +傻逼=2|+黄片=1 -傻逼|+黄片=3 ~三黄片 +坏词<2026-01-31"));
  ASSERT_TRUE(read.ok()) << read.status().ToString();
  const EffectivePack& pack = read.value();
  ASSERT_EQ(pack.entries.size(), 2u);
  EXPECT_EQ(pack.entries[0].term, "黄片");
  EXPECT_EQ(pack.entries[0].category, "abuse");
  EXPECT_EQ(pack.entries[0].layer, "L2");
  EXPECT_EQ(pack.entries[0].source, "zh/abuse.tsv:2");
  EXPECT_EQ(pack.entries[0].weight, 3);
  ASSERT_EQ(pack.entries[0].replaced.size(), 2u);
  EXPECT_EQ(pack.entries[0].replaced[0].layer, "L0");
  EXPECT_EQ(pack.entries[0].replaced[0].weight, 4);
  EXPECT_EQ(pack.entries[0].replaced[1].layer, "L1");
  EXPECT_EQ(pack.entries[1].category, "allow");
  EXPECT_TRUE(pack.entries[1].replaced.empty());
  ASSERT_EQ(pack.removed.size(), 1u);
  EXPECT_EQ(pack.removed[0].term, "傻逼");
  EXPECT_EQ(pack.removed[0].layer, "L0");
  EXPECT_EQ(pack.removed[0].removed_by.layer, "L1");
  EXPECT_EQ(pack.removed[0].removed_by.source, "zh/abuse.tsv:3");
  ASSERT_EQ(pack.expired.size(), 1u);
  EXPECT_EQ(pack.expired[0].until, "2026-01-31");
  EXPECT_EQ(pack.stamp.find("L0@1+"), 0u);
}

TEST(ReadEffective, IsWhatAnEngineFinds) {
  const auto read = ReadEffective({});
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().entries.size(), tests::MustOpen({}).Info().terms);
  EngineOptions options;
  options.packs = {PackSource::Path("/nowhere/at/all")};
  EXPECT_EQ(ReadEffective(options).status().code(), StatusCode::kNotFound);
}

}  // namespace
}  // namespace weir
