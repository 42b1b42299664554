// The linter: 55 planted faults, each at its place and nothing else; clean rows silent; comments that silence; any size bounded.
#include "dictionary/lint.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <set>

#include "dictionary/lint_load.h"
#include "dictionary/lint_rule.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

constexpr LintContext kContext{Language::kEnglish, {2026, 6, 15}};
constexpr char kHeader[] = "term\tweight\tvariants\tflags\tsource\n";

// "file:line:column rule", sorted, a line each.
std::string Told(const std::vector<LintFinding>& findings, const std::string& root = "") {
  std::vector<std::string> lines;
  for (const LintFinding& finding : findings) {
    std::string file = finding.file;
    if (!root.empty() && file.rfind(root, 0) == 0) file = file.substr(root.size() + 1);
    lines.push_back(file + ":" + std::to_string(finding.line) + ":" + std::to_string(finding.column) + " " +
                    finding.rule);
  }
  std::ranges::sort(lines);
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

LintLayer MustRead(const std::string& path) {
  auto layer = ReadLintLayer(path);
  EXPECT_TRUE(layer.ok()) << layer.status();
  return layer.ok() ? *std::move(layer) : LintLayer{};
}

std::string LintRowsOf(const std::string& rows, const std::string& path = "zh/ads.tsv") {
  return Told(LintSources({"p", {{path, path, kHeader + rows}}}, {}, kContext));
}

TEST(LintSources, PlantedFaultsAreFoundWhereTheyAre) {
  const std::string root = tests::SourcePath("tests/dictionary/lint/faulty");
  std::vector<std::string> expected;
  std::set<std::string> rules;
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/lint/expected.tsv", {"file", "line", "column", "rule"})) {
    expected.push_back(row["file"] + ":" + row["line"] + ":" + row["column"] + " " + row["rule"]);
    rules.insert(row["rule"]);
  }
  std::ranges::sort(expected);
  std::string all;
  for (const std::string& line : expected) all += line + "\n";
  EXPECT_EQ(Told(LintSources(MustRead(root), {}, kContext), root), all);
  EXPECT_GE(expected.size(), 40u);
  EXPECT_EQ(rules.size(), static_cast<size_t>(Rule::kCount) - 1) << "every rule but too-many is planted";
}

TEST(LintSources, CleanRowsAreSilent) {
  const std::string root = tests::SourcePath("tests/dictionary/lint/clean");
  const LintLayer layer = MustRead(root);
  ASSERT_GE(layer.files.size(), 6u);
  EXPECT_EQ(Told(LintSources(layer, {}, kContext), root), "");
}

TEST(LintSources, BothLanguagesSayTheSamePlaces) {
  const LintLayer layer = MustRead(tests::SourcePath("tests/dictionary/lint/faulty"));
  const auto english = LintSources(layer, {}, kContext),
             chinese = LintSources(layer, {}, {Language::kChinese, kContext.today});
  EXPECT_EQ(Told(english), Told(chinese));
  for (size_t i = 0; i < english.size(); ++i) {
    for (const LintFinding* finding : {&english[i], &chinese[i]}) {
      EXPECT_FALSE(finding->message.empty() || finding->mend.empty()) << finding->rule;
      EXPECT_EQ(finding->message.find("{0}"), std::string::npos) << finding->message;
    }
    EXPECT_NE(english[i].mend, chinese[i].mend);
  }
}

// ---- comments that silence

TEST(LintSources, ACommentSilencesOneRuleOnTheNextRow) {
  EXPECT_EQ(LintRowsOf("裙\t3\t-\t-\town\n"), "zh/ads.tsv:2:1 single-character\n");
  EXPECT_EQ(LintRowsOf("# lint: allow single-character everybody writes it\n裙\t3\t-\t-\town\n"), "");
  EXPECT_EQ(LintRowsOf("# lint: allow single-character it is meant\n# lint: allow no-source forgotten\n\n# of "
                       "groups\n裙\t3\t-\t-\t-\n"),
            "");
  EXPECT_EQ(LintRowsOf("# lint: allow single-character it is meant\n裙\t3\t-\t-\town\n裤\t3\t-\t-\town\n"),
            "zh/ads.tsv:4:1 single-character\n");
  EXPECT_EQ(LintRowsOf("# lint: allow no-source why\n裙\t3\t-\t-\town\n"),
            "zh/ads.tsv:2:1 lint-comment\nzh/ads.tsv:3:1 single-character\n");
}

// Not among the planted files, which are text.
TEST(LintSources, BytesThatAreNoText) {
  EXPECT_EQ(LintRowsOf("\xD0\xC5\t3\t-\t-\town\n加\xE8\xA3\t3\t-\t-\town\n裙子群聊\tx\t-\t-\town\n"),
            "zh/ads.tsv:2:1 table\nzh/ads.tsv:3:2 table\nzh/ads.tsv:4:6 weight\n");
}

TEST(LintSources, ReadersErrorsCanBeSilencedToo) {
  EXPECT_EQ(LintRowsOf("# lint: allow weight to show the fault\n裙子群聊\tx\t-\t-\town\n"), "");
}

// ---- what is judged with other layers

Pack Below(const std::string& rows, const std::string& path = "zh/ads.tsv") {
  Pack pack;
  LintSources({"below", {{path, path, kHeader + rows}}}, {}, kContext, &pack);
  return pack;
}

