// The rule files of a pack: patterns.toml, composites.toml, policy.toml, in its folder or a folder below (docs/rules.md).
//
//   ReadRules(content, "zh/patterns.toml", &pack)  → pack.patterns grows, or file:line:column with what to write
//   IsRuleFile("zh/notes.toml") → false: no such file is read, and none is an error
//
// Every rule a file can break is an error; the first stops the reading, so that a pack is whole or not at all. Cost: some 10 µs a rule.
#ifndef WEIR_DICTIONARY_RULES_H_
#define WEIR_DICTIONARY_RULES_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "dictionary/term.h"
#include "dictionary/toml.h"

namespace weir::dictionary {

inline constexpr size_t kMostPatterns = 1000, kMostComposites = 1000;  // of a pack
inline constexpr size_t kMostGroups = 8, kMostAlternatives = 32;       // of a composite
inline constexpr int64_t kWidestStretch = 1000;                        // `within`, in characters

bool IsRuleFile(std::string_view path);
// Appends the rules of one file to `pack`. `path` is relative to the pack's folder; it names sources ("path:line").
absl::Status ReadRules(std::string_view text, const std::string& path, Pack* pack);

// The readers by file, and what they share.
absl::Status ReadPatterns(const Toml& tree, const std::string& path, Pack* pack);
absl::Status ReadComposites(const Toml& tree, const std::string& path, Pack* pack);
absl::Status ReadPolicy(const Toml& tree, const std::string& path, Pack* pack);
// The tables of `[[name]]`, the file's only key; a fault names the file's form.
absl::Status ReadList(const Toml& tree, const std::string& path, std::string_view name, size_t most,
                      std::vector<const Toml*>* out);
// The keys that every rule has; a name that the pack has already is a fault.
void ReadHead(TomlReader* reader, const std::string& path, const Pack& pack, RuleHead* head);

// The checks of a composite's parts, which hold for ad-hoc ones too: empty, or what is wrong and what to write.
std::string CheckParts(const CompositeRule& rule);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_RULES_H_
