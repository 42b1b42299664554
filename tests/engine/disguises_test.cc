// Disguises through the whole engine, and what must hold for any mix of them.
#include <gtest/gtest.h>

#include "engine_helpers.h"
#include "tests/table.h"
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

}  // namespace
}  // namespace weir
