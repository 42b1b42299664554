#include "stats.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "render.h"
#include "text_table.h"

namespace weir::tool {
namespace {

using Json = nlohmann::ordered_json;
using Counts = std::vector<std::pair<std::string, uint64_t>>;

// The table shows the busiest topics; the JSON has them all.
constexpr size_t kTopicsShown = 15;

std::string KindName(int bit) {
  std::vector<std::string_view> names;
  AppendKindNames(static_cast<uint8_t>(1 << bit), &names);
  return std::string(names.at(0));
}

std::string FlagName(int bit) {
  std::vector<std::string_view> names;
  AppendFlagNames(static_cast<uint8_t>(1 << bit), &names);
  return std::string(names.at(0));
}

Counts ByCategory(const Tally& tally) {
  Counts out;
  for (int i = 0; i < kCategoryCount; ++i) out.emplace_back(Name(static_cast<Category>(i)), tally.categories[i]);
  return out;
}

Counts ByKind(const Tally& tally) {
  Counts out;
  for (int i = 0; i < kAttentionKindCount; ++i) out.emplace_back(KindName(i), tally.kinds[i]);
  return out;
}

Counts ByFlag(const Tally& tally) {
  Counts out;
  for (int i = 0; i < kFlagCount; ++i) out.emplace_back(FlagName(i), tally.flags[i]);
  return out;
}

Counts ByTopic(const Tally& tally) {
  Counts out(tally.topics.begin(), tally.topics.end());
  std::ranges::stable_sort(out, [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

Json ToObject(const Counts& counts) {
  Json object = Json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

double Rate(const Tally& tally, const RunFacts& facts) {
  return facts.seconds > 0 ? static_cast<double>(tally.comments) / facts.seconds : 0;
}

std::string Fixed(double value, int decimals) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
  return buffer;
}

double Rounded(double value) { return static_cast<double>(std::lround(value * 1000)) / 1000; }

}  // namespace

void Tally::Add(const Verdict& verdict, std::string_view text) {
  ++comments;
  bytes += text.size();
  ++actions[static_cast<size_t>(verdict.action)];
  ++levels[static_cast<size_t>(verdict.attention.level)];
  uint32_t seen = 0;
  for (const Hit& hit : verdict.hits) seen |= 1u << static_cast<unsigned>(hit.category);
  for (int i = 0; i < kCategoryCount; ++i) categories[i] += seen >> i & 1;
  for (int i = 0; i < kAttentionKindCount; ++i) kinds[i] += verdict.attention.kinds >> i & 1;
  for (int i = 0; i < kFlagCount; ++i) flags[i] += verdict.flags >> i & 1;
  for (std::string_view topic : FirstTopics(verdict)) {
    auto at = topics.find(topic);
    if (at == topics.end()) at = topics.emplace(topic, 0).first;
    ++at->second;
  }
}

void Tally::Merge(const Tally& other) {
  auto add = [](auto& to, const auto& from) {
    for (size_t i = 0; i < to.size(); ++i) to[i] += from[i];
  };
  comments += other.comments;
  bytes += other.bytes;
  add(actions, other.actions);
  add(levels, other.levels);
  add(categories, other.categories);
  add(kinds, other.kinds);
  add(flags, other.flags);
  for (const auto& [topic, count] : other.topics) topics[topic] += count;
}

std::string StatsTable(const Tally& tally, const RunFacts& facts, Lang lang) {
  TextTable table(1, 10);  // room for any rate, so that the counts stand the same in a slow run
  auto text = [lang](Msg id) { return std::string(Template(lang, id)); };
  auto row = [&](Msg id, uint64_t count) { table.Add({text(id), std::to_string(count)}); };
  auto group = [&](Msg id, const Counts& counts, size_t most) {
    size_t shown = 0;
    for (const auto& [name, count] : counts) {
      if (count == 0 || shown == most) continue;
      if (shown++ == 0) table.Add({text(id), ""});
      table.Add({"  " + name, std::to_string(count)});
    }
  };
  uint64_t review = tally.actions[static_cast<size_t>(Action::kReview)];
  uint64_t block = tally.actions[static_cast<size_t>(Action::kBlock)];
  row(Msg::kStComments, tally.comments);
  row(Msg::kStHeld, review + block);
  table.Add({"  " + text(Msg::kStReview), std::to_string(review)});
  table.Add({"  " + text(Msg::kStBlock), std::to_string(block)});
  row(Msg::kStMasked, tally.actions[static_cast<size_t>(Action::kMask)]);
  row(Msg::kStAllowed, tally.actions[static_cast<size_t>(Action::kAllow)]);
  row(Msg::kStAnswer, tally.levels[static_cast<size_t>(AttentionLevel::kAnswer)]);
  row(Msg::kStUrgent, tally.levels[static_cast<size_t>(AttentionLevel::kUrgent)]);
  group(Msg::kStCategories, ByCategory(tally), kCategoryCount);
  group(Msg::kStKinds, ByKind(tally), kAttentionKindCount);
  group(Msg::kStTopics, ByTopic(tally), kTopicsShown);
  group(Msg::kStFlags, ByFlag(tally), kFlagCount);
  if (facts.unreadable > 0) row(Msg::kStUnread, facts.unreadable);
  row(Msg::kStBytes, tally.bytes);
  table.Add({text(Msg::kStTime), Fixed(facts.seconds, 3)});
  table.Add({text(Msg::kStRate), Fixed(Rate(tally, facts), 0)});
  return table.Text();
}

std::string StatsJson(const Tally& tally, const RunFacts& facts) {
  auto action = [&](Action which) { return tally.actions[static_cast<size_t>(which)]; };
  auto level = [&](AttentionLevel which) { return tally.levels[static_cast<size_t>(which)]; };
  Json json;
  json["comments"] = tally.comments;
  json["held"] = action(Action::kReview) + action(Action::kBlock);
  json["review"] = action(Action::kReview);
  json["block"] = action(Action::kBlock);
  json["masked"] = action(Action::kMask);
  json["allowed"] = action(Action::kAllow);
  json["answer"] = level(AttentionLevel::kAnswer);
  json["urgent"] = level(AttentionLevel::kUrgent);
  json["categories"] = ToObject(ByCategory(tally));
  json["kinds"] = ToObject(ByKind(tally));
  json["topics"] = ToObject(ByTopic(tally));
  json["flags"] = ToObject(ByFlag(tally));
  json["unreadable"] = facts.unreadable;
  json["bytes"] = tally.bytes;
  json["seconds"] = Rounded(facts.seconds);
  json["comments_per_second"] = Rounded(Rate(tally, facts));
  json["pack"] = facts.pack;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace weir::tool
