#include "engine/snapshot.h"

#include <malloc.h>

#include <algorithm>
#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/digest.h"
#include "base/error.h"
#include "engine/packs.h"
#include "engine/rule_set.h"
#include "text/fold.h"
#include "text/pairs.h"
#include "text/sound.h"
#include "text/utf8.h"
#include "text/words.h"
#include "verify/alone.h"
#include "verify/border.h"
#include "verify/trusted.h"

namespace weir {
namespace engine {
namespace {

using dictionary::Alphabet;
using dictionary::Pack;
using dictionary::Role;
using dictionary::Term;

// A bare term of --terms is meant: on its own it asks for a person's look, as a clear term of a pack does.
constexpr float kAdHocWeight = 3.0f;
constexpr char kAdHocLayer[] = "ad-hoc";
// Compiling more terms than this leaves the heap swollen (measured: 242 MB for an 11 MB database at 100,000): give it back.
constexpr size_t kTrimFrom = 10000;
// A group's joined symbols (64 texts, at worst six symbols of two bytes a byte) must stay below the 4 GiB that Hyperscan counts.
constexpr size_t kLargestText = 4 << 20;

// Terms and allow phrases of the options, as the highest layer; what cannot be one is left out with a warning.
class AdHoc {
 public:
  AdHoc(const EngineOptions& options, uint16_t rank) : options_(options), rank_(rank) {}

  absl::StatusOr<Pack> Make(RuleSet* rules, std::vector<std::string>* warnings) {
    for (const std::string& name : options_.variants) {
      if (dictionary::ParseVariant(name, &variants_)) continue;
      return Error(StatusCode::kInvalidArgument, absl::StrCat("variants: \"", name, "\" is unknown; known are ",
                                                              std::string(dictionary::kVariantNames)));
    }
    std::string content = absl::StrJoin(options_.variants, ",");
    for (const std::string& text : options_.terms) Add(text, Role::kRisk, &content, warnings);
    for (const std::string& text : options_.allow) Add(text, Role::kAllow, &content, warnings);
    if (absl::Status status = rules->AddAdHoc(options_, AdHocTerm(), &content); !status.ok()) return status;
    pack_.name = kAdHocLayer;
    pack_.version = "0";
    pack_.digest = Digest(content);
    return std::move(pack_);
  }

 private:
  void Add(const std::string& text, Role role, std::string* content, std::vector<std::string>* warnings) {
    const char* const option = role == Role::kAllow ? "--allow" : "--terms";
    absl::StrAppend(content, option, "\t", text, "\n");
    if (text::Fold(text).empty()) {
      warnings->push_back(
          absl::StrCat(option, ": \"", text, "\" holds no letter, Han character or digit; it is left out"));
      return;
    }
    if (text::CountCodePoints(text) > dictionary::kLongestTerm) {
      warnings->push_back(
          absl::StrCat(option, ": a term is longer than ", dictionary::kLongestTerm, " characters; it is left out"));
      return;
    }
    Term term = AdHocTerm();
    term.text = text;
    term.role = role;
    term.source = option;
    if (role == Role::kAllow) term.weight = term.variants = 0;
    pack_.terms.push_back(std::move(term));
  }

  // What all entries of the options have in common.
  Term AdHocTerm() const {
    Term term;
    term.weight = kAdHocWeight;
    term.boundary = options_.latin_boundary;
    term.border = options_.word_border;
    term.variants = variants_;
    term.meant = true;
    term.layer = kAdHocLayer;
    term.rank = rank_;
    return term;
  }

