// Places, the map from block to source, kinds, switched-off lines, ill-formed bytes.
#include "document/document.h"

#include <random>

#include <gtest/gtest.h>

#include "document/utf8.h"

namespace weir::document {
namespace {

TEST(Document, Places) {
  struct Row {
    std::string source;
    size_t offset;
    Place place;
  };
  const Row kRows[] = {
      {"", 0, {1, 1}},
      {"ab", 1, {1, 2}},
      {"ab", 2, {1, 3}},
      {"ab", 99, {1, 3}},
      {"a\nb", 1, {1, 2}},
      {"a\nb", 2, {2, 1}},
      {"a\r\nb", 3, {2, 1}},
      {"a\rb", 2, {2, 1}},
      {"a\r\n\r\nb", 5, {3, 1}},
      {"微信x", 6, {1, 3}},
      {"微信x", 4, {1, 2}},  // inside a character
      {"😀a", 4, {1, 2}},
      {"\xff\xe5\xbe|", 3, {1, 3}},
      {"\xef\xbb\xbf微", 3, {1, 1}},
      {"\xef\xbb\xbf微", 0, {1, 1}},
      {"\xef\xbb\xbf微\n信", 7, {2, 1}},
  };
  for (const Row& row : kRows)
    EXPECT_EQ(PlaceFinder(row.source).At(row.offset), row.place) << row.source << " " << row.offset;
}

TEST(Document, PlacesInAnyOrderAreTheSame) {
  const std::string kSource = "微信a\n\r\nb\xff😀c\r好\n";
  PlaceFinder forwards(kSource);
  std::vector<Place> expected;
  for (size_t i = 0; i <= kSource.size(); ++i) expected.push_back(forwards.At(i));
  const unsigned kSeed = 3;
  std::mt19937 random(kSeed);
  PlaceFinder places(kSource);
  for (int i = 0; i < 500; ++i) {
    size_t at = random() % (kSource.size() + 1);
    EXPECT_EQ(places.At(at), expected[at]) << "seed " << kSeed << " offset " << at;
  }
}

TEST(Document, LinesWithoutTheirEnds) {
  PlaceFinder places(
      "\xef\xbb\xbf"
      "a\r\n\nb");
  EXPECT_EQ(places.line_count(), 3u);
  EXPECT_EQ(places.Line(1), "a");
  EXPECT_EQ(places.Line(2), "");
  EXPECT_EQ(places.Line(3), "b");
  EXPECT_EQ(places.Line(4), "");
  EXPECT_EQ(places.Line(0), "");
}

TEST(Document, MapsBlocksToTheirSource) {
  Block block;
  block.Append("ab", 10, 2);
  block.Append("c", 12, 1);  // joins the piece before
  block.Append("&", 13, 5);
  block.Append("de", 30, 2);
  ASSERT_EQ(block.pieces.size(), 3u);
  const size_t kBegin[] = {10, 11, 12, 13, 30, 31, 32};
  const size_t kEnd[] = {10, 11, 12, 13, 18, 31, 32};
  for (size_t i = 0; i <= 6; ++i) {
    EXPECT_EQ(SourceBegin(block, i), kBegin[i]) << i;
    EXPECT_EQ(SourceEnd(block, i), kEnd[i]) << i;
  }
}

TEST(Document, Kinds) {
  EXPECT_EQ(KindOf("a.txt"), Kind::kText);
  EXPECT_EQ(KindOf("a.b/C.TXT"), Kind::kText);
  EXPECT_EQ(KindOf("a.md"), Kind::kMarkdown);
  EXPECT_EQ(KindOf("a.Markdown"), Kind::kMarkdown);
  for (const char* path : {"a", "txt", "a.txt.gz", "a.docx", "a.md~", ""}) EXPECT_FALSE(KindOf(path)) << path;
}

TEST(Document, SwitchedOffLines) {
  Document document;
  document.disabled = {{3, {}}, {5, {"script", "ads/zh/ads.tsv:7"}}};
  EXPECT_TRUE(IsDisabled(document, 3, "ads/zh/ads.tsv:1"));
  EXPECT_FALSE(IsDisabled(document, 4, "ads/zh/ads.tsv:1"));
  EXPECT_TRUE(IsDisabled(document, 5, "script/zh/script.tsv:1"));
  EXPECT_TRUE(IsDisabled(document, 5, "ads/zh/ads.tsv:7"));
  EXPECT_FALSE(IsDisabled(document, 5, "ads/zh/ads.tsv:70"));
  EXPECT_FALSE(IsDisabled(document, 5, "abuse/zh/abuse.tsv:1"));
}

TEST(Document, CountsIllFormedParts) {
  Document good = ReadDocument("a.txt", "\xef\xbb\xbf好", Kind::kText);
  EXPECT_EQ(good.ill_formed, 0u);
  EXPECT_FALSE(good.first_ill_formed);
  Document bad = ReadDocument("a.txt", "好\xe5\xa5,\xff\xff", Kind::kText);
  EXPECT_EQ(bad.ill_formed, 3u);
  EXPECT_EQ(bad.first_ill_formed, 3u);
}

// The examples of maximal subparts of the Unicode Standard's table 3-8, and the edges of the ranges.
TEST(Document, Utf8Steps) {
  struct Row {
    std::string bytes;
    std::string repaired;
  };
  const Row kRows[] = {
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd"},
      {"\xC0\xAF\xE0\x80\xBF", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"\xF4\x8F\xBF\xBF\xEE\x80\x80\xED\x9F\xBF", "\xF4\x8F\xBF\xBF\xEE\x80\x80\xED\x9F\xBF"},
      {"\xE5\xBE", "\uFFFD"},
      {"\xF0\x9F\x98", "\uFFFD"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(RepairUtf8(row.bytes), row.repaired);
    EXPECT_EQ(IsUtf8(row.bytes), row.bytes == row.repaired);
  }
  for (uint32_t c : {0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    std::string out;
    AppendUtf8(c, &out);
    Utf8Step step = NextUtf8(out, 0);
    EXPECT_TRUE(step.valid);
    EXPECT_EQ(step.code_point, c);
    EXPECT_EQ(step.bytes, out.size());
  }
}

}  // namespace
}  // namespace weir::document
