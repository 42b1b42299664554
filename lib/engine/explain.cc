#include "engine/explain.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "dictionary/folded.h"
#include "text/utf8.h"
#include "text/words.h"
#include "verify/border.h"
#include "verify/extent.h"
#include "verify/price.h"

namespace weir::engine {
namespace {

using dictionary::Term;
using verify::Outcome;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

// "加 薇 信 → separator, variant → 加微信": the chain undone; for exact readings only the term.
std::string Chain(std::string_view text, uint16_t via, const Term& term, Language language) {
  if (via == kExact)
    return absl::StrCat(language == Language::kChinese ? "与词条写法一致：" : "reads exactly as ", term.text);
  std::vector<std::string_view> names;
  AppendViaNames(via, &names);
  const std::string disguises =
      absl::StrJoin(names, ", ", [](std::string* out, std::string_view name) { absl::StrAppend(out, Absl(name)); });
  return absl::StrCat(Absl(text), " → ", disguises, " → ", term.text);
}

std::string Utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) text::AppendUtf8(c, &out);
  return out;
}

// "ordinary words cut through it: 路口|交通, not 路|口交|通 (margin 10.5, more than 1.0)"
std::string BorderReason(const text::AtomMap& map, const verify::Place& place, Language language) {
  const verify::BorderReading reading = verify::ReadBorder(map, place);
  const auto nats = [](int steps) { return absl::StrFormat("%.1f", static_cast<double>(steps) / text::kStepsPerNat); };
  const std::string reason(verify::ReasonText(Outcome::kWordBorder, language));
  if (language == Language::kChinese) {
    return absl::StrCat(reason, "：", Utf8(reading.cut), "，而不是 ", Utf8(reading.keep), "（差 ", nats(reading.margin),
                        "，超过 ", nats(verify::kBorderMargin), "）");
  }
  return absl::StrCat(reason, ": ", Utf8(reading.cut), ", not ", Utf8(reading.keep), " (margin ", nats(reading.margin),
                      ", more than ", nats(verify::kBorderMargin), ")");
}

// "9.3 nats for the reading, 8.8 needed": what the likelihood step saw; empty when it was not asked.
std::string Odds(const text::AtomMap& map, const verify::Trace& trace, const verify::Form& form, Language language) {
  const verify::Candidate& hit = trace.candidate;
  if (!hit.priced || (trace.outcome != Outcome::kAccepted && trace.outcome != Outcome::kUnlikely)) return "";
  const verify::Price price = verify::ReadPrice(map, hit.place, form, hit.near);
  const auto nats = [](int steps) { return absl::StrFormat("%.1f", static_cast<double>(steps) / text::kStepsPerNat); };
  const std::string before = Utf8(price.before), after = Utf8(price.after);
  const std::string both =
      absl::StrCat(before, "[", Utf8(price.read), "]", after, " / ", before, "[", Utf8(price.written), "]", after);
  return language == Language::kChinese
             ? absl::StrCat("（", both, "：读作前者的把握 ", nats(price.odds), "，须超过 ", nats(price.needed), "）")
             : absl::StrCat(" (", both, ": odds of the first ", nats(price.odds), " nats, more than ",
                            nats(price.needed), " needed)");
}

// ": 三黄片, layer city, zh/sexual.tsv:7": the phrase that decided, or that a higher layer's term stands above.
std::string PhraseReason(const Snapshot& snapshot, const verify::Trace& trace, Language language) {
  if (trace.phrase == verify::Trace::kNoPhrase) return "";
  const bool chinese = language == Language::kChinese;
  const Term& phrase = snapshot.terms[trace.phrase];
  const std::string which = chinese ? absl::StrCat(phrase.text, "，", phrase.layer, " 层，", phrase.source)
                                    : absl::StrCat(phrase.text, ", layer ", phrase.layer, ", ", phrase.source);
  if (trace.outcome == Outcome::kAllowed) return absl::StrCat(chinese ? "：" : ": ", which);
  const std::string& layer = snapshot.terms[trace.candidate.term].layer;
  return chinese ? absl::StrCat("；", layer, " 层的词条高于放行短语（", which, "）")
                 : absl::StrCat("; the term of layer ", layer, " stands above the allow phrase ", which);
}

