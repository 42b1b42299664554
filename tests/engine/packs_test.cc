// Which packs serve: signed or not, trusted or not, valid or not, through Engine::Open and Reload.
#include "engine/packs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/error.h"
#include "dictionary/container.h"
#include "dictionary/load.h"
#include "engine_helpers.h"

namespace weir {
namespace {

namespace fs = std::filesystem;
using dictionary::Bundle;

constexpr char kTerms[] = "term\tweight\n坏词\t3\n";

KeyPair Keys(unsigned char seed) {
  std::array<unsigned char, 32> bytes;
  bytes.fill(seed);
  return MakeKeyPairFrom(bytes);
}

Bundle Sources(const std::string& toml) {
  Bundle bundle{"city", "1.0", {{"zh/abuse.tsv", kTerms}}};
  if (!toml.empty()) bundle.files.insert(bundle.files.begin(), {"pack.toml", toml});
  return bundle;
}

// The container of these sources, signed by each seed.
std::string Container(const std::string& toml, const std::vector<unsigned char>& seeds = {}) {
  const Bundle bundle = Sources(toml);
  std::string bytes = *dictionary::WriteContainer(dictionary::ParseBundle(bundle)->manifest, bundle);
  for (const unsigned char seed : seeds) bytes = *dictionary::AddSignature(bytes, Keys(seed).secret_key, "x");
  return bytes;
}

EngineOptions Options(const std::vector<unsigned char>& trusted, const std::string& today = "2026-05-01") {
  EngineOptions options = tests::Bare({});
  options.matcher = MatcherChoice::kTextbook;
  options.today = today;
  for (const unsigned char seed : trusted) options.trusted_keys.push_back(PublicKeyText(Keys(seed).public_key));
  return options;
}

Status Open(EngineOptions options, const PackSource& source) {
  options.packs = {source};
  auto engine = Engine::Open(options);
  if (!engine.ok()) return engine.status();
  Scratch scratch;
  Verdict verdict;
  engine->Scan("坏 词", scratch, &verdict);
  EXPECT_EQ(verdict.hits.size(), 1u);
  return {};
}

TEST(Packs, WhoIsTrusted) {
  struct {
    std::vector<unsigned char> signers, trusted;
    const char* message;  // "": serves
  } cases[] = {
      {{}, {}, ""},
      {{1}, {}, ""},
      {{1}, {1}, ""},
      {{1}, {2, 1}, ""},
      {{1, 2}, {2}, ""},
      {{}, {1}, "the pack is not signed; only packs signed by a trusted key serve"},
      {{1}, {2}, "which is not trusted here"},
      {{1, 2}, {3}, "which is not trusted here"},
  };
  for (const auto& c : cases) {
    const Status status = Open(Options(c.trusted), PackSource::Bytes("city.weir", Container("", c.signers)));
    EXPECT_EQ(status.ok(), c.message[0] == '\0') << status.ToString() << c.message;
    if (status.ok()) continue;
    EXPECT_EQ(status.code(), StatusCode::kBadSource);
    EXPECT_EQ(status.file(), "city.weir");
    EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message();
  }
}

TEST(Packs, OnlyContainersServeUnderTrust) {
  const fs::path folder = fs::path(testing::TempDir()) / "weir_packs_trust";
  fs::remove_all(folder);
  fs::create_directories(folder / "zh");
  std::ofstream(folder / "zh/abuse.tsv") << kTerms;
  const PackSource sources[] = {PackSource::Path(folder.string()), PackSource::Path((folder / "zh/abuse.tsv").string()),
                                PackSource::Bytes("b", dictionary::WriteBundle(Sources("")))};
  for (const PackSource& source : sources) {
    EXPECT_TRUE(Open(Options({}), source).ok());
    const Status status = Open(Options({1}), source);
    EXPECT_EQ(status.code(), StatusCode::kBadSource);
    EXPECT_NE(status.message().find("is no container"), std::string::npos) << status.message();
  }
  fs::remove_all(folder);
  EngineOptions own = Options({1});  // the embedded pack came with the library: it needs no signature
  own.default_pack = true;
  EXPECT_TRUE(Engine::Open(own).ok());
}

TEST(Packs, AChangedPackIsRefusedWithoutTrustToo) {
  std::string bytes = Container("", {1});
  bytes[bytes.size() - 1] = static_cast<char>(bytes[bytes.size() - 1] ^ 1);
  EXPECT_NE(Open(Options({}), PackSource::Bytes("p", bytes)).message().find("is not for this pack"), std::string::npos);
}

TEST(Packs, BadOptionsAreNamed) {
  EngineOptions options = Options({});
  options.trusted_keys = {"AAAA"};
  Status status = Open(options, PackSource::Bytes("p", Container("")));
  EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
  EXPECT_EQ(status.message().rfind("trusted_keys: not a public key", 0), 0u) << status.message();
  for (const char* today : {"tomorrow", "2026-02-30", "2026-5-1"}) {
    status = Open(Options({}, today), PackSource::Bytes("p", Container("")));
    EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
    EXPECT_NE(status.message().find(today), std::string::npos);
  }
}

TEST(Packs, WhenAndWhereTheyServe) {
  struct {
    const char *toml, *today, *message;
  } cases[] = {
      {"valid_from = 2026-05-01\nvalid_until = 2026-05-01", "2026-05-01", ""},
      {"valid_from = 2026-05-01", "2026-04-30", "pack city@1.0 is valid from 2026-05-01"},
      {"valid_until = 2026-05-01", "2026-05-02", "pack city@1.0 was valid until 2026-05-01"},
      {"engine_min = \"999.0.0\"", "2026-05-01", "needs weir 999.0.0"},
      {"engine_max = \"0.0.1\"", "2026-05-01", "is for weir up to 0.0.1"},
      {"engine_min = \"0.0.1\"\nengine_max = \"999.0.0\"", "", ""},
  };
  for (const auto& c : cases) {
    for (const std::string& bytes : {Container(c.toml, {1}), dictionary::WriteBundle(Sources(c.toml))}) {
      const Status status = Open(Options({}, c.today), PackSource::Bytes("city.weir", bytes));
      EXPECT_EQ(status.ok(), c.message[0] == '\0') << status.ToString() << c.message;
      EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message();
      if (!status.ok()) {
        EXPECT_EQ(status.file(), "city.weir");
      }
    }
  }
}

TEST(Packs, OtherFoldTablesAreAWarning) {
  const Bundle bundle = Sources("");
  dictionary::Manifest manifest = dictionary::ParseBundle(bundle)->manifest;
  manifest.fold_digest = "0123456789abcdef";
  EngineOptions options = Options({});
  options.packs = {PackSource::Bytes("city.weir", *dictionary::WriteContainer(manifest, bundle))};
  auto engine = Engine::Open(options);
  ASSERT_TRUE(engine.ok()) << engine.status().ToString();
  ASSERT_EQ(engine->Info().warnings.size(), 1u);
  EXPECT_NE(engine->Info().warnings[0].find("built under other fold tables (0123456789abcdef)"), std::string::npos);
  options.packs = {PackSource::Bytes("city.weir", Container(""))};
  EXPECT_TRUE(Engine::Open(options)->Info().warnings.empty());
}

TEST(Packs, AReloadThatIsRefusedChangesNothing) {
  EngineOptions options = Options({1});
  options.packs = {PackSource::Bytes("city.weir", Container("", {1}))};
  auto engine = Engine::Open(options);
  ASSERT_TRUE(engine.ok()) << engine.status().ToString();
  const std::string before = engine->Info().pack;
  EXPECT_FALSE(engine->Reload({PackSource::Bytes("city.weir", Container("layer = \"city\"", {2}))}, false).ok());
  EXPECT_FALSE(
      engine->Reload({PackSource::Bytes("city.weir", Container("valid_until = 2026-04-30", {1}))}, false).ok());
  EXPECT_EQ(engine->Info().pack, before);
  EXPECT_EQ(engine->Info().generation, 1u);
  EXPECT_TRUE(engine->Reload({PackSource::Bytes("city.weir", Container("layer = \"city\"", {1, 2}))}, false).ok());
  EXPECT_NE(engine->Info().pack, before);
}

}  // namespace
}  // namespace weir
