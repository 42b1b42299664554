// The known-answer test of Hyperscan's regexes, beside that of its literals (self_test.cc): builds of vectorscan, which serve under the
// same name, miss matches on their wide paths. The minimal cases known, each at all 64 alignments of a cache line, and regexes of the kind
// that packs hold, in UTF-8. Cost: some milliseconds; run when a pack has patterns.
//
//   \db+ in aaaaaaaaaaaaaaaaaaaa1baaaaaaaaaaaaaaaa → ends at 22; a build that misses it sends all regexes to RE2
#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "match/hs_handles.h"
#include "match/regex_set.h"

namespace weir::match {
namespace {

struct Case {
  std::array<const char*, 2> regexes;  // the second may be null
  unsigned flags;
  std::string text;
  unsigned id;   // this one must be found …
  uint64_t end;  // … to end here
};

std::array<Case, 6> Cases() {
  constexpr unsigned kBytes = HS_FLAG_DOTALL | HS_FLAG_ALLOWEMPTY;
  return {{{{"\\db+", nullptr}, kBytes, std::string(20, 'a') + "1b" + std::string(16, 'a'), 0, 22},
           {{"\\db+", nullptr}, kBytes, std::string(40, 'a') + "1b", 0, 42},
           {{"(?:ba)(?:12)+\\d{5,9}[0-9]", "\\x85\\x20"}, kBytes, std::string(30, 'a') + "\x85\x20", 1, 32},
           {{"(?:ba)(?:12)+\\d{5,9}[0-9]", "\\x85\\x20"}, kBytes, std::string(70, 'a') + "\x85\x20", 1, 72},
           {{"星{2}", "加[v微].{0,4}[0-9]{6,11}"}, HS_FLAG_UTF8, "看星星点灯", 0, 9},
           {{"星{2}", "加[v微].{0,4}[0-9]{6,11}"}, HS_FLAG_UTF8, "请加v号是100200", 1, 19}}};
}

struct Wanted {
  const Case* one;
  bool found = false;
};

int OnMatch(unsigned id, unsigned long long, unsigned long long to, unsigned, void* context) {
  auto* const wanted = static_cast<Wanted*>(context);
  wanted->found |= id == wanted->one->id && to == wanted->one->end;
  return 0;
}

absl::StatusOr<HsDatabase> Compile(const Case& one) {
  const unsigned count = one.regexes[1] == nullptr ? 1 : 2;
  const std::array<unsigned, 2> flags = {one.flags, one.flags}, ids = {0, 1};
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_compile_multi(one.regexes.data(), flags.data(), ids.data(), count, HS_MODE_BLOCK, nullptr, &database,
                       &error) == HS_SUCCESS)
    return HsDatabase(database);
  const absl::Status status =
      Error(StatusCode::kInternal, absl::StrCat("Hyperscan's regex self-test does not compile: ",
                                                error != nullptr ? error->message : "no reason given"));
  hs_free_compile_error(error);
  return status;
}

absl::Status Check(const Case& one) {
  auto database = Compile(one);
  if (!database.ok()) return database.status();
  hs_scratch_t* raw = nullptr;
  if (hs_alloc_scratch(database->get(), &raw) != HS_SUCCESS)
    return Error(StatusCode::kInternal, "Hyperscan gives no scratch");
  const HsScratch scratch(raw);
  alignas(64) char buffer[64 + 128];
  for (size_t offset = 0; offset < 64; ++offset) {
    std::copy(one.text.begin(), one.text.end(), buffer + offset);
    Wanted wanted{&one};
    hs_scan(database->get(), buffer + offset, static_cast<unsigned>(one.text.size()), 0, scratch.get(), OnMatch,
            &wanted);
    if (!wanted.found) {
      return Error(StatusCode::kInternal, absl::StrCat("Hyperscan's regex self-test failed: ", one.regexes[one.id],
                                                       " is not found at offset ", offset));
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status RegexSelfTest() {
  if (hs_valid_platform() != HS_SUCCESS)
    return Error(StatusCode::kUnavailable, "this CPU lacks SSSE3, which Hyperscan needs");
  for (const Case& one : Cases()) {
    if (absl::Status status = Check(one); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace weir::match
