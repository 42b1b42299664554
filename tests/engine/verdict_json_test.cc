#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "engine_helpers.h"
#include "text/utf8.h"

namespace weir {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> Keys(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

// Byte for byte, as other faces and other people's parsers rely on.
TEST(AppendJson, Golden) {
  Verdict verdict;
  verdict.action = Action::kReview;
  verdict.risk = 87;
  verdict.flags = kInvalidUtf8 | kTruncated;
  verdict.attention = {AttentionLevel::kAnswer, kQuestion | kHelp, 2, {"社保", "社保/养老"}};
  verdict.scores[static_cast<size_t>(Category::kAds)] = 87;
  verdict.scores[static_cast<size_t>(Category::kAbuse)] = 3;
  verdict.pack = "default@0.1.0+3f9c";
  Hit hit;
  hit.term = "加微信", hit.layer = "default", hit.source = "zh/ads.tsv:118", hit.note = "n";
  hit.span = {0, 11}, hit.span_cp = {0, 5};
  hit.points = 2.1f, hit.confidence = 0.91f, hit.via = kSeparator | kHomophone, hit.category = Category::kAds;
  verdict.hits.push_back(hit);
  std::string json;
  const std::string masked = "*****吗";
  AppendJson(verdict, "42", "加 微 信吗", &masked, &json);
  EXPECT_EQ(
      json,
      R"({"id":"42","action":"review","risk":87,"attention":{"level":"answer","kinds":["question","help"],"topics":["社保","社保/养老"],"sensitivity":2},)"
      R"("scores":{"abuse":3,"ads":87},"hits":[{"term":"加微信","category":"ads","layer":"default","points":2.1,"span":[0,11],"span_cp":[0,5],"text":"加 微 信",)"
      R"("via":["separator","homophone"],"confidence":0.91,"covered":false,"source":"zh/ads.tsv:118"}],"flags":["invalid_utf8","truncated"],)"
      R"("pack":"default@0.1.0+3f9c","masked":"*****吗"})");
}

TEST(AppendJson, KeysInTheirOrder) {
  const Engine engine = tests::MustOpen(tests::Bare({"傻逼"}));
  Scratch scratch;
  const Json json = Json::parse(tests::ScanToJson(engine, "傻逼", scratch));
  EXPECT_EQ(Keys(json),
            (std::vector<std::string>{"id", "action", "risk", "attention", "scores", "hits", "flags", "pack"}));
  EXPECT_EQ(Keys(json["attention"]), (std::vector<std::string>{"level", "kinds", "topics", "sensitivity"}));
  EXPECT_EQ(Keys(json["hits"][0]), (std::vector<std::string>{"term", "category", "layer", "points", "span", "span_cp",
                                                             "text", "via", "confidence", "covered", "source"}));
  EXPECT_EQ(json["hits"][0]["via"], Json::array({"exact"}));
  EXPECT_EQ(json["hits"][0]["category"], "custom");
  EXPECT_EQ(json["hits"][0]["source"], "--terms");
}

TEST(AppendJson, NumbersHaveAtMostThreeDecimals) {
  struct {
    float value;
    const char* text;
  } cases[] = {{0, "0"},           {1, "1"},          {2.5f, "2.5"},   {0.91f, "0.91"},
               {0.9025f, "0.902"}, {0.0004f, "0"},    {1.9996f, "2"},  {3.141592f, "3.142"},
               {-0.5f, "-0.5"},    {12.25f, "12.25"}, {0.05f, "0.05"}, {0.007f, "0.007"}};
  for (const auto& c : cases) {
    Verdict verdict;
    verdict.hits.emplace_back();
    verdict.hits[0].points = c.value;
    std::string json;
    AppendJson(verdict, "", "", nullptr, &json);
    EXPECT_NE(json.find(std::string("\"points\":") + c.text + ","), std::string::npos) << c.text << " " << json;
  }
}

// Ids and texts of any bytes give JSON that a strict parser reads, and that says the repaired text.
TEST(AppendJson, AnyBytes) {
  const Engine engine = tests::MustOpen(tests::Bare({"傻逼"}));
  Scratch scratch;
  Verdict verdict;
  for (uint32_t seed = 0; seed < 3000; ++seed) {
    std::mt19937 random(seed);
    std::string id(random() % 8, '\0'), text = "傻";
    for (char& byte : id) byte = static_cast<char>(random());
    for (int i = 0; i < 3; ++i)
      text.push_back(static_cast<char>(random() % 2 ? random() : "\"\\\n\t \0"[random() % 6]));
    text += "逼";
    engine.Scan(text, scratch, &verdict);
    std::string out;
    AppendJson(verdict, id, text, &text, &out);
    const Json json = Json::parse(out, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << "seed " << seed << ": " << out;
    ASSERT_EQ(out.find('\n'), std::string::npos) << "one line, seed " << seed;
    ASSERT_EQ(json["id"].get<std::string>(), text::Repair(id)) << "seed " << seed;
    ASSERT_EQ(json["masked"].get<std::string>(), text::Repair(text)) << "seed " << seed;
    for (const auto& hit : json["hits"]) {
      const size_t begin = hit["span"][0], end = hit["span"][1];
      ASSERT_EQ(hit["text"].get<std::string>(), text::Repair(text.substr(begin, end - begin))) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace weir
