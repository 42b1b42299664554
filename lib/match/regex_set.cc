#include "match/regex_set.h"

#include <re2/re2.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "match/hs_handles.h"

namespace weir::match {
namespace {

using dictionary::Regex;

// What one RE2 may use for its automata, built as texts come: all together stay below kMemoryOfAll, as far as each can work at all.
constexpr int64_t kMemoryOfAll = int64_t{256} << 20, kMostMemory = int64_t{8} << 20, kLeastMemory = int64_t{1} << 20;

absl::StatusOr<std::unique_ptr<RE2>> CompileRe2(const Regex& regex, size_t count) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::clamp(kMemoryOfAll / static_cast<int64_t>(count), kLeastMemory, kMostMemory));
  auto compiled = std::make_unique<RE2>(regex.compiled, options);
  if (!compiled->ok())
    return Error(StatusCode::kBadSource,
                 absl::StrCat("the regex does not compile: ", compiled->error(), "; make it smaller"));
  return compiled;
}

absl::Status HsFault(hs_compile_error_t* error, size_t* faulty) {
  const bool named = error != nullptr && error->expression >= 0;
  *faulty = named ? static_cast<size_t>(error->expression) : 0;
  const absl::Status status =
      Error(StatusCode::kBadSource,
            absl::StrCat("Hyperscan does not take the regex: ", error != nullptr ? error->message : "no reason given",
                         "; write it otherwise, or make it smaller"));
  hs_free_compile_error(error);
  return status;
}

constexpr unsigned kHsFlags = HS_FLAG_UTF8 | HS_FLAG_SINGLEMATCH;  // one text a call: a match each is enough

// Hyperscan must see what the parser promised: an end to every match.
absl::Status CheckWidths(std::span<const Regex* const> regexes, size_t* faulty) {
  for (size_t i = 0; i < regexes.size(); ++i) {
    hs_expr_info_t* info = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_expression_info(regexes[i]->compiled.c_str(), kHsFlags, &info, &error) != HS_SUCCESS) {
      absl::Status status = HsFault(error, faulty);
      *faulty = i;
      return status;
    }
    const bool bounded = info->max_width != UINT32_MAX && info->min_width > 0;
    std::free(info);
    if (bounded) continue;
    *faulty = i;
    return Error(
        StatusCode::kBadSource,
        "Hyperscan finds no bound of the regex; give every repeat a number, and ask for one character at least");
  }
  return absl::OkStatus();
}

absl::StatusOr<HsDatabase> CompileHs(std::span<const Regex* const> regexes, size_t* faulty) {
  if (absl::Status status = CheckWidths(regexes, faulty); !status.ok()) return status;
  std::vector<const char*> expressions;
  std::vector<unsigned> ids, flags(regexes.size(), kHsFlags);
  for (size_t i = 0; i < regexes.size(); ++i) {
    expressions.push_back(regexes[i]->compiled.c_str());
    ids.push_back(static_cast<unsigned>(i));
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t result =
      hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(regexes.size()),
                       HS_MODE_BLOCK, nullptr, &database, &error);
  if (result != HS_SUCCESS) return HsFault(error, faulty);
  return HsDatabase(database);
}

class Workspace final : public RegexWorkspace {
 public:
  Workspace(HsScratch scratch, size_t count) : scratch(std::move(scratch)), found(count) {}
  HsScratch scratch;
  std::vector<uint8_t> found;  // by regex
};

int OnMatch(unsigned id, unsigned long long, unsigned long long, unsigned, void* context) {
  (*static_cast<std::vector<uint8_t>*>(context))[id] = 1;
  return 0;
}

class Set final : public RegexSet {
 public:
  Set(std::vector<std::unique_ptr<RE2>> regexes, HsDatabase database)
      : regexes_(std::move(regexes)), database_(std::move(database)) {}

  std::unique_ptr<RegexWorkspace> NewWorkspace() const override {
    hs_scratch_t* scratch = nullptr;
    if (database_ != nullptr && hs_alloc_scratch(database_.get(), &scratch) != HS_SUCCESS) return nullptr;
    return std::make_unique<Workspace>(HsScratch(scratch), regexes_.size());
  }

  void Narrow(std::string_view text, RegexWorkspace* workspace, std::vector<uint32_t>* wanted) const override {
    constexpr size_t kFew = 2;  // RE2 answers about so many as fast
    if (database_ == nullptr || wanted->size() < kFew) return;
    auto* const own = static_cast<Workspace*>(workspace);
    std::fill(own->found.begin(), own->found.end(), uint8_t{0});
    const hs_error_t result = hs_scan(database_.get(), text.data(), static_cast<unsigned>(text.size()), 0,
                                      own->scratch.get(), OnMatch, &own->found);
    if (result != HS_SUCCESS) return;  // all stay wanted
    std::erase_if(*wanted, [&](uint32_t regex) { return own->found[regex] == 0; });
  }

  bool Find(uint32_t regex, std::string_view text, size_t at, size_t* begin, size_t* end) const override {
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece found;
    if (at > text.size() || !regexes_[regex]->Match(whole, at, whole.size(), RE2::UNANCHORED, &found, 1)) return false;
    *begin = static_cast<size_t>(found.data() - whole.data());
    *end = *begin + found.size();
    return *end > *begin;
  }

 private:
  std::vector<std::unique_ptr<RE2>> regexes_;
  HsDatabase database_;  // null: RE2 alone
};

}  // namespace

absl::StatusOr<std::unique_ptr<RegexSet>> RegexSet::Build(std::span<const Regex* const> regexes, bool hyperscan,
                                                          size_t* faulty) {
  std::vector<std::unique_ptr<RE2>> compiled;
  uint64_t positions = 0;
  for (*faulty = 0; *faulty < regexes.size(); ++*faulty) {
    positions += regexes[*faulty]->positions;
    if (positions > kMostPositionsInAll) {
      return Error(
          StatusCode::kLimit,
          absl::StrCat("the regexes of all packs together are more than ", kMostPositionsInAll,
                       " characters long, repeats written out; lower the numbers in {n,m}, or leave some out"));
    }
    auto one = CompileRe2(*regexes[*faulty], regexes.size());
    if (!one.ok()) return one.status();
    compiled.push_back(*std::move(one));
  }
  HsDatabase database;
  if (hyperscan && !regexes.empty()) {
    auto built = CompileHs(regexes, faulty);
    if (!built.ok()) return built.status();
    database = *std::move(built);
  }
  return std::make_unique<Set>(std::move(compiled), std::move(database));
}

}  // namespace weir::match
