// The known-answer test, run before an engine trusts Hyperscan: on this CPU's path, does it find in a fixed text what the
// textbook finds? Three sets of literals, of sizes that take Hyperscan to different engines inside, each at every alignment
// of a 64-byte line. It costs well under a millisecond. (The regexes that other builds miss come with the regex rules.)
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "match/matcher.h"

namespace weir::match {
namespace {

// A fixed sequence; splitmix64's finaliser.
uint64_t Mix(uint64_t x) {
  x += 0x9E3779B97F4A7C15u;
  x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9u;
  x = (x ^ x >> 27) * 0x94D049BB133111EBu;
  return x ^ x >> 31;
}

// `count` patterns of one to six symbols out of a small alphabet, so that they overlap and nest.
std::vector<Pattern> MakePatterns(size_t count, uint16_t alphabet) {
  std::vector<Pattern> patterns(count);
  for (size_t i = 0; i < count; ++i) {
    const size_t length = 1 + Mix(i) % 6;
    for (size_t k = 0; k < length; ++k)
      patterns[i].symbols.push_back(static_cast<uint16_t>(0x0101 + 257 * (Mix(i * 8 + k) % alphabet)));
  }
  return patterns;
}

std::vector<uint16_t> MakeText(std::span<const Pattern> patterns, size_t offset) {
  std::vector<uint16_t> text(offset, 0x4242);
  for (size_t i = 0; i < 40; ++i) {
    const std::vector<uint16_t>& symbols = patterns[Mix(i + 1000) % patterns.size()].symbols;
    text.insert(text.end(), symbols.begin(), symbols.end());
    if (i % 7 == 0) text.push_back(0);
  }
  return text;
}

absl::Status Compare(std::span<const Pattern> patterns) {
  auto built = BuildHyperscan(patterns);
  if (!built.ok()) return built.status();
  const std::unique_ptr<Matcher> textbook = BuildTextbook(patterns);
  const std::unique_ptr<Workspace> workspace = (*built)->NewWorkspace(), none = textbook->NewWorkspace();
  if (workspace == nullptr) return Error(StatusCode::kInternal, "Hyperscan gives no scratch");
  std::vector<RawMatch> found, expected;
  for (size_t offset = 0; offset < 32; ++offset) {
    const std::vector<uint16_t> text = MakeText(patterns, offset);
    (*built)->Scan(text, SIZE_MAX, workspace.get(), &found);
    textbook->Scan(text, SIZE_MAX, none.get(), &expected);
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    if (found != expected) {
      return Error(StatusCode::kInternal,
                   absl::StrCat("Hyperscan's self-test failed: ", patterns.size(), " literals at offset ", offset, ": ",
                                found.size(), " matches instead of ", expected.size()));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status SelfTest() {
  constexpr struct {
    size_t count;
    uint16_t alphabet;
  } kSets[] = {{4, 3}, {40, 9}, {300, 40}};
  for (const auto& set : kSets) {
    if (absl::Status status = Compare(MakePatterns(set.count, set.alphabet)); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace weir::match
