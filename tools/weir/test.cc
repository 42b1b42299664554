// weir test FILE.jsonl…: runs case files and tells what failed, per ability and in all.
//
// The last line, `N passed, N failed, N skipped`, is for scripts too; skipped = contested + unsupported. A contested case is run
// (so that it cannot crash) but never counts as passed or failed.
#include <algorithm>
#include <cstdio>
#include <map>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "byte_source.h"
#include "case_file.h"
#include "case_run.h"
#include "command.h"
#include "options.h"
#include "output.h"
#include "render.h"
#include "text_table.h"

namespace weir::tool {
namespace {

using Json = nlohmann::ordered_json;

// More errors than this in one file are counted, not listed.
constexpr size_t kErrorsShown = 20;

struct Row {
  uint64_t passed = 0, failed = 0, contested = 0, unsupported = 0;

  void Add(const Case& item, Outcome outcome) {
    if (outcome == Outcome::kUnsupported)
      ++unsupported;
    else if (item.contested)
      ++contested;
    else
      ++(outcome == Outcome::kPassed ? passed : failed);
  }
  uint64_t skipped() const { return contested + unsupported; }
};

struct Failure {
  const Case* item;
  CaseResult result;
};

struct Report {
  Row all, must_hit, must_miss;
  std::map<std::string, Row> abilities;
  std::vector<Failure> failures;
};

// False when the file cannot be read or a line is refused; all of it is then left out.
bool ReadCases(const std::string& path, Lang lang, std::vector<Case>* cases) {
  ByteSource source;
  if (std::optional<std::string> error = source.Open(path, lang)) {
    Note("weir: " + *error);
    return false;
  }
  CaseFileReader reader(lang);
  std::string line;
  Next next;
  while ((next = source.NextLine(false, &line)) == Next::kItem) reader.AddLine(source.line_number(), line);
  if (source.error()) Note("weir: " + *source.error());
  if (next == Next::kTooLong) {
    Note("weir: " + Say(lang, Msg::kLineTooLong,
                        {path, std::to_string(source.line_number()), std::to_string(ByteSource::kLongestLine >> 20)}));
  }
  for (size_t i = 0; i < std::min(reader.errors.size(), kErrorsShown); ++i) {
    Note(path + ":" + std::to_string(reader.errors[i].line) + ": " + reader.errors[i].message);
  }
  if (!reader.errors.empty()) {
    Note("weir: " + Say(lang, Msg::kCaseFileRefused, {path, std::to_string(reader.errors.size())}));
  }
  if (next != Next::kEnd || source.error() || !reader.errors.empty()) return false;
  for (Case& item : reader.cases) {
    item.file = path;
    cases->push_back(std::move(item));
  }
  return true;
}

bool Wanted(const Case& item, const std::vector<std::string>& abilities) {
  auto listed = [&](const std::string& ability) { return std::ranges::find(abilities, ability) != abilities.end(); };
  return abilities.empty() || std::ranges::all_of(item.ability, listed);
}

Report RunCases(const std::vector<Case>& cases, const std::vector<std::string>& abilities, Lang lang) {
  Report report;
  CaseRunner runner(lang);
  for (const Case& item : cases) {
    if (!Wanted(item, abilities)) continue;
    CaseResult result = runner.Run(item);
    report.all.Add(item, result.outcome);
    (item.expect.hit ? report.must_hit : report.must_miss).Add(item, result.outcome);
    for (const std::string& ability : item.ability) report.abilities[ability].Add(item, result.outcome);
    if (result.outcome == Outcome::kFailed && !item.contested) report.failures.push_back({&item, std::move(result)});
  }
  return report;
}

std::string Percent(const Row& row) {
  uint64_t run = row.passed + row.failed;
  if (run == 0) return "-";
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", 100.0 * static_cast<double>(row.passed) / static_cast<double>(run));
  return buffer;
}

std::string FailureText(const Failure& failure, Lang lang) {
  const Case& item = *failure.item;
  std::string colon = lang == Lang::kZh ? "：" : ": ";
  std::string out(Template(lang, Msg::kTeFailed));
  out += " " + item.id + "  " + item.file + ":" + std::to_string(item.line) + "\n  ";
  AppendQuoted(item.text, &out);
  out += "\n";
  for (const std::string& line : failure.result.expected) {
    out.append("  ").append(Template(lang, Msg::kTeExpected)).append(colon).append(line).append("\n");
  }
  return out + "  " + std::string(Template(lang, Msg::kTeGot)) + colon + failure.result.got + "\n";
}

std::string ReportText(const Report& report, Lang lang) {
  std::string out;
  for (const Failure& failure : report.failures) out += FailureText(failure, lang);
  auto word = [lang](Msg id) { return std::string(Template(lang, id)); };
  TextTable table(1);
  table.Add({word(Msg::kTeAbility), word(Msg::kTePassed), word(Msg::kTeFailedColumn), word(Msg::kTeContested),
             word(Msg::kTeUnsupported)});
  for (const auto& [ability, row] : report.abilities) {
    table.Add({ability, std::to_string(row.passed), std::to_string(row.failed), std::to_string(row.contested),
               std::to_string(row.unsupported)});
  }
  out += table.Text();
  TextTable split(2);
  for (auto [id, row] :
       {std::pair{Msg::kTeMustHit, &report.must_hit}, std::pair{Msg::kTeMustMiss, &report.must_miss}}) {
    split.Add({word(id), Say(lang, Msg::kTeOf,
                             {std::to_string(row->passed), std::to_string(row->passed + row->failed), Percent(*row)})});
  }
  out += split.Text();
  const Row& all = report.all;
  return out +
         Say(lang, Msg::kTeSummary,
             {std::to_string(all.passed), std::to_string(all.failed), std::to_string(all.skipped())}) +
         "\n";
}

Json RowJson(const Row& row) {
  return {
      {"passed", row.passed}, {"failed", row.failed}, {"contested", row.contested}, {"unsupported", row.unsupported}};
}

std::string ReportJson(const Report& report) {
  Json json = {{"passed", report.all.passed},
               {"failed", report.all.failed},
               {"skipped", report.all.skipped()},
               {"contested", report.all.contested},
               {"unsupported", report.all.unsupported}};
  json["must_hit"] = RowJson(report.must_hit);
  json["must_not_hit"] = RowJson(report.must_miss);
  json["abilities"] = Json::object();
  for (const auto& [ability, row] : report.abilities) json["abilities"][ability] = RowJson(row);
  json["failures"] = Json::array();
  for (const Failure& failure : report.failures) {
    const Case& item = *failure.item;
    json["failures"].push_back({{"id", item.id},
                                {"file", item.file},
                                {"line", item.line},
                                {"text", item.text},
                                {"expected", failure.result.expected},
                                {"got", failure.result.got}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunTest(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kTestSummary)));
  CommonOptions common;
  std::vector<std::string> files, ability_words, abilities;
  std::string output;
  bool as_json = false;
  app.add_option("FILE", files, std::string(Template(lang, Msg::kOptCaseFiles)))->required();
  app.add_option("--ability", ability_words, std::string(Template(lang, Msg::kOptAbility)))
      ->allow_extra_args(false)
      ->type_name("A,B");
  app.add_flag("--json", as_json, std::string(Template(lang, Msg::kOptJson)));
  app.add_option("--output,-o", output, std::string(Template(lang, Msg::kOptOutput)))->type_name("FILE");
  AddCommonOptions(app, lang, false, &common);
  if (std::optional<int> exit = Parse(app, "test", argc, argv, lang)) return *exit;
  for (const std::string& word : ability_words) {
    for (std::string& ability : SplitCommas(word)) abilities.push_back(std::move(ability));
  }

  int exit_code = kExitClean;
  std::vector<Case> cases;
  for (const std::string& path : files) {
    if (!ReadCases(path, lang, &cases)) exit_code = kExitUsage;
  }
  Report report = RunCases(cases, abilities, lang);
  if (report.all.failed > 0) exit_code = std::max<int>(exit_code, kExitFound);
  bool written = WriteWhole(output, as_json ? ReportJson(report) : ReportText(report, lang), lang);
  return written ? exit_code : std::max<int>(exit_code, kExitUsage);
}

}  // namespace weir::tool
