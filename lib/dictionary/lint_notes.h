// What the families of rules read and write: the layer's rows with their places, and the list of findings.
#ifndef WEIR_DICTIONARY_LINT_NOTES_H_
#define WEIR_DICTIONARY_LINT_NOTES_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dictionary/lint.h"
#include "dictionary/lint_rule.h"
#include "dictionary/source.h"
#include "text/atoms.h"

namespace weir::dictionary {

// One readable row.
struct LintRow {
  Term term;
  std::u32string letters;  // folded (folded.h)
  uint32_t file = 0;       // index in the layer
  int32_t line = 0;
  std::array<Cell, kSourceColumns> cells;  // views into the file's content
};

// Collects findings; knows which comments silence what.
class LintNotes {
 public:
  LintNotes(const LintLayer& layer, const LintContext& context) : layer_(layer), context_(context) {}

  // Reads the "# lint:" comments of one file: each holds for the next line that is no comment.
  void ReadComments(uint32_t file);

  void Add(Rule rule, uint32_t file, int32_t line, int32_t column, const std::vector<std::string>& arguments);
  void Add(Rule rule, const LintRow& row, SourceColumn column, const std::vector<std::string>& arguments) {
    Add(rule, row.file, row.line, std::max(row.cells[column].column, 1), arguments);
  }
  // An error of a reader, "what; what to do", at its own place.
  void AddError(Rule rule, uint32_t file, const absl::Status& status);
  bool full() const { return findings_.size() >= kMostFindings; }

  // The last call: what silenced nothing, then everything in order.
  std::vector<LintFinding> Finish();

  const LintLayer& layer() const { return layer_; }
  // The pack that the rows are read into; its topics are those that a term's number means.
  Pack* pack() { return &pack_; }
  std::string TopicName(uint16_t topic) const { return topic < pack_.topics.size() ? pack_.topics[topic].name : ""; }
  const LintContext& context() const { return context_; }
  // "county/zh/ads.tsv:12"
  std::string PlaceOf(const LintRow& row) const;

 private:
  struct Silence {
    Rule rule = Rule::kTable;
    uint32_t file = 0;
    int32_t line = 0;  // of the comment
    bool used = false;
  };

  void ReadComment(std::string_view words, uint32_t file, int32_t line, std::vector<size_t>* waiting);

  const LintLayer& layer_;
  const LintContext& context_;
  Pack pack_;
  std::vector<LintFinding> findings_;
  std::vector<Silence> silences_;
  std::multimap<std::pair<uint32_t, int32_t>, size_t> silenced_;  // (file, line) → silence
};

// The rules, a family each.
void LintRows(std::span<const LintRow> rows, LintNotes* notes);
void LintWords(std::span<const LintRow> rows, LintNotes* notes);
void LintPairs(std::span<const LintRow> rows, std::span<const Pack> below, LintNotes* notes);
void LintCases(std::span<const LintRow> rows, LintNotes* notes);

// "U+200B"
std::string CodePointName(char32_t c);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_LINT_NOTES_H_
