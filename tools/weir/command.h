// The subcommands of `weir` and the codes they exit with.
//
// A command takes its own words (argv[0] is its name) and the language of its messages, and returns an exit code. Results
// go to standard output, notes and errors to standard error. Where several things happened, the larger code wins.
#ifndef WEIR_TOOLS_COMMAND_H_
#define WEIR_TOOLS_COMMAND_H_

#include "messages.h"

namespace weir::tool {

enum Exit : int {
  kExitClean = 0,     // nothing at or above --fail-on
  kExitFound = 1,     // something was found, or a case failed
  kExitUsage = 2,     // wrong usage, or an input or output that failed (named; the others are still done)
  kExitInternal = 3,  // a bug, a failing self-test, a degraded engine under --strict
};

int RunScan(int argc, const char* const* argv, Lang lang);
int RunExplain(int argc, const char* const* argv, Lang lang);
int RunTest(int argc, const char* const* argv, Lang lang);
int RunAudit(int argc, const char* const* argv, Lang lang);
int RunPack(int argc, const char* const* argv, Lang lang);
int RunSelfTest(int argc, const char* const* argv, Lang lang);
int RunVersion(int argc, const char* const* argv, Lang lang);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_COMMAND_H_
