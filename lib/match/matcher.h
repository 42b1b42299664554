// The interface of literal matching: symbols in, raw matches out. Two stand behind it: Hyperscan (match/hyperscan.h), which
// serves, and the textbook matcher (match/textbook.h), which judges it in tests and serves when it fails its self-test.
//
// A buffer may hold one text or many joined by the separator symbol 0, which no pattern holds, so no match crosses texts.
// A matcher is const after building: any number of threads, each with a Workspace of its own.
#ifndef WEIR_MATCH_MATCHER_H_
#define WEIR_MATCH_MATCHER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "match/pattern_set.h"

namespace weir::match {

// Pattern `pattern` ends before symbol `end` of the buffer.
struct RawMatch {
  uint32_t pattern = 0;
  uint32_t end = 0;
  friend auto operator<=>(const RawMatch&, const RawMatch&) = default;
};

class Workspace {
 public:
  virtual ~Workspace() = default;
};

class Matcher {
 public:
  virtual ~Matcher() = default;
  virtual std::unique_ptr<Workspace> NewWorkspace() const = 0;
  // Clears *out, then fills it in order of `end`. Stops at `limit` matches and returns false; true when all were found.
  // `symbols` must not be larger than kMaxBuffer. Allocates only when *out grows.
  virtual bool Scan(std::span<const uint16_t> symbols, size_t limit, Workspace* workspace,
                    std::vector<RawMatch>* out) const = 0;
  virtual std::string Name() const = 0;  // "hyperscan 5.4.0"
};

// Hyperscan counts bytes in 32 bits.
inline constexpr size_t kMaxBuffer = (uint64_t{1} << 31) - 2;

// kUnavailable when the CPU lacks SSSE3; kInternal with Hyperscan's words when it refuses the patterns.
absl::StatusOr<std::unique_ptr<Matcher>> BuildHyperscan(std::span<const Pattern> patterns);
std::string_view HyperscanVersion();  // of the library loaded, "5.4.0"
std::unique_ptr<Matcher> BuildTextbook(std::span<const Pattern> patterns);

// The known-answer test: does Hyperscan, on this machine, find what the textbook finds? (match/self_test.cc)
absl::Status SelfTest();

}  // namespace weir::match

#endif  // WEIR_MATCH_MATCHER_H_
