// weir scan [FILE…|-]: one verdict a comment, in input order.
//
//   weir scan room.jsonl --only-hits --stats
//   tail -f chat.log | weir scan -            # a line comes out as soon as the pipe pauses
//
// Comments already read are handed out before any wait for more; a pause therefore costs no latency, and a fast input is
// still scanned in full batches.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <memory>

#include <CLI/CLI.hpp>

#include "command.h"
#include "input.h"
#include "options.h"
#include "output.h"
#include "scan_pipeline.h"
#include "stats.h"

namespace weir::tool {
namespace {

struct ScanWords {
  CommonOptions common;
  std::vector<std::string> inputs;
  std::string input_format, field, column, format = "jsonl", mask_char = "*", fail_on = "none", output, stats_json;
  bool only_hits = false, mask = false, stats = false;
};

void AddOptions(CLI::App& app, Lang lang, ScanWords* words) {
  auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  auto one_of = [lang](const char* option, const std::string& known) {
    return [=](const std::string& word) {
      bool good = !word.empty() && word.find(' ') == std::string::npos &&
                  (" " + known + " ").find(" " + word + " ") != std::string::npos;
      return good ? std::string() : Say(lang, Msg::kBadChoice, {option, word, known});
    };
  };
  app.add_option("FILE", words->inputs, text(Msg::kOptInputs));
  app.add_option("--input", words->input_format, text(Msg::kOptInput))
      ->check(one_of("--input", "lines jsonl csv tsv"))
      ->type_name("FORMAT");
  app.add_option("--field", words->field, text(Msg::kOptField))->type_name("KEY");
  app.add_option("--column", words->column, text(Msg::kOptColumn))->type_name("NAME");
  app.add_option("--format", words->format, text(Msg::kOptScanFormat))
      ->check(one_of("--format", "jsonl csv tsv text"))
      ->type_name("FORMAT");
  app.add_flag("--only-hits", words->only_hits, text(Msg::kOptOnlyHits));
  app.add_flag("--mask", words->mask, text(Msg::kOptMask));
  auto symbol = [lang](const std::string& word) {
    bool good = word.size() == 1 && std::ispunct(static_cast<unsigned char>(word[0])) != 0;
    return good ? std::string() : Say(lang, Msg::kBadMaskChar, {word});
  };
  app.add_option("--mask-char", words->mask_char, text(Msg::kOptMaskChar))->check(symbol)->type_name("CHAR");
  app.add_flag("--stats", words->stats, text(Msg::kOptStats));
  app.add_option("--stats-json", words->stats_json, text(Msg::kOptStatsJson))->type_name("FILE");
  app.add_option("--fail-on", words->fail_on, text(Msg::kOptScanFailOn))
      ->check(one_of("--fail-on", "none mask review block"))
      ->type_name("ACTION");
  app.add_option("--output,-o", words->output, text(Msg::kOptOutput))->type_name("FILE");
  AddCommonOptions(app, lang, true, &words->common);
}

ScanSettings ToSettings(const ScanWords& words) {
  ScanSettings settings;
  ParseOutputFormat(words.format, &settings.format);
  settings.surface = ChosenSurface(words.common, Surface::kComment);
  settings.only_hits = words.only_hits;
  settings.mask = words.mask;
  settings.mask_char = words.mask_char[0];
  settings.count = words.stats || !words.stats_json.empty();
  return settings;
}

// Files one after the other into one pipeline, and the exit code of what went wrong on the way.
class ScanRun {
 public:
  ScanRun(const ScanWords& words, Lang lang, const Engine& engine)
      : words_(words),
        lang_(lang),
        settings_(ToSettings(words)),
        pipeline_(engine, settings_, words.common.jobs, &output_),
        reader_(ToInput(words), lang) {}

  int Run() {
    if (auto error = output_.Open(words_.output)) {
      SayWriteFailed(output_, *error, lang_);
      return kExitUsage;
    }
    for (const std::string& path : words_.inputs) {
      if (!output_.failed()) ReadFile(path);
    }
    if (auto error = output_.Commit()) {
      SayWriteFailed(output_, *error, lang_);
      failed_ = true;
    }
    Action limit = Action::kBlock;
    bool found = ParseAction(words_.fail_on, &limit) && pipeline_.worst() >= limit;
    return failed_ || reader_.errors() > 0 ? kExitUsage : found ? kExitFound : kExitClean;
  }