  const EngineOptions& options_;
  const uint16_t rank_;  // above all packs
  Pack pack_;
  uint16_t variants_ = 0;
};

// Who guards a spelling. The guard is for harm: a topic or a question heard by mistake holds nothing; and for the term as it is
// written: a disguise has its price instead.
void AddGuards(const Term& term, const dictionary::Spelling& spelling, verify::Form* form) {
  if (term.role != Role::kRisk || spelling.alphabet != Alphabet::kPlain) return;
  form->web = verify::FitsAnAddress(*form);
  if (spelling.via != 0) return;
  form->bare = term.border && term.meant;
  // A pack's mixed terms (100%办) are reviewed, and may end in the middle of a word.
  form->guarded = term.border && (!form->mixed || form->bare) && verify::CanBeCut(*form);
  form->alone = form->bare && verify::StandsAlone(*form);
}

void AddForm(const Term& term, const dictionary::Spelling& spelling, Snapshot* snapshot) {
  verify::Form form = verify::MakeForm(term, spelling);
  AddGuards(term, spelling, &form);
  if (spelling.alphabet == Alphabet::kLatin) {
    form.latin = static_cast<uint32_t>(snapshot->latin.size());
    snapshot->latin.push_back(verify::MakeLatinForm(term.text, term.boundary));
  }
  snapshot->forms.push_back(std::move(form));
}

// How often each sound symbol stands in ordinary text, by the characters that are read so.
std::vector<float> SoundFrequencies() {
  std::vector<float> frequencies(text::kSoundLast - text::kSoundFirst + 1);
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    const auto readings = text::ReadingsOf(c);
    if (readings.empty()) continue;
    const auto cost = static_cast<float>(text::PairCost(text::kBorder, c)) / text::kStepsPerNat;
    frequencies[text::SoundSymbol(readings[0]) - text::kSoundFirst] += std::exp(-cost);
  }
  return frequencies;
}

// Which alphabets the pack's spellings ask texts to be read in.
void AddNeeds(const Term& term, const dictionary::Spelling& spelling, Needs* needs) {
  needs->latin |= spelling.alphabet == Alphabet::kLatin;
  needs->sounds |= spelling.alphabet == Alphabet::kSound;
  if (spelling.alphabet == Alphabet::kPlain && (term.variants & dictionary::kShape)) {
    needs->shapes = true;
    needs->shape_pairs.AddAll(spelling.symbols);
  }
}

// Patterns of one alphabet share no symbol with another's, so each pattern has one: plain first, then by sound, then Latin.
void IndexPatterns(Snapshot* snapshot) {
  std::vector<match::Pattern>& patterns = snapshot->patterns;
  const auto alphabet = [&](const match::Pattern& one) { return snapshot->spellings[one.spellings[0]].alphabet; };
  const auto from = [&](Alphabet first) {
    return std::ranges::find_if(patterns, [&](const match::Pattern& one) { return alphabet(one) >= first; });
  };
  std::ranges::stable_sort(patterns, {}, alphabet);
  const auto sounds = from(Alphabet::kSound), latin = from(Alphabet::kLatin);
  snapshot->plain_patterns = static_cast<size_t>(sounds - patterns.begin());
  const std::vector<float> frequencies = SoundFrequencies();
  snapshot->needs.sound_index = match::GramIndex(
      {sounds, latin}, static_cast<uint32_t>(snapshot->plain_patterns),
      [&](uint16_t symbol) { return symbol > text::kSoundLast ? 1.0f : frequencies[symbol - text::kSoundFirst]; });
  snapshot->needs.latin_index = match::GramIndex(
      {latin, patterns.end()}, static_cast<uint32_t>(latin - patterns.begin()), [](uint16_t) { return 1.0f; });
}

bool HasAdHoc(const EngineOptions& options) {
  return !options.terms.empty() || !options.allow.empty() || !options.patterns.empty() || !options.composites.empty();
}

// The packs and the options' own terms, laid over one another; their rules go into *rules.
absl::StatusOr<dictionary::Effective> Lay(const EngineOptions& options, RuleSet* rules,
                                          std::vector<std::string>* warnings) {
  const auto admission = MakeAdmission(options);
  if (!admission.ok()) return admission.status();
  std::vector<PackSource> sources = options.packs;
  if (options.default_pack) sources.insert(sources.begin(), PackSource::Default());
  std::vector<Pack> layers;
  for (const PackSource& source : sources) {
    auto pack = ReadPack(source, *admission, warnings);
    if (!pack.ok()) return pack.status();
    rules->AddPack(static_cast<uint16_t>(layers.size()), admission->today, &*pack);
    layers.push_back(*std::move(pack));
  }
  auto ad_hoc = AdHoc(options, static_cast<uint16_t>(layers.size())).Make(rules, warnings);
  if (!ad_hoc.ok()) return ad_hoc.status();
  if (HasAdHoc(options)) layers.push_back(*std::move(ad_hoc));
  auto effective = dictionary::Overlay(std::move(layers), admission->today);
  if (effective.ok()) warnings->insert(warnings->end(), effective->warnings.begin(), effective->warnings.end());
  return effective;
}

absl::Status LayTerms(const EngineOptions& options, RuleSet* rules, Snapshot* snapshot) {
  auto effective = Lay(options, rules, &snapshot->warnings);
  if (!effective.ok()) return effective.status();
  snapshot->stamp = std::move(effective->stamp);
  snapshot->terms = std::move(effective->terms);
  snapshot->topics = std::move(effective->topics);
  snapshot->removed = std::move(effective->removed);
  return absl::OkStatus();
}

// Every way to write every term, and what matching and verifying it takes.
void SpellTerms(Snapshot* snapshot) {
  snapshot->spellings = dictionary::SpellAll(snapshot->terms);
  snapshot->patterns = match::BuildPatterns(snapshot->spellings);
  IndexPatterns(snapshot);
  for (dictionary::Spelling& spelling : snapshot->spellings) {
    AddForm(snapshot->terms[spelling.term], spelling, snapshot);
    AddNeeds(snapshot->terms[spelling.term], spelling, &snapshot->needs);
    spelling.symbols = {};  // the patterns have them now, and the forms the rest
    spelling.units = {};
  }
  for (const match::Pattern& pattern : snapshot->patterns) {
    size_t least = UINT16_MAX;
    for (const uint32_t spelling : pattern.spellings) least = std::min(least, snapshot->forms[spelling].units.size());
    snapshot->least_units.push_back(static_cast<uint16_t>(least));
  }
}

absl::Status BuildMatcher(MatcherChoice choice, Snapshot* snapshot) {
  const auto plain = std::span<const match::Pattern>(snapshot->patterns).first(snapshot->plain_patterns);
  if (choice == MatcherChoice::kTextbook) {
    snapshot->matcher = match::BuildTextbook(plain);
    return absl::OkStatus();
  }
  absl::Status status = match::SelfTest();
  if (status.ok()) {
    auto built = match::BuildHyperscan(plain);
    if (built.ok()) {
      snapshot->matcher = *std::move(built);
      return absl::OkStatus();
    }
    status = built.status();
  }
  if (choice == MatcherChoice::kHyperscan) return status;
  snapshot->matcher = match::BuildTextbook(plain);
  snapshot->degraded = true;
  snapshot->warnings.push_back(absl::StrCat("the textbook matcher serves: ", status.message()));
  return absl::OkStatus();
}

// What rules ask of the snapshot once its terms are spelled and its matcher stands.
absl::Status BuildRules(const EngineOptions& options, RuleSet* set, Snapshot* snapshot) {
  std::string warning;
  const bool hyperscan = options.matcher != MatcherChoice::kTextbook && !snapshot->degraded;
  absl::Status status = set->Compile(snapshot->patterns, snapshot->spellings, snapshot->terms.size(), hyperscan,
                                     &snapshot->rules, &warning);
  if (!warning.empty()) {
    snapshot->degraded = true;
    snapshot->warnings.push_back(std::move(warning));
  }
  if (!status.ok()) return status;
  if (!options.policy) return set->MakePolicy(&snapshot->policy);
  snapshot->policy = *options.policy;
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<dictionary::Effective> ReadLayers(const EngineOptions& options, std::vector<std::string>* warnings) {
  RuleSet rules;
  return Lay(options, &rules, warnings);
}

absl::StatusOr<std::shared_ptr<const Snapshot>> MakeSnapshot(const EngineOptions& options, uint64_t generation) {
  if (options.policy) {
    if (Status status = CheckPolicy(*options.policy); !status.ok()) return Error(status.code(), status.message());
  }
  if (options.limits.text_bytes > kLargestText) {
    return Error(StatusCode::kInvalidArgument,
                 absl::StrCat("limits: text_bytes is at most ", kLargestText, "; longer texts are scanned in windows"));
  }
  if (options.limits.text_bytes < 1024 || options.limits.hits_per_text < 1 || options.limits.raw_hits_per_text < 1) {
    return Error(StatusCode::kInvalidArgument, "limits: text_bytes is at least 1024, hits at least 1");
  }
  auto snapshot = std::make_shared<Snapshot>();
  RuleSet rules;
  if (absl::Status status = LayTerms(options, &rules, snapshot.get()); !status.ok()) return status;
  snapshot->entries = snapshot->terms.size();
  rules.AddTerms(&snapshot->terms);
  SpellTerms(snapshot.get());
  if (absl::Status status = BuildMatcher(options.matcher, snapshot.get()); !status.ok()) return status;
  if (absl::Status status = BuildRules(options, &rules, snapshot.get()); !status.ok()) return status;
  auto detectors = detect::Detectors::Make(options.detectors ? *options.detectors : detect::Detectors::Default());
  if (!detectors.ok()) return detectors.status();
  snapshot->detectors = std::make_unique<detect::Detectors>(*std::move(detectors));
  snapshot->limits = options.limits;
  snapshot->generation = generation;
  if (snapshot->terms.size() >= kTrimFrom) malloc_trim(0);
  return snapshot;
}

}  // namespace engine
}  // namespace weir
