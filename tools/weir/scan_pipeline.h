// Batches of comments through the engine, out again in the order they came in.
//
//   ScanPipeline pipeline(engine, settings, jobs, &output);
//   std::unique_ptr<Batch> batch = pipeline.Fresh();     // fill it …
//   pipeline.Submit(std::move(batch));
//   pipeline.Drain();                                     // the input pauses or ends: what is in flight comes out
//
// With one job all runs on the caller's thread; with more, each thread has its own Scratch, scans and renders whole batches,
// and the caller writes them in turn. At most kInFlight batches a job are alive, so memory doesn't grow with the input.
#ifndef WEIR_TOOLS_SCAN_PIPELINE_H_
#define WEIR_TOOLS_SCAN_PIPELINE_H_

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "input.h"
#include "output.h"
#include "render.h"
#include "stats.h"
#include "weir/engine.h"

namespace weir::tool {

struct ScanSettings {
  OutputFormat format = OutputFormat::kJsonl;
  Surface surface = Surface::kComment;
  bool only_hits = false;
  bool mask = false;
  char mask_char = '*';
  bool count = false;  // fill the tally
};

struct Batch {
  InputFormat input = InputFormat::kLines;
  std::vector<Comment> comments;  // the first `count` are this batch; the rest keep their memory for later
  size_t count = 0;
  size_t bytes = 0;

  std::string lines;  // the results
  Tally tally;
  Action worst = Action::kAllow;
  std::exception_ptr failure;

  Comment& Slot() {
    if (count == comments.size()) comments.emplace_back();
    return comments[count];
  }
};

// One thread's share: scans and renders a batch.
class BatchScanner {
 public:
  BatchScanner(const Engine& engine, const ScanSettings& settings) : engine_(engine), settings_(settings) {}
  void Run(Batch* batch);

 private:
  void RunPart(Batch* batch, size_t begin, size_t end);
  void Emit(Batch* batch, const Comment& comment, const Verdict& verdict);

  const Engine& engine_;
  const ScanSettings& settings_;
  Scratch scratch_;
  VerdictBatch verdicts_;
  std::vector<std::string_view> texts_;
};

class ScanPipeline {
 public:
  ScanPipeline(const Engine& engine, const ScanSettings& settings, int jobs, Output* output);
  ~ScanPipeline();

  std::unique_ptr<Batch> Fresh();
  bool Full(const Batch& batch) const;
  void Submit(std::unique_ptr<Batch> batch);
  void Drain();

  const Tally& tally() const { return tally_; }
  Action worst() const { return worst_; }

 private:
  struct Ticket {
    std::unique_ptr<Batch> batch;
    bool done = false;
  };
  void Work();
  void WriteOldest();
  void Finish(std::unique_ptr<Batch> batch);

  const Engine& engine_;
  const ScanSettings& settings_;
  const size_t jobs_;
  Output* output_;
  BatchScanner inline_scanner_;
  std::vector<std::unique_ptr<Batch>> spare_;
  Tally tally_;
  Action worst_ = Action::kAllow;

  std::mutex mutex_;  // guards what follows
  std::condition_variable work_, finished_;
  std::deque<std::shared_ptr<Ticket>> in_order_, to_do_;
  bool stop_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace weir::tool

#endif  // WEIR_TOOLS_SCAN_PIPELINE_H_
