// Work that might take too much, done in a child process with limits: what comes back is yes, or no and why. Rules of a stranger's pack
// are compiled there first; the parent then repeats what the child proved cheap.
//
//   RunInChild([] { return CompileAll(); }, {})   → ok; CompileAll's own error; or "takes more than 10 s", "… more than 512 MB"
//
// Why this is sound. A forked child of a process with several threads may wait for ever for a lock that another thread held (malloc's,
// above all), so a process with more than one thread is refused: the library never forks by itself, and the commands that do have one
// thread. In a copy of a single thread everything may be called. The child writes its answer to a pipe and ends by _exit: no handler of
// the parent runs twice. And it is the second line of defence: regexes are bounded by counting (dictionary/regex.h) before. Cost: a fork
// (a millisecond) and the work.
#ifndef WEIR_MATCH_SANDBOX_H_
#define WEIR_MATCH_SANDBOX_H_

#include <cstddef>
#include <functional>

#include "absl/status/status.h"

namespace weir::match {

struct ChildLimits {
  unsigned seconds = 10;   // of the clock, and of the processor
  size_t megabytes = 512;  // beyond what the process has; not enforced under sanitizers, which reserve terabytes
};

// kUnavailable when the process has several threads, or the system gives no child; kLimit for what took too much.
absl::Status RunInChild(const std::function<absl::Status()>& work, const ChildLimits& limits);

}  // namespace weir::match

#endif  // WEIR_MATCH_SANDBOX_H_
