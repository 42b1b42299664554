// Plain text into paragraphs.
#include <gtest/gtest.h>

#include "tests/document/blocks.h"

namespace weir::document {
namespace {

TEST(Text, Paragraphs) {
  using Blocks = std::vector<std::string>;
  const std::pair<std::string, Blocks> kRows[] = {
      {"", {}},
      {"\n\n", {}},
      {"  \t\n\u3000\u3000\n", {}},
      {"一段", {"一段"}},
      {"一段\n", {"一段"}},
      {"一段\n\n两段", {"一段", "两段"}},
      {"一段\r\n\r\n两段\r\n", {"一段", "两段"}},
      {"一段\r\r两段", {"一段", "两段"}},
      {"上半\n下半", {"上半 下半"}},
      {"上半\r\n下半", {"上半 下半"}},
      {"甲\n \u3000\n乙", {"甲", "乙"}},
      {"  甲\n乙  ", {"  甲 乙  "}},
      {"\xef\xbb\xbf甲", {"甲"}},
      {std::string("a\0b", 3), {std::string("a\0b", 3)}},
      {"甲\xff", {"甲\xff"}},
  };
  for (const auto& [source, expected] : kRows) {
    Document document = ReadDocument("a.txt", source, Kind::kText);
    EXPECT_EQ(Texts(document), expected) << source;
    ExpectTrueToSource(document);
  }
}

TEST(Text, PlacesAcrossASoftBreak) {
  Document document = ReadDocument("a.txt", "\xef\xbb\xbf第一\r\n段包\r\n过\r\n", Kind::kText);
  EXPECT_EQ(PlaceOf(document, "包 过"), "2:2-3:2");
  EXPECT_EQ(PlaceOf(document, "第一 段"), "1:1-2:2");
}

}  // namespace
}  // namespace weir::document
