// CLI11 is used here and in the subcommands only; its exceptions end in Parse.
//
// A list option takes one word and may be repeated (`--terms a,b --terms c`): CLI11 would otherwise let it swallow the
// file names that follow.
#include "options.h"

#include <algorithm>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "command.h"

namespace weir::tool {
namespace {

void AddList(CLI::App& app, const std::string& name, std::string_view help, std::vector<std::string>* out) {
  auto append = [out](const std::string& word) {
    for (std::string& part : SplitCommas(word)) out->push_back(std::move(part));
  };
  app.add_option_function<std::vector<std::string>>(
         name, [append](const std::vector<std::string>& words) { std::ranges::for_each(words, append); },
         std::string(help))
      ->allow_extra_args(false)
      ->type_name("A,B");
}

void AddDetectors(CLI::App& app, Lang lang, CommonOptions* common) {
  auto set = [common](const std::vector<std::string>& words) {
    common->detectors.emplace();
    for (const std::string& word : words) {
      for (std::string& part : SplitCommas(word)) {
        if (part != "none") common->detectors->push_back(std::move(part));
      }
    }
  };
  app.add_option_function<std::vector<std::string>>("--detectors", set, std::string(Template(lang, Msg::kOptDetectors)))
      ->allow_extra_args(false)
      ->type_name("A,B");
}

void AddEngineOptions(CLI::App& app, Lang lang, CommonOptions* common) {
  auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  app.add_option("--pack", common->packs, text(Msg::kOptPack))->allow_extra_args(false)->type_name("PATH");
  app.add_flag("--no-default-pack", common->no_default_pack, text(Msg::kOptNoDefaultPack));
  auto known = [lang](const std::string& name) {
    Surface surface;
    return ParseSurface(name, &surface) ? std::string() : Say(lang, Msg::kBadSurface, {name});
  };
  app.add_option("--surface", common->surface, text(Msg::kOptSurface))->check(known)->type_name("NAME");
  AddList(app, "--terms", Template(lang, Msg::kOptTerms), &common->terms);
  AddList(app, "--allow", Template(lang, Msg::kOptAllow), &common->allow);
  AddList(app, "--variants", Template(lang, Msg::kOptVariants), &common->variants);
  AddDetectors(app, lang, common);
  auto in_range = [lang](const std::string& word) {
    int number = 0;
    bool good = CLI::detail::lexical_cast(word, number) && number >= 1 && number <= 256;
    return good ? std::string() : Say(lang, Msg::kBadJobs);
  };
  app.add_option("--jobs", common->jobs, text(Msg::kOptJobs))->check(in_range)->type_name("N");
  app.add_flag("--strict", common->strict, text(Msg::kOptStrict));
}

}  // namespace

void AddCommonOptions(CLI::App& app, Lang lang, bool engine, CommonOptions* common) {
  app.set_help_flag("-h,--help", std::string(Template(lang, Msg::kOptHelp)));
  if (engine) AddEngineOptions(app, lang, common);
  auto known = [lang](const std::string& word) {
    return word == "zh" || word == "en" ? std::string() : Say(lang, Msg::kBadChoice, {"--lang", word, "zh en"});
  };
  app.add_option("--lang", common->lang, std::string(Template(lang, Msg::kOptLang)))->check(known)->type_name("zh|en");
  app.add_flag("--quiet,-q", common->quiet, std::string(Template(lang, Msg::kOptQuiet)));
}

std::optional<int> Parse(CLI::App& app, std::string_view command, int argc, const char* const* argv, Lang lang) {
  try {
    app.name("weir " + std::string(command));
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::CallForHelp&) {
    std::fputs(app.help().c_str(), stdout);
    return std::fflush(stdout) == 0 ? kExitClean : kExitUsage;
  } catch (const CLI::ParseError& error) {
    Note(Say(lang, Msg::kUsageError, {error.what(), command}));
    return kExitUsage;
  }
}

EngineOptions ToEngineOptions(const CommonOptions& common) {
  EngineOptions options;
  options.default_pack = !common.no_default_pack;
  for (const std::string& path : common.packs) options.packs.push_back(PackSource::Path(path));
  options.terms = common.terms;
  options.allow = common.allow;
  options.variants = common.variants;
  options.detectors = common.detectors;
  return options;
}

Surface ChosenSurface(const CommonOptions& common, Surface otherwise) {
  Surface surface = otherwise;
  if (!common.surface.empty()) ParseSurface(common.surface, &surface);
  return surface;
}

std::optional<Engine> OpenEngine(const EngineOptions& options, const CommonOptions& common, Lang lang, int* exit_code) {
  Result<Engine> engine = Engine::Open(options);
  if (!engine.ok()) {
    Note("weir: " + engine.status().ToString());
    bool ours = engine.status().code() == StatusCode::kInternal || engine.status().code() == StatusCode::kUnavailable;
    *exit_code = std::max<int>(*exit_code, ours ? kExitInternal : kExitUsage);
    return std::nullopt;
  }
  EngineInfo info = engine->Info();
  if (!common.quiet) {
    for (const std::string& warning : info.warnings) Note("weir: " + Say(lang, Msg::kWarning, {warning}));
    if (info.degraded) Note("weir: " + Say(lang, Msg::kDegraded));
  }
  if (info.degraded && common.strict) {
    Note("weir: " + Say(lang, Msg::kDegradedStrict));
    *exit_code = kExitInternal;
  }
  return std::move(engine).value();
}

std::vector<std::string> SplitCommas(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    size_t end = std::min(list.find(','), list.size());
    if (end > 0) parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

void Note(std::string_view line) {
  std::string whole(line);
  whole += '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

}  // namespace weir::tool
