#include "case_run.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "render.h"

namespace weir::tool {
namespace {

using Spans = std::vector<std::pair<uint32_t, uint32_t>>;

bool Among(std::string_view word, std::initializer_list<std::string_view> known) {
  return std::ranges::find(known, word) != known.end();
}

bool KnownAbility(std::string_view name) {
  return Among(
      name, {"core",   "norm",         "skip",     "repeat",  "boundary",   "allow",         "offset",    "detector",
             "digits", "default-dict", "live",     "context", "segment",    "pinyin",        "homophone", "shape",
             "split",  "emoji",        "initials", "shuffle", "evasion-zh", "evasion-latin", "wildcard",  "compound"});
}

// The disguises that an ability names; those of Chinese words undo one another's halves (a homophone of a look-alike).
std::vector<std::string> VariantsOf(std::string_view ability) {
  if (ability == "evasion-zh") return {"sound", "pinyin", "shape", "split", "emoji", "initials", "shuffle"};
  if (ability == "evasion-latin") return {"latin", "pinyin"};
  if (ability == "homophone" || ability == "digits") return {"sound"};
  if (Among(ability, {"pinyin", "shape", "split", "emoji", "initials", "shuffle"})) return {std::string(ability)};
  return {};
}

bool KnownDetector(std::string_view name) {
  return Among(name, {"phone", "email", "url", "idcard", "bankcard", "ip", "plate", "uscc", "passport", "wechat", "qq",
                      "contact", "address", "digits"});
}

// In a case file `@phone` is the detector and `@@x` the literal "@x".
bool IsDetector(std::string_view term) { return term.starts_with('@') && !term.starts_with("@@"); }
std::string Literal(const std::string& term) { return term.starts_with("@@") ? term.substr(1) : term; }

EngineOptions OptionsFor(const Case& item) {
  EngineOptions options;
  options.default_pack = item.default_pack;
  options.allow = item.allow;
  options.patterns = item.patterns;
  options.composites = item.composites;
  options.latin_boundary = item.latin_boundary;
  options.word_border = std::ranges::any_of(item.ability, [](const std::string& name) {
    return Among(name, {"context", "segment"});
  });
  for (const std::string& ability : item.ability) {
    for (std::string& variant : VariantsOf(ability)) options.variants.push_back(std::move(variant));
  }
  std::vector<std::string> detectors = item.detectors;
  for (const std::string& term : item.terms) {
    IsDetector(term) ? detectors.push_back(term.substr(1)) : options.terms.push_back(Literal(term));
  }
  if (!item.default_pack) options.detectors = std::move(detectors);
  return options;
}

bool SameEngine(const EngineOptions& a, const EngineOptions& b) {
  return a.default_pack == b.default_pack && a.terms == b.terms && a.allow == b.allow && a.detectors == b.detectors &&
         a.patterns == b.patterns && a.composites == b.composites && a.latin_boundary == b.latin_boundary &&
         a.word_border == b.word_border && a.variants == b.variants;
}

std::string JoinStrings(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out.empty() ? "-" : out;
}

std::string Describe(const Verdict& verdict, Lang lang) {
  std::string out;
  for (const Hit& hit : verdict.hits) {
    if (!out.empty()) out += ", ";
    out.append(hit.term).append(" [").append(std::to_string(hit.span_cp.begin)).append(",");
    out.append(std::to_string(hit.span_cp.end)).append(")");
  }
  if (out.empty()) out = Template(lang, Msg::kGotNothing);
  std::optional<Category> best = BestCategory(verdict);
  out.append("; ").append(Name(verdict.action)).append(" ").append(std::to_string(verdict.risk));
  if (best) out.append(" ").append(Name(*best));
  out.append("; ").append(Name(verdict.attention.level));
  for (std::string_view topic : verdict.attention.topics) out.append(" ").append(topic);
  return out;
}

// Collects what is unmet, expectation by expectation.
class Check {
 public:
  Check(const Case& item, const Verdict& verdict, Lang lang)
      : item_(item), expect_(item.expect), verdict_(verdict), lang_(lang) {}

  std::vector<std::string> Run() {
    HitOrNot();
    Terms();
    BestOf();
    Attention();
    Places();
    return std::move(unmet_);
  }

 private:
  void Miss(Msg id, std::initializer_list<std::string_view> arguments = {}) {
    unmet_.push_back(Say(lang_, id, arguments));
  }

