#include "match/sandbox.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "base/error.h"

namespace weir::match {
namespace {

TEST(RunInChild, WhatTheWorkSaysComesBack) {
  EXPECT_TRUE(RunInChild([] { return absl::OkStatus(); }, {}).ok());
  const Status status = ToPublic(RunInChild(
      [] {
        return ErrorAt({"a b:c\n.toml", 3, 7}, StatusCode::kBadSource, "no; write yes\n");
      },
      {}));
  EXPECT_EQ(status.code(), StatusCode::kBadSource);
  EXPECT_EQ(status.line(), 3);
  EXPECT_EQ(status.column(), 7);
  EXPECT_EQ(status.message(), "no; write yes\n");
}

TEST(RunInChild, NothingOfTheWorkIsLeftHere) {
  int touched = 0;
  EXPECT_TRUE(RunInChild([&] { return ++touched, absl::OkStatus(); }, {}).ok());
  EXPECT_EQ(touched, 0);
}

TEST(RunInChild, TimeIsLimited) {
  const Status sleeping = ToPublic(RunInChild([] { return sleep(60), absl::OkStatus(); }, {1, 512}));
  EXPECT_EQ(sleeping.code(), StatusCode::kLimit);
  EXPECT_NE(sleeping.message().find("1 s"), std::string::npos);
  volatile bool forever = true;
  const Status busy = ToPublic(RunInChild(
      [&] {
        while (forever) continue;
        return absl::OkStatus();
      },
      {1, 512}));
  EXPECT_EQ(busy.code(), StatusCode::kLimit);
}

TEST(RunInChild, MemoryIsLimited) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "sanitizers reserve terabytes";
#endif
  const Status status = ToPublic(RunInChild(
      [] {
        std::vector<std::vector<char>> all;
        for (int i = 0; i < 64; ++i) all.emplace_back(16 << 20, 'x');
        return absl::OkStatus();
      },
      {10, 64}));
  EXPECT_EQ(status.code(), StatusCode::kLimit);
  EXPECT_NE(status.message().find("64 MB"), std::string::npos) << status.message();
}

TEST(RunInChild, ACrashIsAnErrorNotACrash) {
  EXPECT_FALSE(RunInChild([]() -> absl::Status { _exit(3); }, {}).ok());
  EXPECT_FALSE(RunInChild([]() -> absl::Status { throw 1; }, {}).ok());
}

TEST(RunInChild, NotWithASecondThread) {
  std::mutex mutex;
  std::condition_variable end;
  bool ended = false;
  std::thread other([&] {
    std::unique_lock lock(mutex);
    end.wait(lock, [&] { return ended; });
  });
  EXPECT_EQ(ToPublic(RunInChild([] { return absl::OkStatus(); }, {})).code(), StatusCode::kUnavailable);
  {
    const std::lock_guard lock(mutex);
    ended = true;
  }
  end.notify_all();
  other.join();
}

}  // namespace
}  // namespace weir::match