Explanation::RawHit DescribeRaw(const Snapshot& snapshot, std::string_view text, const text::AtomMap& map,
                                const verify::Trace& trace, Language language) {
  const verify::Candidate& candidate = trace.candidate;
  const verify::Form& form = snapshot.forms[candidate.spelling];
  const Term& term = snapshot.terms[candidate.term];
  Explanation::RawHit raw;
  raw.term = term.text;
  raw.category = dictionary::CategoryName(term, snapshot.topics);
  raw.source = term.source;
  raw.via = candidate.via;
  raw.accepted = trace.outcome == Outcome::kAccepted;
  raw.step = verify::StepName(trace.outcome);
  verify::Place place = candidate.place;
  if (trace.outcome == Outcome::kRun || trace.outcome == Outcome::kOtherCharacter) {
    place.first = map.RunBegin(place.symbol);
    place.last = map.RunBegin(place.symbol + form.runs.size()) - 1;
    while (place.last > place.first && !map.atoms()[place.last].IsLetter()) --place.last;
  }
  const verify::Extent extent = verify::ExtentOf(map, place, form);
  const text::Atom &first = map.atoms()[extent.first], &last = map.atoms()[extent.last];
  raw.span = {first.begin, last.end};
  raw.span_cp = {first.cp, last.cp + 1};
  raw.text = text.substr(first.begin, last.end - first.begin);
  if (raw.accepted) {
    raw.reason = Chain(raw.text, candidate.via, term, language) + Odds(map, trace, form, language) +
                 PhraseReason(snapshot, trace, language);
  } else if (trace.outcome == Outcome::kWordBorder) {
    raw.reason = BorderReason(map, place, language);
  } else {
    raw.reason = std::string(verify::ReasonText(trace.outcome, language)) + Odds(map, trace, form, language) +
                 PhraseReason(snapshot, trace, language);
  }
  return raw;
}

// Terms that a layer took out and whose letters stand in the text: nothing is matched for them, so they are looked for here.
void DescribeRemoved(const Snapshot& snapshot, std::string_view text, const text::AtomMap& map, Language language,
                     Explanation* explanation) {
  std::u32string letters;
  std::vector<size_t> atoms;
  for (size_t i = 0; i < map.atoms().size(); ++i) {
    if (!map.atoms()[i].IsLetter()) continue;
    letters += map.atoms()[i].folded;
    atoms.push_back(i);
  }
  text::AtomMap buffer;
  for (const dictionary::Removal& removal : snapshot.removed) {
    const std::u32string term = dictionary::FoldLetters(removal.term.text, &buffer);
    const size_t at = letters.find(term);
    if (at == std::u32string::npos) continue;
    const text::Atom &first = map.atoms()[atoms[at]], &last = map.atoms()[atoms[at + term.size() - 1]];
    Explanation::RawHit raw;
    raw.term = removal.term.text;
    raw.category = dictionary::CategoryName(removal.term, snapshot.topics);
    raw.source = removal.term.source;
    raw.span = {first.begin, last.end};
    raw.span_cp = {first.cp, last.cp + 1};
    raw.text = text.substr(first.begin, last.end - first.begin);
    raw.step = "layer";
    raw.reason = language == Language::kChinese
                     ? absl::StrCat(removal.layer, " 层去掉了它：", removal.source)
                     : absl::StrCat("layer ", removal.layer, " removed it: ", removal.source);
    explanation->raw_hits.push_back(std::move(raw));
  }
}

// "all its parts stand within 12 characters, of at most 40"; "the pattern stands here".
std::string RuleReason(const RuleTrace& trace, bool chinese) {
  const uint32_t within = trace.rule->within;
  const std::string most = within == 0 ? ""
                           : chinese   ? absl::StrCat("，最多 ", within)
                                       : absl::StrCat(", of at most ", within);
  switch (trace.outcome) {
    case RuleTrace::kAccepted:
      if (!trace.composite) return chinese ? "句式吻合" : "the pattern stands here";
      return chinese ? absl::StrCat("各部分都在，前后 ", trace.stretch, " 个字", most)
                     : absl::StrCat("all its parts stand within ", trace.stretch, " characters", most);
    case RuleTrace::kAllowed:
      return std::string(verify::ReasonText(Outcome::kAllowed, chinese ? Language::kChinese : Language::kEnglish));
    case RuleTrace::kForbidden:
      return chinese ? "出现了规则排除的词" : "a word that the rule excludes stands in the text";
    case RuleTrace::kTooFar:
      return chinese ? absl::StrCat("各部分隔得太远：前后 ", trace.stretch, " 个字", most)
                     : absl::StrCat("its parts stand too far apart: ", trace.stretch, " characters", most);
  }
  return "";
}

