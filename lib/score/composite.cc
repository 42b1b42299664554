#include "score/composite.h"

#include <algorithm>
#include <tuple>

namespace weir::score {
namespace {

void Include(const PartPlace& place, CompositeFind* find) {
  find->first = std::min(find->first, place.first);
  find->last = std::max(find->last, place.last);
  find->via |= place.via;
}

// A stretch that is shorter than the one found before replaces it.
bool Improves(uint32_t begin, uint32_t end, bool found, CompositeFind* find) {
  if (found && end - begin >= find->end - find->begin) return false;
  find->begin = begin;
  find->end = end;
  find->first = UINT32_MAX;
  find->last = 0;
  find->via = 0;
  return true;
}

}  // namespace

Composites::Composites(std::vector<CompositeForm> forms, size_t parts)
    : forms_(std::move(forms)), groups_(forms_.size()), by_part_(parts) {
  for (uint32_t c = 0; c < forms_.size(); ++c) {
    for (uint32_t g = 0; g < forms_[c].all.size(); ++g) {
      for (const uint32_t part : forms_[c].all[g]) {
        groups_[c].emplace_back(part, g);
        by_part_[part].push_back(c);
      }
    }
    std::sort(groups_[c].begin(), groups_[c].end());
  }
}

uint32_t Composites::GroupOf(uint32_t composite, uint32_t part) const {
  const auto& groups = groups_[composite];
  const auto found = std::lower_bound(groups.begin(), groups.end(), std::pair<uint32_t, uint32_t>(part, 0));
  return found != groups.end() && found->first == part ? found->second : kNone;
}

// By rising end: with the end fixed, each group's part that begins last makes the shortest stretch, whatever the others do.
bool Composites::Shortest(uint32_t composite, std::span<const PartPlace> places, CompositeFind* find) const {
  const size_t count = forms_[composite].all.size();
  std::array<const PartPlace*, kMostParts> latest{};
  size_t seen = 0;
  bool found = false;
  for (const PartPlace& place : places) {
    const uint32_t group = GroupOf(composite, place.part);
    if (group == kNone) continue;
    seen += latest[group] == nullptr;
    if (latest[group] == nullptr || place.begin >= latest[group]->begin) latest[group] = &place;
    if (seen < count) continue;
    uint32_t begin = UINT32_MAX;
    for (size_t g = 0; g < count; ++g) begin = std::min(begin, latest[g]->begin);
    if (!Improves(begin, place.end, found, find)) continue;
    found = true;
    for (size_t g = 0; g < count; ++g) Include(*latest[g], find);
  }
  return found;
}

// Each part goes behind the chain of the groups before it that has ended by then and began last.
bool Composites::ShortestInOrder(uint32_t composite, Buffers* buffers, CompositeFind* find) const {
  const size_t count = forms_[composite].all.size();
  auto& chains = buffers->chains;
  for (size_t g = 0; g < count; ++g) chains[g].clear();
  bool found = false;
  for (uint32_t i = 0; i < buffers->places.size(); ++i) {
    const PartPlace& place = buffers->places[i];
    const uint32_t group = GroupOf(composite, place.part);
    if (group == kNone) continue;
    Buffers::Link link{i, place.begin, 0, 0};
    if (group > 0) {
      const auto& before = chains[group - 1];
      const auto behind = std::partition_point(before.begin(), before.end(), [&](const Buffers::Link& one) {
        return buffers->places[one.place].end <= place.begin;
      });
      if (behind == before.begin()) continue;
      link.before = (behind - 1)->best;
      link.start = before[link.before].start;
    }
    auto& own = chains[group];
    const auto index = static_cast<uint32_t>(own.size());
    link.best = own.empty() || link.start >= own[own.back().best].start ? index : own.back().best;
    own.push_back(link);
    if (group + 1 < count || !Improves(link.start, place.end, found, find)) continue;
    found = true;
    for (uint32_t g = group, at = index;; at = chains[g][at].before, --g) {
      Include(buffers->places[chains[g][at].place], find);
      if (g == 0) break;
    }
  }
  return found;
}

void Composites::Find(std::span<const PartPlace> places, Buffers* buffers, std::vector<CompositeFind>* out) const {
  out->clear();
  buffers->touched.clear();
  for (const PartPlace& place : places)
    buffers->touched.insert(buffers->touched.end(), by_part_[place.part].begin(), by_part_[place.part].end());
  if (buffers->touched.empty()) return;
  std::sort(buffers->touched.begin(), buffers->touched.end());
  buffers->touched.erase(std::unique(buffers->touched.begin(), buffers->touched.end()), buffers->touched.end());
  buffers->places.assign(places.begin(), places.end());
  std::sort(buffers->places.begin(), buffers->places.end(), [](const PartPlace& a, const PartPlace& b) {
    return std::tie(a.end, a.begin, a.part) < std::tie(b.end, b.begin, b.part);
  });
  for (const uint32_t composite : buffers->touched) {
    const CompositeForm& form = forms_[composite];
    CompositeFind find{.composite = composite};
    if (!(form.ordered ? ShortestInOrder(composite, buffers, &find) : Shortest(composite, buffers->places, &find)))
      continue;
    const bool forbidden = std::any_of(places.begin(), places.end(), [&](const PartPlace& place) {
      return std::find(form.none.begin(), form.none.end(), place.part) != form.none.end();
    });
    if (forbidden) find.outcome = CompositeFind::kForbidden;
    if (!forbidden && form.within > 0 && find.end - find.begin > form.within) find.outcome = CompositeFind::kTooFar;
    out->push_back(find);
  }
}

}  // namespace weir::score
