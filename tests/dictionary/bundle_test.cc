#include "dictionary/bundle.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "dictionary/load.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

const Bundle& Sample() {
  static const Bundle bundle{
      "city",
      "1.2",
      {{"zh/ads.tsv", "term\tweight\n加微信\t3\n"}, {"zh/odd name.tsv", ""}, {"zh/x.tsv", "no line feed"}}};
  return bundle;
}

TEST(Bundle, ComesBackAsItWas) {
  const std::string bytes = WriteBundle(Sample());
  EXPECT_TRUE(IsBundle(bytes));
  auto read = ReadBundle(bytes, "x");
  ASSERT_TRUE(read.ok()) << read.status();
  EXPECT_EQ(read->name, "city");
  EXPECT_EQ(read->version, "1.2");
  EXPECT_EQ(read->files, Sample().files);
  EXPECT_EQ(WriteBundle(*read), bytes);
}

TEST(Bundle, ContentMayLookLikeABundle) {
  Bundle bundle{"a", "1", {{"p", WriteBundle(Sample())}}};
  auto read = ReadBundle(WriteBundle(bundle), "x");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->files, bundle.files);
}

TEST(Bundle, BadOnes) {
  struct {
    const char* bytes;
    const char* message;
  } cases[] = {
      {"", "at byte 0 the first line"},
      {"weir-bundle 2\nname a\nversion 1\n", "at byte 0 the first line"},
      {"weir-bundle 1", "at byte 0 the first line"},
      {"weir-bundle 1\n", "at byte 14 a line \"name"},
      {"weir-bundle 1\nname a\n", "at byte 21 a line \"version"},
      {"weir-bundle 1\nname a\nversion 1\nfile p 3\nab\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile p 2\nabc\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile p -1\n\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile p 99999999999999999999\n\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile p 18446744073709551615\n\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile  0\n\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile 0\n\n", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nrest", "at byte 31 a file is cut"},
      {"weir-bundle 1\nname a\nversion 1\nfile b 0\n\nfile a 0\n\n", "not in order"},
      {"weir-bundle 1\nname a\nversion 1\nfile a 0\n\nfile a 0\n\n", "not in order"},
  };
  for (const auto& c : cases) {
    const Status status = ToPublic(ReadBundle(c.bytes, "x.weir").status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource) << c.bytes;
    EXPECT_EQ(status.file(), "x.weir");
    EXPECT_NE(status.message().find(c.message), std::string::npos) << c.bytes << "\n" << status.message();
  }
}

// A hostile bundle: cut at every byte, and every byte changed in several ways. Either an error, or a bundle that is written
// back to the very bytes that were read; and whatever is read is parsed without a crash.
TEST(Bundle, HostileBytes) {
  const std::string good = WriteBundle(
      {"city",
       "1.2",
       {{"zh/ads.tsv", "term\tweight\n加微信\t3\n"}, {"zh/topics/a.tsv", "#! topic 社保\nterm\tweight\n社保\t1\n"}}});
  int read_well = 0;
  const auto check = [&](const std::string& bytes) {
    auto read = ReadBundle(bytes, "x");
    if (!read.ok()) {
      EXPECT_EQ(ToPublic(read.status()).code(), StatusCode::kBadSource);
      return;
    }
    ++read_well;
    ASSERT_EQ(WriteBundle(*read), bytes) << tests::Escape(bytes);
    auto pack = ParseBundle(*read);
    if (!pack.ok()) {
      EXPECT_EQ(ToPublic(pack.status()).code(), StatusCode::kBadSource);
    }
  };
  for (size_t cut = 0; cut < good.size(); ++cut) check(good.substr(0, cut));
  for (size_t at = 0; at < good.size(); ++at) {
    for (const int flip :
         {0x01, 0x10, 0x80, 0xFF, good[at] ^ '\n', good[at] ^ '\t', good[at] ^ ' ', good[at] ^ '0', good[at] ^ '9'}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      check(bytes);
    }
    check(good.substr(0, at) + good.substr(at + 1));
    check(good.substr(0, at) + std::string(1, good[at]) + good.substr(at));
  }
  EXPECT_GT(read_well, 100) << "most changed contents still are bundles";
}

}  // namespace
}  // namespace weir::dictionary
