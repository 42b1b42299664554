#include "weir/version.h"

#include <gtest/gtest.h>

#include <string>

#include "weir/engine.h"
#include "weir/weir.h"

namespace weir {
namespace {

TEST(GetVersions, NamesWhatServes) {
  const Versions versions = GetVersions();
  EXPECT_EQ(versions.weir, std::to_string(WEIR_VERSION_MAJOR) + "." + std::to_string(WEIR_VERSION_MINOR) + "." +
                               std::to_string(WEIR_VERSION_PATCH));
  EXPECT_STREQ(weir_version(), std::string(versions.weir).c_str());
  for (const std::string_view version : {versions.hyperscan, versions.icu, versions.unicode, versions.re2}) {
    EXPECT_FALSE(version.empty());
    EXPECT_EQ(version.find_first_of(" \n"), std::string_view::npos) << version;
    EXPECT_NE(version.find_first_of("0123456789"), std::string_view::npos) << version;
  }
  EXPECT_EQ(versions.fold_digest.size(), 32u) << "XXH3-128";
  auto engine = Engine::Open({});
  ASSERT_TRUE(engine.ok());
  EXPECT_EQ(engine->Info().fold_digest, versions.fold_digest);
  EXPECT_EQ(engine->Info().matcher, "hyperscan " + std::string(versions.hyperscan));
}

}  // namespace
}  // namespace weir
