// weir pack COMMAND …: dictionary work, one file a command (pack_*.cc).
#include <cstdio>
#include <string>
#include <string_view>

#include "command.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"

namespace weir::tool {
namespace {

struct PackCommand {
  std::string_view name;
  Msg summary;
  int (*run)(int argc, const char* const* argv, Lang lang);
};

// In the order of a pack's life.
constexpr PackCommand kPackCommands[] = {
    {"lint", Msg::kLintSummary, RunPackLint},
    {"effective", Msg::kEffectiveSummary, RunPackEffective},
};

std::string PackHelp(Lang lang) {
  std::string out = std::string(Template(lang, Msg::kPackSummary)) + "\n\n" +
                    std::string(Template(lang, Msg::kPackUsageLine)) + "\n" +
                    std::string(Template(lang, Msg::kCommandsHead)) + "\n";
  for (const PackCommand& command : kPackCommands) {
    std::string name(command.name);
    name.resize(10, ' ');
    out += "  " + name + std::string(Template(lang, command.summary)) + "\n";
  }
  return out + "\n" + std::string(Template(lang, Msg::kPackMoreHelp)) + "\n";
}

}  // namespace

int RunPack(int argc, const char* const* argv, Lang lang) {
  int first = 1;  // --lang may stand before the command here too
  while (first < argc && std::string_view(argv[first]).starts_with("--lang"))
    first += std::string_view(argv[first]).find('=') != std::string_view::npos ? 1 : 2;
  const std::string_view name = first < argc ? argv[first] : "";
  if (name == "--help" || name == "-h" || name == "help")
    return WriteWhole("", PackHelp(lang), lang) ? kExitClean : kExitUsage;
  for (const PackCommand& command : kPackCommands) {
    if (name == command.name && command.run != nullptr) return command.run(argc - first, argv + first, lang);
  }
  if (name.empty())
    std::fputs(PackHelp(lang).c_str(), stderr);
  else
    Note("weir pack: " + Say(lang, Msg::kUnknownCommand, {name}));
  return kExitUsage;
}

}  // namespace weir::tool
