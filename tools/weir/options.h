// The options that subcommands share, and the way from them to an open engine.
//
//   CLI::App app;
//   CommonOptions common;
//   AddCommonOptions(app, lang, kEngineWords, &common);
//   if (auto exit = Parse(app, "scan", argc, argv, lang)) return *exit;      // --help, or a usage error already said
//   std::optional<Engine> engine = OpenEngine(common, lang, &exit_code);     // a bad pack: file:line:column on stderr
#ifndef WEIR_TOOLS_OPTIONS_H_
#define WEIR_TOOLS_OPTIONS_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "messages.h"
#include "weir/engine.h"

namespace CLI {
class App;
}

namespace weir::tool {

struct CommonOptions {
  std::vector<std::string> packs;
  bool no_default_pack = false;
  std::string surface;  // empty: the command's own default
  std::vector<std::string> terms;
  std::vector<std::string> allow;
  std::vector<std::string> variants;
  std::optional<std::vector<std::string>> detectors;  // unset: all
  int jobs = 1;
  std::string lang;  // read by ChooseLang; here so that --help lists it
  bool quiet = false;
  bool strict = false;
};

// Adds --lang and --quiet, and with `engine` also the options that shape an engine.
void AddCommonOptions(CLI::App& app, Lang lang, bool engine, CommonOptions* common);

// An exit code when the command ends here: after --help, or after a usage error, which has been said on stderr.
std::optional<int> Parse(CLI::App& app, std::string_view command, int argc, const char* const* argv, Lang lang);

EngineOptions ToEngineOptions(const CommonOptions& common);
// The surface named by --surface, else `otherwise`. A wrong name is refused by Parse.
Surface ChosenSurface(const CommonOptions& common, Surface otherwise);

// The engine for these options. Says what failed, or what to note (unless --quiet); raises *exit_code where due.
std::optional<Engine> OpenEngine(const EngineOptions& options, const CommonOptions& common, Lang lang, int* exit_code);

// `a,b` → {a, b}; empty parts are left out.
std::vector<std::string> SplitCommas(std::string_view list);

// One line to standard error.
void Note(std::string_view line);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_OPTIONS_H_
