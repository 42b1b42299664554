#include "tools/packc/holders.h"

#include <gtest/gtest.h>

#include <sstream>

namespace weir {
namespace {

dictionary::Pack MakePack(const std::vector<std::pair<std::string, dictionary::Role>>& terms) {
  dictionary::Pack pack;
  for (const auto& [text, role] : terms) {
    dictionary::Term term;
    term.text = text;
    term.role = role;
    pack.terms.push_back(term);
  }
  return pack;
}

TEST(ListHolders, TheCommonestFirst) {
  using dictionary::Role;
  const dictionary::Pack pack = MakePack({{"处女", Role::kRisk},
                                          {"大麻", Role::kRisk},
                                          {"处女", Role::kRisk},
                                          {"女座", Role::kAllow},
                                          {"一百零一个", Role::kRisk},
                                          {"处", Role::kRisk}});
  std::istringstream words(
      "处女 900 n\n处女作 30 n\n处女座 40 nr\n老處女\t50\n处女地 3 n\n一百零一个人 9 m\n麻烦 500 a\n坏行\n\nAT&T 3 "
      "nz\n");
  EXPECT_EQ(ListHolders(pack, words), "处女\t老處女 处女座 处女作\n");
}

TEST(ListHolders, NothingOfNothing) {
  std::istringstream none, words("处女作 30 n\n");
  EXPECT_EQ(ListHolders(MakePack({}), words), "");
  EXPECT_EQ(ListHolders(MakePack({{"处女", dictionary::Role::kRisk}}), none), "");
}

}  // namespace
}  // namespace weir
