// The linter's public face: paths become layers, the embedded pack may lie below them.
#include "weir/lint.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/date.h"
#include "base/error.h"
#include "dictionary/lint.h"
#include "dictionary/lint_load.h"
#include "engine/packs.h"

namespace weir {

Result<std::vector<LintFinding>> Lint(const std::vector<std::string>& paths, const LintOptions& options) {
  dictionary::LintContext context{options.language, Today()};
  if (!options.today.empty() && !ParseDate(options.today, &context.today))
    return Status(StatusCode::kInvalidArgument, "today: \"" + options.today + "\" is no day; write it as 2026-12-31");
  std::vector<dictionary::Pack> below;
  if (options.default_pack) {
    std::vector<std::string> warnings;
    auto embedded = engine::ReadPack(PackSource::Default(), {.trusted = {}, .today = context.today}, &warnings);
    if (!embedded.ok()) return ToPublic(embedded.status());
    below.push_back(*std::move(embedded));
  }
  std::vector<LintFinding> findings;
  bool has_rules = false;  // in this layer or in one below
  for (const std::string& path : paths) {
    auto layer = dictionary::ReadLintLayer(path);
    if (!layer.ok()) return ToPublic(layer.status());
    has_rules = layer->has_rules |= has_rules;
    dictionary::Pack read;
    std::ranges::move(dictionary::LintSources(*layer, below, context, &read), std::back_inserter(findings));
    below.push_back(std::move(read));
  }
  return findings;
}

}  // namespace weir
