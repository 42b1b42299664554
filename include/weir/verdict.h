// The verdict on one comment: what to do with it, how it should be answered, and the evidence for both.
//
// A Verdict owns what it holds, but for two kinds of views: names (terms, sources, topics, the pack's stamp) point into the
// pack it was made with, which the verdict keeps alive; a hit's text is the caller's own bytes at Hit::span.
// Reuse one Verdict for many scans: its buffers stay warm. Not synchronised: one thread at a time.
#ifndef WEIR_VERDICT_H_
#define WEIR_VERDICT_H_

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "weir/export.h"

namespace weir {

// In order of severity: the worse of two is the larger. "Held" means review or block.
enum class Action : uint8_t { kAllow, kMask, kReview, kBlock };

// Kinds of harm. A complaint or an opinion is none of them.
enum class Category : uint8_t {
  kAbuse,
  kThreat,
  kHate,
  kSexual,
  kGambling,
  kDrugs,
  kScam,
  kAds,
  kIllegalService,
  kPrivacy,
  kFlood,
  kScript,
  kCustom,
};
inline constexpr int kCategoryCount = 13;

// How soon a person should answer.
enum class AttentionLevel : uint8_t { kNone, kAnswer, kUrgent };

// Why a person should answer; bits.
enum AttentionKind : uint8_t { kQuestion = 1, kComplaint = 2, kHelp = 4, kCrisis = 8 };
inline constexpr int kAttentionKindCount = 4;

// The disguises undone to read a hit; bits, none set: exact. Names in ViaNames().
enum Via : uint16_t {
  kExact = 0,
  kCase = 1,
  kWidth = 2,
  kTraditional = 4,
  kVariant = 8,
  kLookalike = 16,
  kSeparator = 32,
  kRepeat = 64,
  kHomophone = 128,
  kPinyin = 256,
  kSplit = 512,
  kEmoji = 1024,
  kInitials = 2048,
  kShuffled = 4096,
};

// Flags say something about the scan itself; they never hold a comment but for kTruncated, which asks for a person's look.
enum VerdictFlag : uint8_t {
  kInvalidUtf8 = 1,  // repaired: each maximal ill-formed part reads as U+FFFD
  kTruncated = 2,    // longer than a limit, or more hits than one: not all was seen; the action is at least review
  kDegraded = 4,     // the main matcher failed its self-test; the textbook matcher served
  kShadow = 8,       // reserved for rules on trial
  kNeedsLook = 16,   // reserved for the statistical model
};

// The language of sentences made for people; names (terms, categories, disguises) are the same in both.
enum class Language : uint8_t { kEnglish, kChinese };

struct Span {
  uint32_t begin = 0;  // half-open
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Hit {
  std::string_view term;     // as the dictionary writes it; "@phone" and so on for detectors
  std::string_view layer;    // the pack that decided
  std::string_view source;   // "zh/ads.tsv:118", "detector:phone", "--terms"
  std::string_view note;     // the dictionary's reason; may be empty
  std::string_view suggest;  // a better wording, where the dictionary has one
  Span span;                 // bytes of the caller's text
  Span span_cp;              // code points of the caller's text (a repaired part counts as one)
  float points = 0;          // log-odds this hit adds to its category
  float confidence = 1;      // 1 for exact, less the more disguise was undone
  uint16_t via = kExact;     // bits of Via
  Category category = Category::kCustom;
  bool covered = false;  // inside a longer accepted hit: shown, but scored once
};

struct Attention {
  AttentionLevel level = AttentionLevel::kNone;
  uint8_t kinds = 0;                     // bits of AttentionKind
  uint8_t sensitivity = 0;               // 0–3: the most sensitive topic touched; routes, never acts
  std::vector<std::string_view> topics;  // first levels first ("社保"), then second ("社保/养老")
};

struct Verdict {
  Action action = Action::kAllow;
  uint8_t risk = 0;   // 0–100: the worst category
  uint8_t flags = 0;  // bits of VerdictFlag
  Attention attention;
  std::array<uint8_t, kCategoryCount> scores{};  // 0–100 by category; 0: no evidence
  std::vector<Hit> hits;                         // by span, then term; risk evidence only
  std::string_view pack;                         // "default@1.0.0+3f9c…"
  std::shared_ptr<const void> owner;             // keeps the views above alive; set when there is something to view
};

// The verdicts of a batch, in the batch's order. Reuse it.
struct VerdictBatch {
  std::vector<Verdict> verdicts;  // at least size(); entries beyond are leftovers of a longer batch
  size_t count = 0;
  size_t size() const { return count; }
  const Verdict& operator[](size_t i) const { return verdicts[i]; }
};

// Names as in JSON and on the command line; parsing gives false for an unknown one and leaves *out as it was.
WEIR_API std::string_view Name(Action action);
WEIR_API std::string_view Name(Category category);
WEIR_API std::string_view Name(AttentionLevel level);
WEIR_API bool ParseAction(std::string_view name, Action* out);
WEIR_API bool ParseCategory(std::string_view name, Category* out);
// Appends the names of the set bits, in the order of the enum ("exact" when none is set).
WEIR_API void AppendViaNames(uint16_t via, std::vector<std::string_view>* out);
WEIR_API void AppendKindNames(uint8_t kinds, std::vector<std::string_view>* out);
WEIR_API void AppendFlagNames(uint8_t flags, std::vector<std::string_view>* out);

// Appends the verdict's one-line JSON (docs/verdict.md). `text` must be the text that was scanned. `masked`, when not null,
// becomes the "masked" key. Text that is no valid UTF-8 is written repaired; spans stay those of the caller's bytes.
WEIR_API void AppendJson(const Verdict& verdict, std::string_view id, std::string_view text, const std::string* masked,
                         std::string* out);

}  // namespace weir

#endif  // WEIR_VERDICT_H_
