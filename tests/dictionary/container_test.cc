// The container against whatever may have happened to it: any byte changed, cut, added to, or made up by somebody who knows the form.
#include "dictionary/container.h"

#include <gtest/gtest.h>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/load.h"
#include "dictionary/squeeze.h"

namespace weir::dictionary {
namespace {

constexpr size_t kDigestAndCount = 36, kSignatureSize = 104;

SecretKey Key(unsigned char seed) {
  std::array<unsigned char, 32> bytes;
  bytes.fill(seed);
  return MakeKeyPairFrom(bytes).secret_key;
}

const Bundle& Sources() {
  static const Bundle bundle{"county-a",
                             "1.2",
                             {{"pack.toml", "layer = \"county\"\nvalid_until = 2026-12-31\n"},
                              {"zh/ads.tsv", "term\tweight\tflags\n加微信\t3\t-\n加微信好友\t0\tallow\n"}}};
  return bundle;
}

std::string Unsigned() {
  auto pack = ParseBundle(Sources());
  EXPECT_TRUE(pack.ok()) << pack.status();
  auto bytes = WriteContainer(pack->manifest, Sources());
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  return *bytes;
}

std::string Signed(const std::string& bytes, unsigned char seed) {
  auto out = AddSignature(bytes, Key(seed), "x");
  EXPECT_TRUE(out.ok()) << out.status();
  return *out;
}

TEST(Container, ComesBackAsItWas) {
  const std::string bytes = Unsigned();
  ASSERT_TRUE(IsContainer(bytes));
  auto read = ReadContainer(bytes, "x");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->bundle.files, Sources().files);
  EXPECT_EQ(read->manifest, ParseBundle(Sources())->manifest);
  EXPECT_EQ(read->manifest.layer, "county");
  EXPECT_EQ(read->manifest.counts, (std::vector<std::pair<std::string, uint64_t>>{{"ads", 1}, {"allow", 1}}));
  EXPECT_TRUE(read->seal.contained);
  EXPECT_EQ(read->seal.digest.size(), 64u);
  EXPECT_TRUE(read->seal.signers.empty());
  EXPECT_EQ(Unsigned(), bytes) << "the same sources give the same bytes";
}

TEST(Container, SignaturesStandInOneOrder) {
  const std::string bytes = Unsigned(), one = Signed(bytes, 1), both = Signed(one, 2);
  EXPECT_EQ(one.size(), bytes.size() + kSignatureSize);
  EXPECT_EQ(both, Signed(Signed(bytes, 2), 1)) << "whoever signs first";
  EXPECT_EQ(Signed(both, 1), both) << "signing again changes nothing";
  auto read = ReadContainer(both, "x");
  ASSERT_TRUE(read.ok()) << read.status();
  ASSERT_EQ(read->seal.signers.size(), 2u);
  EXPECT_LT(read->seal.signers[0], read->seal.signers[1]);
  EXPECT_EQ(read->seal.digest, ReadContainer(bytes, "x")->seal.digest) << "signing does not change what is signed";
  std::string many = bytes;
  for (unsigned char seed = 1; seed <= kMostSignatures; ++seed) many = Signed(many, seed);
  EXPECT_EQ(ReadContainer(many, "x")->seal.signers.size(), kMostSignatures);
  EXPECT_EQ(ToPublic(AddSignature(many, Key(99), "x").status()).code(), StatusCode::kLimit);
}

// Every byte of the file, each changed to several others: no changed pack is read.
void ExpectEveryByteIsCovered(const std::string& good) {
  ASSERT_TRUE(ReadContainer(good, "x").ok());
  for (size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF, 0x7F}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const Status status = ToPublic(ReadContainer(bytes, "x.weir").status());
      ASSERT_EQ(status.code(), StatusCode::kBadSource) << "byte " << at << " ^ " << flip << " was not seen";
      ASSERT_EQ(status.file(), "x.weir");
      ASSERT_NE(status.message().find("at byte "), std::string::npos) << status.message();
      ASSERT_FALSE(AddSignature(bytes, Key(9), "x").ok()) << "a changed pack must not be signed";
    }
  }
}