  const Tally& tally() const { return pipeline_.tally(); }
  uint64_t unreadable() const { return reader_.errors(); }

 private:
  static InputSettings ToInput(const ScanWords& words) {
    InputSettings input;
    InputFormat format;
    if (ParseInputFormat(words.input_format, &format)) input.format = format;
    if (!words.field.empty()) input.field = words.field;
    if (!words.column.empty()) input.column = words.column;
    return input;
  }

  void ReadFile(const std::string& path) {
    if (!reader_.Open(path) || !OptionsFit(path) || !WriteHeader(path)) return;
    std::unique_ptr<Batch> batch = pipeline_.Fresh();
    bool clean = true;  // nothing waits: neither in the batch nor in the pipeline
    while (!output_.failed()) {
      batch->input = reader_.format();
      Next next = reader_.Read(!clean, &batch->Slot());
      if (next == Next::kItem) {
        clean = false;
        batch->bytes += batch->Slot().text.size();
        ++batch->count;
        if (!pipeline_.Full(*batch)) continue;
      }
      pipeline_.Submit(std::move(batch));
      batch = pipeline_.Fresh();
      if (next == Next::kItem) continue;
      pipeline_.Drain();
      clean = true;
      if (next == Next::kEnd) return;
    }
  }

  // An option that this input has no use for is a mistake, not a wish.
  bool OptionsFit(const std::string& path) {
    bool json = reader_.format() == InputFormat::kJsonl;
    bool table = reader_.format() == InputFormat::kCsv || reader_.format() == InputFormat::kTsv;
    if (!words_.field.empty() && !json) return Refuse(Say(lang_, Msg::kFieldNeedsJsonl, {path}));
    if (!words_.column.empty() && !table) return Refuse(Say(lang_, Msg::kColumnNeedsTable, {path}));
    return true;
  }

  bool WriteHeader(const std::string& path) {
    bool table = reader_.format() == InputFormat::kCsv || reader_.format() == InputFormat::kTsv;
    if (!IsTable(settings_.format) || (table && reader_.header().empty())) return true;  // an empty file has no columns
    std::vector<std::string> header = TableHeader(reader_.format(), reader_.header(), settings_.mask);
    if (!header_.empty()) return header == header_ || Refuse(Say(lang_, Msg::kColumnsDiffer, {path}));
    header_ = header;
    std::string line;
    AppendRow(settings_.format, header, &line);
    output_.Write(line);
    return true;
  }

  bool Refuse(const std::string& message) {
    Note("weir: " + message);
    failed_ = true;
    return false;
  }

  const ScanWords& words_;
  Lang lang_;
  ScanSettings settings_;
  Output output_;
  ScanPipeline pipeline_;
  CommentReader reader_;
  std::vector<std::string> header_;
  bool failed_ = false;
};

}  // namespace

int RunScan(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kScanSummary)));
  ScanWords words;
  AddOptions(app, lang, &words);
  if (std::optional<int> exit = Parse(app, "scan", argc, argv, lang)) return *exit;
  if (words.inputs.empty()) words.inputs = {"-"};
  // Standard input has no extension to go by; --field is for JSON only.
  bool all_stdin = std::ranges::all_of(words.inputs, [](const std::string& path) { return path == "-"; });
  if (all_stdin && words.input_format.empty() && !words.field.empty()) words.input_format = "jsonl";

  int exit_code = kExitClean;
  std::optional<Engine> engine = OpenEngine(ToEngineOptions(words.common), words.common, lang, &exit_code);
  if (!engine) return exit_code;
  auto start = std::chrono::steady_clock::now();
  ScanRun run(words, lang, *engine);
  exit_code = std::max(exit_code, run.Run());
  RunFacts facts;
  facts.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  facts.unreadable = run.unreadable();
  facts.pack = engine->Info().pack;
  if (words.stats) std::fputs(StatsTable(run.tally(), facts, lang).c_str(), stderr);
  if (!words.stats_json.empty() && !WriteWhole(words.stats_json, StatsJson(run.tally(), facts), lang)) {
    exit_code = std::max<int>(exit_code, kExitUsage);
  }
  return exit_code;
}

}  // namespace weir::tool
