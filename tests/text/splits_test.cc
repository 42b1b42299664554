#include "text/splits.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/table.h"
#include "text/fold_table.h"

namespace weir::text {
namespace {

char32_t Only(const std::string& text) {
  const Decoded one = DecodeOne(text.data(), text.data() + text.size());
  EXPECT_EQ(size_t{one.length}, text.size()) << text;
  return one.cp;
}

std::string Shown(const std::vector<Split>& splits) {
  std::string out;
  for (const Split& split : splits) {
    if (!out.empty()) out += ',';
    for (const char32_t c : split.parts) AppendUtf8(c, &out);
    if (split.ordinary) out += '*';
  }
  return out.empty() ? "-" : out;
}

TEST(Splits, Table) {
  for (const tests::Row& row : tests::ReadTable("tests/text/splits.tsv", {"char", "splits", "note"}))
    EXPECT_EQ(Shown(SplitsOf(Only(row["char"]))), row["splits"]) << row.place;
}

// The compiled table is the committed one, row for row: none lost to the search, none cut.
TEST(Splits, EveryRowIsFound) {
  const auto rows = tests::ReadTable("lib/text/data/splits.tsv", {"char", "splits", "ordinary"});
  EXPECT_EQ(rows.size(), internal::kSplitCount);
  EXPECT_GE(rows.size(), 3500u);
  for (const tests::Row& row : rows) {
    const auto ordinary = tests::List(row["ordinary"], ' ');
    std::string want;
    for (const std::string& split : tests::List(row["splits"], ' ')) {
      const bool is_ordinary = std::find(ordinary.begin(), ordinary.end(), split) != ordinary.end();
      want += (want.empty() ? "" : ",") + split + (is_ordinary ? "*" : "");
    }
    EXPECT_EQ(Shown(SplitsOf(Only(row["char"]))), want) << row.place;
  }
}

// A split that holds its own character would make a term's spelling out of the term for ever.
TEST(Splits, PartsAreFoldedAndOthers) {
  for (uint32_t i = 0; i < internal::kSplitCount; ++i) {
    const char32_t key = internal::kSplitKeys[i];
    const auto splits = SplitsOf(key);
    EXPECT_FALSE(splits.empty()) << static_cast<uint32_t>(key);
    for (const Split& split : splits) {
      EXPECT_EQ(split.parts.find(key), std::u32string_view::npos) << Shown({split});
      for (const char32_t part : split.parts) EXPECT_NE(SymbolOf(part), 0) << Shown({split});
    }
  }
}

TEST(Splits, OutsideTheTable) {
  const char32_t first = internal::kSplitKeys[0], last = internal::kSplitKeys[internal::kSplitCount - 1];
  for (const char32_t c :
       {char32_t{0}, char32_t{0x10FFFF}, static_cast<char32_t>(first - 1), static_cast<char32_t>(last + 1)})
    EXPECT_TRUE(SplitsOf(c).empty()) << static_cast<uint32_t>(c);
}

}  // namespace
}  // namespace weir::text
