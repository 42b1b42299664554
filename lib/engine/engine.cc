// The engine: a snapshot behind a generation counter. Scans read the counter (one atomic load) and go on with the snapshot
// their Scratch holds; only after a Reload do they take the lock and fetch the new one. Scans in flight finish on the old.
#include "weir/engine.h"

#include <algorithm>
#include <atomic>
#include <mutex>

#include "base/error.h"
#include "engine/explain.h"
#include "engine/mask.h"
#include "engine/scan.h"
#include "engine/snapshot.h"
#include "match/matcher.h"
#include "text/fold_table.h"

namespace weir {

using engine::Rules;
using engine::Snapshot;

struct Scratch::Impl {
  engine::Buffers buffers;
};

Scratch::Scratch() : impl_(std::make_unique<Impl>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

namespace {

// Tells engines apart, so that a Scratch used with two of them never mistakes one's snapshot for the other's.
uint64_t NextEngineId() {
  static std::atomic<uint64_t> next{1};
  return next.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace

struct Engine::Impl {
  EngineOptions options;
  uint64_t id = NextEngineId();
  std::atomic<uint64_t> generation{0};
  std::mutex reloading;      // one Reload at a time
  mutable std::mutex mutex;  // guards `snapshot`
  std::shared_ptr<const Snapshot> snapshot;

  std::shared_ptr<const Snapshot> Current() const {
    const std::lock_guard lock(mutex);
    return snapshot;
  }

  void Publish(std::shared_ptr<const Snapshot> next) {
    const std::lock_guard lock(mutex);
    snapshot = std::move(next);
    generation.store(snapshot->generation, std::memory_order_release);
  }

  // Brings the scratch to the current snapshot. Hot: two comparisons when nothing changed.
  bool Prepare(engine::Buffers* buffers) const {
    if (buffers->engine == id && buffers->snapshot->generation == generation.load(std::memory_order_acquire)) [[likely]]
      return true;
    buffers->snapshot = Current();
    buffers->workspace = buffers->snapshot->matcher->NewWorkspace();
    const Rules& rules = buffers->snapshot->rules;
    buffers->rules.workspace = rules.regexes == nullptr ? nullptr : rules.regexes->NewWorkspace();
    const bool ready =
        buffers->workspace != nullptr && (rules.regexes == nullptr || buffers->rules.workspace != nullptr);
    buffers->engine = ready ? id : 0;
    return ready;
  }
};

Engine::Engine(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::Open(const EngineOptions& options) {
  auto snapshot = engine::MakeSnapshot(options, 1);
  if (!snapshot.ok()) return ToPublic(snapshot.status());
  auto impl = std::make_unique<Impl>();
  impl->options = options;
  impl->Publish(*std::move(snapshot));
  return Engine(std::move(impl));
}

Status Engine::Reload(const std::vector<PackSource>& packs, bool default_pack) {
  const std::lock_guard lock(impl_->reloading);
  EngineOptions options = impl_->options;
  options.packs = packs;
  options.default_pack = default_pack;
  auto snapshot = engine::MakeSnapshot(options, impl_->generation.load(std::memory_order_relaxed) + 1);
  if (!snapshot.ok()) return ToPublic(snapshot.status());
  impl_->Publish(*std::move(snapshot));
  impl_->options = std::move(options);
  return {};
}

namespace {

// When no memory is left for the matcher's scratch: nothing was scanned, so a person must look.
void Unscanned(Verdict* verdict) {
  *verdict = {};
  verdict->flags = kTruncated | kDegraded;
  verdict->action = Action::kReview;
}

// Masks must not be letters: each round takes letters away, so it ends.
bool IsSeparator(char c) {
  return static_cast<unsigned char>(c) < 0x80 &&
         (text::kBmp[static_cast<unsigned char>(c)].plain & text::kSymbolMask) == 0;
}

}  // namespace

void Engine::Scan(std::string_view text, Scratch& scratch, Verdict* out, const ScanOptions& options) const {
  engine::Buffers& buffers = scratch.impl()->buffers;
  if (!impl_->Prepare(&buffers)) return Unscanned(out);
  engine::ScanGroup(buffers.snapshot, std::span(&text, 1), options, &buffers, out);
}

void Engine::ScanBatch(std::span<const std::string_view> texts, Scratch& scratch, VerdictBatch* out,
                       const ScanOptions& options) const {
  engine::Buffers& buffers = scratch.impl()->buffers;
  if (out->verdicts.size() < texts.size()) out->verdicts.resize(texts.size());
  out->count = texts.size();
  if (!impl_->Prepare(&buffers)) {
    for (size_t i = 0; i < texts.size(); ++i) Unscanned(&out->verdicts[i]);
    return;
  }
  for (size_t at = 0; at < texts.size(); at += engine::kGroup) {
    const size_t count = std::min(engine::kGroup, texts.size() - at);
    engine::ScanGroup(buffers.snapshot, texts.subspan(at, count), options, &buffers, &out->verdicts[at]);
  }
}

void Engine::ScanColumn(std::string_view bytes, std::span<const int32_t> offsets, Scratch& scratch, VerdictBatch* out,
                        const ScanOptions& options) const {
  engine::Buffers& buffers = scratch.impl()->buffers;
  const size_t count = offsets.empty() ? 0 : offsets.size() - 1;
  if (out->verdicts.size() < count) out->verdicts.resize(count);
  out->count = count;
  const bool ready = impl_->Prepare(&buffers);
  std::string_view texts[engine::kGroup];
  for (size_t at = 0; at < count; at += engine::kGroup) {
    const size_t group = std::min(engine::kGroup, count - at);
    for (size_t i = 0; i < group; ++i) {
      const int32_t begin = offsets[at + i], end = offsets[at + i + 1];
      const bool sane = begin >= 0 && begin <= end && static_cast<size_t>(end) <= bytes.size();
      texts[i] = sane ? bytes.substr(static_cast<size_t>(begin), static_cast<size_t>(end - begin)) : std::string_view();
      if (!ready) Unscanned(&out->verdicts[at + i]);
    }
    if (ready) engine::ScanGroup(buffers.snapshot, {texts, group}, options, &buffers, &out->verdicts[at]);
  }
}

EngineInfo Engine::Info() const {
  const std::shared_ptr<const Snapshot> snapshot = impl_->Current();
  EngineInfo info;
  info.pack = snapshot->stamp;
  info.fold_digest = text::kFoldDigest;
  info.matcher = snapshot->matcher->Name();
  info.degraded = snapshot->degraded;
  info.terms = snapshot->entries;
  info.generation = snapshot->generation;
  info.warnings = snapshot->warnings;
  return info;
}

Explanation Engine::Explain(std::string_view text, const ScanOptions& options, Language language) const {
  engine::Buffers buffers;
  Explanation explanation;
  if (!impl_->Prepare(&buffers)) {
    Unscanned(&explanation.verdict);
    return explanation;
  }
  engine::ScanTrace trace;
  engine::ScanTraced(buffers.snapshot, text, options, &buffers, &explanation.verdict, &trace);
  engine::Describe(*buffers.snapshot, text, options, language, trace, &explanation);
  return explanation;
}

std::string Engine::Mask(std::string_view text, Scratch& scratch, const ScanOptions& options, char mask) const {
  std::string masked(text);
  Verdict verdict;
  if (!IsSeparator(mask)) mask = '*';
  engine::Buffers& buffers = scratch.impl()->buffers;
  if (!impl_->Prepare(&buffers)) return masked;
  const auto& thresholds = buffers.snapshot->policy.thresholds[static_cast<size_t>(options.surface)];
  // Each round masks at least one letter, so it ends; in practice one round does.
  do {
    Scan(masked, scratch, &verdict, options);
  } while (engine::MaskOnce(verdict, thresholds, mask, &masked));
  return masked;
}

Status SelfTest() {
  if (absl::Status status = match::SelfTest(); !status.ok()) return ToPublic(status);
  return ToPublic(match::RegexSelfTest());
}

}  // namespace weir