TEST(Container, EveryByteOfAnUnsignedPackIsCovered) { ExpectEveryByteIsCovered(Unsigned()); }
TEST(Container, EveryByteOfASignedPackIsCovered) { ExpectEveryByteIsCovered(Signed(Signed(Unsigned(), 1), 2)); }

TEST(Container, CutLengthenedOrWithABytesTakenOut) {
  const std::string good = Signed(Unsigned(), 1);
  for (size_t at = 0; at < good.size(); ++at) {
    EXPECT_FALSE(ReadContainer(good.substr(0, at), "x").ok()) << "cut at " << at;
    EXPECT_FALSE(ReadContainer(good.substr(0, at) + good.substr(at + 1), "x").ok()) << "without byte " << at;
    EXPECT_FALSE(ReadContainer(good.substr(0, at) + good[at] + good.substr(at), "x").ok()) << "twice byte " << at;
  }
  EXPECT_NE(ToPublic(ReadContainer(good + "x", "x").status()).message().find("bytes after its end"), std::string::npos);
}

// A signature taken from another pack, and blocks exchanged.
TEST(Container, SignaturesOfOthers) {
  const std::string mine = Unsigned();
  Bundle changed = Sources();
  changed.files[1].second += "加薇信\t3\t-\n";
  const std::string theirs = Signed(*WriteContainer(ParseBundle(changed)->manifest, changed), 1);
  std::string forged = mine;
  forged[forged.size() - 4] = 1;
  forged += theirs.substr(theirs.size() - kSignatureSize);
  EXPECT_NE(ToPublic(ReadContainer(forged, "x").status()).message().find("is not for this pack"), std::string::npos);
  const std::string both = Signed(Signed(mine, 1), 2);
  const std::string head = both.substr(0, both.size() - 2 * kSignatureSize),
                    one = both.substr(head.size(), kSignatureSize), two = both.substr(head.size() + kSignatureSize);
  EXPECT_TRUE(ReadContainer(head + one + two, "x").ok());
  for (const std::string& tail : {two + one, one + one, two + two})
    EXPECT_NE(ToPublic(ReadContainer(head + tail, "x").status()).message().find("not in order"), std::string::npos);
}

std::string Number(uint64_t number, size_t size) {
  std::string out;
  for (size_t i = 0; i < size; ++i) out.push_back(static_cast<char>(number >> 8 * i & 0xFF));
  return out;
}

// Sizes are checked before anything is believed or allocated.
TEST(Container, DeclaredSizes) {
  const std::string good = Unsigned();
  struct {
    size_t at, size;
    uint64_t number;
    const char* message;
  } cases[] = {
      {8, 4, 2, "a pack of format 2, and this weir reads format 1; update weir"},
      {12, 4, 0xFFFFFFFF, "at byte 12 the manifest is said to be larger than 16 KiB"},
      {12, 4, 16 * 1024 + 1, "at byte 12"},
      {16, 8, ~uint64_t{0}, "at byte 16 the payload is said to be larger"},
      {16, 8, uint64_t{1} << 40, "at byte 16"},
      {16, 8, 60 << 20, "the file ends early"},
      {24, 8, ~uint64_t{0}, "at byte 24 the sources are said to be larger than 64 MiB"},
      {24, 8, (64 << 20) + 1, "at byte 24"},
      {24, 8, 60 << 20, "over 200 times the payload"},
  };
  for (const auto& c : cases) {
    std::string bytes = good;
    bytes.replace(c.at, c.size, Number(c.number, c.size));
    const Status status = ToPublic(ReadContainer(bytes, "x").status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource);
    EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message();
  }
}

std::string Manifested(const Bundle& bundle, const std::string& sources) {
  Manifest manifest;
  manifest.name = bundle.name;
  manifest.version = bundle.version;
  return AssembleContainer(WriteManifest(manifest), *Squeeze(sources), sources.size());
}

