// Runs one case: whether weir has what it asks for, the engine it needs, and every expectation that was not met.
//
//   CaseRunner runner(lang);
//   CaseResult result = runner.Run(item);
//   if (result.outcome == Outcome::kFailed) …    // result.expected: what was missing; result.got: what came instead
//
// An ability that weir doesn't know is unsupported, never passed. Cases on the shipped pack share one engine; the last ad-hoc
// engine is kept, for files tend to hold runs of cases with the same terms.
#ifndef WEIR_TOOLS_CASE_RUN_H_
#define WEIR_TOOLS_CASE_RUN_H_

#include <optional>
#include <string>
#include <vector>

#include "case_file.h"
#include "messages.h"
#include "weir/engine.h"

namespace weir::tool {

enum class Outcome { kPassed, kFailed, kUnsupported };

struct CaseResult {
  Outcome outcome = Outcome::kPassed;
  std::vector<std::string> expected;  // the expectations that were not met
  std::string got;
};

bool Supported(const Case& item);

// The expectations of `item` that `verdict` does not meet.
std::vector<std::string> Unmet(const Case& item, const Verdict& verdict, Lang lang);

class CaseRunner {
 public:
  explicit CaseRunner(Lang lang) : lang_(lang) {}
  CaseResult Run(const Case& item);

 private:
  const Engine* EngineFor(const Case& item, std::string* error);

  Lang lang_;
  std::optional<Engine> shared_, adhoc_;
  EngineOptions adhoc_options_;
  Scratch scratch_;
  Verdict verdict_;
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_CASE_RUN_H_
