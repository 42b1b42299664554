// Layers through the whole engine: who wins between a term and an allow phrase, and who is named.
#include <gtest/gtest.h>

#include "engine_helpers.h"

namespace weir {
namespace {

using tests::MakePack;

Verdict ScanWith(const std::string& base, const std::string& city, const std::string& text,
                 const std::string& today = "") {
  EngineOptions options;
  options.default_pack = false;
  options.detectors.emplace();
  options.today = today;
  options.packs = {MakePack("base", {{"zh/abuse.tsv", base}}), MakePack("city", {{"zh/abuse.tsv", city}})};
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  engine.Scan(text, scratch, &verdict);
  return verdict;
}

constexpr char kTerm[] = "甲乙\t4\t-\t-\town\t-\n";
constexpr char kAllow[] = "天甲乙地\t0\t-\tallow\town\t-\n";
constexpr char kNone[] = "";

TEST(Layers, AllowAndTerm) {
  const struct {
    std::string base, city;
    const char* layer;  // of the hit on 天甲乙地; empty: none
  } kCases[] = {
      {kTerm, kNone, "base"},
      {std::string(kTerm) + kAllow, kNone, ""},  // within one layer the allow phrase wins
      {kTerm, kAllow, ""},                       // one of a higher layer beats all below
      {kAllow, kTerm, "city"},                   // a term of a higher layer beats the allow phrase of a lower one
      {std::string(kTerm) + kAllow, kTerm, "city"},
      {kTerm, std::string(kTerm) + kAllow, ""},
  };
  for (const auto& c : kCases) {
    const Verdict verdict = ScanWith(c.base, c.city, "天甲乙地");
    EXPECT_EQ(verdict.hits.empty() ? "" : verdict.hits[0].layer, c.layer) << c.base << "|" << c.city;
    EXPECT_FALSE(ScanWith(c.base, c.city, "有甲乙在").hits.empty() && c.layer[0] != '\0');
  }
}

TEST(Layers, RemovedAndExpired) {
  EXPECT_TRUE(ScanWith(kTerm, "甲乙\t0\t-\tremove\town\t-\n", "有甲乙在").hits.empty());
  EngineOptions options;
  options.default_pack = false;
  options.packs = {PackSource::Bytes(
      "base",
      dictionary::WriteBundle({"base", "1", {{"zh/abuse.tsv", "term\tweight\tuntil\n甲乙\t4\t2026-11-25\n"}}}))};
  Scratch scratch;
  for (const auto& [today, hits] : {std::pair{"2026-11-25", 1u}, std::pair{"2026-11-26", 0u}}) {
    options.today = today;
    const Engine engine = tests::MustOpen(options);
    Verdict verdict;
    engine.Scan("有甲乙在", scratch, &verdict);
    EXPECT_EQ(verdict.hits.size(), hits) << today;
  }
  options.today = "2026-13-01";
  EXPECT_EQ(Engine::Open(options).status().code(), StatusCode::kInvalidArgument);
}

// What the caller names in the options is the highest layer.
TEST(Layers, AdHocIsTheHighest) {
  EngineOptions options;
  options.default_pack = false;
  options.detectors.emplace();
  options.packs = {MakePack("base", {{"zh/abuse.tsv", kTerm}})};
  options.allow = {"天甲乙地"};
  const Engine engine = tests::MustOpen(options);
  Scratch scratch;
  Verdict verdict;
  engine.Scan("天甲乙地", scratch, &verdict);
  EXPECT_TRUE(verdict.hits.empty());
}

}  // namespace
}  // namespace weir
