// weir audit PATH…: drafts in, findings out, with line, column, reason and suggestion.
//
//   weir audit script.md drafts/ --format json
//
// Folders are walked in order of their paths; hidden files and links to folders are passed over. A risk hit is an error where its
// category reaches review by the policy of the surface, or where the hit alone is clear harm (3 points); else a warning.
// Personal data is a warning: the editor decides. A file that cannot be read is named, the others are still done.
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

#include <CLI/CLI.hpp>

#include "command.h"
#include "document/document.h"
#include "options.h"
#include "output.h"
#include "report/finding.h"

namespace weir::tool {
namespace {

namespace fs = std::filesystem;
using report::Finding;
using report::Level;

constexpr float kClearHarm = 3.0f;            // the weight that by itself is held for review (risk 73)
constexpr uintmax_t kLargestFile = 64 << 20;  // a draft of 64 MiB is none

struct AuditWords {
  CommonOptions common;
  std::vector<std::string> paths;
  std::string format = "text", fail_on = "error", output;
};

void AddOptions(CLI::App& app, Lang lang, AuditWords* words) {
  auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  auto one_of = [lang](const char* option, const std::string& first, const std::string& second) {
    return [=](const std::string& word) {
      return word == first || word == second ? std::string()
                                             : Say(lang, Msg::kBadChoice, {option, word, first + " " + second});
    };
  };
  app.add_option("PATH", words->paths, text(Msg::kOptPaths))->required();
  app.add_option("--format", words->format, text(Msg::kOptAuditFormat))
      ->check(one_of("--format", "text", "json"))
      ->type_name("FORMAT");
  app.add_option("--fail-on", words->fail_on, text(Msg::kOptAuditFailOn))
      ->check(one_of("--fail-on", "warning", "error"))
      ->type_name("LEVEL");
  app.add_option("--output,-o", words->output, text(Msg::kOptOutput))->type_name("FILE");
  AddCommonOptions(app, lang, true, &words->common);
}

// The drafts named by the paths, in order, each once; what cannot be walked is named.
class Finder {
 public:
  explicit Finder(Lang lang, bool quiet) : lang_(lang), quiet_(quiet) {}

  void Add(const std::string& path) {
    std::error_code error;
    fs::file_status status = fs::status(path, error);
    if (!fs::exists(status)) {
      Refuse(Say(lang_, Msg::kCannotOpen, {path, std::strerror(error ? error.value() : ENOENT)}));
    } else if (fs::is_directory(status)) {
      size_t before = files.size();
      Walk(path);
      if (files.size() == before && !quiet_) Note("weir: " + Say(lang_, Msg::kAuNothingToRead, {path}));
    } else if (!document::KindOf(path)) {
      Refuse(Say(lang_, Msg::kUnknownKind, {path}));
    } else {
      Keep(path);
    }
  }

  std::vector<std::string> files;
  bool failed = false;

 private:
  void Walk(const std::string& folder) {
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(*it);
    if (error) Refuse(Say(lang_, Msg::kCannotOpen, {folder, std::strerror(error.value())}));
    std::ranges::sort(entries, {}, [](const fs::directory_entry& e) { return e.path().native(); });
    for (const fs::directory_entry& entry : entries) {
      if (entry.path().filename().native().starts_with('.')) continue;
      std::error_code ignored;
      bool folder_here = entry.is_directory(ignored);
      if (folder_here && !entry.is_symlink(ignored)) Walk(entry.path().native());
      if (!folder_here && document::KindOf(entry.path().native())) Keep(entry.path().native());
    }
  }
  void Keep(const std::string& path) {
    if (std::ranges::find(files, path) == files.end()) files.push_back(path);
  }
  void Refuse(const std::string& message) {
    Note("weir: " + message);
    failed = true;
  }

  Lang lang_;
  bool quiet_;
};

class Auditor {
 public:
  Auditor(const Engine& engine, Surface surface, Lang lang, bool quiet)
      : engine_(engine), surface_(surface), lang_(lang), quiet_(quiet) {}

