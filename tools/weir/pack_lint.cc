// weir pack lint PATH…: everything that is wrong, risky or useless in dictionary sources, with place and mend.
//
//   weir pack lint dictionaries                 → nothing, exit 0
//   weir pack lint county --fail-on warning     → county/zh/ads.tsv:20:1: warning order: "加微" stands after "加裙" → sort the rows …
//
// Several paths are layers, each over the ones before it; the embedded pack lies at the bottom unless --no-default-pack.
#include <algorithm>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "command.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"
#include "render.h"
#include "weir/lint.h"

namespace weir::tool {
namespace {

struct LintWords {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string format = "text", fail_on = "error", output, today;
  bool no_default_pack = false;
};

void AddOptions(CLI::App& app, Lang lang, LintWords* words) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  const auto one_of = [lang](const char* option, const std::string& first, const std::string& second) {
    return [=](const std::string& word) {
      return word == first || word == second ? std::string()
                                             : Say(lang, Msg::kBadChoice, {option, word, first + " " + second});
    };
  };
  app.add_option("PATH", words->paths, text(Msg::kOptLintPaths))->required();
  app.add_option("--format", words->format, text(Msg::kOptLintFormat))
      ->check(one_of("--format", "text", "json"))
      ->type_name("FORMAT");
  app.add_option("--fail-on", words->fail_on, text(Msg::kOptLintFailOn))
      ->check(one_of("--fail-on", "warning", "error"))
      ->type_name("LEVEL");
  app.add_option("--today", words->today, text(Msg::kOptToday))->type_name("DAY");
  app.add_flag("--no-default-pack", words->no_default_pack, text(Msg::kOptLintNoDefaultPack));
  app.add_option("--output,-o", words->output, text(Msg::kOptOutput))->type_name("FILE");
  AddCommonOptions(app, lang, false, &words->common);
}

std::string_view LevelName(LintLevel level) { return level == LintLevel::kError ? "error" : "warning"; }

std::string AsText(const std::vector<LintFinding>& findings) {
  std::string out;
  for (const LintFinding& finding : findings) {
    AppendShown(finding.file, &out);
    if (finding.line > 0) out += ":" + std::to_string(finding.line);
    if (finding.column > 0) out += ":" + std::to_string(finding.column);
    out += ": " + std::string(LevelName(finding.level)) + " " + finding.rule + ": ";
    AppendShown(finding.message, &out);
    out += " → ";
    AppendShown(finding.mend, &out);
    out += "\n";
  }
  return out;
}

std::string AsJson(const std::vector<LintFinding>& findings) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const LintFinding& finding : findings) {
    list.push_back({{"file", finding.file},
                    {"line", finding.line},
                    {"column", finding.column},
                    {"level", LevelName(finding.level)},
                    {"rule", finding.rule},
                    {"message", finding.message},
                    {"mend", finding.mend}});
  }
  return list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunPackLint(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kLintSummary)));
  LintWords words;
  AddOptions(app, lang, &words);
  if (std::optional<int> exit = Parse(app, "pack lint", argc, argv, lang)) return *exit;
  LintOptions options;
  options.language = lang == Lang::kZh ? Language::kChinese : Language::kEnglish;
  options.today = words.today;
  options.default_pack = !words.no_default_pack;
  const Result<std::vector<LintFinding>> findings = Lint(words.paths, options);
  if (!findings.ok()) {
    Note("weir: " + findings.status().ToString());
    return findings.status().code() == StatusCode::kInternal ? kExitInternal : kExitUsage;
  }
  const std::vector<LintFinding>& all = findings.value();
  if (!WriteWhole(words.output, words.format == "json" ? AsJson(all) : AsText(all), lang)) return kExitUsage;
  const auto errors = std::ranges::count(all, LintLevel::kError, &LintFinding::level);
  const auto warnings = static_cast<std::ptrdiff_t>(all.size()) - errors;
  if (!words.common.quiet)
    Note("weir: " + Say(lang, Msg::kLintSum, {std::to_string(errors), std::to_string(warnings)}));
  return errors > 0 || (warnings > 0 && words.fail_on == "warning") ? kExitFound : kExitClean;
}

}  // namespace weir::tool
