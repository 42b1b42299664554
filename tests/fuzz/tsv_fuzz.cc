// Fuzzes the readers of sources and the linter with any bytes: the pack's reader and the linter, which share one row parser, must agree.
//
// The first byte chooses what the file means, the second whether a good layer lies below; the rest is the file. Whatever it is:
//   the reader gives a pack or an error with a place inside the file,
//   the linter ends, with at most kMostFindings, each at a place inside the file and with a message and a mend,
//   what the reader refuses the linter finds as an error at the same place; what it finds no error of the form in the reader reads.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "check.h"
#include "dictionary/lint.h"
#include "dictionary/lint_rule.h"
#include "dictionary/overlay.h"
#include "dictionary/source.h"

namespace {

using namespace weir;
using namespace weir::dictionary;

constexpr std::string_view kPaths[] = {"zh/abuse.tsv",  "zh/attention/question.tsv", "zh/topics/a.tsv",
                                       "zh/script.tsv", "zh/nonsense.tsv",           "zh/abuse.cases"};
constexpr Date kToday{2026, 6, 15};

bool IsOfTheForm(const LintFinding& finding) {
  const auto rule = FindRule(finding.rule);
  return rule && (*rule <= Rule::kUntil || *rule == Rule::kAttentionFile);
}

void CheckPlaces(const std::vector<LintFinding>& findings, int32_t lines) {
  CHECK(findings.size() <= kMostFindings);
  for (const LintFinding& finding : findings) {
    CHECK(FindRule(finding.rule).has_value());
    CHECK(finding.line >= 0 && finding.line <= lines && finding.column >= 0);
    CHECK(!finding.message.empty() && !finding.mend.empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size < 2) return 0;
  const std::string path(kPaths[data[0] % std::size(kPaths)]);
  const std::string content(reinterpret_cast<const char*>(data + 2), size - 2);
  const auto lines = static_cast<int32_t>(1 + std::count(content.begin(), content.end(), '\n'));

  Pack below, read, linted;
  below.name = "below";
  if (data[1] % 2 == 1) CHECK(ReadSource("term\tweight\n加微信\t3\n傻逼\t4\n", "zh/abuse.tsv", &below).ok());
  const LintLayer layer{"fuzz", {{path, path, content}}};
  const auto findings = LintSources(layer, std::span(&below, 1), {Language::kChinese, kToday}, &linted);
  CheckPlaces(findings, lines);
  if (!path.ends_with(".tsv")) return 0;

  const Status status = ToPublic(ReadSource(content, path, &read));
  const bool silenced = content.find("# lint:") != std::string::npos;
  if (!status.ok()) {
    CHECK(status.line() <= lines && !status.message().empty());
    const bool found = std::ranges::any_of(findings, [&](const LintFinding& finding) {
      return finding.line == status.line() && finding.column == status.column() && IsOfTheForm(finding);
    });
    CHECK(found || silenced || findings.size() == kMostFindings);
    return 0;
  }
  CHECK(std::ranges::none_of(findings, IsOfTheForm));
  CHECK(read.terms.size() == linted.terms.size());
  const auto effective = Overlay({below, read}, kToday);
  CHECK(effective.ok());
  CHECK(effective->terms.size() + effective->expired.size() <= below.terms.size() + read.terms.size());
  return 0;
}
