#include "report/finding.h"

#include <algorithm>
#include <tuple>

namespace weir::report {

std::string_view Name(Level level) { return level == Level::kError ? "error" : "warning"; }

bool ParseLevel(std::string_view name, Level* out) {
  for (Level level : {Level::kWarning, Level::kError}) {
    if (name != Name(level)) continue;
    *out = level;
    return true;
  }
  return false;
}

Counts Count(const std::vector<Finding>& findings) {
  Counts counts;
  for (const Finding& finding : findings) ++(finding.level == Level::kError ? counts.errors : counts.warnings);
  return counts;
}

void SortByPlace(std::vector<Finding>* findings) {
  for (auto begin = findings->begin(); begin != findings->end();) {
    auto end = std::find_if(begin, findings->end(), [&](const Finding& f) { return f.file != begin->file; });
    std::ranges::stable_sort(begin, end, {}, [](const Finding& f) { return std::tie(f.line, f.column, f.rule); });
    begin = end;
  }
}

}  // namespace weir::report
