// The textbook matcher: at every symbol, every pattern that begins with it is compared. Nothing to get wrong; the judge of the
// other matchers, and a slow but sure stand-in for them.
#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "match/matcher.h"

namespace weir::match {
namespace {

class Textbook final : public Matcher {
 public:
  explicit Textbook(std::span<const Pattern> patterns) : patterns_(patterns.begin(), patterns.end()) {
    for (uint32_t i = 0; i < patterns_.size(); ++i) by_first_[patterns_[i].symbols.front()].push_back(i);
  }

  std::unique_ptr<Workspace> NewWorkspace() const override { return std::make_unique<Workspace>(); }

  bool Scan(std::span<const uint16_t> symbols, size_t limit, Workspace*, std::vector<RawMatch>* out) const override {
    out->clear();
    const bool all = FindAll(symbols, limit, out);
    std::sort(out->begin(), out->end(), [](const RawMatch& a, const RawMatch& b) {
      return a.end != b.end ? a.end < b.end : a.pattern < b.pattern;
    });
    return all;
  }

  std::string Name() const override { return "textbook"; }

 private:
  bool FindAll(std::span<const uint16_t> symbols, size_t limit, std::vector<RawMatch>* out) const {
    for (size_t at = 0; at < symbols.size(); ++at) {
      const auto found = by_first_.find(symbols[at]);
      if (found == by_first_.end()) continue;
      for (const uint32_t id : found->second) {
        const std::vector<uint16_t>& pattern = patterns_[id].symbols;
        const auto rest = symbols.subspan(at);
        if (rest.size() < pattern.size() || !std::equal(pattern.begin(), pattern.end(), rest.begin())) continue;
        if (out->size() == limit) return false;
        out->push_back({id, static_cast<uint32_t>(at + pattern.size())});
      }
    }
    return true;
  }

  std::vector<Pattern> patterns_;
  absl::flat_hash_map<uint16_t, std::vector<uint32_t>> by_first_;
};

}  // namespace

std::unique_ptr<Matcher> BuildTextbook(std::span<const Pattern> patterns) {
  return std::make_unique<Textbook>(patterns);
}

}  // namespace weir::match
