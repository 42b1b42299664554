#include "pack_cases.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <set>

#include "base/error.h"
#include "dictionary/load.h"
#include "dictionary/tsv.h"
#include "options.h"
#include "render.h"
#include "text/utf8.h"

namespace weir::tool {
namespace {

namespace fs = std::filesystem;

enum CaseColumn { kExpect, kText, kTerms, kCaseNote };
constexpr std::array<dictionary::Column, 4> kColumns = {{{"expect", true}, {"text", true}, {"terms"}, {"note"}}};

// Four hexadecimal digits at `text`; nothing when they are not there.
std::optional<char32_t> TakeHex(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(0, 4)) {
    const char* const digits = "0123456789abcdefABCDEF";
    const size_t digit = std::string_view(digits).find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit < 16 ? digit : digit - 6);
  }
  return value;
}

std::string Unescape(std::string_view cell) {
  std::string out;
  for (size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : '\0';
    const size_t simple = std::string_view("nrt\\").find(next);
    if (next == 'u') {
      if (const auto code = TakeHex(cell.substr(i + 2))) {
        text::AppendUtf8(*code, &out);
        i += 5;
        continue;
      }
    }
    if (next != '\0' && simple != std::string_view::npos) {
      out += "\n\r\t\\"[simple];
      ++i;
    } else {
      out += cell[i];
    }
  }
  return out;
}

// What the hits of a file's category are called in explanations: "ads", "attention:question", "topic:社保"; "" for a topic without
// a name.
absl::StatusOr<std::string> CategoryOf(const fs::path& path) {
  const std::string stem = path.stem().string(), folder = path.parent_path().filename().string();
  if (folder == "attention") return "attention:" + stem;
  if (folder != "topics") return stem;
  auto source = dictionary::ReadPackFile(fs::path(path).replace_extension(".tsv").string());
  if (!source.ok()) return source.status();
  std::string_view rest = *source;
  constexpr std::string_view kTopic = "#! topic ";
  while (!rest.empty()) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.starts_with(kTopic)) return "topic:" + std::string(line.substr(kTopic.size()));
  }
  return std::string();
}

// Is the file's category in the verdict, as a user sees it?
bool Reported(const Verdict& verdict, const std::string& category) {
  const auto has = [](const auto& list, std::string_view name) { return std::ranges::find(list, name) != list.end(); };
  std::vector<std::string_view> kinds;
  AppendKindNames(verdict.attention.kinds, &kinds);
  if (category.starts_with("attention:")) return has(kinds, category.substr(10));
  if (category.starts_with("topic:")) return has(verdict.attention.topics, category.substr(6));
  return std::ranges::any_of(verdict.hits, [&](const Hit& hit) { return Name(hit.category) == category; });
}

std::string Dash(const std::string& text) { return text.empty() ? "-" : text; }

// Why the case fails; "" when it passes.
std::string Check(const Engine& engine, const dictionary::Row& row, const std::string& category, Lang lang) {
  ScanOptions options;
  if (category == "script") options.surface = Surface::kScript;
  const Explanation explanation = engine.Explain(Unescape(row.cells[kText].text), options);
  std::set<std::string> accepted;
  std::string dropped, found;
  for (const Explanation::RawHit& raw : explanation.raw_hits) {
    if (raw.category != category) continue;
    if (raw.accepted && accepted.insert(raw.term).second) found += (found.empty() ? "" : ",") + raw.term;
    if (!raw.accepted) dropped += (dropped.empty() ? "" : "; ") + raw.term + " (" + raw.step + ": " + raw.reason + ")";
  }
  const bool reported = Reported(explanation.verdict, category);
  // A hint of attention or of a topic (weight below 1) that stands alone is reported to no one, and so misses nothing.
  const bool hints = category.find(':') != std::string::npos;
  if (row.cells[kExpect].text == "miss")
    return !reported && (hints || accepted.empty()) ? "" : Say(lang, Msg::kPkCaseMustMiss, {Dash(found)});
  if (row.cells[kExpect].text != "hit") return Say(lang, Msg::kPkCaseExpect);
  std::string missing;
  const std::string terms = Unescape(row.cells[kTerms].text);
  for (const std::string& term : SplitCommas(terms == "-" ? "" : terms)) {
    if (!accepted.contains(term)) missing += (missing.empty() ? "" : ",") + term;
  }
  if (!missing.empty()) return Say(lang, Msg::kPkCaseLacks, {missing, Dash(found), Dash(dropped)});
  return reported ? "" : Say(lang, Msg::kPkCaseMustHit, {Dash(found), Dash(dropped)});
}

absl::StatusOr<std::vector<fs::path>> CaseFiles(const std::string& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  auto walk = fs::recursive_directory_iterator(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk->path().extension() == ".cases") paths.push_back(walk->path());
  }
  if (error) return ErrorAt({folder}, StatusCode::kIo, error.message() + "; check the folder of the pack");
  std::ranges::sort(paths);
  return paths;
}

absl::Status RunFile(const fs::path& path, const Engine& engine, Lang lang, CasesResult* result) {
  auto content = dictionary::ReadPackFile(path.string());
  if (!content.ok()) return content.status();
  auto table = dictionary::ReadTable(*content, path.string(), kColumns);
  if (!table.ok()) return table.status();
  auto category = CategoryOf(path);
  if (!category.ok()) return category.status();
  if (category->empty())
    return ErrorAt({path.string(), 1, 1}, StatusCode::kBadSource, std::string(Template(lang, Msg::kPkCaseNoTopic)));
  for (const dictionary::Row& row : table->rows) {
    const std::string why = Check(engine, row, *category, lang);
    if (why.empty()) {
      ++result->passed;
      continue;
    }
    std::string line = path.string() + ":" + std::to_string(row.line) + ": ";
    AppendQuoted(row.cells[kText].text, &line);
    line += " ";
    AppendShown(why, &line);
    result->failures.push_back(std::move(line));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<CasesResult> RunFolderCases(const std::string& folder, const Engine& engine, Lang lang) {
  auto paths = CaseFiles(folder);
  if (!paths.ok()) return paths.status();
  CasesResult result;
  for (const fs::path& path : *paths) {
    if (absl::Status status = RunFile(path, engine, lang, &result); !status.ok()) return status;
  }
  return result;
}

}  // namespace weir::tool
