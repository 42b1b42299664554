// weir pack inspect FILE|DIR: what a pack says of itself, what is in it, who signed it.
//
//   weir pack inspect city.weir --json
//   {"name":"city","version":"1.2.0",…,"counts":{"abuse":120,"allow":14},"container":{"digest":"…","signatures":[…]},"warnings":[]}
//
// With --effective several packs are laid over one another, and what is then in effect is listed (pack_effective.h). Nothing is
// compiled: cost as reading the sources. A pack that is expired, or for another weir, is shown all the same, with a warning.
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/error.h"
#include "command.h"
#include "dictionary/load.h"
#include "options.h"
#include "output.h"
#include "pack_commands.h"
#include "pack_effective.h"
#include "pack_file.h"
#include "render.h"
#include "text_table.h"
#include "weir/version.h"

namespace weir::tool {
namespace {

using Json = nlohmann::ordered_json;
using dictionary::Pack;

// The manifest's texts in its order; empty ones are what it leaves open.
std::vector<std::pair<std::string, std::string>> Texts(const Pack& pack) {
  const dictionary::Manifest& manifest = pack.manifest;
  const auto day = [](const Date& date) { return date.IsSet() ? FormatDate(date) : std::string(); };
  return {{"name", manifest.name},
          {"version", manifest.version},
          {"layer", manifest.layer},
          {"licence", manifest.licence},
          {"description", manifest.description},
          {"valid_from", day(manifest.valid_from)},
          {"valid_until", day(manifest.valid_until)},
          {"engine_min", manifest.engine_min},
          {"engine_max", manifest.engine_max},
          {"fold_digest", manifest.fold_digest},
          {"digest", manifest.digest}};
}

std::vector<std::string> Warnings(const Pack& pack, const Date& today, Lang lang) {
  std::vector<std::string> warnings = PackNotes(pack, lang);
  const absl::Status admitted = dictionary::Admit(pack.manifest, today, GetVersions().weir);
  if (!admitted.ok()) warnings.push_back(ToPublic(admitted).message());
  return warnings;
}

std::string AsText(const Pack& pack, const std::vector<std::string>& warnings, Lang lang) {
  TextTable table(2);
  const auto add = [&](const std::string& name, std::string_view value) {
    std::string shown;
    AppendShown(value, &shown);
    if (!shown.empty()) table.Add({name, shown});
  };
  for (const auto& [name, value] : Texts(pack)) add(name, value);
  add("files", std::to_string(pack.manifest.files));
  for (const auto& [name, number] : pack.manifest.counts) add("count " + name, std::to_string(number));
  if (pack.seal.contained) {
    add("container", pack.seal.digest);
    add("signatures", DescribeSigners(pack.seal, {}, lang));
  }
  for (const std::string& warning : warnings) add("warning", warning);
  return table.Text();
}

std::string AsJson(const Pack& pack, const std::vector<std::string>& warnings) {
  Json out;
  for (const auto& [name, value] : Texts(pack)) out[name] = value;
  out["files"] = pack.manifest.files;
  out["counts"] = Json::object();
  for (const auto& [name, number] : pack.manifest.counts) out["counts"][name] = number;
  out["container"] = nullptr;
  if (pack.seal.contained) {
    Json signatures = Json::array();
    for (const PublicKey& key : pack.seal.signers) {
      const std::string words = PublicKeyText(key);
      const size_t line = words.find('\n') + 1;
      signatures.push_back({{"key_id", KeyId(key)}, {"key", words.substr(line, words.size() - line - 1)}});
    }
    out["container"] = {{"digest", pack.seal.digest}, {"signatures", signatures}};
  }
  out["warnings"] = warnings;
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunPackInspect(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kPkInspectSummary));
  EffectiveWords words;
  bool effective = false;
  app.add_option("PATH", words.common.packs, text(Msg::kPkOptPaths))->required();
  app.add_flag("--json", words.json, text(Msg::kOptJson));
  app.add_flag("--effective", effective, text(Msg::kPkOptEffective));
  app.add_flag("--no-default-pack", words.common.no_default_pack, text(Msg::kOptNoDefaultPack));
  app.add_option("--term", words.term, text(Msg::kOptEffectiveTerm))->type_name("TEXT");
  app.add_option("--today", words.today, text(Msg::kOptToday))->type_name("DAY");
  app.add_option("--output,-o", words.output, text(Msg::kOptOutput))->type_name("FILE");
  AddCommonOptions(app, lang, false, &words.common);
  if (std::optional<int> exit = Parse(app, "pack inspect", argc, argv, lang)) return *exit;
  if (effective) return PrintEffective(words, lang);

  if (words.common.packs.size() > 1 || words.common.no_default_pack || !words.term.empty()) {
    Note("weir: " + Say(lang, Msg::kPkOnlyEffective, {"--term, --no-default-pack"}));
    return kExitUsage;
  }
  Date today = Today();
  if (!words.today.empty() && !ParseDate(words.today, &today)) {
    Note("weir: " + Say(lang, Msg::kBadChoice, {"--today", words.today, "2026-12-31"}));
    return kExitUsage;
  }
  auto pack = dictionary::LoadPath(words.common.packs[0]);
  if (!pack.ok()) return Fail(pack.status());
  const std::vector<std::string> warnings = Warnings(*pack, today, lang);
  return WriteWhole(words.output, words.json ? AsJson(*pack, warnings) : AsText(*pack, warnings, lang), lang)
             ? kExitClean
             : kExitUsage;
}

}  // namespace weir::tool
