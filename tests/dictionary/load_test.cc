#include "dictionary/load.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "dictionary/container.h"

namespace weir::dictionary {
namespace {

namespace fs = std::filesystem;

constexpr char kAds[] = "term\tweight\n加微信\t3\n";
constexpr char kAbuse[] = "term\tweight\n傻逼\t4\n";

class Load : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("weir_load_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "pack" / "zh");
  }
  void TearDown() override { fs::remove_all(folder_); }
  std::string Write(const std::string& name, const std::string& content) {
    const fs::path path = folder_ / name;
    std::ofstream(path, std::ios::binary) << content;
    return path.string();
  }
  std::string Pack() const { return (folder_ / "pack").string(); }
  fs::path folder_;
};

TEST_F(Load, RuleFilesStandBesideTerms) {
  Write("pack/zh/ads.tsv", kAds);
  Write("pack/zh/patterns.toml", "[[pattern]]\nname='p'\nregex='a'\ncategory='ads'\nweight=3\n");
  Write("pack/composites.toml", "[[composite]]\nname='c'\nall=['a','b']\ncategory='ads'\nweight=3\n");
  Write("pack/policy.toml", "[surface.title.ads]\nreview=50\n");
  Write("pack/notes.toml", "not TOML, and not read");
  auto pack = LoadPath(Pack());
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_EQ(pack->terms.size(), 1u);
  ASSERT_EQ(pack->patterns.size(), 1u);
  EXPECT_EQ(pack->patterns[0].head.source, "zh/patterns.toml:1");
  EXPECT_EQ(pack->patterns[0].head.layer, "pack");
  EXPECT_EQ(pack->composites.size(), 1u);
  EXPECT_EQ(pack->policy.size(), 1u);
  Write("pack/zh/patterns.toml", "[[pattern]]\n");
  EXPECT_EQ(ToPublic(LoadPath(Pack()).status()).file(), "zh/patterns.toml");
}

TEST_F(Load, AFolderOfRulesAlone) {
  Write("pack/policy.toml", "# nothing yet\n");
  EXPECT_TRUE(LoadPath(Pack()).ok());
  EXPECT_TRUE(LoadPath(Write("policy.toml", "[surface.title.ads]\nreview=50\n")).ok());
}

TEST_F(Load, AFolder) {
  Write("pack/zh/ads.tsv", kAds);
  Write("pack/zh/abuse.tsv", kAbuse);
  Write("pack/zh/abuse.cases", "not read");
  for (const std::string& path : {Pack(), Pack() + "/", Pack() + "/."}) {
    auto pack = LoadPath(path);
    ASSERT_TRUE(pack.ok()) << path << pack.status();
    EXPECT_EQ(pack->name, "pack") << path;
    ASSERT_EQ(pack->terms.size(), 2u);
    EXPECT_EQ(pack->terms[0].source, "zh/abuse.tsv:2");  // in order of path
    EXPECT_EQ(pack->terms[1].source, "zh/ads.tsv:2");
    EXPECT_EQ(pack->Stamp(), "pack@0+" + pack->digest.substr(0, 12));
  }
}

TEST_F(Load, TheSameSourcesGiveTheSameDigestWhereverTheyStand) {
  Write("pack/zh/ads.tsv", kAds);
  auto folder = CollectFolder(Pack(), "n", "1");
  ASSERT_TRUE(folder.ok());
  const std::string file = Write("any.weir", WriteBundle(*folder));
  auto from_file = LoadPath(file);
  auto from_bundle = ParseBundle(*folder);
  ASSERT_TRUE(from_file.ok() && from_bundle.ok());
  EXPECT_EQ(from_file->Stamp(), from_bundle->Stamp());
  EXPECT_EQ(from_file->name, "n");
  EXPECT_EQ(from_file->version, "1");
  Write("pack/zh/ads.tsv", std::string(kAds) + "加薇信\t3\n");
  auto changed = CollectFolder(Pack(), "n", "1");
  ASSERT_TRUE(changed.ok());
  EXPECT_NE(ParseBundle(*changed)->digest, from_bundle->digest);
}

TEST_F(Load, AFileOfTermsIsNamedAfterItsCategory) {
  auto pack = LoadPath(Write("ads.tsv", kAds));
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_EQ(pack->name, "ads");
  EXPECT_EQ(pack->terms[0].category, Category::kAds);
}

TEST_F(Load, AFolderSaysWhatItIs) {
  Write("pack/zh/ads.tsv", kAds);
  Write("pack/pack.toml", "name = \"county-a\"\nversion = \"1.2\"\nlayer = \"county\"\n");
  Write("pack/zh/pack.txt", "not read");
  auto pack = LoadPath(Pack());
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_EQ(pack->Stamp().rfind("county-a@1.2+", 0), 0u) << pack->Stamp();
  EXPECT_EQ(pack->manifest.layer, "county");
  EXPECT_EQ(pack->manifest.files, 2u);
  EXPECT_EQ(pack->manifest.digest, pack->digest);
  EXPECT_FALSE(pack->seal.contained);
  auto bundle = CollectNamed(Pack());
  ASSERT_TRUE(bundle.ok());
  EXPECT_EQ(bundle->files[0].first, "pack.toml");
  Write("pack/pack.toml", "name = \"county-a\"\nversoin = \"1.2\"\n");
  const Status status = ToPublic(LoadPath(Pack()).status());
  EXPECT_EQ(status.ToString().rfind("pack.toml:2:1: unknown key \"versoin\"", 0), 0u) << status.ToString();
}

TEST_F(Load, AContainerIsItsFolder) {
  Write("pack/zh/ads.tsv", kAds);
  Write("pack/pack.toml", "name = \"county-a\"\nversion = \"1.2\"\n");
  auto folder = LoadPath(Pack());
  ASSERT_TRUE(folder.ok());
  auto bytes = WriteContainer(folder->manifest, *CollectNamed(Pack()));
  ASSERT_TRUE(bytes.ok()) << bytes.status();
  auto pack = LoadPath(Write("any name.weir", *bytes));
  ASSERT_TRUE(pack.ok()) << pack.status();
  EXPECT_EQ(pack->Stamp(), folder->Stamp());
  EXPECT_EQ(pack->manifest, folder->manifest);
  EXPECT_TRUE(pack->seal.contained);
  ASSERT_EQ(pack->terms.size(), 1u);
  EXPECT_EQ(pack->terms[0].source, "zh/ads.tsv:2");
  EXPECT_EQ(pack->terms[0].layer, "county-a");
}

// A rule that this weir does not read must not do nothing in silence.
TEST_F(Load, AFileOfAnotherKind) {
  Write("pack/zh/ads.tsv", kAds);
  auto bundle = CollectFolder(Pack(), "a", "1");
  ASSERT_TRUE(bundle.ok());
  bundle->files.emplace_back("zh/smells.toml", "");
  const Status status = ToPublic(ParseBundle(*bundle).status());
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.file(), "zh/smells.toml");
}

