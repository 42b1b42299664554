// Where results go: standard output, or a file that appears whole or not at all.
//
//   Output out;
//   if (auto error = out.Open("verdicts.jsonl")) …      // or "" for standard output
//   out.Write(line);
//   if (auto error = out.Commit()) …                     // only now does verdicts.jsonl change
//
// A file is written to a temporary one in the same folder, synced, and renamed over the old one; whatever fails on the way
// leaves the old file as it was. A device or a pipe by name (/dev/null, a FIFO) cannot be renamed over, and is written
// straight. The first failure is kept and later writes do nothing. Not synchronised.
#ifndef WEIR_TOOLS_OUTPUT_H_
#define WEIR_TOOLS_OUTPUT_H_

#include <optional>
#include <string>
#include <string_view>

#include "messages.h"

namespace weir::tool {

class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Each returns the system's reason when it fails.
  std::optional<std::string> Open(const std::string& path);  // "": standard output
  std::optional<std::string> Flush();                        // what was written so far reaches the reader
  std::optional<std::string> Commit();                       // the last call: flushes; a file takes its name

  void Write(std::string_view bytes);
  bool failed() const { return error_.has_value(); }
  bool is_terminal() const;
  const std::string& name() const { return name_; }  // for messages

 private:
  std::optional<std::string> OpenTemporary();
  void Fail();
  void Drain();
  void Discard();

  std::string name_, target_, temporary_;  // temporary_ is empty when written straight
  std::string buffer_;
  int fd_ = -1;
  bool owned_ = false;
  std::optional<std::string> error_;
};

// `what` in full to `path` ("": standard output). False after saying on stderr what failed.
bool WriteWhole(const std::string& path, std::string_view what, Lang lang);

// Says that `out` failed with `reason`, and that the old file is kept.
void SayWriteFailed(const Output& out, const std::string& reason, Lang lang);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_OUTPUT_H_
