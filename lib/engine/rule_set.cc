#include "engine/rule_set.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/error.h"
#include "dictionary/rules.h"
#include "dictionary/wildcard.h"

namespace weir::engine {
namespace {

using dictionary::CompositeRule;
using dictionary::PatternRule;
using dictionary::Role;
using dictionary::RuleHead;
using dictionary::Term;

Rule RuleOf(const RuleHead& head) {
  Rule rule;
  rule.says.text = head.name;
  rule.says.role = head.attention ? Role::kAttention : Role::kRisk;
  rule.says.category = head.category;
  rule.says.kind = head.kind;
  rule.says.weight = head.weight;
  rule.says.urgent = head.urgent;
  rule.says.layer = head.layer;
  rule.says.rank = head.rank;
  rule.says.source = head.source;
  rule.says.note = head.note;
  rule.says.suggest = head.suggest;
  rule.surfaces = head.surfaces;
  return rule;
}

RuleHead AdHocHead(const std::string& name, const Term& like, const char* option) {
  RuleHead head;
  head.name = name;
  head.weight = like.weight;
  head.layer = like.layer;
  head.rank = like.rank;
  head.source = option;
  return head;
}

// Where a cue is a single character, and a match has several digits, those are the rarer sign.
bool DigitsAreRarer(const dictionary::Regex& regex) {
  constexpr uint32_t kSeveral = 3;
  return regex.digits >= kSeveral && regex.cue_symbols < 2;
}

template <typename T, typename Name>
void Overlay(T rule, const Name& name, std::vector<T>* rules) {
  const auto same =
      std::find_if(rules->begin(), rules->end(), [&](const T& other) { return name(other) == name(rule); });
  if (same == rules->end()) {
    rules->push_back(std::move(rule));
  } else {
    *same = std::move(rule);
  }
}

}  // namespace

void RuleSet::AddPack(uint16_t rank, const Date& today, dictionary::Pack* pack) {
  const auto counts = [&](RuleHead* head) {
    head->rank = rank;
    return !head->until.IsSet() || today <= head->until;
  };
  for (PatternRule& rule : pack->patterns) {
    if (!counts(&rule.head)) continue;
    Overlay(
        std::move(rule), [](const PatternRule& one) { return one.head.name; }, &patterns_);
  }
  for (CompositeRule& rule : pack->composites) {
    if (!counts(&rule.head)) continue;
    Term like;
    like.layer = rule.head.layer;
    like.rank = rank;
    like.source = rule.head.source;
    Overlay(
        Part{std::move(like), std::move(rule)}, [](const Part& one) { return one.rule.head.name; }, &composites_);
  }
  if (!pack->policy.empty()) policies_.push_back(std::move(pack->policy));
}

absl::Status RuleSet::AddAdHoc(const EngineOptions& options, const Term& like, std::string* content) {
  for (const std::string& pattern : options.patterns) {
    absl::StrAppend(content, "--patterns\t", pattern, "\n");
    PatternRule rule{AdHocHead(pattern, like, "--patterns"), {}, {}};
    std::string error;
    if (!dictionary::ParseWildcard(pattern, options.latin_boundary, &rule.regex, &error))
      return Error(StatusCode::kInvalidArgument, absl::StrCat("patterns: \"", pattern, "\": ", error));
    Overlay(
        std::move(rule), [](const PatternRule& one) { return one.head.name; }, &patterns_);
  }
  for (const std::vector<std::string>& parts : options.composites) {
    Part part{like, {}};
    part.rule.head = AdHocHead(absl::StrJoin(parts, "+"), like, "--composites");
    part.like.source = "--composites";
    for (const std::string& text : parts) part.rule.all.push_back({text});
    absl::StrAppend(content, "--composites\t", part.rule.head.name, "\n");
    if (const std::string wrong = dictionary::CheckParts(part.rule); !wrong.empty())
      return Error(StatusCode::kInvalidArgument, absl::StrCat("composites: ", wrong));
    Overlay(
        std::move(part), [](const Part& one) { return one.rule.head.name; }, &composites_);
  }
  return absl::OkStatus();
}

// The index of a part or a cue among the terms; the same for the same text, rank and ways of writing it.
uint32_t RuleSet::TermOf(const Term& like, Role role, const std::string& text, std::vector<Term>* terms) {
  const std::string key = absl::StrCat(static_cast<int>(role), " ", like.variants, " ", like.boundary, " ", like.meant,
                                       " ", like.rank, " ", text);
  const auto [found, fresh] = known_.try_emplace(key, static_cast<uint32_t>(terms->size()));
  if (fresh) {
    terms->push_back(like);
    terms->back().text = text;
    terms->back().role = role;
    terms->back().weight = 0;
  }
  return found->second;
}

void RuleSet::AddComposite(const Part& part, std::vector<Term>* terms) {
  const auto part_of = [&](const std::string& text) {
    const uint32_t term = TermOf(part.like, Role::kPart, text, terms);
    return part_terms_.try_emplace(term, static_cast<uint32_t>(part_terms_.size())).first->second;
  };
  score::CompositeForm form;
  for (const std::vector<std::string>& group : part.rule.all) {
    std::vector<uint32_t>& parts = form.all.emplace_back();
    for (const std::string& text : group) parts.push_back(part_of(text));
  }
  for (const std::string& text : part.rule.none) form.none.push_back(part_of(text));
  form.within = part.rule.within;
  form.ordered = part.rule.ordered;
  forms_.push_back(std::move(form));
}

void RuleSet::AddTerms(std::vector<Term>* terms) {
  for (const Part& part : composites_) AddComposite(part, terms);
  Term cue;
  cue.boundary = false;
  for (const PatternRule& rule : patterns_) {
    std::vector<uint32_t>& own = cue_terms_.emplace_back();
    if (DigitsAreRarer(rule.regex)) continue;
    for (const std::string& text : rule.regex.cues) own.push_back(TermOf(cue, Role::kCue, text, terms));
  }
}

absl::Status RuleSet::CompileRegexes(bool hyperscan, Rules* rules, std::string* warning) const {
  if (hyperscan) {
    if (absl::Status status = match::RegexSelfTest(); !status.ok()) {
      *warning = absl::StrCat("RE2 alone serves the patterns: ", status.message());
      hyperscan = false;
    }
  }
  std::vector<const dictionary::Regex*> regexes;
  for (const PatternRule& rule : patterns_) regexes.push_back(&rule.regex);
  size_t faulty = 0;
  auto built = match::RegexSet::Build(regexes, hyperscan, &faulty);
  if (!built.ok()) {
    const PatternRule& rule = patterns_[faulty];
    return ErrorAt(rule.at, StatusCode::kLimit,
                   absl::StrCat("pattern \"", rule.head.name, "\": ", built.status().message()));
  }
  rules->regexes = *std::move(built);
  return absl::OkStatus();
}

void RuleSet::IndexCues(std::span<const match::Pattern> patterns, std::span<const dictionary::Spelling> spellings,
                        Rules* rules) const {
  std::map<uint32_t, std::vector<uint32_t>> wanted;  // by term
  for (uint32_t rule = 0; rule < patterns_.size(); ++rule) {
    rules->digits.push_back(patterns_[rule].regex.digits);
    for (const uint32_t term : cue_terms_[rule]) wanted[term].push_back(rule);
    if (!cue_terms_[rule].empty()) continue;
    rules->loose.push_back(rule);
    rules->least_digits = std::min(rules->least_digits, patterns_[rule].regex.digits);
  }
  rules->cued.resize(patterns.size());
  rules->only_cue.resize(patterns.size());
  for (size_t i = 0; i < patterns.size(); ++i) {
    bool only = true;
    for (const uint32_t spelling : patterns[i].spellings) {
      const auto found = wanted.find(spellings[spelling].term);
      only &= found != wanted.end();
      if (found == wanted.end()) continue;
      rules->cued[i].insert(rules->cued[i].end(), found->second.begin(), found->second.end());
    }
    rules->only_cue[i] = only;
  }
}

absl::Status RuleSet::Compile(std::span<const match::Pattern> patterns, std::span<const dictionary::Spelling> spellings,
                              size_t terms, bool hyperscan, Rules* rules, std::string* warning) {
  for (const PatternRule& rule : patterns_) rules->patterns.push_back(RuleOf(rule.head));
  for (const Part& part : composites_) {
    rules->composites.push_back(RuleOf(part.rule.head));
    rules->composites.back().within = part.rule.within;
  }
  if (!composites_.empty()) {
    rules->part_of.assign(terms, Rules::kNoPart);
    for (const auto& [term, part] : part_terms_) rules->part_of[term] = part;
    rules->finder = score::Composites(std::move(forms_), part_terms_.size());
  }
  if (patterns_.empty()) return absl::OkStatus();
  IndexCues(patterns, spellings, rules);
  return CompileRegexes(hyperscan, rules, warning);
}

absl::Status RuleSet::MakePolicy(Policy* policy) const {
  *policy = DefaultPolicy();
  for (const std::vector<dictionary::PolicyCell>& cells : policies_) {
    dictionary::ApplyCells(cells, policy);
    for (const dictionary::PolicyCell& cell : cells) {
      const auto& surface = policy->thresholds[static_cast<size_t>(cell.surface)];
      for (size_t c = 0; c < kCategoryCount; ++c) {
        if ((!cell.every && c != static_cast<size_t>(cell.category)) || surface[c].block >= surface[c].review) continue;
        const std::string_view name = Name(static_cast<Category>(c));
        return ErrorAt(cell.at, StatusCode::kBadSource,
                       absl::StrCat("with the layers below, block comes before review for ",
                                    absl::string_view(name.data(), name.size()), " (", surface[c].block, " and ",
                                    surface[c].review, "); set both"));
      }
    }
  }
  return absl::OkStatus();
}

}  // namespace weir::engine
