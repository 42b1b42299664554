// weir pack effective PACK…: what is in effect, from which layer and line, what it replaced, what was removed or has expired.
//
//   weir pack effective city county --term 傻逼
//
// Removed and expired entries come after those in effect. Memory grows with the packs, nothing is compiled.
#include "pack_effective.h"

#include <algorithm>
#include <cstdio>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "command.h"
#include "output.h"
#include "pack_commands.h"
#include "render.h"
#include "weir/layers.h"

namespace weir::tool {
namespace {

std::string Number(float value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3g", static_cast<double>(value));
  return buffer;
}

// One line an entry; a kind of line is told by its first cell.
class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  std::string Text(const EffectivePack& pack) {
    for (const EffectiveEntry& entry : pack.entries) Line("", entry);
    for (const EffectiveEntry& entry : pack.removed) Line(Template(lang_, Msg::kEfRemoved), entry);
    for (const EffectiveEntry& entry : pack.expired) Line(Template(lang_, Msg::kEfExpired), entry);
    return std::move(out_);
  }

 private:
  void Cell(std::string_view text) {
    AppendShown(text, &out_);
    out_ += "  ";
  }

  void Line(std::string_view kind, const EffectiveEntry& entry) {
    if (!kind.empty()) Cell(kind);
    Cell(entry.term);
    Cell(entry.category);
    Cell(entry.removes ? "remove" : Number(entry.weight));
    Cell(entry.layer);
    Cell(entry.source);
    if (!entry.until.empty()) Cell(Say(lang_, Msg::kEfUntil, {entry.until}));
    for (const EffectivePast& past : entry.replaced)
      Cell(Say(lang_, Msg::kEfReplaced, {past.layer, Number(past.weight), past.source}));
    if (!entry.removed_by.layer.empty())
      Cell(Say(lang_, Msg::kEfRemovedBy, {entry.removed_by.layer, entry.removed_by.source}));
    out_.resize(out_.size() - 2);
    out_ += "\n";
  }

  Lang lang_;
  std::string out_;
};

nlohmann::ordered_json ToJson(const EffectiveEntry& entry) {
  nlohmann::ordered_json out = {{"term", entry.term},
                                {"category", entry.category},
                                {"weight", std::stod(Number(entry.weight))},
                                {"layer", entry.layer},
                                {"source", entry.source}};
  if (entry.removes) out["remove"] = true;
  if (!entry.until.empty()) out["until"] = entry.until;
  for (const EffectivePast& past : entry.replaced) {
    out["replaced"].push_back({{"term", past.term},
                               {"layer", past.layer},
                               {"weight", std::stod(Number(past.weight))},
                               {"source", past.source}});
  }
  if (!entry.removed_by.layer.empty())
    out["removed_by"] = {{"layer", entry.removed_by.layer}, {"source", entry.removed_by.source}};
  return out;
}

std::string AsJson(const EffectivePack& pack) {
  nlohmann::ordered_json out = {{"pack", pack.stamp}};
  const auto list = [&](const char* name, const std::vector<EffectiveEntry>& entries) {
    out[name] = nlohmann::ordered_json::array();
    for (const EffectiveEntry& entry : entries) out[name].push_back(ToJson(entry));
  };
  list("entries", pack.entries);
  list("removed", pack.removed);
  list("expired", pack.expired);
  return out.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

void KeepOnly(const std::string& term, std::vector<EffectiveEntry>* entries) {
  std::erase_if(*entries, [&](const EffectiveEntry& e) { return e.term.find(term) == std::string::npos; });
}

}  // namespace

int PrintEffective(const EffectiveWords& words, Lang lang) {
  EngineOptions options = ToEngineOptions(words.common);
  options.today = words.today;
  Result<EffectivePack> read = ReadEffective(options);
  if (!read.ok()) {
    Note("weir: " + read.status().ToString());
    return read.status().code() == StatusCode::kInternal ? kExitInternal : kExitUsage;
  }
  EffectivePack pack = std::move(read).value();
  for (auto* entries : {&pack.entries, &pack.removed, &pack.expired}) KeepOnly(words.term, entries);
  if (!words.common.quiet) {
    for (const std::string& warning : pack.warnings) Note("weir: " + Say(lang, Msg::kWarning, {warning}));
  }
  if (!WriteWhole(words.output, words.json ? AsJson(pack) : Page(lang).Text(pack), lang)) return kExitUsage;
  if (!words.common.quiet)
    Note("weir: " + Say(lang, Msg::kEfSum,
                        {std::to_string(pack.entries.size()), std::to_string(pack.removed.size()),
                         std::to_string(pack.expired.size()), pack.stamp}));
  const bool nothing = pack.entries.empty() && pack.removed.empty() && pack.expired.empty();
  return nothing && !words.term.empty() ? kExitFound : kExitClean;
}

int RunPackEffective(int argc, const char* const* argv, Lang lang) {
  const auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  CLI::App app(text(Msg::kEffectiveSummary));
  EffectiveWords words;
  app.add_option("PACK", words.common.packs, text(Msg::kOptPack));
  app.add_flag("--no-default-pack", words.common.no_default_pack, text(Msg::kOptNoDefaultPack));
  app.add_option("--term", words.term, text(Msg::kOptEffectiveTerm))->type_name("TEXT");
  app.add_option("--today", words.today, text(Msg::kOptToday))->type_name("DAY");
  app.add_flag("--json", words.json, text(Msg::kOptJson));
  app.add_option("--output,-o", words.output, text(Msg::kOptOutput))->type_name("FILE");
  AddCommonOptions(app, lang, false, &words.common);
  if (std::optional<int> exit = Parse(app, "pack effective", argc, argv, lang)) return *exit;
  return PrintEffective(words, lang);
}

}  // namespace weir::tool
