#include "verify/form.h"

#include <gtest/gtest.h>

#include <set>

#include "text/fold.h"
#include "text/utf8.h"

namespace weir::verify {
namespace {

// "傻×1 逼×2_": the runs, with the term's own gaps: "_" after a run, "-" inside it.
std::string Describe(const Form& form) {
  std::string out;
  for (const FormRun& run : form.runs) {
    if (!out.empty()) out += " ";
    text::AppendUtf8(run.cp, &out);
    out += "×" + std::to_string(run.count) + (run.inner_gap ? "-" : "") + (run.own_gap ? "_" : "");
  }
  return out;
}

TEST(MakeForm, Runs) {
  struct {
    const char* term;
    const char* runs;
    uint32_t letters;
  } cases[] = {
      {"加微信", "加×1 微×1 信×1", 3},
      {"嘻嘻哈哈", "嘻×2 哈×2", 4},
      {"ass", "a×1 s×2", 3},
      {"110", "1×1 1×1 0×1", 3},
      {"national congress", "n×1 a×1 t×1 i×1 o×1 n×1 a×1 l×1_ c×1 o×1 n×1 g×1 r×1 e×1 s×2", 16},
      {"a-a", "a×2-", 2},
      {"a.b", "a×1_ b×1", 2},
      {"加\u200B微", "加×1 微×1", 2},
      {"ＳＢ", "s×1 b×1", 2},
      {"㈱", "株×1", 1},
      {"⑩", "1×1 0×1", 2},
      {"(a)", "a×1", 1},
      {"", "", 0},
      {"。", "", 0},
  };
  for (const auto& c : cases) {
    const Form form = MakeForm(c.term, true, true);
    EXPECT_EQ(Describe(form), c.runs) << c.term;
    EXPECT_EQ(form.letters, c.letters) << c.term;
    EXPECT_EQ(form.runs.size(), text::Fold(c.term).size()) << c.term;
  }
}

TEST(MakeForm, EndsOfTheTermItself) {
  struct {
    const char* term;
    const char32_t* head;
    const char32_t* tail;
  } cases[] = {
      {"fu(", U"", U"("}, {"(fu", U"(", U""},          {"@@phone", U"@@", U""}, {"加微信！！", U"", U"！！"},
      {"a b", U"", U""},  {"\u200Bx\u200B", U"", U""}, {" x ", U" ", U" "},
  };
  for (const auto& c : cases) {
    const Form form = MakeForm(c.term, true, true);
    EXPECT_EQ(form.head, c.head) << c.term;
    EXPECT_EQ(form.tail, c.tail) << c.term;
  }
}

TEST(MakeForm, KeepsItsOptionsAndVia) {
  EXPECT_FALSE(MakeForm("x", false, true).boundary);
  EXPECT_FALSE(MakeForm("x", true, false).gap);
  EXPECT_EQ(MakeForm("加微信", true, true).via, 0);
  EXPECT_EQ(MakeForm("ＳB", true, true).via, text::kViaCase | text::kViaWidth);
}

// A count of 16 bits would wrap to 0 here and send align past the text's end.
TEST(MakeForm, LongRunsAreCountedInFull) {
  for (const size_t count : {65535u, 65536u, 70000u}) {
    const Form form = MakeForm(std::string(count, 'a'), true, true);
    ASSERT_EQ(form.runs.size(), 1u);
    EXPECT_EQ(form.runs[0].count, count);
  }
}

TEST(Outcomes, AllAreNamed) {
  std::set<std::string_view> reasons;
  const std::set<std::string_view> steps = {"accepted", "align",  "gap",        "boundary", "sound",
                                            "allow",    "border", "likelihood", "same"};
  for (int i = 0; i <= static_cast<int>(Outcome::kSame); ++i) {
    EXPECT_EQ(steps.count(StepName(static_cast<Outcome>(i))), 1u);
    EXPECT_TRUE(reasons.insert(ReasonText(static_cast<Outcome>(i), Language::kEnglish)).second) << i;
  }
}

}  // namespace
}  // namespace weir::verify
