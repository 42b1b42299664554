// Findings for programs: one object, keys always all there, in this order.
//
//   {"files":1,"errors":1,"warnings":0,"findings":[{"file":"draft.md","line":12,"column":5,"end_line":12,"end_column":7,
//    "level":"error","rule":"…","category":"…","term":"包过","text":"包过","message":"…","suggest":"","excerpt":"…"}]}
//
// Text that is no valid UTF-8 is written repaired.
#include <nlohmann/json.hpp>

#include "report/finding.h"

namespace weir::report {

std::string ToJson(const std::vector<Finding>& findings, size_t files) {
  using Json = nlohmann::ordered_json;
  Counts counts = Count(findings);
  Json json = {{"files", files}, {"errors", counts.errors}, {"warnings", counts.warnings}};
  json["findings"] = Json::array();
  for (const Finding& f : findings) {
    json["findings"].push_back({{"file", f.file},
                                {"line", f.line},
                                {"column", f.column},
                                {"end_line", f.end_line},
                                {"end_column", f.end_column},
                                {"level", Name(f.level)},
                                {"rule", f.rule},
                                {"category", f.category},
                                {"term", f.term},
                                {"text", f.text},
                                {"message", f.message},
                                {"suggest", f.suggest},
                                {"excerpt", f.excerpt}});
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace weir::report
