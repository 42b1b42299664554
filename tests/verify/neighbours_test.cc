// What touches a hit: letters to both sides, as far as the tables of the steps reach.
#include "verify/neighbours.h"

#include <gtest/gtest.h>

#include "case.h"
#include "text/utf8.h"

namespace weir::verify {
namespace {

TEST(Neighbours, Letters) {
  struct Row {
    const char *term, *text, *before, *after;
  };
  for (const Row& row :
       {Row{"妈的", "我妈的退休证", "我", "退休证"}, Row{"妈的", "妈的", "", ""}, Row{"算了", "那，算了，不办", "", ""},
        Row{"垃圾", "一二三四五垃圾一二三四五", "二三四五", "一二三四"},
        Row{"垃圾", "扔\u200B垃圾\u200B桶", "扔", "桶"}, Row{"垃圾", "請倒垃圾X1", "请倒", "x1"}}) {
    const Case item(row.term, row.text);
    const Neighbours beside(item.map, item.Places().front());
    EXPECT_EQ(text::ToUtf8(beside.before()), row.before) << row.text;
    EXPECT_EQ(text::ToUtf8(beside.after()), row.after) << row.text;
  }
}

TEST(Neighbours, Words) {
  EXPECT_TRUE(IsWord(U'操', U'作'));
  EXPECT_FALSE(IsWord(U'操', U'我'));
}

TEST(Neighbours, Beside) {
  const Case item("操", "a\u200B操");
  EXPECT_EQ(Beside(item.map, item.Places().front().first, -1)->folded, U'a');
  EXPECT_EQ(Beside(item.map, item.Places().front().last, 1), nullptr);
}

}  // namespace
}  // namespace weir::verify
