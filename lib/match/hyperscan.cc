// Hyperscan in block mode over 16-bit symbols. The symbols are scrambled (text/fold_table.h), which measured up to four times
// faster than code points in order: Hyperscan hashes suffixes, and neighbouring Han characters look alike to it.
//
// Matching is by bytes, so a match can begin in the middle of a symbol: it ends at an odd offset then and is dropped. Measured:
// 1–3 in 100,000 comments. HS_FLAG_SINGLEMATCH is never used: over joined texts it would lose all but the first hit.
#include <hs/hs.h>

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "match/matcher.h"

namespace weir::match {
namespace {

struct FreeDatabase {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
};
struct FreeScratch {
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;
using HsScratch = std::unique_ptr<hs_scratch_t, FreeScratch>;

class HyperscanWorkspace final : public Workspace {
 public:
  explicit HyperscanWorkspace(HsScratch scratch) : scratch_(std::move(scratch)) {}
  hs_scratch_t* scratch() const { return scratch_.get(); }

 private:
  HsScratch scratch_;
};

struct Sink {
  std::vector<RawMatch>* out;
  size_t limit;
};

int OnMatch(unsigned id, unsigned long long /*from*/, unsigned long long to, unsigned /*flags*/, void* context) {
  auto* sink = static_cast<Sink*>(context);
  if (to & 1) return 0;  // see the head of this file
  if (sink->out->size() == sink->limit) return 1;
  sink->out->push_back({id, static_cast<uint32_t>(to / 2)});
  return 0;
}

class Hyperscan final : public Matcher {
 public:
  explicit Hyperscan(Database database) : database_(std::move(database)) {}

  std::unique_ptr<Workspace> NewWorkspace() const override {
    hs_scratch_t* scratch = nullptr;
    if (database_ != nullptr && hs_alloc_scratch(database_.get(), &scratch) != HS_SUCCESS) return nullptr;
    return std::make_unique<HyperscanWorkspace>(HsScratch(scratch));
  }

  bool Scan(std::span<const uint16_t> symbols, size_t limit, Workspace* workspace,
            std::vector<RawMatch>* out) const override {
    out->clear();
    if (database_ == nullptr || symbols.empty()) return true;
    Sink sink{out, limit};
    const auto* bytes = reinterpret_cast<const char*>(symbols.data());
    const hs_error_t result = hs_scan(database_.get(), bytes, static_cast<unsigned>(symbols.size_bytes()), 0,
                                      static_cast<HyperscanWorkspace*>(workspace)->scratch(), OnMatch, &sink);
    // Hyperscan promises no order; in practice literals come by rising end, and nothing is left to do.
    const auto by_end = [](const RawMatch& a, const RawMatch& b) { return a.end < b.end; };
    if (!std::is_sorted(out->begin(), out->end(), by_end)) std::sort(out->begin(), out->end(), by_end);
    return result == HS_SUCCESS;
  }

  std::string Name() const override { return "hyperscan " + std::string(HyperscanVersion()); }

 private:
  Database database_;  // null: nothing to look for
};

}  // namespace

std::string_view HyperscanVersion() {
  const std::string_view version = hs_version();  // "5.4.0 2021-01-26"
  return version.substr(0, version.find(' '));
}

absl::StatusOr<std::unique_ptr<Matcher>> BuildHyperscan(std::span<const Pattern> patterns) {
  if (hs_valid_platform() != HS_SUCCESS)
    return Error(StatusCode::kUnavailable, "this CPU lacks SSSE3, which Hyperscan needs");
  if (patterns.empty()) return std::make_unique<Hyperscan>(nullptr);
  std::vector<const char*> bytes(patterns.size());
  std::vector<size_t> lengths(patterns.size());
  std::vector<unsigned> ids(patterns.size()), flags(patterns.size(), 0);
  for (size_t i = 0; i < patterns.size(); ++i) {
    bytes[i] = reinterpret_cast<const char*>(patterns[i].symbols.data());
    lengths[i] = patterns[i].symbols.size() * sizeof(uint16_t);
    ids[i] = static_cast<unsigned>(i);
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_error_t result =
      hs_compile_lit_multi(bytes.data(), flags.data(), ids.data(), lengths.data(),
                           static_cast<unsigned>(patterns.size()), HS_MODE_BLOCK, nullptr, &database, &error);
  if (result == HS_SUCCESS) return std::make_unique<Hyperscan>(Database(database));
  const absl::Status status = Error(StatusCode::kInternal, absl::StrCat("Hyperscan does not compile the terms: ",
                                                                        error ? error->message : "no reason given"));
  hs_free_compile_error(error);
  return status;
}

}  // namespace weir::match
