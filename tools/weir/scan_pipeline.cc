#include "scan_pipeline.h"

#include <algorithm>
#include <utility>

namespace weir::tool {
namespace {

// More than 64 comments in one engine call gain nothing, and a batch of 64 is scanned in well under a millisecond.
constexpr size_t kEngineBatch = 64;
// A hand-over between threads costs some microseconds; 512 comments make that small.
constexpr size_t kThreadedBatch = 512;
// Long comments fill a batch by bytes.
constexpr size_t kBatchBytes = 256 * 1024;
constexpr size_t kInFlight = 4;
// A batch that has once held something huge is not kept.
constexpr size_t kSpareBytes = 1 << 20;

}  // namespace

void BatchScanner::Run(Batch* batch) {
  try {
    for (size_t begin = 0; begin < batch->count; begin += kEngineBatch) {
      RunPart(batch, begin, std::min(begin + kEngineBatch, batch->count));
    }
  } catch (...) {
    batch->failure = std::current_exception();
  }
}

void BatchScanner::RunPart(Batch* batch, size_t begin, size_t end) {
  texts_.clear();
  for (size_t i = begin; i < end; ++i) texts_.push_back(batch->comments[i].text);
  ScanOptions options;
  options.surface = settings_.surface;
  engine_.ScanBatch(texts_, scratch_, &verdicts_, options);
  for (size_t i = begin; i < end; ++i) {
    const Comment& comment = batch->comments[i];
    Verdict& verdict = verdicts_.verdicts[i - begin];
    if (comment.repaired) verdict.flags |= kInvalidUtf8;
    batch->worst = std::max(batch->worst, verdict.action);
    if (settings_.count) batch->tally.Add(verdict, comment.text);
    if (settings_.only_hits && verdict.hits.empty() && verdict.action == Action::kAllow) continue;
    Emit(batch, comment, verdict);
  }
}

void BatchScanner::Emit(Batch* batch, const Comment& comment, const Verdict& verdict) {
  std::string masked;
  if (settings_.mask) {
    ScanOptions options;
    options.surface = settings_.surface;
    bool clean = verdict.hits.empty() && (verdict.flags & kTruncated) == 0;
    masked = clean ? comment.text : engine_.Mask(comment.text, scratch_, options, settings_.mask_char);
  }
  AppendComment(settings_.format, batch->input, comment, verdict, settings_.mask ? &masked : nullptr, &batch->lines);
}

ScanPipeline::ScanPipeline(const Engine& engine, const ScanSettings& settings, int jobs, Output* output)
    : engine_(engine),
      settings_(settings),
      jobs_(static_cast<size_t>(jobs)),
      output_(output),
      inline_scanner_(engine, settings) {
  if (jobs_ < 2) return;
  for (size_t i = 0; i < jobs_; ++i) threads_.emplace_back([this] { Work(); });
}

ScanPipeline::~ScanPipeline() {
  {
    std::lock_guard lock(mutex_);
    stop_ = true;
  }
  work_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

std::unique_ptr<Batch> ScanPipeline::Fresh() {
  if (spare_.empty()) return std::make_unique<Batch>();
  std::unique_ptr<Batch> batch = std::move(spare_.back());
  spare_.pop_back();
  return batch;
}

bool ScanPipeline::Full(const Batch& batch) const {
  return batch.count >= (jobs_ < 2 ? kEngineBatch : kThreadedBatch) || batch.bytes >= kBatchBytes;
}

void ScanPipeline::Submit(std::unique_ptr<Batch> batch) {
  if (jobs_ < 2) {
    inline_scanner_.Run(batch.get());
    Finish(std::move(batch));
    return;
  }
  size_t alive = 0;
  {
    std::lock_guard lock(mutex_);
    auto ticket = std::make_shared<Ticket>(Ticket{std::move(batch)});
    in_order_.push_back(ticket);
    to_do_.push_back(std::move(ticket));
    alive = in_order_.size();
  }
  work_.notify_one();
  if (alive >= kInFlight * jobs_) WriteOldest();
}

void ScanPipeline::Drain() {
  while (true) {
    {
      std::lock_guard lock(mutex_);
      if (in_order_.empty()) break;
    }
    WriteOldest();
  }
  output_->Flush();
}

void ScanPipeline::Work() {
  BatchScanner scanner(engine_, settings_);
  std::unique_lock lock(mutex_);
  while (true) {
    work_.wait(lock, [this] { return stop_ || !to_do_.empty(); });
    if (stop_) return;
    std::shared_ptr<Ticket> ticket = std::move(to_do_.front());
    to_do_.pop_front();
    lock.unlock();
    scanner.Run(ticket->batch.get());
    lock.lock();
    ticket->done = true;
    finished_.notify_one();
  }
}

void ScanPipeline::WriteOldest() {
  std::shared_ptr<Ticket> ticket;
  {
    std::unique_lock lock(mutex_);
    ticket = in_order_.front();
    finished_.wait(lock, [&] { return ticket->done; });
    in_order_.pop_front();
  }
  Finish(std::move(ticket->batch));
}

void ScanPipeline::Finish(std::unique_ptr<Batch> batch) {
  if (batch->failure) std::rethrow_exception(batch->failure);
  output_->Write(batch->lines);
  worst_ = std::max(worst_, batch->worst);
  if (settings_.count) tally_.Merge(batch->tally);
  if (batch->bytes > kSpareBytes) return;
  batch->lines.clear();
  batch->count = batch->bytes = 0;
  batch->tally = {};
  batch->worst = Action::kAllow;
  spare_.push_back(std::move(batch));
}

}  // namespace weir::tool
