#include "match/gram_index.h"

#include <algorithm>
#include <bit>

namespace weir::match {
namespace {

constexpr size_t kLongestGram = 3;
// Of a table for so many patterns: they set 3 % of its bits at most, so that chance seldom stops the loop. Between a 2 KB and a 512
// KB table.
int TableBits(size_t patterns) { return std::clamp(static_cast<int>(std::bit_width(patterns)) + 5, 14, 22); }

// Where the rarest `size` neighbours of a pattern begin.
size_t RarestGram(std::span<const uint16_t> pattern, size_t size, const std::function<float(uint16_t)>& frequency) {
  size_t best = 0;
  float least = 0;
  for (size_t i = 0; i + size <= pattern.size(); ++i) {
    float one = 1;
    for (size_t k = i; k < i + size; ++k) one *= frequency(pattern[k]);
    if (i > 0 && one >= least) continue;
    best = i;
    least = one;
  }
  return best;
}

}  // namespace

void GramIndex::Table::Build(int size) {
  bits = size;
  set.assign((size_t{1} << bits) / 64, 0);
  for (Entry& entry : entries) entry.bucket = Bucket(entry.bucket);
  std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.bucket < b.bucket; });
  for (uint32_t i = 0; i < entries.size(); ++i) {
    if (i > 0 && entries[i - 1].bucket == entries[i].bucket) continue;
    set[entries[i].bucket / 64] |= uint64_t{1} << entries[i].bucket % 64;
    begin.push_back(i);
  }
  begin.push_back(static_cast<uint32_t>(entries.size()));
  uint32_t before = 0;
  for (const uint64_t word : set) {
    rank.push_back(before);
    before += static_cast<uint32_t>(std::popcount(word));
  }
}

std::span<const GramIndex::Entry> GramIndex::Table::Behind(uint32_t bucket) const {
  const uint64_t before = set[bucket / 64] & ((uint64_t{1} << bucket % 64) - 1);
  const uint32_t at = rank[bucket / 64] + static_cast<uint32_t>(std::popcount(before));
  return {entries.data() + begin[at], begin[at + 1] - begin[at]};
}

GramIndex::GramIndex(std::span<const Pattern> patterns, uint32_t first_id,
                     const std::function<float(uint16_t)>& frequency) {
  for (const Pattern& pattern : patterns) Add(pattern, first_id++, frequency);
  for (Table* const table : {&single_, &pairs_, &triples_}) table->Build(TableBits(table->entries.size()));
}

void GramIndex::Add(const Pattern& pattern, uint32_t id, const std::function<float(uint16_t)>& frequency) {
  const std::vector<uint16_t>& own = pattern.symbols;
  const size_t size = std::min(own.size(), kLongestGram), offset = RarestGram(own, size, frequency);
  uint32_t gram = 0;
  for (size_t i = offset; i < offset + size; ++i) gram = Push(gram, own[i]);
  Table& table = size == 1 ? single_ : size == 2 ? pairs_ : triples_;
  table.entries.push_back({gram, id, static_cast<uint32_t>(symbols_.size()), static_cast<uint16_t>(own.size()),
                           static_cast<uint16_t>(offset)});
  symbols_.insert(symbols_.end(), own.begin(), own.end());
}

// The patterns among `entries` whose gram stands at symbols[at].
bool GramIndex::Compare(std::span<const Entry> entries, std::span<const uint16_t> symbols, size_t at, size_t limit,
                        std::vector<RawMatch>* out) const {
  for (const Entry& entry : entries) {
    if (at < entry.offset || at - entry.offset + entry.size > symbols.size()) continue;
    const uint16_t* const there = symbols.data() + at - entry.offset;
    const uint16_t* const own = symbols_.data() + entry.symbols;
    size_t same = 0;
    while (same < entry.size && there[same] == own[same]) ++same;
    if (same < entry.size) continue;
    if (out->size() == limit) return false;
    out->push_back({entry.id, static_cast<uint32_t>(at - entry.offset + entry.size)});
  }
  return true;
}

bool GramIndex::Scan(std::span<const uint16_t> symbols, size_t limit, std::vector<RawMatch>* out) const {
  if (symbols_.empty()) return true;
  const size_t first = out->size();
  bool all = true;
  uint32_t gram = 0;
  for (size_t i = 0; all && i < symbols.size(); ++i) {
    gram = Push(gram, symbols[i]);
    const uint32_t triple = triples_.Bucket(Last(gram, 3)), pair = pairs_.Bucket(Last(gram, 2));
    if (!(triples_.Has(triple) | pairs_.Has(pair))) [[likely]]
      continue;
    if (i >= 2 && triples_.Has(triple)) all = Compare(triples_.Behind(triple), symbols, i - 2, limit, out);
    if (i >= 1 && all && pairs_.Has(pair)) all = Compare(pairs_.Behind(pair), symbols, i - 1, limit, out);
  }
  for (size_t i = 0; all && !single_.entries.empty() && i < symbols.size(); ++i) {
    const uint32_t one = single_.Bucket(Last(symbols[i], 1));
    if (single_.Has(one)) all = Compare(single_.Behind(one), symbols, i, limit, out);
  }
  if (out->size() > first + 1) {  // a rare gram may stand late in its pattern
    std::sort(out->begin() + static_cast<ptrdiff_t>(first), out->end(), [](const RawMatch& a, const RawMatch& b) {
      return a.end != b.end ? a.end < b.end : a.pattern < b.pattern;
    });
  }
  return all;
}

}  // namespace weir::match
