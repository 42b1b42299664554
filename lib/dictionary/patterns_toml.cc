// patterns.toml: each rule a bounded regex over the folded text.
//
//   [[pattern]]
//   name = "号码引流"
//   regex = '加[vV微].{0,4}\d{6,11}'
//   category = "ads"
//   weight = 3
#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/rules.h"

namespace weir::dictionary {
namespace {

absl::Status ReadOne(const Toml& table, const std::string& path, Pack* pack) {
  TomlReader reader(table, path);
  PatternRule rule;
  reader.Know(
      {"name", "regex", "category", "attention", "weight", "flags", "surface", "source", "note", "suggest", "until"});
  ReadHead(&reader, path, *pack, &rule.head);
  reader.Need("regex");
  std::string written, error;
  reader.Text("regex", &written, kLongestRegex);
  if (!reader.status().ok()) return reader.status();
  const Toml& value = reader.Find("regex")->value;
  rule.at = {path, value.line, value.column};
  if (!ParseRegex(written, &rule.regex, &error)) return ErrorAt(rule.at, StatusCode::kBadSource, error);
  pack->patterns.push_back(std::move(rule));
  return absl::OkStatus();
}

}  // namespace

absl::Status ReadPatterns(const Toml& tree, const std::string& path, Pack* pack) {
  std::vector<const Toml*> tables;
  const size_t room = kMostPatterns - std::min(kMostPatterns, pack->patterns.size());
  if (absl::Status status = ReadList(tree, path, "pattern", room, &tables); !status.ok()) return status;
  for (const Toml* table : tables) {
    if (absl::Status status = ReadOne(*table, path, pack); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace weir::dictionary
