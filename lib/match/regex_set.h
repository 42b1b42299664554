// The bounded regexes of a pack (dictionary/regex.h) over folded UTF-8: Hyperscan says in one pass which of them a text holds, RE2 says
// where. Where Hyperscan is missing or fails its regex self-test, RE2 alone gives the same answers.
//
//   auto set = RegexSet::Build(regexes, true, &faulty);
//   std::vector<uint32_t> wanted = {0, 1, 2};            // those whose cues the text holds
//   set->Narrow(text, workspace.get(), &wanted);         // → {1}
//   set->Find(1, text, 0, &begin, &end)                  // → the first match, in bytes
//
// Hyperscan is given the regexes with a literal to hold on to (cues of two symbols). Measured: 100 of those compile in 0.2–0.7 s, by as much as
// their number grows; 100 without took 7–34 s, and three to four times that for twice as many. Those are RE2's, behind one joined regex that
// says whether any of them is there. SOM_LEFTMOST is not used: it costs several times the yes or no.
//
// Text that is no valid UTF-8 must not be given: Hyperscan relies on it. Cost: a pass of about 50–100 ns a comment for any number of
// regexes, then 100–300 ns for each that matches; building 0.2–7 ms a regex. Const after building: any number of threads, a workspace each.
#ifndef WEIR_MATCH_REGEX_SET_H_
#define WEIR_MATCH_REGEX_SET_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "dictionary/regex.h"

namespace weir::match {

// Characters of all regexes together, repeats written out: what bounds the time and memory of building.
inline constexpr uint64_t kMostPositionsInAll = 10000;

class RegexWorkspace {
 public:
  virtual ~RegexWorkspace() = default;
};

class RegexSet {
 public:
  virtual ~RegexSet() = default;

  // On an error *faulty is the regex it concerns. With `hyperscan` false RE2 alone serves.
  static absl::StatusOr<std::unique_ptr<RegexSet>> Build(std::span<const dictionary::Regex* const> regexes,
                                                         bool hyperscan, size_t* faulty);

  // Null when no memory is left.
  virtual std::unique_ptr<RegexWorkspace> NewWorkspace() const = 0;
  // Takes out of `wanted` (ascending) what has no match in `text`; what may have one stays.
  virtual void Narrow(std::string_view text, RegexWorkspace* workspace, std::vector<uint32_t>* wanted) const = 0;
  // The leftmost match that begins at `at` or behind it, alternatives in their order. Never empty.
  virtual bool Find(uint32_t regex, std::string_view text, size_t at, size_t* begin, size_t* end) const = 0;
};

// Does Hyperscan find, on this machine, the regexes that builds of its kind are known to miss? (match/regex_self_test.cc)
absl::Status RegexSelfTest();

}  // namespace weir::match

#endif  // WEIR_MATCH_REGEX_SET_H_
