#include "dictionary/source.h"

#include <gtest/gtest.h>

#include "base/error.h"
#include "refusal.h"
#include "tests/table.h"

namespace weir::dictionary {
namespace {

constexpr char kHeader[] = "term\tweight\tvariants\tflags\tsource\tnote\n";

std::string WithHeader(std::string content) {
  const size_t at = content.find('H');
  return at == std::string::npos ? content : content.replace(at, 1, kHeader);
}

TEST(ReadSource, BadOnesAreRefusedWhereTheyAreBad) {
  for (const tests::Row& row :
       tests::ReadTable("tests/dictionary/bad_sources.tsv", {"path", "content", "line", "column", "message", "note"})) {
    SCOPED_TRACE(row.place + ": " + row["note"]);
    Pack pack;
    tests::ExpectRefused(ReadSource(WithHeader(row["content"]), row["path"], &pack), row["path"], row);
  }
}

Pack Read(const std::string& content, const std::string& path) {
  Pack pack;
  pack.name = "city";
  const absl::Status status = ReadSource(content, path, &pack);
  EXPECT_TRUE(status.ok()) << status;
  return pack;
}

TEST(ReadSource, ARiskTerm) {
  const Pack pack = Read(std::string(kHeader) +
                             "加微信\t3.5\tsound,shape\tboundary=none,gap=none,border="
                             "none\town\t引流\n加微信公众号\t0\t-\tallow\town\t-\n",
                         "zh/ads.tsv");
  ASSERT_EQ(pack.terms.size(), 2u);
  const Term& term = pack.terms[0];
  EXPECT_EQ(term.text, "加微信");
  EXPECT_EQ(term.role, Role::kRisk);
  EXPECT_EQ(term.category, Category::kAds);
  EXPECT_EQ(term.weight, 3.5f);
  EXPECT_EQ(term.variants, kSound | kShape);
  EXPECT_FALSE(term.boundary);
  EXPECT_FALSE(term.gap);
  EXPECT_FALSE(term.border);
  EXPECT_EQ(term.layer, "city");
  EXPECT_EQ(term.source, "zh/ads.tsv:2");
  EXPECT_EQ(term.note, "引流");
  EXPECT_EQ(pack.terms[1].role, Role::kAllow);
  EXPECT_EQ(pack.terms[1].weight, 0);
  EXPECT_EQ(pack.terms[1].note, "");  // "-" is nothing
  EXPECT_TRUE(pack.terms[1].boundary && pack.terms[1].gap && pack.terms[1].border);
}

// What a file says of its terms, by their length; what a row says besides.
TEST(ReadSource, Variants) {
  const std::string directives = "#! variants sound,split\n#! variants-of-two pinyin\n";
  struct {
    const char* row;
    uint16_t variants;
  } cases[] = {
      {"加微信\t3\t-", kSound | kSplitVariant},
      {"微信\t3\t-", kPinyinVariant},
      {"微\t3\t-", 0},
      {"微\t3\temoji", kEmojiVariant},
      {"加微信\t3\temoji", kSound | kSplitVariant | kEmojiVariant},
      {"加微信\t3\tnone", 0},
      {"加微信\t3\tnone,shape", kShape},
      {"微信\t3\tsound", kPinyinVariant | kSound},
      {"加v信\t3\t-", 0},  // letters are half a disguise
      {"加v信\t3\tsound", kSound},
      {"123\t3\t-", 0},
  };
  for (const auto& c : cases) {
    const Pack pack = Read(directives + "term\tweight\tvariants\n" + c.row + "\n", "zh/ads.tsv");
    EXPECT_EQ(pack.terms[0].variants, c.variants) << c.row;
  }
  const Pack allow = Read(directives + kHeader + "加微信号\t0\t-\tallow\town\tn\n", "zh/ads.tsv");
  EXPECT_EQ(allow.terms[0].variants, 0);  // an allow phrase is ordinary writing
}

TEST(ReadSource, ASuggestion) {
  const Pack pack = Read("term\tweight\tsuggest\n最好\t3\t较好\n最佳\t3\t-\n", "zh/script.tsv");
  EXPECT_EQ(pack.terms[0].suggest, "较好");
  EXPECT_EQ(pack.terms[1].suggest, "");
}

TEST(ReadSource, Attention) {
  const char* const kNames[] = {"question", "complaint", "help", "crisis"};
  for (int bit = 0; bit < kAttentionKindCount; ++bit) {
    const Pack pack =
        Read(std::string(kHeader) + "词\t1\t-\turgent\town\tn\n", std::string("zh/attention/") + kNames[bit] + ".tsv");
    EXPECT_EQ(pack.terms[0].role, Role::kAttention);
    EXPECT_EQ(pack.terms[0].kind, 1 << bit);
    EXPECT_TRUE(pack.terms[0].urgent);
  }
}

TEST(ReadSource, Topics) {
  Pack pack = Read("#! topic 社保\n#! sensitivity 2\n#! route 窗口\n" + std::string(kHeader) +
                       "退休\t1\t-\tunder=养老/退休,under=待遇\town\tn\n社保\t1\t-\tsens=0\town\tn\n",
                   "zh/topics/shebao.tsv");
  ASSERT_EQ(pack.topics.size(), 1u);
  EXPECT_EQ(pack.topics[0].name, "社保");
  EXPECT_EQ(pack.topics[0].route, "窗口");
  EXPECT_EQ(pack.topics[0].sensitivity, 2);
  EXPECT_EQ(pack.terms[0].sensitivity, 2);
  EXPECT_EQ(pack.terms[0].under, (std::vector<std::string>{"社保/养老/退休", "社保/待遇"}));
  EXPECT_EQ(pack.terms[1].sensitivity, 0);
  // A second file of the same topic joins it; one of another opens another.
  ASSERT_TRUE(
      ReadSource("#! topic 社保\n" + std::string(kHeader) + "社保卡\t1\t-\t-\town\tn\n", "zh/topics/more.tsv", &pack)
          .ok());
  ASSERT_TRUE(
      ReadSource("#! topic 医保\n" + std::string(kHeader) + "医保\t1\t-\t-\town\tn\n", "zh/topics/yibao.tsv", &pack)
          .ok());
  EXPECT_EQ(pack.topics.size(), 2u);
  EXPECT_EQ(pack.terms[2].topic, 0);
  EXPECT_EQ(pack.terms[3].topic, 1);
}

// A run counter that wraps would let a term of 65,536 equal letters ask for none; a term this long is a mistake or an attack.
TEST(ReadSource, AnOverlongTermIsRefused) {
  Pack pack;
  const std::string row = std::string(kHeader) + std::string(65536, 'a') + "\t3\t-\t-\town\tn\n";
  const Status status = ToPublic(ReadSource(row, "zh/ads.tsv", &pack));
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.line(), 2);
  EXPECT_NE(status.message().find("longer than"), std::string::npos) << status.message();
}

}  // namespace
}  // namespace weir::dictionary
