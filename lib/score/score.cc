#include "score/score.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace weir::score {
namespace {

// Log-odds of harm before any evidence. Chosen so that the weights' meanings hold (docs/dictionary.md): 2 is even odds.
constexpr float kPrior = -2.0f;
// A signal of weight 1 is enough to ask for an answer; two of 0.5 together are.
constexpr float kEnoughAttention = 1.0f;

bool Contains(const Span& outer, const Span& inner) {
  return outer.begin <= inner.begin && outer.end >= inner.end && outer != inner;
}
bool Overlaps(const Span& a, const Span& b) { return a.begin < b.end && b.begin < a.end; }

// A longer hit says more than one inside it, but not where it is a weaker one that took more disguise to read.
bool Covers(const Hit& outer, const Hit& inner) {
  return outer.category == inner.category && Contains(outer.span, inner.span) &&
         (outer.points >= inner.points || outer.confidence >= inner.confidence);
}

void MarkCovered(std::vector<Hit>* hits) {
  for (Hit& hit : *hits) {
    hit.covered = std::any_of(hits->begin(), hits->end(), [&](const Hit& other) { return Covers(other, hit); });
  }
}

// Which hits count: from the strongest on, each that neither overlaps nor repeats one that counts already. A hit that lost its
// place to a stronger one beats no other.
void Rank(const std::vector<Hit>& hits, Ranking* ranking) {
  ranking->counts.assign(hits.size(), false);
  ranking->order.clear();
  for (uint32_t i = 0; i < hits.size(); ++i) {
    if (!hits[i].covered) ranking->order.push_back(i);
  }
  std::sort(ranking->order.begin(), ranking->order.end(), [&](uint32_t a, uint32_t b) {
    return hits[a].points != hits[b].points ? hits[a].points > hits[b].points : a < b;
  });
  size_t kept = 0;  // order[0, kept) are those that count
  for (const uint32_t i : ranking->order) {
    const bool beaten =
        std::any_of(ranking->order.begin(), ranking->order.begin() + static_cast<ptrdiff_t>(kept), [&](uint32_t k) {
          return hits[k].category == hits[i].category &&
                 (Overlaps(hits[k].span, hits[i].span) || hits[k].term == hits[i].term);
        });
    if (beaten) continue;
    ranking->counts[i] = true;
    ranking->order[kept++] = i;
  }
}

// Adds a term's weight to the sum of its key, each term once.
template <typename Key>
float SumOnce(std::span<const Signal> signals, const Key& matches) {
  float sum = 0;
  for (size_t i = 0; i < signals.size(); ++i) {
    if (!matches(*signals[i])) continue;
    const bool repeated = std::find(signals.begin(), signals.begin() + static_cast<ptrdiff_t>(i), signals[i]) !=
                          signals.begin() + static_cast<ptrdiff_t>(i);
    if (!repeated) sum += signals[i]->weight;
  }
  return sum;
}

void AppendOnce(std::string_view name, std::vector<std::string_view>* names) {
  if (std::find(names->begin(), names->end(), name) == names->end()) names->push_back(name);
}

void ScoreTopics(std::span<const Signal> signals, std::span<const dictionary::Topic> topics, Attention* attention) {
  using dictionary::Role;
  for (const Signal signal : signals) {
    if (signal->role != Role::kTopic) continue;
    const float sum =
        SumOnce(signals, [&](const dictionary::Term& t) { return t.role == Role::kTopic && t.topic == signal->topic; });
    if (sum < kEnoughAttention) continue;
    AppendOnce(topics[signal->topic].name, &attention->topics);
    attention->sensitivity = std::max(attention->sensitivity, signal->sensitivity);
  }
  const size_t first_levels = attention->topics.size();
  for (const Signal signal : signals) {
    if (signal->role != Role::kTopic) continue;
    const auto end = attention->topics.begin() + static_cast<ptrdiff_t>(first_levels);
    if (std::find(attention->topics.begin(), end, topics[signal->topic].name) == end) continue;
    for (const std::string& under : signal->under) AppendOnce(under, &attention->topics);
  }
}

}  // namespace

float Confidence(uint16_t via) {
  // In the order of Via's bits. Writing habits cost nothing; what is done to hide a word costs, the less plain the more. Only the
  // least plain one counts: a word hidden in two ways at once is no accident.
  constexpr std::array<float, 13> kFactor = {1.0f, 1.0f, 1.0f, 0.98f, 0.95f, 0.95f, 0.95f,
                                             0.9f, 0.9f, 0.9f, 0.9f,  0.85f, 0.9f};
  float confidence = 1;
  for (size_t bit = 0; bit < kFactor.size(); ++bit) {
    if (via >> bit & 1) confidence = std::min(confidence, kFactor[bit]);
  }
  return confidence;
}

uint8_t Risk(float points) {
  if (points <= 0) return 0;
  return static_cast<uint8_t>(std::lround(100.0f / (1.0f + std::exp(-(points + kPrior)))));
}

Action ActionOf(const Thresholds& thresholds, uint8_t risk) {
  if (risk >= thresholds.block) return Action::kBlock;
  if (risk >= thresholds.review) return Action::kReview;
  if (risk >= thresholds.mask) return Action::kMask;
  return Action::kAllow;
}

void ScoreRisk(const Policy& policy, Surface surface, Verdict* verdict, Ranking* ranking) {
  ranking->counts.clear();
  if (verdict->hits.empty()) return;
  MarkCovered(&verdict->hits);
  Rank(verdict->hits, ranking);
  std::array<float, kCategoryCount> points{};
  for (size_t i = 0; i < verdict->hits.size(); ++i) {
    if (ranking->counts[i]) points[static_cast<size_t>(verdict->hits[i].category)] += verdict->hits[i].points;
  }
  const auto& thresholds = policy.thresholds[static_cast<size_t>(surface)];
  for (size_t category = 0; category < kCategoryCount; ++category) {
    const uint8_t risk = Risk(points[category]);
    verdict->scores[category] = risk;
    verdict->risk = std::max(verdict->risk, risk);
    verdict->action = std::max(verdict->action, ActionOf(thresholds[category], risk));
  }
}

void ScoreAttention(std::span<const Signal> signals, std::span<const dictionary::Topic> topics, Attention* attention) {
  using dictionary::Role;
  if (signals.empty()) return;
  for (int bit = 0; bit < kAttentionKindCount; ++bit) {
    const auto kind = static_cast<AttentionKind>(1 << bit);
    if (SumOnce(signals, [&](const dictionary::Term& t) { return t.role == Role::kAttention && t.kind == kind; }) <
        kEnoughAttention)
      continue;
    attention->kinds |= kind;
    attention->level = std::max(attention->level, AttentionLevel::kAnswer);
  }
  for (const Signal signal : signals) {
    if (signal->role == Role::kAttention && signal->urgent && (attention->kinds & signal->kind))
      attention->level = AttentionLevel::kUrgent;
  }
  ScoreTopics(signals, topics, attention);
}

}  // namespace weir::score
