// From evidence to a verdict's numbers and action. Risk and attention stay apart; nothing on the attention side can act.
//
// Evidence adds up in log-odds within its category and is squashed: risk = 100 · logistic(Σ points − 2). One term of weight 1
// gives 27, 2 gives 50, 3 gives 73, 4 gives 88. Points are the term's weight times the confidence of its disguise.
// A term counts once however often it stands, and of overlapping hits of one category the strongest counts.
#ifndef WEIR_SCORE_SCORE_H_
#define WEIR_SCORE_SCORE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "dictionary/term.h"
#include "weir/policy.h"
#include "weir/verdict.h"

namespace weir::score {

// How sure a reading is, by the least plain disguise undone.
float Confidence(uint16_t via);

// The risk (0–100) of a category whose evidence sums to `points`; 0 without evidence.
uint8_t Risk(float points);

// An accepted hit of an attention or topic term.
using Signal = const dictionary::Term*;

// Buffers of ScoreRisk, kept warm by the caller; and its account.
struct Ranking {
  std::vector<uint32_t> order;  // hits, the strongest first
  std::vector<bool> counts;     // by hit: did it add to its score?
};

// Marks covered hits, then fills scores, risk and action from verdict->hits (sorted by span), and *ranking.
void ScoreRisk(const Policy& policy, Surface surface, Verdict* verdict, Ranking* ranking);

// Fills verdict->attention. Signals may repeat; each term counts once.
void ScoreAttention(std::span<const Signal> signals, std::span<const dictionary::Topic> topics, Attention* attention);

// The action of one category at a risk.
Action ActionOf(const Thresholds& thresholds, uint8_t risk);

}  // namespace weir::score

#endif  // WEIR_SCORE_SCORE_H_
