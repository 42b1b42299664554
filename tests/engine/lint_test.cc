// The linter's public face: paths, layers, the day, and what cannot be read. The rules are tested in tests/dictionary/lint_test.cc.
#include "weir/lint.h"

#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/table.h"

namespace weir {
namespace {

namespace fs = std::filesystem;

class LintPaths : public testing::Test {
 protected:
  LintPaths() { fs::remove_all(root_); }
  ~LintPaths() override { fs::remove_all(root_); }

  std::string Write(const std::string& path, const std::string& rows) {
    const fs::path file = root_ / path;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << "term\tweight\tflags\tsource\tuntil\n" << rows;
    return file.string();
  }
  std::string Folder(const std::string& name) const { return (root_ / name).string(); }

  std::string Run(std::vector<std::string> paths, const LintOptions& options = {}) {
    const auto findings = Lint(paths, options);
    if (!findings.ok()) return findings.status().ToString();
    std::string out;
    for (const LintFinding& finding : findings.value())
      out +=
          fs::path(finding.file).filename().string() + ":" + std::to_string(finding.line) + " " + finding.rule + "\n";
    return out;
  }

  const fs::path root_ = fs::temp_directory_path() / ("weir_lint_test_" + std::to_string(getpid()));
};

TEST_F(LintPaths, TheShippedDictionaryIsSilent) { EXPECT_EQ(Run({tests::SourcePath("dictionaries")}), ""); }

TEST_F(LintPaths, TheEmbeddedPackLiesBelow) {
  Write("county/zh/abuse.tsv", "傻逼\t0\tremove\town\t-\n大傻逼子\t0\tallow\town\t-\n");
  EXPECT_EQ(Run({Folder("county")}), "");
  LintOptions alone;
  alone.default_pack = false;
  EXPECT_EQ(Run({Folder("county")}, alone), "abuse.tsv:2 remove-nothing\nabuse.tsv:3 allow-nothing\n");
}

TEST_F(LintPaths, EarlierPathsLieBelowLaterOnes) {
  Write("city/zh/ads.tsv", "甲乙丙丁\t3\t-\town\t-\n");
  Write("county/zh/ads.tsv", "大甲乙丙丁\t0\tallow\town\t-\n甲乙丙丁\t0\tremove\town\t-\n");
  EXPECT_EQ(Run({Folder("city"), Folder("county")}), "");
  EXPECT_EQ(Run({Folder("county"), Folder("city")}), "ads.tsv:2 allow-nothing\nads.tsv:3 remove-nothing\n");
}

// A phrase may be for a pattern or a composite, which the linter does not read: then it says nothing.
TEST_F(LintPaths, RulesBesideMayBeWhatAPhraseIsFor) {
  Write("city/zh/ads.tsv", "甲乙丙丁\t3\t-\town\t-\n");
  Write("county/zh/ads.tsv", "戊己庚辛\t0\tallow\town\t-\n");
  EXPECT_EQ(Run({Folder("city"), Folder("county")}), "ads.tsv:2 allow-nothing\n");
  std::ofstream(root_ / "city/patterns.toml") << "";
  EXPECT_EQ(Run({Folder("city"), Folder("county")}), "");
  EXPECT_EQ(Run({Folder("county"), Folder("city")}), "ads.tsv:2 allow-nothing\n") << "rules of a layer above";
}

TEST_F(LintPaths, AFileAlone) {
  const std::string file = Write("zh/attention/help.tsv", "救救\t9\t-\town\t-\n");
  const auto findings = Lint({file}, {});
  ASSERT_TRUE(findings.ok());
  ASSERT_EQ(findings.value().size(), 1u);
  EXPECT_EQ(findings.value()[0].file, file);
  EXPECT_EQ(findings.value()[0].rule, "weight");
  EXPECT_EQ(findings.value()[0].level, LintLevel::kError);
}

TEST_F(LintPaths, TheDayDecidesWhatHasExpired) {
  const std::string file = Write("zh/ads.tsv", "甲乙丙丁\t3\t-\town\t2026-06-15\n");
  LintOptions options;
  options.today = "2026-06-15";
  EXPECT_EQ(Run({file}, options), "");
  options.today = "2026-06-16";
  EXPECT_EQ(Run({file}, options), "ads.tsv:2 expired\n");
  options.today = "tomorrow";
  EXPECT_EQ(Lint({file}, options).status().code(), StatusCode::kInvalidArgument);
}

TEST_F(LintPaths, WhatCannotBeRead) {
  EXPECT_EQ(Lint({Folder("nowhere")}, {}).status().code(), StatusCode::kNotFound);
  fs::create_directories(root_ / "empty");
  EXPECT_EQ(Lint({Folder("empty")}, {}).status().code(), StatusCode::kBadSource);
  EXPECT_EQ(Lint({Write("notes.txt", "")}, {}).status().code(), StatusCode::kBadSource);
}

}  // namespace
}  // namespace weir
