// weir version [--json]: what this weir is made of. Two machines that print the same fold and pack digests give the same
// verdicts.
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "command.h"
#include "options.h"
#include "output.h"
#include "text_table.h"
#include "weir/version.h"

namespace weir::tool {

int RunVersion(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kVersionSummary)));
  CommonOptions common;
  bool as_json = false;
  app.add_flag("--json", as_json, std::string(Template(lang, Msg::kOptJson)));
  AddCommonOptions(app, lang, false, &common);
  if (std::optional<int> exit = Parse(app, "version", argc, argv, lang)) return *exit;

  int exit_code = kExitClean;
  std::optional<Engine> engine = OpenEngine({}, common, lang, &exit_code);
  Versions versions = GetVersions();
  std::vector<std::pair<std::string, std::string>> rows = {
      {"weir", std::string(versions.weir)},        {"hyperscan", std::string(versions.hyperscan)},
      {"icu", std::string(versions.icu)},          {"unicode", std::string(versions.unicode)},
      {"re2", std::string(versions.re2)},          {"fold_digest", std::string(versions.fold_digest)},
      {"pack", engine ? engine->Info().pack : ""}, {"matcher", engine ? engine->Info().matcher : ""}};
  std::string out;
  if (as_json) {
    nlohmann::ordered_json json;
    for (const auto& [name, value] : rows) json[name] = value;
    out = json.dump() + "\n";
  } else {
    TextTable table(2);
    for (const auto& [name, value] : rows) table.Add({name, value});
    out = table.Text();
  }
  return WriteWhole("", out, lang) ? exit_code : std::max<int>(exit_code, kExitUsage);
}

}  // namespace weir::tool
