// weir COMMAND …: hands the words to the subcommand, and sees to it that nothing leaves but an exit code.
//
// SIGPIPE and SIGXFSZ are ignored: a reader that went away and a full disk are then errors of a write, and get a message.
#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>

#include "command.h"
#include "messages.h"
#include "options.h"

namespace weir::tool {
namespace {

struct Command {
  const char* name;
  Msg summary;
  int (*run)(int argc, const char* const* argv, Lang lang);
};

constexpr Command kCommands[] = {
    {"scan", Msg::kScanSummary, RunScan},          {"explain", Msg::kExplainSummary, RunExplain},
    {"test", Msg::kTestSummary, RunTest},          {"audit", Msg::kAuditSummary, RunAudit},
    {"pack", Msg::kPackSummary, RunPack},          {"selftest", Msg::kSelfTestSummary, RunSelfTest},
    {"version", Msg::kVersionSummary, RunVersion},
};

std::string Help(Lang lang) {
  std::string out;
  auto line = [&](std::string_view text) { out.append(text).append("\n"); };
  line(Template(lang, Msg::kTagline));
  line("");
  line(Template(lang, Msg::kUsageLine));
  line(Template(lang, Msg::kCommandsHead));
  for (const Command& command : kCommands) {
    std::string name = command.name;
    name.resize(10, ' ');
    line("  " + name + std::string(Template(lang, command.summary)));
  }
  line("");
  line(Template(lang, Msg::kMoreHelp));
  return out;
}

// A standard descriptor that the caller closed would be given to the next file opened, and be written over.
void KeepStandardDescriptors() {
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) != -1) continue;
    // Opened the wrong way round on purpose: reading from or writing to it must fail, not vanish.
    int opened = open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    if (opened >= 0 && opened != fd) close(opened);
  }
}

int Run(int argc, const char* const* argv, Lang lang) {
  int first = 1;  // --lang may stand before the command too
  while (first < argc && std::string_view(argv[first]).starts_with("--lang")) {
    first += std::strchr(argv[first], '=') != nullptr ? 1 : 2;
  }
  std::string_view name = first < argc ? argv[first] : "";
  if (name == "--help" || name == "-h" || name == "help") {
    std::fputs(Help(lang).c_str(), stdout);
    return std::fflush(stdout) == 0 ? kExitClean : kExitUsage;
  }
  if (name == "--version") name = "version";
  for (const Command& command : kCommands) {
    if (name == command.name) return command.run(argc - first, argv + first, lang);
  }
  if (name.empty())
    std::fputs(Help(lang).c_str(), stderr);
  else
    Note("weir: " + Say(lang, Msg::kUnknownCommand, {name}));
  return kExitUsage;
}

}  // namespace
}  // namespace weir::tool

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  weir::tool::KeepStandardDescriptors();
  weir::tool::Lang lang = weir::tool::ChooseLang(argc, argv);
  try {
    return weir::tool::Run(argc, argv, lang);
  } catch (const std::exception& error) {
    weir::tool::Note("weir: " + weir::tool::Say(lang, weir::tool::Msg::kBug, {error.what()}));
  } catch (...) {
    weir::tool::Note("weir: " + weir::tool::Say(lang, weir::tool::Msg::kBug, {"?"}));
  }
  return weir::tool::kExitInternal;
}
