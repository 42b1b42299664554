// The working memory of one thread: what Scratch holds.
#ifndef WEIR_ENGINE_BUFFERS_H_
#define WEIR_ENGINE_BUFFERS_H_

#include <array>
#include <memory>
#include <vector>

#include "detect/detector.h"
#include "engine/rules.h"
#include "engine/snapshot.h"
#include "match/matcher.h"
#include "score/score.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "verify/chance.h"
#include "verify/verify.h"

namespace weir::engine {

// Texts a Hyperscan call serves. Measured: a call costs 28–37 ns; 64 texts get nearly all of the gain, more gain nothing.
inline constexpr size_t kGroup = 64;

// A text in the joined buffer: its plain symbols, and behind them those with look-alikes read, each followed by the separator.
struct Slot {
  text::Folded folded;
  size_t plain = 0;   // where its symbols begin
  size_t shapes = 0;  // where those with look-alikes read begin, or end
  size_t end = 0;
  size_t heard = 0, heard_end = 0;  // its matches in Buffers::heard
};

// A thread's buffers; they grow and stay.
struct Buffers {
  std::shared_ptr<const Snapshot> snapshot;  // the one that workspace belongs to
  uint64_t engine = 0;                       // … and its engine
  std::unique_ptr<match::Workspace> workspace;
  std::vector<uint16_t> symbols;  // joined texts, each followed by the separator 0
  std::vector<uint16_t> sounds;   // of the text at work; also its letters
  std::array<Slot, kGroup> slots;
  std::vector<match::RawMatch> matches;  // in the joined symbols
  std::vector<match::RawMatch> indexed;  // in one other stream of one text
  std::vector<verify::Match> heard;      // in the other streams of all texts, by text and stream
  verify::Chance chance;
  std::vector<verify::Match> found;  // of one text, by stream
  text::AtomMap map;
  verify::Buffers verify;
  std::vector<score::Signal> signals;
  score::Ranking ranking;
  detect::View view;
  std::vector<detect::Find> finds;
  RuleBuffers rules;
};

}  // namespace weir::engine

#endif  // WEIR_ENGINE_BUFFERS_H_
