// weir's engine: dictionaries in, verdicts out.
//
//   auto engine = weir::Engine::Open({});                    // the embedded default pack; no file needed
//   if (!engine.ok()) return Fail(engine.status());
//   weir::Scratch scratch;                                   // one a thread
//   weir::Verdict verdict;
//   engine->Scan("加 微 信 领补贴", scratch, &verdict);
//   if (verdict.action >= weir::Action::kReview) Hold(verdict);
//
// Threads: an Engine may be used by any number at once, Reload included; each thread brings its own Scratch and Verdict.
// Cost: Open compiles the packs (about 0.3 s for the default pack, seconds for 100,000 terms). A scan costs well under a microsecond, and
// once its Scratch and Verdict are warm it allocates nothing, takes no lock and throws nothing.
#ifndef WEIR_ENGINE_H_
#define WEIR_ENGINE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "weir/export.h"
#include "weir/pack.h"
#include "weir/policy.h"
#include "weir/status.h"
#include "weir/verdict.h"

namespace weir {

// Which literal matcher serves. kAuto: Hyperscan, or the textbook matcher where Hyperscan fails its self-test.
enum class MatcherChoice : uint8_t { kAuto, kHyperscan, kTextbook };

struct Limits {
  size_t text_bytes =
      64 * 1024;  // 1 KiB to 4 MiB; longer texts are scanned in windows and flagged `truncated` where hits may be lost
  size_t hits_per_text = 256;       // accepted hits reported; beyond: `truncated`
  size_t raw_hits_per_text = 8192;  // raw matches examined; beyond: `truncated`
};

struct EngineOptions {
  bool default_pack = true;        // false: only `packs` and `terms`
  std::vector<PackSource> packs;   // later ones overlay earlier ones
  std::vector<std::string> terms;  // ad-hoc terms: category custom, weight 3, source "--terms"
  std::vector<std::string> allow;  // ad-hoc allow phrases
  // Ad-hoc patterns, category custom, weight 3: "/regex/" (docs/rules.md), or a word with * for any letters at that end: "*cat".
  std::vector<std::string> patterns;
  // Ad-hoc composites, likewise: all parts of one stand in the text. Its term is the parts joined by +.
  std::vector<std::vector<std::string>> composites;
  // Names out of docs/detectors.md: phone email url idcard bankcard ip plate uscc passport wechat qq contact address digits.
  // Unset: all but digits; empty: none.
  std::optional<std::vector<std::string>> detectors;
  // Ad-hoc terms are judged by what stands around them: no hit where ordinary words cut one (路口|交通), where its neighbours give it
  // an ordinary sense (我妈的医保卡), or where a single character stands within a sentence (可靠). A bare term may be meant inside
  // words (国人 in 中国人), so it is off.
  bool word_border = false;
  bool latin_boundary = true;  // ad-hoc terms of Latin letters need a word border
  // Disguises that ad-hoc terms are looked for in, beyond width, case, variants and separators; names out of docs/dictionary.md:
  // sound pinyin shape split initials emoji shuffle latin. A bare term is meant: readings as it are judged with a neutral prior.
  std::vector<std::string> variants;
  // Public keys, in base64 or as the text of a .pub file. When not empty, a pack of `packs` must be a container signed by one of
  // them; the embedded pack needs none. Empty: any pack serves. A signature that is not the pack's is refused
  // either way.
  std::vector<std::string> trusted_keys;
  std::string today;  // YYYY-MM-DD for validity and expiry; empty: the system's date
  MatcherChoice matcher = MatcherChoice::kAuto;
  Limits limits;
  // Set: this policy, whatever the packs say. Unset: DefaultPolicy() with what the packs' policy.toml change, layer by layer.
  std::optional<Policy> policy;
};

struct ScanOptions {
  Surface surface = Surface::kComment;
  bool longest = false;  // report leftmost-longest hits only (default: all, overlaps marked `covered`)
};

// The working memory of one thread. It grows to what the longest text needs and stays there.
class WEIR_API Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(Scratch&&) noexcept;
  Scratch& operator=(Scratch&&) noexcept;
  struct Impl;
  Impl* impl() { return impl_.get(); }