Explanation::RawHit DescribeRule(const Snapshot& snapshot, std::string_view text, const text::AtomMap& map,
                                 const RuleTrace& trace, Language language) {
  constexpr std::string_view kSteps[] = {"accepted", "allow", "composite", "composite"};
  const Term& says = trace.rule->says;
  const text::Atom &first = map.atoms()[trace.first], &last = map.atoms()[trace.last];
  Explanation::RawHit raw;
  raw.term = says.text;
  raw.category = dictionary::CategoryName(says, snapshot.topics);
  raw.source = says.source;
  raw.via = trace.via;
  raw.accepted = trace.outcome == RuleTrace::kAccepted;
  raw.step = kSteps[trace.outcome];
  raw.span = {first.begin, last.end};
  raw.span_cp = {first.cp, last.cp + 1};
  raw.text = text.substr(first.begin, last.end - first.begin);
  raw.reason = RuleReason(trace, language == Language::kChinese);
  return raw;
}

void DescribeEvidence(const ScanTrace& trace, Explanation* explanation) {
  for (size_t i = 0; i < explanation->verdict.hits.size(); ++i) {
    const Hit& hit = explanation->verdict.hits[i];
    const bool counted = i < trace.counted.size() && trace.counted[i];
    explanation->evidence.push_back({std::string(Name(hit.category)), std::string(hit.term),
                                     hit.confidence > 0 ? hit.points / hit.confidence : hit.points, hit.confidence,
                                     counted ? hit.points : 0, !counted});
  }
}

// For each category that acts: how far its risk is from the threshold, and which evidence it rests on.
void DescribeClearing(const Snapshot& snapshot, const ScanOptions& options, Language language,
                      Explanation* explanation) {
  const bool chinese = language == Language::kChinese;
  const Verdict& verdict = explanation->verdict;
  for (int c = 0; c < kCategoryCount; ++c) {
    const auto category = static_cast<Category>(c);
    const Thresholds& thresholds =
        snapshot.policy.thresholds[static_cast<size_t>(options.surface)][static_cast<size_t>(c)];
    const uint8_t risk = verdict.scores[static_cast<size_t>(c)];
    if (score::ActionOf(thresholds, risk) == Action::kAllow) continue;
    const int lowest = std::min({thresholds.mask, thresholds.review, thresholds.block});
    std::vector<std::string> terms;
    for (const Explanation::Evidence& evidence : explanation->evidence) {
      if (evidence.category == Name(category) && !evidence.covered)
        terms.push_back(absl::StrCat(evidence.term, " (", absl::StrFormat("%.1f", evidence.points), ")"));
    }
    const std::string evidence = absl::StrJoin(terms, chinese ? "、" : ", ");
    explanation->clearing.push_back(
        chinese ? absl::StrCat(Absl(Name(category)), " ", risk, "：低于 ", lowest, " 才放行；依据是 ", evidence,
                               "；给这句话加放行短语，或调低权重，即可放行")
                : absl::StrCat(Absl(Name(category)), " ", risk, ": allowed below ", lowest, "; it rests on ", evidence,
                               "; an allow phrase around the words, or a lower weight, clears it"));
  }
  if (verdict.flags & kTruncated)
    explanation->clearing.emplace_back(
        chinese ? "truncated：没有看到全文，需要人来看；请缩短文字"
                : "truncated: not all of the text was seen, so a person has to look; scan a shorter text");
}

}  // namespace

void Describe(const Snapshot& snapshot, std::string_view text, const ScanOptions& options, Language language,
              const ScanTrace& trace, Explanation* explanation) {
  text::AtomMap map;
  map.Build(text);
  for (const text::Atom& atom : map.atoms()) {
    if (atom.IsLetter()) text::AppendUtf8(atom.folded, &explanation->folded);
  }
  for (size_t k = 0; k < map.symbols(); ++k) explanation->symbols.push_back(map.atoms()[map.RunBegin(k)].symbol);
  // Traces of a text scanned in windows have places of their window; they are left out.
  if (text.size() <= snapshot.limits.text_bytes) {
    for (const verify::Trace& entry : trace.raw)
      explanation->raw_hits.push_back(DescribeRaw(snapshot, text, map, entry, language));
    DescribeRemoved(snapshot, text, map, language, explanation);
    for (const RuleTrace& entry : trace.rules)
      explanation->raw_hits.push_back(DescribeRule(snapshot, text, map, entry, language));
    std::stable_sort(explanation->raw_hits.begin(), explanation->raw_hits.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
  }
  DescribeEvidence(trace, explanation);
  DescribeClearing(snapshot, options, language, explanation);
}

}  // namespace weir::engine
