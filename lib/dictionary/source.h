// One dictionary source file (docs/dictionary.md): its path says what its entries mean, its rows are entries.
//
//   zh/ads.tsv               risk, category ads          zh/attention/question.tsv   attention, kind question
//   zh/topics/shebao.tsv     topic, named by "#! topic"   any row with the flag allow  an ordinary phrase
//
// Every rule a row can break is an error at file:line:column; the first stops ReadSource, so that a pack is whole or not at all.
// The linter reads through the same rows and goes on.
#ifndef WEIR_DICTIONARY_SOURCE_H_
#define WEIR_DICTIONARY_SOURCE_H_

#include <string>
#include <string_view>

#include "absl/functional/function_ref.h"
#include "absl/status/status.h"
#include "dictionary/term.h"
#include "dictionary/tsv.h"

namespace weir::dictionary {

// The columns of a source; a Row's cells stand in this order.
enum SourceColumn { kTerm, kWeight, kVariants, kFlags, kSource, kNote, kSuggest, kUntil, kSourceColumns };

// Which rule of the form an error is about.
enum class Fault : uint8_t { kTable, kPath, kDirective, kTerm, kFlag, kWeight, kVariant, kUntil };
// Takes an error with its place; false: stop reading.
using OnFault = absl::FunctionRef<bool(Fault, const absl::Status&)>;
// Takes an entry, or a row that removes some, and the row it was read from, whose views point into the text.
using OnTerm = absl::FunctionRef<void(Term, const Row&)>;
inline constexpr auto kIgnoreTable = [](const Table&) {};

// Reads one file; `pack` gives the layer's name and takes topics. A row with a fault is left out. Where the path or the directives are
// at fault the rows are still read, as some category's. False when on_fault stopped it, or when there was no table.
bool ReadRows(std::string_view text, const std::string& path, Pack* pack, OnFault on_fault, OnTerm on_term,
              absl::FunctionRef<void(const Table&)> on_table = kIgnoreTable);

// "-" and nothing are nothing.
inline bool IsNothing(std::string_view cell) { return cell.empty() || cell == "-"; }

// Appends the entries of one file to `pack`. `path` is relative to the pack's folder; it names sources ("path:line").
absl::Status ReadSource(std::string_view text, const std::string& path, Pack* pack);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_SOURCE_H_
