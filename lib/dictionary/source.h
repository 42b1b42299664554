// One dictionary source file (docs/dictionary.md): its path says what its entries mean, its rows are entries.
//
//   zh/ads.tsv               risk, category ads          zh/attention/question.tsv   attention, kind question
//   zh/topics/shebao.tsv     topic, named by "#! topic"   any row with the flag allow  an ordinary phrase
//
// Every rule a row can break is an error at file:line:column; the first stops the reading, so that a pack is whole or not at all.
#ifndef WEIR_DICTIONARY_SOURCE_H_
#define WEIR_DICTIONARY_SOURCE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "dictionary/term.h"

namespace weir::dictionary {

// Appends the entries of one file to `pack`. `path` is relative to the pack's folder; it names sources ("path:line").
absl::Status ReadSource(std::string_view text, const std::string& path, Pack* pack);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_SOURCE_H_
