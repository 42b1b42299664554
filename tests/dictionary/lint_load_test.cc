#include "dictionary/lint_load.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"

namespace weir::dictionary {
namespace {

namespace fs = std::filesystem;

class ReadLayer : public testing::Test {
 protected:
  ReadLayer() { fs::remove_all(root_); }
  ~ReadLayer() override { fs::remove_all(root_); }
  std::string Write(const std::string& path, const std::string& content) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << content;
    return (root_ / path).string();
  }
  const fs::path root_ = fs::temp_directory_path() / ("weir_lint_load_" + std::to_string(getpid()));
};

TEST_F(ReadLayer, SourcesAndCasesInOrder) {
  Write("zh/b.tsv", "b");
  Write("zh/a.tsv", "a");
  Write("zh/a.cases", "c");
  Write("zh/a.txt", "no source");
  fs::create_directories(root_ / "zh/folder.tsv");
  auto layer = ReadLintLayer(root_.string() + "/");
  ASSERT_TRUE(layer.ok()) << layer.status();
  EXPECT_EQ(layer->name, root_.filename().string());
  ASSERT_EQ(layer->files.size(), 3u);
  EXPECT_EQ(layer->files[0].path, "zh/a.cases");
  EXPECT_EQ(layer->files[1].path, "zh/a.tsv");
  EXPECT_EQ(layer->files[1].content, "a");
  EXPECT_EQ(layer->files[2].shown, (root_ / "zh/b.tsv").string());
}

TEST_F(ReadLayer, ALoneFileKeepsTheFolderThatSaysWhatItIs) {
  const std::string path = Write("zh/attention/help.tsv", "x");
  auto layer = ReadLintLayer(path);
  ASSERT_TRUE(layer.ok()) << layer.status();
  EXPECT_EQ(layer->files[0].path, "attention/help.tsv");
  EXPECT_EQ(layer->files[0].shown, path);
}

TEST_F(ReadLayer, WhatCannotBeRead) {
  EXPECT_EQ(ToPublic(ReadLintLayer((root_ / "none").string()).status()).code(), StatusCode::kNotFound);
  EXPECT_EQ(ToPublic(ReadLintLayer(Write("a.txt", "x")).status()).code(), StatusCode::kBadSource);
  EXPECT_EQ(ToPublic(ReadLintLayer(root_.string()).status()).code(), StatusCode::kBadSource) << "no source in it";
}

}  // namespace
}  // namespace weir::dictionary
