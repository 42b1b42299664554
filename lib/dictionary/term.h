// A dictionary entry, as a value. How it may be written is dictionary/spelling.h's business, when it counts is verify's.
#ifndef WEIR_DICTIONARY_TERM_H_
#define WEIR_DICTIONARY_TERM_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "dictionary/manifest.h"
#include "dictionary/rule.h"
#include "weir/verdict.h"

namespace weir::dictionary {

// What an accepted hit of the term means.
enum class Role : uint8_t {
  kRisk,       // harm of a category
  kAttention,  // a question, a complaint, a plea, a crisis
  kTopic,      // what the comment is about
  kAllow,      // an ordinary phrase: kills the hits it covers
  kPart,       // of a composite: no evidence by itself
  kCue,        // of a pattern: where it stands, the pattern is looked for
};

// Ways of disguise an entry opts into, beyond the plain alphabet; bits.
enum Variant : uint16_t {
  kSound = 1,
  kPinyinVariant = 2,
  kShape = 4,
  kSplitVariant = 8,
  kInitialsVariant = 16,
  kEmojiVariant = 32,
  kShuffle = 64,
  kLatin = 128
};
inline constexpr uint16_t kAllVariants = 255;
// Sets the bit of the named variant in *bits; false for an unknown name.
bool ParseVariant(std::string_view name, uint16_t* bits);
inline constexpr std::string_view kVariantNames = "sound pinyin shape split initials emoji shuffle latin";

// The longest term, in characters: more is a mistake, or an attack on the matcher and the run counters.
inline constexpr size_t kLongestTerm = 256;

struct Term {
  std::string text;
  Role role = Role::kRisk;
  Category category = Category::kCustom;  // kRisk
  AttentionKind kind = kQuestion;         // kAttention
  uint16_t topic = 0;                     // kTopic: index in Pack::topics
  float weight = 0;                       // log-odds points, 0.5–5; 0 for kAllow
  uint16_t variants = 0;                  // bits of Variant
  bool boundary = true;                   // a Latin or digit edge needs a border
  bool gap = true;                        // separators inside are skipped
  bool border = true;                     // ordinary words that cut a hit of it kill the hit
  bool urgent = false;                    // kAttention
  uint8_t sensitivity = 0;                // kTopic, 0–3
  bool meant = false;                     // a bare term of the caller's: readings as it are judged with a neutral prior
  bool remove = false;                    // no entry: takes what means and reads the same out of the layers below
  uint16_t rank = 0;                      // place of its layer, 0 the lowest (dictionary/overlay.h)
  Date until;                             // the last day it holds; no day: for good
  std::string layer;                      // name of its pack
  std::string source;                     // "zh/ads.tsv:118"
  std::string note;
  std::string suggest;
  std::vector<std::string> under;  // kTopic: second levels, "社保/养老/退休认证"
};

struct Topic {
  std::string name;   // first level: 社保
  std::string route;  // whom to ask
  uint8_t sensitivity = 0;
};

// What a term's hits are called in explanations: a risk category, "attention:question", "topic:社保" or "allow".
std::string CategoryName(const Term& term, const std::vector<Topic>& topics);

// One dictionary, read and checked: a value, the same for the same source.
struct Pack {
  std::string name;
  std::string version;
  std::string digest;  // of the sources, in the order of their paths
  std::vector<Term> terms;
  std::vector<Topic> topics;
  Manifest manifest;  // in a container the one that its build wrote, else the author's part and today's counts
  Seal seal;
  std::vector<PatternRule> patterns;
  std::vector<CompositeRule> composites;
  std::vector<PolicyCell> policy;
  std::string Stamp() const { return name + "@" + version + "+" + digest.substr(0, 12); }
};

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_TERM_H_
