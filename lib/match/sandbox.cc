#include "match/sandbox.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <new>
#include <string>

#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir::match {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kLimitMemory = false;
#else
constexpr bool kLimitMemory = true;
#endif

constexpr int kOutOfMemory = 77;  // an exit code of the child

// Threads are the folders of /proc/self/task; where there is no /proc nothing is known, and nothing is forked.
bool HasOneThread() {
  struct stat task;
  return stat("/proc/self/task", &task) == 0 && task.st_nlink == 3;
}

size_t BytesInUse() {
  unsigned long pages = 0;
  std::FILE* file = std::fopen("/proc/self/statm", "r");
  if (file == nullptr) return 0;
  if (std::fscanf(file, "%lu", &pages) != 1) pages = 0;
  std::fclose(file);
  return pages * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

void Limit(int what, rlim_t value) {
  const rlimit limit{value, value};
  setrlimit(what, &limit);
}

void WriteAll(int fd, const std::string& bytes) {
  for (size_t at = 0; at < bytes.size();) {
    const ssize_t wrote = write(fd, bytes.data() + at, bytes.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return;
    at += static_cast<size_t>(wrote);
  }
}

// "code line column\nfile\0message"; an answer of one byte "+" is yes.
std::string Encode(const absl::Status& status) {
  if (status.ok()) return "+";
  const Status open = ToPublic(status);
  return absl::StrCat("-", static_cast<int>(open.code()), " ", open.line(), " ", open.column(), "\n", open.file(),
                      std::string(1, '\0'), open.message());
}

absl::Status Decode(const std::string& answer) {
  if (answer == "+") return absl::OkStatus();
  int code = 0, line = 0, column = 0;
  const size_t feed = answer.find('\n'), end = answer.find('\0');
  if (feed == std::string::npos || end == std::string::npos || end < feed ||
      std::sscanf(answer.c_str(), "-%d %d %d", &code, &line, &column) != 3)
    return Error(StatusCode::kInternal, "the child's answer is cut");
  return ErrorAt({answer.substr(feed + 1, end - feed - 1), line, column}, static_cast<StatusCode>(code),
                 answer.substr(end + 1));
}

[[noreturn]] void RunChild(int fd, const std::function<absl::Status()>& work, const ChildLimits& limits) {
  Limit(RLIMIT_CORE, 0);
  Limit(RLIMIT_CPU, limits.seconds);
  if (kLimitMemory) Limit(RLIMIT_AS, BytesInUse() + (limits.megabytes << 20));
  try {
    WriteAll(fd, Encode(work()));
  } catch (const std::bad_alloc&) {
    _exit(kOutOfMemory);
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

// Everything the child writes until it closes the pipe; false when the time is over first.
bool ReadAll(int fd, unsigned seconds, std::string* out) {
  using Clock = std::chrono::steady_clock;
  constexpr size_t kLongestAnswer = 64 * 1024;
  const auto deadline = Clock::now() + std::chrono::seconds(seconds);
  while (out->size() < kLongestAnswer) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    pollfd wait{fd, POLLIN, 0};
    const int ready = poll(&wait, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    char buffer[4096];
    const ssize_t got = read(fd, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return true;
    out->append(buffer, static_cast<size_t>(got));
  }
  return true;
}

int Reap(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
  return status;
}

absl::Status TooMuch(const std::string& what) {
  return Error(StatusCode::kLimit,
               absl::StrCat("compiling takes more than ", what, "; make the rules smaller, or have fewer of them"));
}

}  // namespace

absl::Status RunInChild(const std::function<absl::Status()>& work, const ChildLimits& limits) {
  if (!HasOneThread())
    return Error(StatusCode::kUnavailable,
                 "only a process with one thread can try rules in a child; call it before threads are started");
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0)
    return Error(StatusCode::kUnavailable, absl::StrCat("no pipe: ", std::strerror(errno)));
  const pid_t child = fork();
  if (child < 0) {
    close(ends[0]), close(ends[1]);
    return Error(StatusCode::kUnavailable, absl::StrCat("no child process: ", std::strerror(errno)));
  }
  if (child == 0) {
    close(ends[0]);
    RunChild(ends[1], work, limits);
  }
  close(ends[1]);
  std::string answer;
  const bool in_time = ReadAll(ends[0], limits.seconds, &answer);
  close(ends[0]);
  if (!in_time) kill(child, SIGKILL);
  const int status = Reap(child);
  if (!in_time || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
    return TooMuch(absl::StrCat(limits.seconds, " s"));
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return Decode(answer);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 1)
    return Error(StatusCode::kInternal, "the child ended with an unknown fault");
  return TooMuch(
      absl::StrCat(limits.megabytes, " MB"));  // out of memory ends as bad_alloc, or as an abort in a library
}

}  // namespace weir::match
