#include "dictionary/pack_toml.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "dictionary/toml.h"
#include "refusal.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

TEST(PackToml, EveryKey) {
  auto manifest = ReadPackToml(
      "\xEF\xBB\xBFname = \"县 A\" # a comment\nversion = '1.2.0-rc_1'\nlayer = \"county\"\nlicence = \"Apache-2.0\"\n"
      "description = \"terms, of county A\"\r\nvalid_from = 2026-01-01\nvalid_until = \"2026-12-31\"\n"
      "engine_min = \"0.1.0\"\nengine_max = \"0.9.9999\"\n",
      "pack.toml");
  ASSERT_TRUE(manifest.ok()) << manifest.status();
  EXPECT_EQ(manifest->name, "县 A");
  EXPECT_EQ(manifest->version, "1.2.0-rc_1");
  EXPECT_EQ(manifest->layer, "county");
  EXPECT_EQ(manifest->licence, "Apache-2.0");
  EXPECT_EQ(manifest->description, "terms, of county A");
  EXPECT_EQ(FormatDate(manifest->valid_from), "2026-01-01");
  EXPECT_EQ(FormatDate(manifest->valid_until), "2026-12-31");
  EXPECT_EQ(manifest->engine_min, "0.1.0");
  EXPECT_EQ(manifest->engine_max, "0.9.9999");
}

TEST(PackToml, EveryKeyMayBeLeftOut) {
  for (const char* text : {"", "\n\n# nothing\n", "valid_until = 2026-05-01\n", "engine_max = \"0.1.0\""}) {
    auto manifest = ReadPackToml(text, "pack.toml");
    EXPECT_TRUE(manifest.ok()) << text << manifest.status();
  }
  EXPECT_TRUE(ReadPackToml("valid_from = 2026-05-01\nvalid_until = 2026-05-01\n", "x").ok()) << "a single day";
}

TEST(PackToml, BadOnesAreTold) {
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/pack_toml.tsv", {"content", "line", "column", "message", "note"})) {
    SCOPED_TRACE(row.place);
    tests::ExpectRefused(ReadPackToml(row["content"], "p/pack.toml").status(), "p/pack.toml", row);
  }
}

// What would take the parser deep or long: each ends with an error, at once.
TEST(PackToml, HostileShapes) {
  std::string points = "a", tables = "[a", arrays = "a = ";
  const std::string comment = "#" + std::string(kLargestToml, 'x');
  for (int i = 0; i < 20000; ++i) {
    points += ".a";
    tables += ".a";
    arrays += "[";
  }
  std::string inlines = "a = ";
  for (int i = 0; i < 5000; ++i) inlines += "{a=";
  for (const std::string& text : {points + " = 1", tables + "]", arrays, inlines, comment}) {
    const Status status = ToPublic(ReadPackToml(text, "pack.toml").status());
    EXPECT_TRUE(status.code() == StatusCode::kLimit || status.code() == StatusCode::kBadSource) << status.ToString();
  }
}

}  // namespace
}  // namespace weir::dictionary
