#include "text/utf8.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <random>

#include "tests/table.h"

namespace weir::text {
namespace {

std::string Bytes(const std::string& hex) {
  std::string bytes;
  for (const std::string& byte : tests::Split(hex, ' '))
    bytes.push_back(static_cast<char>(std::stoi(byte, nullptr, 16)));
  return bytes;
}

std::string Describe(const Decoded& one, size_t at) {
  char cp[16];
  std::snprintf(cp, sizeof cp, "U+%04X", static_cast<unsigned>(one.cp));
  return (one.valid ? cp : "!") + ("@" + std::to_string(at) + "+" + std::to_string(one.length));
}

std::string Decode(const std::string& bytes) {
  std::string out;
  const char* const end = bytes.data() + bytes.size();
  for (const char* p = bytes.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    if (!one.valid) {
      EXPECT_EQ(one.cp, kReplacement);
    }
    out += (out.empty() ? "" : " ") + Describe(one, static_cast<size_t>(p - bytes.data()));
    p += one.length;
  }
  return out;
}

TEST(Utf8, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/utf8.tsv", {"bytes", "expect", "note"})) {
    SCOPED_TRACE(row.place);
    const std::string bytes = Bytes(row["bytes"]);
    EXPECT_EQ(Decode(bytes), row["expect"]);
    EXPECT_EQ(CountCodePoints(bytes), tests::Split(row["expect"], ' ').size());
    EXPECT_EQ(Repair(bytes), ToUtf8(ToUtf32(bytes)));
    EXPECT_EQ(Repair(bytes) == bytes, row["expect"].find('!') == std::string::npos);
  }
}

TEST(Utf8, EveryCodePointComesBack) {
  for (char32_t cp = 0; cp < 0x110000; ++cp) {
    if (cp >= 0xD800 && cp <= 0xDFFF) continue;
    std::string bytes;
    AppendUtf8(cp, &bytes);
    const Decoded one = DecodeOne(bytes.data(), bytes.data() + bytes.size());
    ASSERT_TRUE(one.valid && one.cp == cp && one.length == bytes.size()) << std::hex << static_cast<uint32_t>(cp);
  }
}

// Never reads past the end (the sanitizers watch), always goes on, and repaired text needs no second repair.
TEST(Utf8, RandomBytes) {
  for (uint32_t seed = 0; seed < 20000; ++seed) {
    std::mt19937 random(seed);
    std::string bytes(random() % 12, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % 4 != 0 ? 0x80 | random() % 0x80 : random() % 0x80);
    const std::string exact(bytes.begin(), bytes.end());
    const std::string repaired = Repair(exact);
    ASSERT_EQ(Repair(repaired), repaired) << "seed " << seed << " " << tests::Escape(bytes);
    ASSERT_EQ(CountCodePoints(repaired), CountCodePoints(exact)) << "seed " << seed << " " << tests::Escape(bytes);
    ASSERT_LE(repaired.size(), exact.size() * 3);
  }
}

}  // namespace
}  // namespace weir::text