TEST_F(Load, TooMuchIsRefused) {
  Write("pack/zh/ads.tsv", kAds);
  const std::string large = Write("pack/zh/abuse.tsv", "");
  fs::resize_file(large, kLargestContainer + 1);
  EXPECT_EQ(ToPublic(LoadPath(Pack()).status()).code(), StatusCode::kLimit);
  EXPECT_EQ(ToPublic(LoadPath(large).status()).code(), StatusCode::kLimit);
  EXPECT_EQ(ToPublic(LoadPath("/dev/zero").status()).code(), StatusCode::kLimit);
}

struct Failure {
  std::string path;
  StatusCode code;
  std::string part;
};

TEST_F(Load, WhatIsMissingIsNamed) {
  Write("pack/zh/readme.txt", "no terms");
  const std::string broken = Write("abuse.tsv", std::string(kAbuse) + "傻缺\tvery\n");
  const Failure cases[] = {
      {(folder_ / "nowhere").string(), StatusCode::kNotFound, "check the path"},
      {(folder_ / "nowhere/ads.tsv").string(), StatusCode::kNotFound, "check the path"},
      {Pack(), StatusCode::kBadSource, "no .tsv"},
      {broken, StatusCode::kBadSource, "\"very\" is not a number"},
      {Write("empty.tsv", ""), StatusCode::kBadSource, "no header line"},
      {Write("binary.weir", std::string("\x7F"
                                        "ELF\0\1",
                                        6)),
       StatusCode::kBadSource, "control character"},
      {Write("cut.weir", "weir-bundle 1\nname a\n"), StatusCode::kBadSource, "version"},
  };
  for (const Failure& c : cases) {
    const Status status = ToPublic(LoadPath(c.path).status());
    EXPECT_EQ(status.code(), c.code) << c.path << ": " << status.ToString();
    EXPECT_EQ(status.file(), c.path);
    EXPECT_NE(status.message().find(c.part), std::string::npos) << status.message();
  }
  const Status status = ToPublic(LoadPath(broken).status());
  EXPECT_EQ(status.line(), 3);
  EXPECT_EQ(status.column(), 4);
}

}  // namespace
}  // namespace weir::dictionary
