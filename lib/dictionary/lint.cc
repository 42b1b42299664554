#include "dictionary/lint.h"

#include <algorithm>
#include <tuple>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/strip.h"
#include "dictionary/folded.h"
#include "dictionary/lint_notes.h"

namespace weir::dictionary {
namespace {

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

constexpr std::string_view kComment = "# lint:";

// The reader's faults and their rules stand in one order.
static_assert(static_cast<int>(Fault::kTable) == static_cast<int>(Rule::kTable));
static_assert(static_cast<int>(Fault::kUntil) == static_cast<int>(Rule::kUntil));

// A file of harm that was put under attention/ is told apart from a misspelt one: it would never hold anything.
bool IsHarmUnderAttention(const std::string& path, std::string* stem) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos || !path.ends_with(".tsv")) return false;
  *stem = path.substr(slash + 1, path.size() - slash - 1 - 4);
  Category category;
  return path.substr(0, slash).ends_with("attention") && ParseCategory(*stem, &category);
}

void ReadFileRows(uint32_t index, std::vector<LintRow>* rows, LintNotes* notes) {
  const LintFile& file = notes->layer().files[index];
  text::AtomMap map;
  const auto on_fault = [&](Fault fault, const absl::Status& status) {
    std::string stem;
    if (fault == Fault::kPath && IsHarmUnderAttention(file.path, &stem)) {
      notes->Add(Rule::kAttentionFile, index, 0, 0, {stem});
    } else {
      notes->AddError(static_cast<Rule>(fault), index, status);
    }
    return !notes->full();
  };
  const auto on_term = [&](Term term, const Row& row) {
    LintRow one;
    one.letters = FoldLetters(term.text, &map);
    one.file = index;
    one.line = row.line;
    std::copy_n(row.cells.begin(), kSourceColumns, one.cells.begin());
    one.term = std::move(term);
    rows->push_back(std::move(one));
  };
  const auto on_table = [&](const Table& table) {
    if (!table.rows.empty() && table.rows[0].cells[kSource].column == 0)
      notes->Add(Rule::kNoSource, index, table.header, 1, {file.path});
  };
  ReadRows(file.content, file.path, notes->pack(), on_fault, on_term, on_table);
}

}  // namespace

void LintNotes::ReadComments(uint32_t file) {
  std::string_view text = layer_.files[file].content;
  std::vector<size_t> waiting;
  for (int32_t line = 1; !text.empty(); ++line) {
    const size_t feed = text.find('\n');
    const std::string_view row = text.substr(0, feed);
    text.remove_prefix(feed == std::string_view::npos ? text.size() : feed + 1);
    if (row.starts_with(kComment)) {
      ReadComment(row.substr(kComment.size()), file, line, &waiting);
    } else if (!row.starts_with('#') && !row.empty()) {
      for (const size_t silence : waiting) silenced_.emplace(std::pair(file, line), silence);
      waiting.clear();
    }
  }
}

void LintNotes::ReadComment(std::string_view words, uint32_t file, int32_t line, std::vector<size_t>* waiting) {
  absl::string_view rest = absl::StripAsciiWhitespace(Absl(words));
  if (!absl::ConsumePrefix(&rest, "allow ")) return Add(Rule::kLintComment, file, line, 1, {std::string(rest)});
  rest = absl::StripLeadingAsciiWhitespace(rest);
  const size_t space = rest.find(' ');
  const std::string name(rest.substr(0, space));
  const std::optional<Rule> rule = FindRule(name);
  const bool reason = space != absl::string_view::npos;
  if (!rule || !reason) return Add(Rule::kLintComment, file, line, 1, {name});
  waiting->push_back(silences_.size());
  silences_.push_back({*rule, file, line, false});
}

void LintNotes::Add(Rule rule, uint32_t file, int32_t line, int32_t column, const std::vector<std::string>& arguments) {
  const auto [first, last] = silenced_.equal_range({file, line});
  for (auto it = first; it != last; ++it) {
    if (silences_[it->second].rule != rule) continue;
    silences_[it->second].used = true;
    return;
  }
  if (full()) return;
  findings_.push_back(MakeFinding(rule, context_.language, {layer_.files[file].shown, line, column}, arguments));
  if (full()) {
    findings_.pop_back();
    findings_.push_back(MakeFinding(Rule::kTooMany, context_.language, {layer_.files[file].shown, line, column},
                                    {std::to_string(kMostFindings - 1)}));
  }
}

void LintNotes::AddError(Rule rule, uint32_t file, const absl::Status& status) {
  const Status error = ToPublic(status);
  const size_t semicolon = error.message().find("; ");
  const std::string what = error.message().substr(0, semicolon);
  const std::string mend =
      semicolon == std::string::npos ? "see docs/dictionary.md" : error.message().substr(semicolon + 2);
  Add(rule, file, error.line(), error.column(), {what, mend});
}

std::string LintNotes::PlaceOf(const LintRow& row) const {
  return absl::StrCat(layer_.files[row.file].shown, ":", row.line);
}

std::vector<LintFinding> LintNotes::Finish() {
  for (const Silence& silence : silences_) {
    if (!silence.used) Add(Rule::kLintComment, silence.file, silence.line, 1, {std::string(RuleName(silence.rule))});
  }
  std::ranges::stable_sort(findings_, [](const LintFinding& a, const LintFinding& b) {
    return std::tie(a.file, a.line, a.column, a.rule) < std::tie(b.file, b.line, b.column, b.rule);
  });
  return std::move(findings_);
}

std::string CodePointName(char32_t c) {
  return absl::StrCat("U+", absl::AsciiStrToUpper(absl::StrCat(absl::Hex(static_cast<uint32_t>(c), absl::kZeroPad4))));
}

std::vector<LintFinding> LintSources(const LintLayer& layer, std::span<const Pack> below, const LintContext& context,
                                     Pack* read) {
  LintNotes notes(layer, context);
  notes.pack()->name = layer.name;
  std::vector<LintRow> rows;
  for (uint32_t i = 0; i < layer.files.size(); ++i) notes.ReadComments(i);
  for (uint32_t i = 0; i < layer.files.size(); ++i) {
    if (layer.files[i].path.ends_with(".tsv")) ReadFileRows(i, &rows, &notes);
  }
  LintRows(rows, &notes);
  LintWords(rows, &notes);
  LintPairs(rows, below, &notes);
  LintCases(rows, &notes);
  if (read != nullptr) {
    *read = *notes.pack();
    for (const LintRow& row : rows) read->terms.push_back(row.term);
  }
  return notes.Finish();
}

}  // namespace weir::dictionary
