// The subcommands of `weir pack`, as those of `weir` (command.h): argv[0] is the subcommand's name, an exit code comes back.
#ifndef WEIR_TOOLS_PACK_COMMANDS_H_
#define WEIR_TOOLS_PACK_COMMANDS_H_

#include "messages.h"

namespace weir::tool {

int RunPackLint(int argc, const char* const* argv, Lang lang);
int RunPackEffective(int argc, const char* const* argv, Lang lang);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_PACK_COMMANDS_H_
