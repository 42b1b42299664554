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

absl::Status HsFault(hs_compile_error_t* error) {
  absl::Status status =
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
      *faulty = i;
      return HsFault(error);
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

// The database of the regexes `ids`; they keep their numbers. Null when there are none.
absl::StatusOr<HsDatabase> CompileHs(std::span<const Regex* const> regexes, std::span<const unsigned> ids,
                                     size_t* faulty) {
  if (ids.empty()) return HsDatabase();
  std::vector<const char*> expressions;
  for (const unsigned id : ids) expressions.push_back(regexes[id]->compiled.c_str());
  const std::vector<unsigned> flags(ids.size(), kHsFlags);
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t result =
      hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(ids.size()), HS_MODE_BLOCK,
                       nullptr, &database, &error);
  if (result == HS_SUCCESS) return HsDatabase(database);
  *faulty = ids[error != nullptr && error->expression >= 0 ? static_cast<size_t>(error->expression) : 0];
  return HsFault(error);
}

// Of regexes that do not compile together the first that does not compile alone.
absl::Status BlameOne(std::span<const Regex* const> regexes, std::span<const unsigned> ids, absl::Status status,
                      size_t* faulty) {
  for (const unsigned id : ids) {
    if (auto alone = CompileHs(regexes, {&id, 1}, faulty); !alone.ok()) return alone.status();
  }
  return status;
}

// One regex for all that Hyperscan has not; null when it would be too large, and each is asked then.
std::unique_ptr<RE2> JoinRe2(std::span<const Regex* const> regexes, const std::vector<uint8_t>& ours) {
  constexpr uint64_t kMostJoined = 2000;  // characters: beyond, RE2's automaton outgrows its memory and slows down
  std::string joined;
  uint64_t positions = 0;
  for (size_t i = 0; i < regexes.size(); ++i) {
    if (ours[i] == 0) continue;
    positions += regexes[i]->positions;
    absl::StrAppend(&joined, joined.empty() ? "" : "|", "(?:", regexes[i]->compiled, ")");
  }
  if (joined.empty() || positions > kMostJoined) return nullptr;
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMostMemory);
  auto compiled = std::make_unique<RE2>(joined, options);
  return compiled->ok() ? std::move(compiled) : nullptr;
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
  std::vector<std::unique_ptr<RE2>> regexes;
  std::vector<uint8_t> re2_only;  // by regex: not in `database`
  HsDatabase database;            // null: RE2 alone
  std::unique_ptr<RE2> any;       // of those that are RE2's only; may be null

  std::unique_ptr<RegexWorkspace> NewWorkspace() const override {
    hs_scratch_t* scratch = nullptr;
    if (database != nullptr && hs_alloc_scratch(database.get(), &scratch) != HS_SUCCESS) return nullptr;
    return std::make_unique<Workspace>(HsScratch(scratch), regexes.size());
  }

  void Narrow(std::string_view text, RegexWorkspace* workspace, std::vector<uint32_t>* wanted) const override {
    constexpr size_t kFew = 2;  // RE2 answers about so many as fast
    if (wanted->size() < kFew) return;
    auto* const own = static_cast<Workspace*>(workspace);
    const auto ours = static_cast<size_t>(
        std::count_if(wanted->begin(), wanted->end(), [&](uint32_t regex) { return re2_only[regex] != 0; }));
    const bool scanned = database != nullptr && ours < wanted->size() && ScanHs(text, own);
    const bool none = any != nullptr && ours >= kFew && !IsAny(text);
    std::erase_if(*wanted,
                  [&](uint32_t regex) { return re2_only[regex] != 0 ? none : scanned && own->found[regex] == 0; });
  }

  bool Find(uint32_t regex, std::string_view text, size_t at, size_t* begin, size_t* end) const override {
    const re2::StringPiece whole(text.data(), text.size());
    re2::StringPiece found;
    if (at > text.size() || !regexes[regex]->Match(whole, at, whole.size(), RE2::UNANCHORED, &found, 1)) return false;
    *begin = static_cast<size_t>(found.data() - whole.data());
    *end = *begin + found.size();
    return *end > *begin;
  }

 private:
  // False when Hyperscan says nothing about this text.
  bool ScanHs(std::string_view text, Workspace* workspace) const {
    std::fill(workspace->found.begin(), workspace->found.end(), uint8_t{0});
    return hs_scan(database.get(), text.data(), static_cast<unsigned>(text.size()), 0, workspace->scratch.get(),
                   OnMatch, &workspace->found) == HS_SUCCESS;
  }

  bool IsAny(std::string_view text) const {
    return any->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(), RE2::UNANCHORED, nullptr, 0);
  }
};

}  // namespace

absl::StatusOr<std::unique_ptr<RegexSet>> RegexSet::Build(std::span<const Regex* const> regexes, bool hyperscan,
                                                          size_t* faulty) {
  auto set = std::make_unique<Set>();
  std::vector<unsigned> ids;  // Hyperscan's
  uint64_t positions = 0;
  for (*faulty = 0; *faulty < regexes.size(); ++*faulty) {
    const Regex& regex = *regexes[*faulty];
    positions += regex.positions;
    if (positions > kMostPositionsInAll) {
      return Error(
          StatusCode::kLimit,
          absl::StrCat("the regexes of all packs together are more than ", kMostPositionsInAll,
                       " characters long, repeats written out; lower the numbers in {n,m}, or leave some out"));
    }
    auto one = CompileRe2(regex, regexes.size());
    if (!one.ok()) return one.status();
    set->regexes.push_back(*std::move(one));
    constexpr uint32_t kHold = 2;  // symbols of a literal that Hyperscan can hold on to
    const bool theirs = hyperscan && regex.cue_symbols >= kHold;
    if (theirs) ids.push_back(static_cast<unsigned>(*faulty));
    set->re2_only.push_back(!theirs);
  }
  if (hyperscan) {
    if (absl::Status status = CheckWidths(regexes, faulty); !status.ok()) return status;
    auto built = CompileHs(regexes, ids, faulty);
    if (!built.ok()) return BlameOne(regexes, ids, built.status(), faulty);
    set->database = *std::move(built);
  }
  set->any = JoinRe2(regexes, set->re2_only);
  return set;
}

}  // namespace weir::match
