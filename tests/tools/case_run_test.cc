// Expectations against hand-made verdicts: each row differs in one thing from a case that passes.
#include "case_run.h"

#include <string>

#include <gtest/gtest.h>

namespace weir::tool {
namespace {

// Hits 坏词 at [2,4) (custom) and @phone at [5,16) (privacy); review; answer; topics 社保, 社保/养老.
Verdict MakeVerdict() {
  Verdict verdict;
  verdict.action = Action::kReview;
  verdict.risk = 73;
  verdict.scores[static_cast<size_t>(Category::kCustom)] = 73;
  verdict.scores[static_cast<size_t>(Category::kPrivacy)] = 73;
  verdict.scores[static_cast<size_t>(Category::kAds)] = 50;
  verdict.attention.level = AttentionLevel::kAnswer;
  verdict.attention.topics = {"社保", "社保/养老"};
  Hit word, phone;
  word.term = "坏词";
  word.span_cp = {2, 4};
  phone.term = "@phone";
  phone.span_cp = {5, 16};
  verdict.hits = {word, phone};
  return verdict;
}

Case Parse(const std::string& rest, const std::string& expect) {
  Case item;
  std::string error;
  EXPECT_TRUE(
      ParseCase("{\"id\":\"x\",\"text\":\"t\"" + rest + ",\"expect\":{" + expect + "}}", Lang::kEn, &item, &error))
      << error;
  return item;
}

TEST(CaseRun, Expectations) {
  struct Row {
    const char* expect;
    const char* rest;
    size_t unmet;
  };
  const Row kRows[] = {
      {R"("hit":true)", "", 0},
      {R"("hit":false)", "", 1},
      {R"("hit":true,"terms":["坏词"])", "", 0},
      {R"("hit":true,"terms":["坏词","@phone"])", "", 0},
      {R"("hit":true,"terms":["坏"])", "", 1},
      {R"("hit":true,"terms":["坏词"],"exact":true)", "", 1},
      {R"("hit":true,"terms":["@phone","坏词"],"exact":true)", "", 0},
      {R"("hit":true,"terms":["@phone","坏词","坏词"],"exact":true)", "", 1},
      {R"("hit":true,"terms":[],"exact":true)", "", 1},
      {R"("hit":true,"category":["custom"])", "", 0},
      {R"("hit":true,"category":["privacy"])", "", 0},  // shares the best score
      {R"("hit":true,"category":["ads"])", "", 1},
      {R"("hit":true,"category":["ads","custom"])", "", 0},
      {R"("hit":true,"attention":["none","answer"])", "", 0},
      {R"("hit":true,"attention":["urgent"])", "", 1},
      {R"("hit":true,"topics":["社保"])", "", 0},
      {R"("hit":true,"topics":["养老"])", "", 1},
      {R"("hit":true,"topics":["社保/养老"])", "", 1},  // first levels only
      {R"("hit":true,"spans_cp":[[2,4]])", "", 0},
      {R"("hit":true,"spans_cp":[[2,5]])", "", 1},
      {R"("hit":true,"spans_cp":[[5,16],[2,4]],"exact":true,"terms":["坏词","@phone"])", "", 0},
      {R"("hit":true,"spans_cp":[[2,4]],"exact":true,"terms":["坏词","@phone"])", "", 1},
      {R"("hit":true)", R"(,"pack":"default")", 0},
      {R"("hit":false)", R"(,"pack":"default")", 1},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(Unmet(Parse(row.rest, row.expect), MakeVerdict(), Lang::kEn).size(), row.unmet) << row.expect << row.rest;
  }
}

TEST(CaseRun, TheShippedPackHitsFromReviewOn) {
  Verdict verdict = MakeVerdict();
  verdict.action = Action::kMask;
  EXPECT_EQ(Unmet(Parse(R"(,"pack":"default")", R"("hit":true)"), verdict, Lang::kEn).size(), 1u);
  EXPECT_EQ(Unmet(Parse("", R"("hit":true)"), verdict, Lang::kEn).size(), 0u);
}

TEST(CaseRun, NoEvidenceHasNoBestCategory) {
  EXPECT_EQ(Unmet(Parse("", R"("hit":false,"category":["abuse"])"), Verdict(), Lang::kEn).size(), 1u);
}

TEST(CaseRun, WhatWeirHasNotIsUnsupported) {
  const std::pair<const char*, bool> kRows[] = {
      {R"(,"ability":["core","norm","skip","repeat","boundary","allow","offset","detector","digits","default-dict","live"])",
       true},
      {R"(,"ability":[])", true},
      {R"(,"ability":["pinyin","homophone","shape","split","emoji","initials","shuffle","evasion-zh","evasion-latin"])",
       true},
      {R"(,"ability":["core","typo"])", false},
      {R"(,"ability":["something-new"])", false},
      {R"(,"ability":["wildcard","compound"])", true},
      {R"(,"patterns":["/a/"])", true},
      {R"(,"composites":[["a","b"]])", true},
      {R"(,"detectors":["phone","email","url"])", true},
      {R"(,"detectors":["idcard","bankcard","ip","plate","uscc","passport","wechat","qq","contact","address","digits"])",
       true},
      {R"(,"detectors":["phone","fax"])", false},
      {R"(,"terms":["@phone"])", true},
      {R"(,"terms":["@fax"])", false},
      {R"(,"terms":["@@plate"])", true},
  };
  for (auto [rest, supported] : kRows) EXPECT_EQ(Supported(Parse(rest, R"("hit":true)")), supported) << rest;
}

TEST(CaseRun, PatternsAndComposites) {
  struct Row {
    const char *rest, *expect;
    Outcome outcome;
  };
  const Row kRows[] = {
      {R"(,"text":"wildcat","patterns":["*cat"])", R"("hit":true,"terms":["*cat"],"exact":true,"spans_cp":[[0,7]])",
       Outcome::kPassed},
      {R"(,"text":"cats","patterns":["*cat"])", R"("hit":false)", Outcome::kPassed},
      {R"(,"text":"cats","patterns":["*cat"])", R"("hit":true)", Outcome::kFailed},
      {R"(,"text":"考试找人替考","composites":[["考试","替考"]])", R"("hit":true,"terms":["考试+替考"])",
       Outcome::kPassed},
      {R"(,"text":"考试","composites":[["考试","替考"]])", R"("hit":false)", Outcome::kPassed},
      {R"(,"text":"a","patterns":["/a*/"])", R"("hit":true)", Outcome::kFailed},
  };
  for (const Row& row : kRows) {
    CaseRunner runner(Lang::kEn);
    Case item;
    std::string error;
    const std::string line = std::string(R"({"id":"x")") + row.rest + R"(,"expect":{)" + row.expect + "}}";
    ASSERT_TRUE(ParseCase(line, Lang::kEn, &item, &error)) << error;
    EXPECT_EQ(runner.Run(item).outcome, row.outcome) << line;
  }
}

TEST(CaseRun, EnginesAreThoseTheCasesAskFor) {
  CaseRunner runner(Lang::kEn);
  auto outcome = [&](const std::string& line) {
    Case item;
    std::string error;
    EXPECT_TRUE(ParseCase(line, Lang::kEn, &item, &error)) << error;
    return runner.Run(item).outcome;
  };
  EXPECT_EQ(
      outcome(
          R"({"id":"1","terms":["ass"],"text":"class ass","expect":{"hit":true,"spans_cp":[[6,9]],"terms":["ass"],"exact":true}})"),
      Outcome::kPassed);
  EXPECT_EQ(outcome(R"({"id":"2","terms":["ass"],"text":"class","latin_boundary":false,"expect":{"hit":true}})"),
            Outcome::kPassed);
  EXPECT_EQ(outcome(R"({"id":"3","terms":["ass"],"allow":["bad ass"],"text":"bad ass","expect":{"hit":false}})"),
            Outcome::kPassed);
  EXPECT_EQ(
      outcome(
          R"({"id":"4","terms":["坏","坏词"],"text":"坏词","longest":true,"expect":{"hit":true,"terms":["坏词"],"exact":true}})"),
      Outcome::kPassed);
  // The word-border guard judges bare terms only where a case asks for context.
  for (const char* ability : {"context", "segment"}) {
    const std::string asked =
        std::string(R"({"id":"s","terms":["口交"],"text":"路口交通","ability":[")") + ability + R"("],)";
    EXPECT_EQ(outcome(asked + R"("expect":{"hit":false}})"), Outcome::kPassed);
  }
  EXPECT_EQ(outcome(R"({"id":"c","terms":["口交"],"text":"路口交通","ability":["core"],"expect":{"hit":true}})"),
            Outcome::kPassed);
  EXPECT_EQ(outcome(R"({"id":"5","text":"19900000001","expect":{"hit":false}})"), Outcome::kPassed);
  EXPECT_EQ(
      outcome(R"({"id":"6","detectors":["phone"],"text":"电话19900000001","expect":{"hit":true,"terms":["@phone"]}})"),
      Outcome::kPassed);
  EXPECT_EQ(outcome(R"({"id":"7","pack":"default","text":"你好","expect":{"hit":false}})"), Outcome::kPassed);
  EXPECT_EQ(
      outcome(R"({"id":"8","pack":"default","terms":["你好"],"text":"你好","expect":{"hit":true,"terms":["你好"]}})"),
      Outcome::kPassed);
  EXPECT_EQ(outcome(R"({"id":"9","pack":"default","text":"你好","expect":{"hit":true}})"), Outcome::kFailed);
}

}  // namespace
}  // namespace weir::tool
