// One comment and its verdict as a line, in each format.
#include "render.h"

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

Comment MakeComment() {
  Comment comment;
  comment.id = "7";
  comment.text = "加 薇信";
  return comment;
}

Verdict MakeVerdict() {
  Verdict verdict;
  verdict.action = Action::kReview;
  verdict.risk = 73;
  verdict.scores[static_cast<size_t>(Category::kAds)] = 73;
  verdict.attention.level = AttentionLevel::kAnswer;
  verdict.attention.kinds = kQuestion;
  verdict.attention.topics = {"社保", "社保/养老"};
  verdict.flags = kTruncated;
  Hit hit;
  hit.term = "加微信";
  hit.source = "zh/ads.tsv:118";
  hit.span = {0, 10};
  hit.via = kSeparator | kVariant;
  hit.category = Category::kAds;
  verdict.hits = {hit};
  return verdict;
}

std::string Render(OutputFormat format, const Comment& comment, const std::string* masked = nullptr) {
  std::string out;
  AppendComment(format, InputFormat::kLines, comment, MakeVerdict(), masked, &out);
  return out;
}

TEST(Render, Text) {
  EXPECT_EQ(Render(OutputFormat::kText, MakeComment()),
            "7  review  73  ads  \"加 薇信\"  [0,10) 加微信 via variant,separator zh/ads.tsv:118  answer question"
            "  社保 社保/养老  !truncated\n");
  std::string masked = "****";
  EXPECT_NE(Render(OutputFormat::kText, MakeComment(), &masked).find("\"****\""), std::string::npos);
}

TEST(Render, Tables) {
  std::string masked = "*,*";
  EXPECT_EQ(Render(OutputFormat::kCsv, MakeComment()), "7,加 薇信,review,73,answer,社保;社保/养老,加微信\n");
  EXPECT_EQ(Render(OutputFormat::kTsv, MakeComment(), &masked),
            "7\t加 薇信\treview\t73\tanswer\t社保;社保/养老\t加微信\t*,*\n");
  Comment row = MakeComment();
  row.columns = {"a", "加 薇信", "c"};
  EXPECT_EQ(Render(OutputFormat::kCsv, row), "a,加 薇信,c,review,73,answer,社保;社保/养老,加微信\n");
  EXPECT_EQ(TableHeader(InputFormat::kJsonl, {}, false).size(), 7u);
  EXPECT_EQ(TableHeader(InputFormat::kCsv, {"a", "b", "c"}, true).size(), 9u);
}

TEST(Render, BestCategoryIsTheFirstOfEquals) {
  Verdict verdict;
  EXPECT_FALSE(BestCategory(verdict));
  verdict.scores[static_cast<size_t>(Category::kScam)] = 50;
  verdict.scores[static_cast<size_t>(Category::kAds)] = 50;
  EXPECT_EQ(BestCategory(verdict), Category::kScam);
}

TEST(Render, QuotedTextIsFitForATerminal) {
  const std::pair<std::string, std::string> kRows[] = {
      {"", R"("")"},
      {"a\"b\\", R"("a\"b\\")"},
      {"\n\r\t", R"("\n\r\t")"},
      {std::string("\0\x1b\x7f", 3), R"("\u{0}\u{1b}\u{7f}")"},
      {"\u202e\u200b\u2066", R"("\u{202e}\u{200b}\u{2066}")"},
      {"\xff微\xe5", "\"\uFFFD微\uFFFD\""},
      {"😀", "\"😀\""},
  };
  for (const auto& [text, expected] : kRows) {
    std::string out;
    AppendQuoted(text, &out);
    EXPECT_EQ(out, expected);
  }
}

}  // namespace
}  // namespace weir::tool