  // False when the file cannot be read; why has been said.
  bool Read(const std::string& path) {
    std::string bytes;
    if (std::optional<std::string> error = ReadAll(path, &bytes)) {
      Note("weir: " + *error);
      return false;
    }
    document::Document document = document::ReadDocument(path, std::move(bytes), *document::KindOf(path));
    document::PlaceFinder places(document.source);
    if (document.first_ill_formed) NoteIllFormed(document, places);
    for (const document::Block& block : document.blocks) Scan(document, block, &places);
    return true;
  }

  std::vector<Finding> findings;

 private:
  std::optional<std::string> ReadAll(const std::string& path, std::string* bytes) {
    std::error_code error;
    if (fs::file_size(path, error) > kLargestFile && !error) {
      return Say(lang_, Msg::kTooLarge, {path, std::to_string(kLargestFile >> 20)});
    }
    errno = 0;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return Say(lang_, Msg::kCannotOpen, {path, std::strerror(errno)});
    char buffer[65536];
    size_t n;
    while ((n = std::fread(buffer, 1, sizeof buffer, file)) > 0 && bytes->size() <= kLargestFile)
      bytes->append(buffer, n);
    bool bad = std::ferror(file) != 0;
    int reason = errno;
    std::fclose(file);
    if (bad) return Say(lang_, Msg::kReadFailed, {path, std::strerror(reason)});
    if (bytes->size() > kLargestFile) return Say(lang_, Msg::kTooLarge, {path, std::to_string(kLargestFile >> 20)});
    if (bytes->starts_with("\xff\xfe") || bytes->starts_with("\xfe\xff")) return Say(lang_, Msg::kUtf16, {path});
    return std::nullopt;
  }

  void NoteIllFormed(const document::Document& document, document::PlaceFinder& places) {
    document::Place place = places.At(*document.first_ill_formed);
    Finding finding = At(document, places, *document.first_ill_formed, *document.first_ill_formed + 1);
    finding.rule = "file/invalid_utf8";
    finding.category = "file";
    finding.message = Say(lang_, Msg::kAuInvalidUtf8);
    findings.push_back(std::move(finding));
    if (quiet_) return;
    Note("weir: " + Say(lang_, Msg::kAuInvalidUtf8Note,
                        {document.name, std::to_string(place.line), std::to_string(place.column),
                         std::to_string(document.ill_formed)}));
  }

  void Scan(const document::Document& document, const document::Block& block, document::PlaceFinder* places) {
    ScanOptions options;
    options.surface = surface_;
    options.longest = true;
    engine_.Scan(block.text, scratch_, &verdict_, options);
    for (const Hit& hit : verdict_.hits) {
      Finding finding = At(document, *places, SourceBegin(block, hit.span.begin), SourceEnd(block, hit.span.end));
      Describe(hit, block, &finding);
      if (!IsDisabled(document, finding.line, finding.rule)) findings.push_back(std::move(finding));
    }
    if ((verdict_.flags & kTruncated) == 0) return;
    Finding finding = At(document, *places, SourceBegin(block, 0), SourceEnd(block, block.text.size()));
    finding.rule = "file/truncated";
    finding.category = "file";
    finding.message = Say(lang_, Msg::kAuTruncated);
    findings.push_back(std::move(finding));
  }

  Finding At(const document::Document& document, document::PlaceFinder& places, size_t begin, size_t end) {
    Finding finding;
    document::Place from = places.At(begin), to = places.At(end);
    finding.file = document.name;
    finding.line = from.line;
    finding.column = from.column;
    finding.end_line = to.line;
    finding.end_column = to.column;
    finding.excerpt = places.Line(from.line);
    return finding;
  }

