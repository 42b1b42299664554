// zlib's inflate stands on our own reads, not gzread: a pause of the pipe must be seen before a read blocks.
#include "byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace weir::tool {
namespace {

constexpr size_t kChunk = 64 * 1024;

bool WouldBlock(int fd) {
  pollfd wait = {fd, POLLIN, 0};
  return poll(&wait, 1, 0) == 0;
}

}  // namespace

ByteSource::ByteSource() : buffer_(kChunk, '\0'), packed_(kChunk, '\0') {}

ByteSource::~ByteSource() {
  if (gzip_) inflateEnd(gzip_.get());
  if (fd_ > STDIN_FILENO) close(fd_);
}

std::optional<std::string> ByteSource::Open(const std::string& path, Lang lang) {
  lang_ = lang;
  name_ = path == "-" ? "stdin" : path;
  fd_ = path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (fd_ < 0 || fstat(fd_, &info) != 0) return Say(lang, Msg::kCannotOpen, {name_, std::strerror(errno)});
  if (S_ISDIR(info.st_mode)) return Say(lang, Msg::kIsDirectory, {name_});
  return std::nullopt;
}

Next ByteSource::NextLine(bool may_pause, std::string* line) {
  while (true) {
    if (begin_ == end_) {
      Got got = Refill(may_pause);
      if (got == Got::kPause) return Next::kPause;
      if (got == Got::kEnd) break;
      continue;  // a byte-order mark alone leaves nothing
    }
    in_line_ = true;
    std::string_view rest(buffer_.data() + begin_, end_ - begin_);
    size_t length = std::min(rest.find('\n'), rest.size());
    if (partial_.size() + length > kLongestLine) {
      too_long_ = true;
      partial_.clear();
    }
    if (!too_long_) partial_.append(rest.substr(0, length));
    begin_ += length;
    if (length == rest.size()) continue;
    ++begin_;
    break;
  }
  if (!in_line_) return Next::kEnd;
  in_line_ = false;
  ++line_number_;
  line->swap(partial_);
  partial_.clear();
  return std::exchange(too_long_, false) ? Next::kTooLong : Next::kItem;
}

ByteSource::Got ByteSource::Refill(bool may_pause) {
  if (error_) return Got::kEnd;
  if (gzip_) return Inflate(may_pause);
  size_t size = kChunk;
  Got got = ReadRaw(may_pause, buffer_.data(), &size);
  if (got != Got::kBytes) return got;
  begin_ = 0;
  end_ = size;
  if (!at_start_) return got;
  // Two bytes tell gzip; a pipe may have given one.
  while (end_ < 3) {
    size = kChunk - end_;
    Got more = ReadRaw(false, buffer_.data() + end_, &size);
    if (more != Got::kBytes) break;
    end_ += size;
  }
  if (end_ >= 2 && buffer_.compare(0, 2, "\x1f\x8b") == 0 && StartInflate()) return Inflate(may_pause);
  SkipMark();
  return got;
}

ByteSource::Got ByteSource::ReadRaw(bool may_pause, char* to, size_t* size) {
  while (true) {
    if (may_pause && WouldBlock(fd_)) return Got::kPause;
    ssize_t n = read(fd_, to, *size);
    if (n > 0) {
      *size = static_cast<size_t>(n);
      return Got::kBytes;
    }
    if (n == 0) return Got::kEnd;
    if (errno == EAGAIN || errno == EWOULDBLOCK) {
      if (may_pause) return Got::kPause;
      pollfd wait = {fd_, POLLIN, 0};
      poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      error_ = Say(lang_, Msg::kReadFailed, {name_, std::strerror(errno)});
      return Got::kEnd;
    }
  }
}

bool ByteSource::StartInflate() {
  gzip_ = std::make_unique<z_stream>();
  if (inflateInit2(gzip_.get(), 15 + 16) != Z_OK) {  // 15: the largest window; 16: gzip framing only
    gzip_.reset();
    return false;
  }
  packed_.swap(buffer_);
  packed_begin_ = 0;
  packed_end_ = end_;
  begin_ = end_ = 0;
  member_open_ = true;
  return true;
}

ByteSource::Got ByteSource::Inflate(bool may_pause) {
  while (true) {
    if (packed_begin_ == packed_end_) {
      size_t size = kChunk;
      Got got = ReadRaw(may_pause, packed_.data(), &size);
      if (got == Got::kEnd && member_open_ && !error_) error_ = Say(lang_, Msg::kGzipCut, {name_});
      if (got != Got::kBytes) return got;
      packed_begin_ = 0;
      packed_end_ = size;
    }
    if (!member_open_) {  // files may be joined: gzip members follow each other
      inflateReset(gzip_.get());
      member_open_ = true;
    }
    gzip_->next_in = reinterpret_cast<Bytef*>(packed_.data() + packed_begin_);
    gzip_->avail_in = static_cast<uInt>(packed_end_ - packed_begin_);
    gzip_->next_out = reinterpret_cast<Bytef*>(buffer_.data());
    gzip_->avail_out = static_cast<uInt>(kChunk);
    int result = inflate(gzip_.get(), Z_NO_FLUSH);
    packed_begin_ = packed_end_ - gzip_->avail_in;
    begin_ = 0;
    end_ = kChunk - gzip_->avail_out;
    member_open_ = result != Z_STREAM_END;
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
      error_ = Say(lang_, Msg::kGzipBroken, {name_, gzip_->msg != nullptr ? gzip_->msg : "?"});
      if (end_ == 0) return Got::kEnd;
    }
    if (end_ == 0) continue;
    if (at_start_) SkipMark();
    return Got::kBytes;
  }
}

// A UTF-8 byte-order mark says how to read the file and is no part of its first line.
void ByteSource::SkipMark() {
  at_start_ = false;
  if (end_ - begin_ >= 3 && buffer_.compare(begin_, 3, "\xef\xbb\xbf") == 0) begin_ += 3;
}

}  // namespace weir::tool