  void HitOrNot() {
    bool got = item_.default_pack ? verdict_.action >= Action::kReview : !verdict_.hits.empty();
    if (got == expect_.hit) return;
    if (item_.default_pack)
      Miss(expect_.hit ? Msg::kAskHeld : Msg::kAskNotHeld);
    else
      Miss(expect_.hit ? Msg::kAskHit : Msg::kAskNoHit);
  }

  void Terms() {
    std::vector<std::string> wanted, got;
    for (const std::string& term : expect_.terms) wanted.push_back(Literal(term));
    for (const Hit& hit : verdict_.hits) got.emplace_back(hit.term);
    for (const std::string& term : wanted) {
      if (std::ranges::find(got, term) == got.end()) Miss(Msg::kAskTerm, {term});
    }
    std::ranges::sort(wanted);
    std::ranges::sort(got);
    if (expect_.exact && wanted != got) Miss(Msg::kAskExact, {JoinStrings(wanted)});
  }

  // Where several categories share the best score, each of them is the best.
  void BestOf() {
    if (expect_.category.empty()) return;
    uint8_t best = *std::ranges::max_element(verdict_.scores);
    for (const std::string& name : expect_.category) {
      Category category;
      if (best > 0 && ParseCategory(name, &category) && verdict_.scores[static_cast<size_t>(category)] == best) return;
    }
    Miss(Msg::kAskCategory, {JoinStrings(expect_.category)});
  }

  void Attention() {
    std::string level(Name(verdict_.attention.level));
    bool among = expect_.attention.empty() || std::ranges::find(expect_.attention, level) != expect_.attention.end();
    if (!among) Miss(Msg::kAskAttention, {JoinStrings(expect_.attention)});
    std::vector<std::string_view> topics = FirstTopics(verdict_);
    for (const std::string& topic : expect_.topics) {
      if (std::ranges::find(topics, topic) == topics.end()) Miss(Msg::kAskTopic, {topic});
    }
  }

  void Places() {
    Spans got;
    for (const Hit& hit : verdict_.hits) got.emplace_back(hit.span_cp.begin, hit.span_cp.end);
    auto lacks = [](const Spans& spans, const auto& span) { return std::ranges::find(spans, span) == spans.end(); };
    for (const auto& span : expect_.spans_cp) {
      if (lacks(got, span)) Miss(Msg::kAskSpan, {std::to_string(span.first), std::to_string(span.second)});
    }
    if (!expect_.exact || !expect_.has_spans) return;
    for (const auto& span : got) {
      if (lacks(expect_.spans_cp, span))
        Miss(Msg::kAskOnlySpans, {std::to_string(span.first), std::to_string(span.second)});
    }
  }

  const Case& item_;
  const Expectation& expect_;
  const Verdict& verdict_;
  Lang lang_;
  std::vector<std::string> unmet_;
};

}  // namespace

bool Supported(const Case& item) {
  auto detector_known = [](const std::string& term) { return !IsDetector(term) || KnownDetector(term.substr(1)); };
  return std::ranges::all_of(item.ability, KnownAbility) && std::ranges::all_of(item.detectors, KnownDetector) &&
         std::ranges::all_of(item.terms, detector_known);
}

std::vector<std::string> Unmet(const Case& item, const Verdict& verdict, Lang lang) {
  return Check(item, verdict, lang).Run();
}

CaseResult CaseRunner::Run(const Case& item) {
  if (!Supported(item)) return {Outcome::kUnsupported, {}, {}};
  std::string error;
  const Engine* engine = EngineFor(item, &error);
  if (engine == nullptr) return {Outcome::kFailed, {}, Say(lang_, Msg::kTeNoEngine, {error})};
  ScanOptions options;
  options.longest = item.longest;
  engine->Scan(item.text, scratch_, &verdict_, options);
  CaseResult result;
  result.expected = Unmet(item, verdict_, lang_);
  if (result.expected.empty()) return result;
  result.outcome = Outcome::kFailed;
  result.got = Describe(verdict_, lang_);
  return result;
}

const Engine* CaseRunner::EngineFor(const Case& item, std::string* error) {
  EngineOptions options = OptionsFor(item);
  bool shared = item.default_pack && options.terms.empty() && options.allow.empty() && options.patterns.empty() &&
                options.composites.empty() && options.latin_boundary;
  std::optional<Engine>& slot = shared ? shared_ : adhoc_;
  if (slot && (shared || SameEngine(options, adhoc_options_))) return &*slot;
  slot.reset();
  Result<Engine> opened = Engine::Open(options);
  if (!opened.ok()) {
    *error = opened.status().ToString();
    return nullptr;
  }
  slot = std::move(opened).value();
  if (!shared) adhoc_options_ = std::move(options);
  return &*slot;
}

}  // namespace weir::tool