TEST(LintSources, LayersBelowGiveAllowPhrasesAndRemovalsTheirSense) {
  const std::string rows = "加ＶＸ吧\t0\t-\tremove\town\n垫付返利聊天室\t0\t-\tallow\town\n";
  const LintLayer layer{"p", {{"zh/ads.tsv", "f", kHeader + rows}}};
  EXPECT_EQ(Told(LintSources(layer, {}, kContext)), "f:2:1 remove-nothing\nf:2:2 full-width\nf:3:1 allow-nothing\n");
  const Pack below = Below("加vx吧\t3\t-\t-\town\n返利聊\t3\t-\t-\town\n");
  EXPECT_EQ(Told(LintSources(layer, std::span(&below, 1), kContext)), "f:2:2 full-width\n");
  const Pack elsewhere = Below("加vx吧\t3\t-\t-\town\n返利聊\t3\t-\t-\town\n", "zh/scam.tsv");
  EXPECT_EQ(Told(LintSources(layer, std::span(&elsewhere, 1), kContext)), "f:2:1 remove-nothing\nf:2:2 full-width\n")
      << "a removal is for its own category, a phrase for all";
}

// An allow phrase may be for a disguise of a term: its sound, its parts.
TEST(LintSources, APhraseForADisguiseIsNotIdle) {
  for (const char* variants : {"-", "sound"}) {
    const std::string rows = std::string("学习大厅\t0\t-\tallow\town\n血洗大厅\t3\t") + variants + "\t-\town\n";
    EXPECT_EQ(LintRowsOf(rows, "zh/threat.tsv"), *variants == '-' ? "zh/threat.tsv:2:1 allow-nothing\n" : "");
  }
}

TEST(LintSources, SubsumedOnlyWhenNothingIsGained) {
  const std::string shorter = "垫付返利群\t3\tsound\t-\town\n";
  const std::string told = "zh/ads.tsv:3:1 subsumed\n";
  struct {
    const char *shorter, *longer;
    bool subsumed;
  } cases[] = {
      {"垫付返利群\t3\tsound\t-\town", "垫付返利群聊\t3\tsound\t-\town", true},
      {"垫付返利群\t3\tsound\t-\town", "垫付返利群聊\t2\t-\t-\town", true},
      {"垫付返利群\t3\tsound\t-\town", "垫付返利群聊\t3.5\tsound\t-\town", false},  // weighs more
      {"垫付返利群\t3\t-\t-\town", "垫付返利群聊\t3\tsound\t-\town", false},        // is found by its sound
      {"垫付返利群\t3\t-\tgap=none\town", "垫付返利群聊\t3\t-\t-\town", false},     // is found apart
      {"垫付返利\t3\t-\t-\town", "垫付返利聊\t3\t-\t-\town", false},  // four characters: the guard may kill it
      {"垫付返利\t3\t-\tborder=none\town", "垫付返利聊\t3\t-\t-\town", true},
      {"vx群聊吧的\t3\t-\t-\town", "zvx群聊吧的\t3\t-\t-\town", false},  // a Latin edge needs a border
      {"vx群聊吧的\t3\t-\tboundary=none\town", "zvx群聊吧的\t3\t-\t-\town", true},
  };
  for (const auto& c : cases)
    EXPECT_EQ(LintRowsOf(std::string(c.shorter) + "\n" + c.longer + "\n"), c.subsumed ? told : "")
        << c.shorter << " " << c.longer;
  EXPECT_EQ(LintRowsOf(shorter + "垫付返利群聊\t3\tsound\t-\town\n大垫付返利群\t0\t-\tallow\town\n"), "")
      << "where an allow phrase kills the shorter one, the longer one stays";
}

// ---- bounds

TEST(LintSources, FindingsAreBounded) {
  std::string rows;
  for (int i = 0; i < 30000; ++i) rows += "x\n";
  const auto findings = LintSources({"p", {{"zh/ads.tsv", "f", kHeader + rows}}}, {}, kContext);
  EXPECT_EQ(findings.size(), kMostFindings);
  EXPECT_EQ(std::ranges::count(findings, "too-many", &LintFinding::rule), 1);
}

std::string HundredThousandRows(uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<std::string> terms;
  for (int i = 0; i < 100000; ++i) {
    std::string term;
    for (uint32_t k = 0, n = 2 + random() % 5; k < n; ++k) text::AppendUtf8(0x4E00 + random() % 3000, &term);
    terms.push_back(std::move(term));
  }
  std::ranges::sort(terms);
  std::string rows = kHeader;
  for (const std::string& term : terms) rows += term + "\t3\t-\t" + "-\town\n";
  return rows;
}

// Not a benchmark: a rule that compares all rows with all would take minutes here.
TEST(LintSources, AHundredThousandRowsTakeSeconds) {
  for (const bool equal : {false, true}) {
    std::string content = HundredThousandRows(7);
    if (equal) {
      content = kHeader;
      for (int i = 0; i < 100000; ++i) content += "垫付返利群聊\t3\t-\t-\town\n";
    }
    const auto begin = std::chrono::steady_clock::now();
    LintSources({"p", {{"zh/ads.tsv", "f", std::move(content)}}}, {}, kContext);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    printf("100,000 %s rows: %.2f s\n", equal ? "equal" : "random", seconds);
    EXPECT_LT(seconds, 60.0);
  }
}

}  // namespace
}  // namespace weir::dictionary
