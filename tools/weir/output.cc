// Raw descriptors rather than streams: every error number counts here, EPIPE and ENOSPC above all.
#include "output.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "options.h"

namespace weir::tool {
namespace {

// One write call a buffer; larger gains nothing on a pipe (its own buffer is 64 KiB).
constexpr size_t kBuffer = 64 * 1024;

std::string Parent(const std::string& path) {
  size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// The file that `path` names in the end, so that a symbolic link stays one.
std::string Resolve(const std::string& path) {
  char* real = realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  std::free(real);
  return out;
}

mode_t NewFileMode(const std::string& path) {
  struct stat old;
  if (stat(path.c_str(), &old) == 0) return old.st_mode & 07777;
  mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

void SyncFolder(const std::string& folder) {
  int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);  // a file system that cannot sync a folder has renamed all the same
  close(fd);
}

}  // namespace

Output::~Output() { Discard(); }

std::optional<std::string> Output::Open(const std::string& path) {
  name_ = path.empty() ? "stdout" : path;
  if (path.empty()) {
    fd_ = STDOUT_FILENO;
    return std::nullopt;
  }
  target_ = Resolve(path);
  struct stat info;
  bool exists = stat(target_.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) {
    errno = EISDIR;
    Fail();
  } else if (exists && !S_ISREG(info.st_mode)) {
    fd_ = open(target_.c_str(), O_WRONLY | O_CLOEXEC);
    owned_ = true;
    if (fd_ < 0) Fail();
  } else {
    return OpenTemporary();
  }
  return error_;
}

std::optional<std::string> Output::OpenTemporary() {
  temporary_ = Parent(target_) + "/.weir-XXXXXX";
  fd_ = mkostemp(temporary_.data(), O_CLOEXEC);
  owned_ = true;
  if (fd_ < 0) {
    temporary_.clear();
    Fail();
  } else if (fchmod(fd_, NewFileMode(target_)) != 0) {
    Fail();
  }
  return error_;
}

void Output::Write(std::string_view bytes) {
  if (error_) return;
  buffer_ += bytes;
  if (buffer_.size() >= kBuffer) Drain();
}

std::optional<std::string> Output::Flush() {
  if (!error_) Drain();
  return error_;
}

void Output::Drain() {
  size_t done = 0;
  while (done < buffer_.size()) {
    ssize_t n = write(fd_, buffer_.data() + done, buffer_.size() - done);
    if (n >= 0) {
      done += static_cast<size_t>(n);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {  // a caller's pipe may be non-blocking
      pollfd wait = {fd_, POLLOUT, 0};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      Fail();
      return;
    }
  }
  buffer_.clear();
}

std::optional<std::string> Output::Commit() {
  if (fd_ < 0) return error_;
  if (!error_) Drain();
  if (!error_ && !temporary_.empty()) {
    if (fsync(fd_) != 0 || rename(temporary_.c_str(), target_.c_str()) != 0) {
      Fail();
    } else {
      temporary_.clear();
      SyncFolder(Parent(target_));
    }
  }
  if (owned_) {
    int fd = fd_;
    fd_ = -1;
    owned_ = false;
    if (close(fd) != 0 && !error_) Fail();
  }
  Discard();
  return error_;
}

void Output::Fail() {
  if (!error_) error_ = std::strerror(errno);
  buffer_.clear();
}

void Output::Discard() {
  if (owned_ && fd_ >= 0) close(fd_);
  owned_ = false;
  fd_ = -1;
  if (!temporary_.empty()) unlink(temporary_.c_str());
  temporary_.clear();
}

bool Output::is_terminal() const { return fd_ >= 0 && isatty(fd_) != 0; }

bool WriteWhole(const std::string& path, std::string_view what, Lang lang) {
  Output out;
  std::optional<std::string> error = out.Open(path);
  if (!error) {
    out.Write(what);
    error = out.Commit();
  }
  if (error) SayWriteFailed(out, *error, lang);
  return !error;
}

void SayWriteFailed(const Output& out, const std::string& reason, Lang lang) {
  std::string line = "weir: " + Say(lang, Msg::kWriteFailed, {out.name(), reason});
  struct stat info;
  if (out.name() != "stdout" && stat(out.name().c_str(), &info) == 0 && S_ISREG(info.st_mode)) {
    line += (lang == Lang::kZh ? "；" : "; ") + Say(lang, Msg::kOutputKept, {out.name()});
  }
  Note(line);
}

}  // namespace weir::tool
