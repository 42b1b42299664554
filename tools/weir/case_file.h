// Case files: JSON Lines that say what must be found in a text and what must not. Read strictly: an unknown key, a wrong type,
// a missing `id`, `text` or `expect.hit`, or an id that came before in the file refuses the whole file, with every place named.
//
//   {"id":"a1","ability":["core"],"pack":"none","terms":["坏词"],"text":"一个坏词","expect":{"hit":true,"terms":["坏词"]}}
//   {"id":"a1",…}      → cases.jsonl:2: id "a1" repeats line 1
//
// Knows nothing of the engine: what a case asks for that weir has not got is the runner's business (case_run.h).
#ifndef WEIR_TOOLS_CASE_FILE_H_
#define WEIR_TOOLS_CASE_FILE_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "messages.h"

namespace weir::tool {

struct Expectation {
  bool hit = false;
  bool exact = false;
  std::vector<std::string> terms, category, attention, topics;
  std::vector<std::pair<uint32_t, uint32_t>> spans_cp;
  bool has_spans = false;  // `spans_cp` is there, empty or not
};

struct Case {
  std::string file;
  uint64_t line = 0;
  std::string id, kind, text, source, note;
  bool default_pack = false;  // `pack`
  std::vector<std::string> ability, terms, patterns, allow, detectors;
  std::vector<std::vector<std::string>> composites;
  bool latin_boundary = true;
  bool longest = false;
  bool contested = false;
  Expectation expect;
};

struct CaseError {
  uint64_t line = 0;
  std::string message;
};

// One line. False leaves *out half filled and says why.
bool ParseCase(std::string_view line, Lang lang, Case* out, std::string* error);

// A whole file's lines, blank ones skipped, ids compared. `cases` is to be used only when no error came back.
class CaseFileReader {
 public:
  explicit CaseFileReader(Lang lang) : lang_(lang) {}
  void AddLine(uint64_t number, std::string_view line);

  std::vector<Case> cases;
  std::vector<CaseError> errors;

 private:
  Lang lang_;
  std::map<std::string, uint64_t> ids_;  // id → line
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_CASE_FILE_H_
