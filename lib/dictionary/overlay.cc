#include "dictionary/overlay.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/folded.h"

namespace weir::dictionary {
namespace {

constexpr uint32_t kNone = std::numeric_limits<uint32_t>::max();

// What an entry means, as bytes. An allow phrase means the same in every file.
std::string Meaning(const Term& term) {
  std::string key(1, static_cast<char>(term.role));
  if (term.role == Role::kRisk) key += static_cast<char>(term.category);
  if (term.role == Role::kAttention) key += static_cast<char>(term.kind);
  if (term.role == Role::kTopic) key += absl::StrCat(term.topic);
  return key;
}

Past PastOf(const Term& term) { return {term.text, term.layer, term.source, term.weight}; }

class Overlaying {
 public:
  Overlaying(const Date& today, bool alone) : today_(today), alone_(alone) {}

  absl::Status Add(Pack layer, uint16_t rank) {
    absl::StrAppend(&out_.stamp, out_.stamp.empty() ? "" : " + ", layer.Stamp());
    std::vector<uint16_t> topic_of;
    for (const Topic& topic : layer.topics) topic_of.push_back(AddTopic(topic));
    if (out_.topics.size() > std::numeric_limits<uint16_t>::max())
      return ErrorAt({layer.name}, StatusCode::kLimit, "the layers have more topics than can be numbered; join some");
    std::vector<Term> removals, additions;
    within_.clear();
    for (Term& term : layer.terms) {
      if (term.role == Role::kTopic) term.topic = topic_of[term.topic];
      term.rank = rank;
      if (term.until.IsSet() && term.until < today_)
        out_.expired.push_back(std::move(term));
      else if (term.remove)
        removals.push_back(std::move(term));
      else
        additions.push_back(std::move(term));
    }
    for (const Term& removal : removals) Remove(removal);  // first: they are for the layers below
    for (Term& term : additions) AddTerm(std::move(term));
    return absl::OkStatus();
  }

  Effective Finish() {
    Effective& out = out_;
    size_t kept = 0;
    std::map<size_t, std::vector<Past>> history;
    for (size_t i = 0; i < out.terms.size(); ++i) {
      if (gone_[i]) continue;
      if (auto past = out.history.find(i); past != out.history.end()) history[kept] = std::move(past->second);
      if (kept != i) out.terms[kept] = std::move(out.terms[i]);
      ++kept;
    }
    out.terms.resize(kept);
    out.history = std::move(history);
    return std::move(out_);
  }

 private:
  // A later layer's topic of the same name is the same topic; it may name another desk.
  uint16_t AddTopic(const Topic& topic) {
    const auto [found, fresh] = topics_.try_emplace(topic.name, out_.topics.size());
    if (fresh) {
      out_.topics.push_back(topic);
    } else if (!topic.route.empty()) {
      out_.topics[found->second].route = topic.route;
    }
    return static_cast<uint16_t>(found->second);
  }

  std::string FoldedKey(const Term& term) {
    const std::u32string letters = FoldLetters(term.text, &map_);
    std::string key = Meaning(term);
    key += '\0';
    key.append(reinterpret_cast<const char*>(letters.data()), letters.size() * sizeof(char32_t));
    return key;
  }

  // Entries that read the same are a chain, from heads_ by next_.
  template <typename Do>
  void EachBelow(const std::string& key, uint16_t rank, Do&& act) {
    const auto found = heads_.find(key);
    if (found == heads_.end()) return;
    for (uint32_t i = found->second; i != kNone; i = next_[i]) {
      if (!gone_[i] && out_.terms[i].rank < rank) act(i);
    }
  }

  void Remove(const Term& removal) {
    bool found = false;
    EachBelow(FoldedKey(removal), removal.rank, [&](uint32_t i) {
      found = true;
      gone_[i] = true;
      out_.history.erase(i);
      out_.removed.push_back({out_.terms[i], removal.layer, removal.source});
    });
    if (found) return;
    out_.warnings.push_back(absl::StrCat(removal.layer, ": ", removal.source, ": \"", removal.text,
                                         "\" is removed, but no layer below has it"));
  }

  void AddTerm(Term term) {
    // Within its layer an entry is one by its very text and its file's meaning, as it always was.
    std::string own = Meaning(term);
    if (term.role == Role::kAllow)
      absl::StrAppend(&own, static_cast<int>(term.category), ",", term.kind, ",", term.topic);
    own += '\0';
    own += term.text;
    if (const auto found = within_.find(own); found != within_.end()) return Replace(found->second, std::move(term));
    uint32_t place = kNone;
    std::string key;
    if (!alone_) {
      key = FoldedKey(term);
      EachBelow(key, term.rank, [&](uint32_t i) {
        if (place == kNone) {
          place = i;
          return;
        }
        out_.history[place].push_back(PastOf(out_.terms[i]));
        gone_[i] = true;
      });
    }
    if (place != kNone) {
      Replace(place, std::move(term));
    } else {
      place = static_cast<uint32_t>(out_.terms.size());
      out_.terms.push_back(std::move(term));
      gone_.push_back(false);
      if (!alone_) {
        const auto [head, fresh] = heads_.try_emplace(std::move(key), place);
        next_.push_back(fresh ? kNone : std::exchange(head->second, place));
      }
    }
    within_.emplace(std::move(own), place);
  }

  void Replace(uint32_t place, Term term) {
    out_.history[place].push_back(PastOf(out_.terms[place]));
    out_.terms[place] = std::move(term);
  }

  const Date today_;
  const bool alone_;  // one layer only: nothing lies below
  Effective out_;
  std::vector<bool> gone_;  // parallel to out_.terms
  std::vector<uint32_t> next_;
  absl::flat_hash_map<std::string, uint32_t> heads_;
  absl::flat_hash_map<std::string, uint32_t> within_;
  absl::flat_hash_map<std::string, size_t> topics_;
  text::AtomMap map_;
};

}  // namespace

absl::StatusOr<Effective> Overlay(std::vector<Pack> layers, const Date& today) {
  if (layers.size() > kMostLayers)
    return Error(StatusCode::kLimit,
                 absl::StrCat(layers.size(), " layers; at most ", kMostLayers, " can lie over one another"));
  Overlaying overlaying(today, layers.size() == 1);
  for (size_t i = 0; i < layers.size(); ++i) {
    absl::Status status = overlaying.Add(std::move(layers[i]), static_cast<uint16_t>(i));
    if (!status.ok()) return status;
  }
  return overlaying.Finish();
}

}  // namespace weir::dictionary