  void Describe(const Hit& hit, const document::Block& block, Finding* finding) {
    finding->category = Name(hit.category);
    finding->rule = finding->category + "/" + std::string(hit.source);
    finding->term = hit.term;
    finding->text = block.text.substr(hit.span.begin, hit.span.end - hit.span.begin);
    finding->suggest = hit.suggest;
    bool personal = hit.category == Category::kPrivacy;
    uint8_t review = policy_.thresholds[static_cast<size_t>(surface_)][static_cast<size_t>(hit.category)].review;
    bool reaches_review = verdict_.scores[static_cast<size_t>(hit.category)] >= review;
    finding->level = !personal && (reaches_review || hit.points >= kClearHarm) ? Level::kError : Level::kWarning;
    std::string title(CategoryTitle(lang_, hit.category));
    std::string reason(hit.note);
    if (reason.empty() && personal) reason = Template(lang_, Msg::kAuPersonal);
    finding->message = reason.empty() ? Say(lang_, Msg::kAuFindingPlain, {finding->text, title})
                                      : Say(lang_, Msg::kAuFinding, {finding->text, title, reason});
  }

  const Engine& engine_;
  Surface surface_;
  Lang lang_;
  bool quiet_;
  Policy policy_ = DefaultPolicy();
  Scratch scratch_;
  Verdict verdict_;
};

std::string Summary(const std::vector<Finding>& findings, size_t files, Lang lang) {
  report::Counts counts = report::Count(findings);
  auto noun = [](size_t n, const char* one, const char* many) { return n == 1 ? one : many; };
  return Say(lang, Msg::kAuSummary,
             {std::to_string(counts.errors), std::to_string(counts.warnings), std::to_string(files),
              noun(counts.errors, "error", "errors"), noun(counts.warnings, "warning", "warnings"),
              noun(files, "file", "files")});
}

std::string ReportText(const std::vector<Finding>& findings, size_t files, bool color, Lang lang) {
  report::TextStyle style;
  style.color = color;
  style.suggest_label = Template(lang, Msg::kAuSuggest);
  style.rule_label = Template(lang, Msg::kAuRule);
  std::string out;
  for (const Finding& finding : findings) AppendText(finding, style, &out);
  return out + Summary(findings, files, lang) + "\n";
}

bool WantsColor(const std::string& output) {
  const char* no_color = std::getenv("NO_COLOR");
  return output.empty() && (no_color == nullptr || *no_color == '\0') && isatty(STDOUT_FILENO) != 0;
}

EngineOptions AuditEngine(const CommonOptions& common) {
  EngineOptions options = ToEngineOptions(common);
  // A draft is read whole, once: the limits that keep a live comment cheap are far too tight for a long paragraph.
  options.limits.text_bytes = 4 << 20;
  options.limits.hits_per_text = 1 << 16;
  options.limits.raw_hits_per_text = 1 << 20;
  return options;
}

}  // namespace

int RunAudit(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kAuditSummary)));
  AuditWords words;
  AddOptions(app, lang, &words);
  if (std::optional<int> exit = Parse(app, "audit", argc, argv, lang)) return *exit;

  int exit_code = kExitClean;
  std::optional<Engine> engine = OpenEngine(AuditEngine(words.common), words.common, lang, &exit_code);
  if (!engine) return exit_code;
  Finder finder(lang, words.common.quiet);
  for (const std::string& path : words.paths) finder.Add(path);
  Auditor auditor(*engine, ChosenSurface(words.common, Surface::kScript), lang, words.common.quiet);
  size_t read = 0;
  for (const std::string& file : finder.files) read += auditor.Read(file) ? 1 : 0;
  bool failed = finder.failed || read < finder.files.size();

  report::SortByPlace(&auditor.findings);
  std::string out = words.format == "json" ? report::ToJson(auditor.findings, read)
                                           : ReportText(auditor.findings, read, WantsColor(words.output), lang);
  failed = !WriteWhole(words.output, out, lang) || failed;
  report::Counts counts = report::Count(auditor.findings);
  bool found = counts.errors > 0 || (words.fail_on == "warning" && counts.warnings > 0);
  return std::max<int>(exit_code, failed ? kExitUsage : found ? kExitFound : kExitClean);
}

}  // namespace weir::tool
