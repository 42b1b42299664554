// What goes wrong on the way in: through Engine::Open and Reload, as a user meets it. A clear error that names the place, or an
// engine that works; never a crash, never half a pack.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "engine_helpers.h"

namespace weir {
namespace {

namespace fs = std::filesystem;

class Faults : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::path(testing::TempDir()) /
              ("weir_faults_" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
    fs::remove_all(folder_);
    fs::create_directories(folder_ / "zh");
  }
  void TearDown() override { fs::remove_all(folder_); }
  Status Open(const PackSource& source) {
    EngineOptions options = tests::Bare({});
    options.packs = {source};
    auto engine = Engine::Open(options);
    return engine.ok() ? Status() : engine.status();
  }
  fs::path folder_;
};

TEST_F(Faults, ABrokenLineIsNamed) {
  std::ofstream(folder_ / "zh/ads.tsv") << tests::kHeader << "加微信\t3\t-\t-\town\tn\n加薇信\t3\t-\t-\n";
  const Status status = Open(PackSource::Path(folder_.string()));
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.ToString().rfind("zh/ads.tsv:3:9: the row has 4 cells", 0), 0u) << status.ToString();
}

TEST_F(Faults, WhatIsNotThere) {
  EXPECT_EQ(Open(PackSource::Path((folder_ / "nowhere").string())).code(), StatusCode::kNotFound);
  EXPECT_EQ(Open(PackSource::Path("")).code(), StatusCode::kNotFound);
  const Status empty = Open(PackSource::Path(folder_.string()));
  EXPECT_EQ(empty.code(), StatusCode::kBadSource);
  EXPECT_NE(empty.message().find("no .tsv"), std::string::npos);
  EXPECT_EQ(Open(PackSource::Bytes("b", "")).code(), StatusCode::kBadSource);
}

TEST_F(Faults, ALoopOfLinksEnds) {
  std::ofstream(folder_ / "zh/ads.tsv") << tests::kHeader << "加微信\t3\t-\t-\town\tn\n";
  fs::create_directory_symlink(folder_, folder_ / "zh/again");
  EXPECT_TRUE(Open(PackSource::Path(folder_.string())).ok());
}

TEST_F(Faults, AFolderNamedLikeASource) {
  std::ofstream(folder_ / "zh/ads.tsv") << tests::kHeader << "加微信\t3\t-\t-\town\tn\n";
  fs::create_directories(folder_ / "zh/abuse.tsv");
  const Status status = Open(PackSource::Path(folder_.string()));
  if (!status.ok()) {
    EXPECT_NE(status.file().find("abuse.tsv"), std::string::npos) << status.ToString();
  }
}

// Every truncation and every flipped byte: an error, or an engine whose stamp tells it from the good one (or the same bytes).
TEST_F(Faults, HostileBundles) {
  const PackSource good =
      tests::MakePack("p", {{"zh/ads.tsv", "加微信\t3\t-\t-\town\tn\nav\t2\tsound\tboundary=none\town\tn\n"}});
  EngineOptions options = tests::Bare({});
  options.matcher = MatcherChoice::kTextbook;  // quick to build; the bytes do not reach the matcher
  const auto stamp = [&](const std::string& bytes) -> std::string {
    options.packs = {PackSource::Bytes("p", bytes)};
    auto engine = Engine::Open(options);
    if (!engine.ok()) {
      EXPECT_EQ(engine.status().code(), StatusCode::kBadSource);
      return "";
    }
    Scratch scratch;
    Verdict verdict;
    engine->Scan("加 微 信 av", scratch, &verdict);
    return engine->Info().pack;
  };
  const std::string original = stamp(good.bytes);
  ASSERT_NE(original, "");
  for (size_t at = 0; at < good.bytes.size(); ++at) {
    EXPECT_NE(stamp(good.bytes.substr(0, at)), original) << "cut at " << at;
    for (const int flip : {0x01, 0x20, 0x80, 0xFF}) {
      std::string bytes = good.bytes;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      EXPECT_NE(stamp(bytes), original) << "flipped at " << at;
    }
  }
}

TEST_F(Faults, ManyTermsAndOddOnes) {
  std::string rows;
  for (int i = 0; i < 5000; ++i) rows += "词" + std::to_string(i) + "号\t1\t-\t-\town\tn\n";
  rows += "㈱\t1\t-\t-\town\tn\n\xF0\xA0\xAE\xB7\t1\t-\t-\town\tn\nﷺ\t1\t-\t-\town\tn\n";
  EXPECT_TRUE(Open(tests::MakePack("p", {{"zh/ads.tsv", rows}})).ok());
}

}  // namespace
}  // namespace weir
