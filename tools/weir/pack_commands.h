// The subcommands of `weir pack`, as those of `weir` (command.h): argv[0] is the subcommand's name, an exit code comes back.
#ifndef WEIR_TOOLS_PACK_COMMANDS_H_
#define WEIR_TOOLS_PACK_COMMANDS_H_

#include "messages.h"

namespace weir::tool {

}  // namespace weir::tool

#endif  // WEIR_TOOLS_PACK_COMMANDS_H_
