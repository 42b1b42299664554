#include <gtest/gtest.h>

#include "dictionary/bundle.h"
#include "weir/pack.h"

namespace weir {
namespace {

PackSource Patterns(const std::string& content) {
  return PackSource::Bytes("p", dictionary::WriteBundle({"p", "1", {{"patterns.toml", content}}}));
}

std::string Pattern(const std::string& name, const std::string& regex) {
  return "[[pattern]]\nname='" + name + "'\nregex='" + regex + "'\ncategory='ads'\nweight=3\n";
}

TEST(TryPack, AGoodOneIsOk) {
  const Status status = TryPack(Patterns(Pattern("a", "加v\\d{6}")));
  EXPECT_TRUE(status.ok()) << status.ToString();
}

TEST(TryPack, ABadOneHasItsOwnFault) {
  const Status status = TryPack(Patterns(Pattern("a", "(((a{1,100}){1,100}){1,100})")));
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.file(), "patterns.toml");
  EXPECT_EQ(status.line(), 3);
}

TEST(TryPack, WhatTakesTooLongIsRefused) {
  std::string many;
  for (int i = 0; i < 900; ++i)
    many += Pattern(std::to_string(i), ".{" + std::to_string(1 + i % 9) + "}" + std::to_string(i));
  for (int i = 0; i < 12; ++i) many += Pattern("w" + std::to_string(i), ".{100}.{100}.{90}" + std::to_string(i));
  EXPECT_EQ(TryPack(Patterns(many), {0, 512}).code(), StatusCode::kLimit);
}

}  // namespace
}  // namespace weir
