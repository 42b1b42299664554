// weir pack build FOLDER -o FILE.weir: a folder of sources becomes one file that can be handed around.
//
//   weir pack build county-a -o county-a.weir --sign city.key
//   county-a.weir: county-a@1.2.0+3f9c01d2a4b5, files: 3, entries: 134, cases passed: 24, signed by 8b5c1e0f5a3d9c77
//   weir pack build broken -o x.weir         weir: zh/ads.tsv:12:7: weight "x" is not a number; …   (exit 2, x.weir as it was)
//
// In this order, each of which ends it: the sources parse; they compile within limits; their cases pass (exit 1 where one fails) against
// this pack alone, or over the packs that --over names; the file is written whole. Cases are run on a day on which the pack is valid.
// Cost: as opening the pack twice, and half a second a megabyte of sources to compress.
#include <CLI/CLI.hpp>

#include "base/date.h"
#include "base/error.h"
#include "command.h"
#include "dictionary/container.h"
#include "dictionary/load.h"
#include "options.h"
#include "output.h"
#include "pack_cases.h"
#include "pack_commands.h"
#include "pack_file.h"
#include "weir/pack.h"

namespace weir::tool {
namespace {

// More failures than this are counted, not listed.
constexpr size_t kFailuresShown = 50;

struct BuildWords {
  CommonOptions common;
  std::string folder, output, name, version;
  std::vector<std::string> key_files, over;
  bool no_cases = false;
};

struct Built {
  dictionary::Bundle bundle;
  dictionary::Pack pack;
};

absl::StatusOr<Built> ReadFolder(const BuildWords& words) {
  for (const auto& [key, value] : {std::pair{"name", words.name}, {"version", words.version}}) {
    if (value.empty()) continue;
    if (absl::Status status = dictionary::CheckManifestValue(key, value); !status.ok()) return status;
  }
  auto bundle = dictionary::CollectNamed(words.folder);
  if (!bundle.ok()) return bundle.status();
  if (!words.name.empty()) bundle->name = words.name;
  if (!words.version.empty()) bundle->version = words.version;
  auto pack = dictionary::ParseBundle(*bundle);
  if (!pack.ok()) return pack.status();
  return Built{*std::move(bundle), *std::move(pack)};
}

// A day on which the pack is valid: the first, else the last, else any.
std::string DayOf(const dictionary::Manifest& manifest) {
  const Date today = Today();
  if (manifest.valid_from.IsSet() && today < manifest.valid_from) return FormatDate(manifest.valid_from);
  if (manifest.valid_until.IsSet() && today > manifest.valid_until) return FormatDate(manifest.valid_until);
  return FormatDate(today);
}

// An exit code when the build ends here; *said is what the cases came to.
std::optional<int> RunCases(const BuildWords& words, const Built& built, const std::string& bundle, Lang lang,
                            std::string* said) {
  EngineOptions options;
  options.default_pack = false;
  options.today = DayOf(built.pack.manifest);
  for (const std::string& path : words.over)
    options.packs.push_back(path == "default" ? PackSource::Default() : PackSource::Path(path));
  options.packs.push_back(PackSource::Bytes(words.folder, bundle));
  int exit_code = kExitClean;
  std::optional<Engine> engine = OpenEngine(options, words.common, lang, &exit_code);
  if (!engine) return exit_code;
  auto result = RunFolderCases(words.folder, *engine, lang);
  if (!result.ok()) return Fail(result.status());
  for (size_t i = 0; i < std::min(result->failures.size(), kFailuresShown); ++i) Note(result->failures[i]);
  *said = Say(lang, Msg::kPkCasesPassed, {std::to_string(result->passed)});
  if (result->failures.empty()) return std::nullopt;
  Note("weir: " +
       Say(lang, Msg::kPkCasesFailed, {std::to_string(result->passed), std::to_string(result->failures.size())}));
  return kExitFound;
}

int Build(const BuildWords& words, Lang lang) {
  auto secrets = ReadSecretKeys(words.key_files);
  if (!secrets.ok()) return Fail(secrets.status());
  auto built = ReadFolder(words);
  if (!built.ok()) return Fail(built.status());
  const std::string bundle = dictionary::WriteBundle(built->bundle);
  std::string cases = Say(lang, Msg::kPkNoCases);
  const Status tried = TryPack(PackSource::Bytes(words.folder, bundle), {.today = DayOf(built->pack.manifest)});
  if (!tried.ok()) return Fail(ErrorAt({tried.file(), tried.line(), tried.column()}, tried.code(), tried.message()));
  if (!words.no_cases) {
    if (std::optional<int> exit = RunCases(words, *built, bundle, lang, &cases)) return *exit;
  }
  auto bytes = SignAll(dictionary::WriteContainer(built->pack.manifest, built->bundle), *secrets, words.output);
  if (!bytes.ok()) return Fail(bytes.status());
  const auto read = dictionary::ReadContainer(*bytes, words.output);  // what is handed out is read back first
  if (!read.ok()) return Fail(read.status());
  if (!WriteWhole(words.output, *bytes, lang)) return kExitUsage;
  const dictionary::Manifest& manifest = built->pack.manifest;
  const std::string entries =
      Say(lang, Msg::kPkEntries, {std::to_string(manifest.files), std::to_string(CountAll(manifest))});
  const std::string comma = lang == Lang::kZh ? "，" : ", ";
  const std::string said = Say(lang, Msg::kPkBuilt,
                               {words.output, built->pack.Stamp(), entries,
                                cases + comma + DescribeSigners(read->seal, PublicHalves(*secrets), lang)});
  return words.common.quiet || WriteWhole("", said + "\n", lang) ? kExitClean : kExitUsage;
}

}  // namespace

int RunPackBuild(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kPkBuildSummary));
  BuildWords words;
  app.add_option("FOLDER", words.folder, text(Msg::kPkOptFolder))->required();
  app.add_option("--output,-o", words.output, text(Msg::kPkOptOut))->required()->type_name("FILE");
  app.add_option("--sign", words.key_files, text(Msg::kPkOptSign))->allow_extra_args(false)->type_name("KEY");
  app.add_option("--name", words.name, text(Msg::kPkOptName))->type_name("NAME");
  app.add_option("--version", words.version, text(Msg::kPkOptVersion))->type_name("VERSION");
  app.add_flag("--no-cases", words.no_cases, text(Msg::kPkOptNoCases));
  app.add_option("--over", words.over, text(Msg::kPkOptOver))->allow_extra_args(false)->type_name("PACK");
  AddCommonOptions(app, lang, false, &words.common);
  if (std::optional<int> exit = Parse(app, "pack build", argc, argv, lang)) return *exit;
  return Build(words, lang);
}

}  // namespace weir::tool
