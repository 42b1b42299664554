#include "weir/layers.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "engine/snapshot.h"

namespace weir {
namespace {

EffectivePast PastOf(const dictionary::Past& past) { return {past.text, past.layer, past.source, past.weight}; }

EffectiveEntry EntryOf(const dictionary::Term& term, const dictionary::Effective& effective) {
  EffectiveEntry entry;
  entry.term = term.text;
  entry.category = dictionary::CategoryName(term, effective.topics);
  entry.layer = term.layer;
  entry.source = term.source;
  entry.weight = term.weight;
  entry.removes = term.remove;
  if (term.until.IsSet()) entry.until = FormatDate(term.until);
  return entry;
}

}  // namespace

Result<EffectivePack> ReadEffective(const EngineOptions& options) {
  EffectivePack out;
  auto effective = engine::ReadLayers(options, &out.warnings);
  if (!effective.ok()) return ToPublic(effective.status());
  out.stamp = effective->stamp;
  out.entries.reserve(effective->terms.size());
  for (const dictionary::Term& term : effective->terms) out.entries.push_back(EntryOf(term, *effective));
  for (const auto& [index, history] : effective->history) {
    for (const dictionary::Past& past : history) out.entries[index].replaced.push_back(PastOf(past));
  }
  for (const dictionary::Removal& removal : effective->removed) {
    out.removed.push_back(EntryOf(removal.term, *effective));
    out.removed.back().removed_by = {removal.term.text, removal.layer, removal.source, 0};
  }
  for (const dictionary::Term& term : effective->expired) out.expired.push_back(EntryOf(term, *effective));
  return out;
}

}  // namespace weir
