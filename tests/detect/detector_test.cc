#include "detect/detector.h"

#include <gtest/gtest.h>

#include <random>

#include "base/error.h"
#include "tests/table.h"

namespace weir::detect {
namespace {

struct Scanned {
  std::vector<std::string> finds;  // slices
  bool wanted = false;
};

Scanned Scan(const Detectors& detectors, const std::string& text) {
  std::vector<uint16_t> symbols(text::MaxSymbols(text.size()));
  const text::Folded folded = text::Fold(text, symbols.data());
  Scanned scanned;
  scanned.wanted = detectors.Wants(folded, text);
  if (!scanned.wanted) {
    return scanned;
  }
  text::AtomMap map;
  map.Build(text);
  View view;
  std::vector<Find> finds;
  detectors.Scan(folded, map, &view, &finds);
  for (const Find& find : finds) {
    EXPECT_LE(find.first, find.last);
    EXPECT_LT(find.last, map.atoms().size());
    scanned.finds.push_back(
        text.substr(map.atoms()[find.first].begin, map.atoms()[find.last].end - map.atoms()[find.first].begin));
  }
  return scanned;
}

Detectors Make(const std::vector<std::string>& names) {
  auto made = Detectors::Make(names);
  EXPECT_TRUE(made.ok()) << made.status();
  return *std::move(made);
}

class Tables : public testing::TestWithParam<std::string> {};

TEST_P(Tables, FindsAndNearMisses) {
  const Detectors detectors = Make({GetParam()});
  for (const tests::Row& row :
       tests::ReadTable(std::string("tests/detect/") + GetParam() + ".tsv", {"text", "expect", "note"})) {
    const Scanned scanned = Scan(detectors, row["text"]);
    EXPECT_EQ(scanned.finds, tests::List(row["expect"], '|')) << row.place << ": " << row["note"];
  }
}

INSTANTIATE_TEST_SUITE_P(Detectors, Tables, testing::ValuesIn(Detectors::All()));

TEST(Detectors, OrdinaryCommentsPayNothing) {
  const Detectors detectors = Make(Detectors::Default());
  for (const char* text : {"你好", "办证要多久", "12345", "打12345问问", "ok", "a b c", "2026年11月24日"}) {
    EXPECT_FALSE(Scan(detectors, text).wanted) << text;
  }
}

TEST(Detectors, ByName) {
  EXPECT_EQ(Detectors::All(),
            (std::vector<std::string>{"phone", "email", "url", "idcard", "bankcard", "ip", "plate", "uscc", "passport",
                                      "wechat", "qq", "contact", "address", "digits"}));
  std::vector<std::string> most = Detectors::All();
  most.pop_back();
  EXPECT_EQ(Detectors::Default(), most);
  const std::string text = "19900000063 a@example.com example.net";
  EXPECT_EQ(Scan(Make({}), text).finds.size(), 0u);
  EXPECT_FALSE(Scan(Make({}), text).wanted);
  EXPECT_EQ(Scan(Make({"url"}), text).finds, std::vector<std::string>{"example.net"});
  EXPECT_EQ(Scan(Make(Detectors::Default()), text).finds,
            (std::vector<std::string>{"19900000063", "a@example.com", "example.net"}));
  for (const std::string name : {"", "@phone", "Phone", "fax"}) {
    const Status status = ToPublic(Detectors::Make(std::vector<std::string>{name}).status());
    EXPECT_EQ(status.code(), StatusCode::kInvalidArgument);
    EXPECT_NE(status.message().find("\"" + name + "\""), std::string::npos);
    EXPECT_NE(status.message().find("phone, email, url, idcard"), std::string::npos) << "it says what is known";
  }
}

// Whatever the bytes: finds lie in the text, and those of one detector do not overlap.
TEST(Detectors, RandomMixes) {
  const std::vector<std::string> parts = {
      "199",     "0000",   "0063", " ",  "-",        ".",      "+86", "a",  "@",  "example",           ".com",
      "http://", "gov.cn", "/",    "微", "\xE5\x82", "\u200B", "①",   "．", "＠", std::string(1, '\0')};
  size_t finds = 0;
  for (const std::string& name : Detectors::All()) {
    const Detectors detectors = Make({name});
    for (uint32_t seed = 0; seed < 10000; ++seed) {
      std::mt19937 random(seed);
      std::string text;
      for (size_t i = 0, n = random() % 14; i < n; ++i) {
        text += parts[random() % parts.size()];
      }
      size_t bytes = 0;
      for (const std::string& find : Scan(detectors, text).finds) {
        bytes += find.size();
        ++finds;
      }
      ASSERT_LE(bytes, text.size()) << name << ", seed " << seed << ": " << tests::Escape(text);
    }
  }
  EXPECT_GT(finds, 100u);
}

}  // namespace
}  // namespace weir::detect
