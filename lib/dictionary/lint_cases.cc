// Rules of NAME.cases: rows that cannot be run, and terms that NAME.tsv does not have.
//
//   hit ⇥ 加v详聊 ⇥ 加v ⇥ 缩写        fine where ads.tsv has 加v
//   hits ⇥ 加v详聊 ⇥ 加v ⇥ 缩写       cases-row: hit or miss
#include <algorithm>
#include <array>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dictionary/lint_notes.h"

namespace weir::dictionary {
namespace {

enum CaseColumn { kExpect, kText, kTerms, kCaseNote };
constexpr std::array<Column, 4> kColumns = {{{"expect", true}, {"text", true}, {"terms"}, {"note"}}};

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

class CaseLint {
 public:
  CaseLint(uint32_t file, const absl::flat_hash_set<std::string>* terms, std::string tsv, LintNotes* notes)
      : file_(file), terms_(terms), tsv_(std::move(tsv)), notes_(*notes) {}

  void Run() {
    const LintFile& file = notes_.layer().files[file_];
    Table table;
    ReadTable(
        file.content, file.path, kColumns,
        [this](const absl::Status& status) {
          notes_.AddError(Rule::kCasesRow, file_, status);
          return !notes_.full();
        },
        &table);
    if (terms_ == nullptr) notes_.Add(Rule::kCasesAlone, file_, 0, 0, {tsv_});
    for (const Row& row : table.rows) Check(row);
  }

 private:
  void Check(const Row& row) {
    const auto bad = [&](CaseColumn column, const std::string& message) {
      notes_.AddError(Rule::kCasesRow, file_,
                      ErrorAt({"", row.line, row.cells[column].column}, StatusCode::kBadSource, message));
    };
    const std::string_view expect = row.cells[kExpect].text;
    if (expect != "hit" && expect != "miss")
      return bad(kExpect, absl::StrCat("\"", Absl(expect), "\" is no expectation; write hit or miss"));
    if (row.cells[kText].text.empty()) return bad(kText, "the sentence is empty; write one");
    if (terms_ == nullptr || IsNothing(row.cells[kTerms].text)) return;
    for (const absl::string_view term : absl::StrSplit(Absl(row.cells[kTerms].text), ',')) {
      // A miss names its trap in free words: only a hit must be of a term.
      if (expect == "hit" && !terms_->contains(std::string(term)))
        notes_.Add(Rule::kCasesTerm, file_, row.line, row.cells[kTerms].column, {std::string(term), tsv_});
    }
  }

  const uint32_t file_;
  const absl::flat_hash_set<std::string>* const terms_;  // of the file beside it; null: there is none
  const std::string tsv_;
  LintNotes& notes_;
};

}  // namespace

void LintCases(std::span<const LintRow> rows, LintNotes* notes) {
  const std::vector<LintFile>& files = notes->layer().files;
  absl::flat_hash_map<std::string, absl::flat_hash_set<std::string>> terms;
  for (const LintFile& file : files) {
    if (file.path.ends_with(".tsv")) terms[file.path];
  }
  for (const LintRow& row : rows) {
    if (row.term.role != Role::kAllow && !row.term.remove) terms[files[row.file].path].insert(row.term.text);
  }
  for (uint32_t i = 0; i < files.size(); ++i) {
    if (!files[i].path.ends_with(".cases")) continue;
    const std::string tsv = files[i].path.substr(0, files[i].path.rfind('.')) + ".tsv";
    const auto found = terms.find(tsv);
    CaseLint(i, found == terms.end() ? nullptr : &found->second, tsv, notes).Run();
  }
}

}  // namespace weir::dictionary