// Digest and sizes are right, and what is inside is hostile.
TEST(Container, HostileInsides) {
  const Bundle empty{"a", "1", {}};
  const std::string head = "weir-bundle 1\nname a\nversion 1\n";
  std::string many = head;
  for (int i = 0; i <= 4096; ++i) absl::StrAppend(&many, "file f", 10000 + i, ".tsv 0\n\n");
  struct {
    std::string bytes;
    const char* message;
  } cases[] = {
      {AssembleContainer("", *Squeeze(head), head.size()), "the manifest, line 1"},
      {AssembleContainer("weir-manifest 1\nname b\nversion 1\nfiles 0\n", *Squeeze(head), head.size()),
       "names another pack"},
      {AssembleContainer("weir-manifest 1\nname a\nversion 1\nfiles 0\n", head, head.size()),
       "the payload does not unpack"},
      {AssembleContainer("weir-manifest 1\nname a\nversion 1\nfiles 0\n", *Squeeze(head), head.size() + 1),
       "to less than was said"},
      {AssembleContainer("weir-manifest 1\nname a\nversion 1\nfiles 0\n", *Squeeze(head), head.size() - 1),
       "to more than was said"},
      {AssembleContainer("weir-manifest 1\nname a\nversion 1\nfiles 0\n", *Squeeze(head) + "x", head.size()),
       "goes on after its frame"},
      {Manifested(empty, many), "more than 4,096 files"},
      {Manifested(empty, head + "file /etc/passwd 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file ../a.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a/../../b.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a//b.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a/ 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file ./a.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a\\b.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a\x1b[2J.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a\xFF.tsv 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file " + std::string(256, 'a') + " 0\n\n"), "a path leads out"},
      {Manifested(empty, head + "file a.tsv 0\n\nfile a.tsv 0\n\n"), "not in order"},
      {Manifested(empty, head + "file b.tsv 0\n\nfile a.tsv 0\n\n"), "not in order"},
      {Manifested(empty, head + "file a.tsv 99999999999\n\n"), "a file is cut"},
      {Manifested(empty, head + "trailing"), "a file is cut"},
  };
  for (const auto& c : cases) {
    const Status status = ToPublic(ReadContainer(c.bytes, "x.weir").status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource) << c.message;
    EXPECT_EQ(status.file(), "x.weir");
    EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message() << "\nwanted " << c.message;
  }
}

// A manifest that says other than the sources is refused where the sources are read.
TEST(Container, AManifestThatLies) {
  const Manifest honest = ParseBundle(Sources())->manifest;
  const auto load = [&](const Manifest& manifest) { return LoadBytes(*WriteContainer(manifest, Sources()), "x.weir"); };
  ASSERT_TRUE(load(honest).ok());
  Manifest layer = honest, until = honest, files = honest, digest = honest, licence = honest, counts = honest,
           fold = honest;
  layer.layer = "base";
  until.valid_until = {2099, 1, 1};
  files.files = 3;
  digest.digest = "0";
  licence.licence = "MIT";
  for (const Manifest& manifest : {layer, until, files, digest, licence}) {
    const Status status = ToPublic(load(manifest).status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource);
    EXPECT_NE(status.message().find("something else than its sources"), std::string::npos) << status.message();
  }
  counts.counts = {
      {"ads", 7}};  // a later weir may count otherwise, and fold otherwise: these are kept as the build said them
  fold.fold_digest = "0";
  EXPECT_EQ(load(counts)->manifest.counts, counts.counts);
  EXPECT_EQ(load(fold)->manifest.fold_digest, "0");
}

TEST(Container, WhatNoReaderWouldTakeIsNotWritten) {
  Manifest manifest = ParseBundle(Sources())->manifest;
  manifest.name = "a\nb";
  EXPECT_FALSE(WriteContainer(manifest, Sources()).ok());
  Bundle repeated = Sources();
  for (int i = 0; i < 500000; ++i) repeated.files[1].second += "# the same comment again\n";
  const Status status = ToPublic(WriteContainer(ParseBundle(repeated)->manifest, repeated).status());
  EXPECT_EQ(status.code(), StatusCode::kLimit) << status.ToString();
  Bundle outside = Sources();
  outside.files[0].first = "../pack.toml";
  EXPECT_FALSE(WriteContainer(ParseBundle(Sources())->manifest, outside).ok());
}

}  // namespace
}  // namespace weir::dictionary