 private:
  std::unique_ptr<Impl> impl_;
};

// Every stage of one scan, for people. Not for the hot path: it allocates.
struct Explanation {
  struct RawHit {
    std::string term;
    std::string category;  // a risk category, "attention:question", "topic:社保" or "allow"
    std::string source;
    std::string text;  // the caller's bytes under the hit
    Span span, span_cp;
    uint16_t via = 0;
    bool accepted = false;
    std::string
        step;  // who decided: align, gap, boundary, sound, allow, border, likelihood, accepted; layer: one took it out
    std::string reason;  // why it died, or how it reads: "加 薇 信 → separator, variant → 加微信"
  };
  struct Evidence {
    std::string category, term;
    float weight = 0, confidence = 1, points = 0;
    bool covered = false;
  };
  std::string folded;             // what the matcher saw, in folded characters
  std::vector<uint16_t> symbols;  // … and as symbols
  std::vector<RawHit> raw_hits;   // in order of span
  std::vector<Evidence> evidence;
  std::vector<std::string> clearing;  // what would have cleared it, one sentence each
  Verdict verdict;
};
WEIR_API std::string ToJson(const Explanation& explanation, std::string_view text);

struct EngineInfo {
  std::string pack;  // "default@1.0.0+3f9c…"
  std::string fold_digest;
  std::string matcher;  // "hyperscan 5.4.0" or "textbook"
  bool degraded = false;
  size_t terms = 0;                   // after folding; attention, topics and allow phrases included
  uint64_t generation = 0;            // 1 after Open, one more after each Reload
  std::vector<std::string> warnings;  // ad-hoc terms that fold to nothing, and the like
};

class WEIR_API Engine {
 public:
  static Result<Engine> Open(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Spans in *out are bytes and code points of `text`. Texts over 4 GiB are refused by a `truncated` verdict.
  void Scan(std::string_view text, Scratch& scratch, Verdict* out, const ScanOptions& options = {}) const;
  // The same verdicts as one by one, at a fraction of the cost from 16 texts on.
  void ScanBatch(std::span<const std::string_view> texts, Scratch& scratch, VerdictBatch* out,
                 const ScanOptions& options = {}) const;
  // One buffer with offsets, Arrow's layout: text i is bytes[offsets[i], offsets[i + 1]); offsets has one entry more than texts.
  // Offsets that run backwards or past the buffer give an empty text.
  void ScanColumn(std::string_view bytes, std::span<const int32_t> offsets, Scratch& scratch, VerdictBatch* out,
                  const ScanOptions& options = {}) const;

  Explanation Explain(std::string_view text, const ScanOptions& options = {},
                      Language language = Language::kEnglish) const;

  // `text` with every hit of a category whose action is mask or worse replaced by `mask` per code point, again and again
  // until no such hit is left (a mask is a separator, so masking can join what stood apart). A letter, a digit or a byte past
  // ASCII would be read again itself: '*' stands in for it.
  std::string Mask(std::string_view text, Scratch& scratch, const ScanOptions& options = {}, char mask = '*') const;

  // Reads and compiles `packs` (the other options stay), then swaps; or leaves all as it was and says why.
  // Scans in flight finish on the old packs. One Reload at a time: a second waits.
  Status Reload(const std::vector<PackSource>& packs, bool default_pack = true);

  EngineInfo Info() const;

 private:
  struct Impl;
  explicit Engine(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// The known-answer test of the matchers this machine would use, of terms and of patterns; kInternal with what differed when it fails.
WEIR_API Status SelfTest();

}  // namespace weir

#endif  // WEIR_ENGINE_H_
