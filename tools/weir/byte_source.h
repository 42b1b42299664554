// Bytes of a file, of standard input, or of gzip data in either, line by line in bounded memory.
//
//   ByteSource source;
//   if (auto error = source.Open("comments.jsonl.gz", lang)) …          // the whole message, ready for stderr
//   while (source.NextLine(may_pause, &line) == Next::kItem) …
//
// With `may_pause`, kPause comes back instead of a wait when the writer at the other end of a pipe has paused: the caller
// then hands out what it holds and asks again. gzip is told by its first two bytes, which begin no UTF-8 text.
// Cost: one read of 64 KiB at a time; memory 128 KiB and the longest line, which is cut at kLongestLine.
#ifndef WEIR_TOOLS_BYTE_SOURCE_H_
#define WEIR_TOOLS_BYTE_SOURCE_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "messages.h"

struct z_stream_s;

namespace weir::tool {

enum class Next { kItem, kPause, kEnd, kTooLong };

class ByteSource {
 public:
  // A comment of 64 MiB is none; without a bound a file without line ends would be read into memory whole.
  static constexpr size_t kLongestLine = 64 << 20;

  ByteSource();
  ~ByteSource();
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;

  // "-" is standard input. An error message when it cannot be opened or is a folder.
  std::optional<std::string> Open(const std::string& path, Lang lang);

  // A line without its '\n' (a last line without one counts); kTooLong: a line over the limit was skipped.
  // After kEnd, error() says why reading stopped short, if it did.
  Next NextLine(bool may_pause, std::string* line);
  const std::optional<std::string>& error() const { return error_; }

  uint64_t line_number() const { return line_number_; }  // of the line last given, 1-based
  const std::string& name() const { return name_; }

 private:
  enum class Got { kBytes, kPause, kEnd };
  Got Refill(bool may_pause);
  Got ReadRaw(bool may_pause, char* to, size_t* size);
  Got Inflate(bool may_pause);
  bool StartInflate();
  void SkipMark();

  std::string name_;
  Lang lang_ = Lang::kEn;
  int fd_ = -1;
  bool at_start_ = true;
  std::string buffer_, packed_;  // text ready to be cut into lines; gzip data not yet undone
  size_t begin_ = 0, end_ = 0, packed_begin_ = 0, packed_end_ = 0;
  std::unique_ptr<z_stream_s> gzip_;
  bool member_open_ = false;  // inside a gzip member
  std::string partial_;       // the line so far
  bool in_line_ = false, too_long_ = false;
  uint64_t line_number_ = 0;
  std::optional<std::string> error_;
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_BYTE_SOURCE_H_
