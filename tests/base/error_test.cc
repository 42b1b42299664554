// Errors keep their code, their message and their place from the inside of the library to its face.
#include "base/error.h"

#include <gtest/gtest.h>

namespace weir {
namespace {

constexpr StatusCode kCodes[] = {
    StatusCode::kInvalidArgument, StatusCode::kBadSource,   StatusCode::kNotFound, StatusCode::kIo,
    StatusCode::kLimit,           StatusCode::kUnavailable, StatusCode::kInternal};

TEST(Error, KeepsEveryCode) {
  for (const StatusCode code : kCodes) {
    const Status status = ToPublic(Error(code, "what failed; what to do"));
    EXPECT_FALSE(status.ok());
    EXPECT_EQ(status.code(), code);
    EXPECT_EQ(status.message(), "what failed; what to do");
    EXPECT_EQ(status.file(), "");
    EXPECT_EQ(status.line(), 0);
    EXPECT_EQ(status.column(), 0);
    EXPECT_EQ(status.ToString(), "what failed; what to do");
  }
}

TEST(Error, NumbersArePinned) {
  EXPECT_EQ(static_cast<int>(StatusCode::kOk), 0);
  EXPECT_EQ(static_cast<int>(StatusCode::kInvalidArgument), -10);
  EXPECT_EQ(static_cast<int>(StatusCode::kBadSource), -20);
  EXPECT_EQ(static_cast<int>(StatusCode::kNotFound), -30);
  EXPECT_EQ(static_cast<int>(StatusCode::kIo), -40);
  EXPECT_EQ(static_cast<int>(StatusCode::kLimit), -50);
  EXPECT_EQ(static_cast<int>(StatusCode::kUnavailable), -60);
  EXPECT_EQ(static_cast<int>(StatusCode::kInternal), -90);
}

TEST(ErrorAt, KeepsThePlace) {
  struct {
    Place place;
    const char* text;
  } cases[] = {
      {{"zh/ads.tsv", 12, 7}, "zh/ads.tsv:12:7: m"},
      {{"zh/ads.tsv", 12, 0}, "zh/ads.tsv:12: m"},
      {{"zh/ads.tsv", 0, 0}, "zh/ads.tsv: m"},
      {{"", 3, 4}, "3:4: m"},
      {{"a:b:1:2/odd.tsv", 2147483647, 1}, "a:b:1:2/odd.tsv:2147483647:1: m"},  // the delimiter in a name
      {{"带 空格/词.tsv", 1, 1}, "带 空格/词.tsv:1:1: m"},
  };
  for (const auto& c : cases) {
    const Status status = ToPublic(ErrorAt(c.place, StatusCode::kBadSource, "m"));
    EXPECT_EQ(status.file(), c.place.file);
    EXPECT_EQ(status.line(), c.place.line);
    EXPECT_EQ(status.column(), c.place.column);
    EXPECT_EQ(status.ToString(), c.text);
  }
}

TEST(ToPublic, ForeignErrorsAreInternal) {
  EXPECT_TRUE(ToPublic(absl::OkStatus()).ok());
  EXPECT_EQ(Status().ToString(), "ok");
  const Status status = ToPublic(absl::NotFoundError("from elsewhere"));
  EXPECT_EQ(status.code(), StatusCode::kInternal);
  EXPECT_EQ(status.message(), "from elsewhere");
}

}  // namespace
}  // namespace weir
