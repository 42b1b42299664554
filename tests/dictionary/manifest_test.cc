#include "dictionary/manifest.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

Manifest Full() {
  Manifest manifest;
  manifest.name = "县 A";
  manifest.version = "1.2.0";
  manifest.layer = "county";
  manifest.licence = "Apache-2.0 OR MIT";
  manifest.description = "terms of county A";
  manifest.valid_from = {2026, 1, 1};
  manifest.valid_until = {2026, 12, 31};
  manifest.engine_min = "0.1.0";
  manifest.engine_max = "0.9.99";
  manifest.fold_digest = "30b1";
  manifest.digest = "3f9c";
  manifest.files = 3;
  manifest.counts = {{"abuse", 120}, {"attention:question", 2}, {"allow", 14}};
  return manifest;
}

TEST(Manifest, ComesBackAsItWas) {
  const std::string text = WriteManifest(Full());
  EXPECT_EQ(
      text,
      "weir-manifest 1\nname 县 A\nversion 1.2.0\nlayer county\nlicence Apache-2.0 OR MIT\ndescription terms of county "
      "A\nvalid_from 2026-01-01\nvalid_until 2026-12-31\nengine_min 0.1.0\nengine_max 0.9.99\nfold 30b1\nsources "
      "3f9c\nfiles 3\ncount abuse 120\ncount attention:question 2\ncount allow 14\n");
  auto read = ReadManifest(text, "x");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(*read, Full());
  Manifest least;
  least.name = "a";
  least.version = "1";
  auto bare = ReadManifest(WriteManifest(least), "x");
  ASSERT_TRUE(bare.ok()) << bare.status();
  EXPECT_EQ(*bare, least);
}

TEST(Manifest, BadOnesAreTold) {
  for (const tests::Row& row : tests::ReadTable("tests/dictionary/manifests.tsv", {"content", "message", "note"})) {
    std::string content = row["content"];
    if (content.rfind("H", 0) == 0) content.replace(0, 1, "weir-manifest 1\nname a\nversion 1\n");
    const Status status = ToPublic(ReadManifest(content, "x.weir").status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource) << row.place;
    EXPECT_EQ(status.file(), "x.weir");
    EXPECT_NE(status.message().find(row["message"]), std::string::npos) << row.place << ": " << status.message();
  }
}

// Whatever is read is written back byte for byte: there is one form.
TEST(Manifest, HostileBytes) {
  const std::string good = WriteManifest(Full());
  int read_well = 0;
  const auto check = [&](const std::string& text) {
    auto read = ReadManifest(text, "x");
    if (!read.ok()) return;
    ++read_well;
    EXPECT_EQ(WriteManifest(*read), text);
  };
  for (size_t at = 0; at < good.size(); ++at) {
    check(good.substr(0, at));
    check(good.substr(0, at) + good.substr(at + 1));
    check(good.substr(0, at) + good[at] + good.substr(at));
    for (const char other : {'0', '9', ' ', '\n', 'a', '\0', '\xFF'}) {
      std::string text = good;
      text[at] = other;
      check(text);
    }
  }
  EXPECT_GT(read_well, 100);
  EXPECT_FALSE(ReadManifest(good + std::string(kLongestManifest, 'x'), "x").ok());
}

TEST(Manifest, Versions) {
  std::array<uint16_t, 3> version{};
  ASSERT_TRUE(ParseVersion("0.10.2", &version));
  EXPECT_EQ(version, (std::array<uint16_t, 3>{0, 10, 2}));
  for (const char* bad : {"", ".", "1", "1.2", "1.2.", ".1.2", "1.2.3.4", "1.2.x", "1.2.-3", "1.2.30000", " 1.2.3"})
    EXPECT_FALSE(ParseVersion(bad, &version)) << bad;
}

TEST(Manifest, WhoMayServe) {
  struct {
    Date from, until;
    const char *least, *most;
    Date today;
    const char* weir;
    const char* message;  // "": admitted
  } cases[] = {
      {{}, {}, "", "", {2026, 5, 1}, "0.1.0", ""},
      {{2026, 5, 1}, {}, "", "", {2026, 5, 1}, "0.1.0", ""},
      {{2026, 5, 2}, {}, "", "", {2026, 5, 1}, "0.1.0", "is valid from 2026-05-02, and today is 2026-05-01"},
      {{}, {2026, 5, 1}, "", "", {2026, 5, 1}, "0.1.0", ""},
      {{}, {2026, 4, 30}, "", "", {2026, 5, 1}, "0.1.0", "was valid until 2026-04-30, and today is 2026-05-01"},
      {{}, {}, "0.1.0", "0.1.0", {2026, 5, 1}, "0.1.0", ""},
      {{}, {}, "0.1.1", "", {2026, 5, 1}, "0.1.0", "needs weir 0.1.1 or later, and this is 0.1.0"},
      {{}, {}, "0.10.0", "", {2026, 5, 1}, "0.9.0", "needs weir 0.10.0 or later"},
      {{}, {}, "", "0.9.9", {2026, 5, 1}, "0.10.0", "is for weir up to 0.9.9, and this is 0.10.0"},
  };
  for (const auto& c : cases) {
    Manifest manifest = Full();
    manifest.valid_from = c.from;
    manifest.valid_until = c.until;
    manifest.engine_min = c.least;
    manifest.engine_max = c.most;
    const Status status = ToPublic(Admit(manifest, c.today, c.weir));
    EXPECT_EQ(status.ok(), c.message[0] == '\0') << status.ToString() << c.message;
    EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message();
  }
}

}  // namespace
}  // namespace weir::dictionary
