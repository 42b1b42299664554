#include "dictionary/source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "text/fold.h"
#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

constexpr std::array<Column, kSourceColumns> kColumns = {
    {{"term", true}, {"weight", true}, {"variants"}, {"flags"}, {"source"}, {"note"}, {"suggest"}, {"until"}}};
// A pack numbers its topics in 16 bits; nobody has as many as this.
constexpr size_t kMostTopics = 4096;

constexpr float kLowestWeight = 0.5f, kHighestWeight = 5.0f;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

// Where errors of a cell stand.
struct Context {
  const std::string& path;
  int32_t line;
  absl::Status Bad(const Cell& cell, const std::string& message) const {
    return ErrorAt({path, line, std::max(cell.column, 1)}, StatusCode::kBadSource, message);
  }
};

// `names` as a list of variants, added to *bits.
absl::Status AddVariants(std::string_view names, const Place& place, uint16_t* bits) {
  for (absl::string_view name : absl::StrSplit(Absl(names), ',')) {
    if (ParseVariant(std::string_view(name.data(), name.size()), bits)) continue;
    return ErrorAt(place, StatusCode::kBadSource,
                   absl::StrCat("unknown variant \"", name, "\"; known are ", Absl(kVariantNames),
                                "; none for no disguise, - for the file's own"));
  }
  return absl::OkStatus();
}

// What the path and the directives say of every row.
struct Template {
  Term term;
  uint16_t variants = 0;         // of terms of three characters or more
  uint16_t variants_of_two = 0;  // … of two, which are met by chance oftener
};

// What is known so far of a file, and whom its faults are told.
struct Head {
  const std::string& path;
  OnFault on_fault;
  Pack* pack;
  Template base;
  bool Tell(Fault fault, const absl::Status& status) { return status.ok() || on_fault(fault, status); }
};

bool ReadAttention(const std::string& stem, Head* head) {
  head->base.term.role = Role::kAttention;
  constexpr std::array<std::string_view, kAttentionKindCount> kKinds = {"question", "complaint", "help", "crisis"};
  const auto found = std::find(kKinds.begin(), kKinds.end(), stem);
  if (found == kKinds.end())
    return head->Tell(Fault::kPath, ErrorAt({head->path}, StatusCode::kBadSource,
                                            "an attention file is named question, complaint, help or crisis"));
  head->base.term.kind = static_cast<AttentionKind>(1 << (found - kKinds.begin()));
  return true;
}

absl::Status ReadCategoryDirective(const Directive& directive, const Place& at, Template* base) {
  const bool of_two = directive.key == "variants-of-two";
  if (!of_two && directive.key != "variants") {
    return ErrorAt(
        at, StatusCode::kBadSource,
        absl::StrCat("unknown directive \"", Absl(directive.key), "\"; known here are variants and variants-of-two"));
  }
  return AddVariants(directive.value, at, of_two ? &base->variants_of_two : &base->variants);
}

bool ReadCategory(const std::string& stem, const Table& table, Head* head) {
  if (!ParseCategory(stem, &head->base.term.category)) {
    const std::string message =
        absl::StrCat("\"", stem, "\" is no category; a file of terms is named after one, for example ads.tsv");
    if (!head->Tell(Fault::kPath, ErrorAt({head->path}, StatusCode::kBadSource, message))) return false;
  }
  return std::ranges::all_of(table.directives, [&](const Directive& directive) {
    return head->Tell(Fault::kDirective,
                      ReadCategoryDirective(directive, {head->path, directive.line, 1}, &head->base));
  });
}

absl::Status ReadTopicDirective(const Directive& directive, const Place& at, Topic* topic) {
  if (directive.key == "topic") {
    topic->name = directive.value;
  } else if (directive.key == "route") {
    topic->route = directive.value;
  } else if (directive.key == "sensitivity") {
    uint32_t value = 9;
    if (!absl::SimpleAtoi(Absl(directive.value), &value) || value > 3)
      return ErrorAt(at, StatusCode::kBadSource, "sensitivity is 0, 1, 2 or 3");
    topic->sensitivity = static_cast<uint8_t>(value);
  } else {
    return ErrorAt(
        at, StatusCode::kBadSource,
        absl::StrCat("unknown directive \"", Absl(directive.key), "\"; known are topic, sensitivity, route"));
  }
  return absl::OkStatus();
}

bool ReadTopic(const Table& table, Head* head) {
  head->base.term.role = Role::kTopic;
  Topic topic;
  for (const Directive& directive : table.directives) {
    const Place at{head->path, directive.line, 1};
    if (!head->Tell(Fault::kDirective, ReadTopicDirective(directive, at, &topic))) return false;
  }
  std::vector<Topic>& topics = head->pack->topics;
  const auto known = std::find_if(topics.begin(), topics.end(), [&](const Topic& t) { return t.name == topic.name; });
  absl::Status status;
  if (topic.name.empty())
    status = ErrorAt({head->path, 1, 1}, StatusCode::kBadSource, "a topic's file says its name: #! topic 社保");
  if (known == topics.end() && topics.size() >= kMostTopics)
    status = ErrorAt({head->path, 1, 1}, StatusCode::kBadSource,
                     absl::StrCat("more than ", kMostTopics, " topics; join some as second levels (under=)"));
  if (!head->Tell(Fault::kDirective, status)) return false;
  head->base.term.topic = static_cast<uint16_t>(std::min<size_t>(known - topics.begin(), kMostTopics - 1));
  head->base.term.sensitivity = topic.sensitivity;
  if (known == topics.end() && topics.size() < kMostTopics) topics.push_back(topic);
  return true;
}

bool ReadHead(const Table& table, Head* head) {
  const std::vector<std::string> parts = absl::StrSplit(head->path, '/');
  const std::string folder = parts.size() > 1 ? parts[parts.size() - 2] : "";
  const std::string stem = parts.back().substr(0, parts.back().rfind('.'));
  if (folder == "attention") return ReadAttention(stem, head);
  return folder == "topics" ? ReadTopic(table, head) : ReadCategory(stem, table, head);
}

absl::Status ReadWeight(const Cell& cell, const Context& context, Term* term) {
  float weight = 0;
  if (!absl::SimpleAtof(Absl(cell.text), &weight) || !std::isfinite(weight)) {
    return context.Bad(cell, absl::StrCat("weight \"", Absl(cell.text), "\" is not a number; write ", kLowestWeight,
                                          " to ", kHighestWeight));
  }
  const bool none = term->remove || term->role == Role::kAllow;
  if (none && weight != 0) {
    return context.Bad(cell, term->remove ? "a row that removes has weight 0; to weigh a term anew leave the flag out"
                                          : "an allow phrase has weight 0");
  }
  if (!none && (weight < kLowestWeight || weight > kHighestWeight)) {
    return context.Bad(
        cell, absl::StrCat("weight ", weight, " is out of range; write ", kLowestWeight, " to ", kHighestWeight));
  }
  term->weight = weight;
  return absl::OkStatus();
}

// Disguises that the file's directives name are for terms of two or more Han characters, and nothing else: a single one is met by
// chance, and one with letters or digits is half a disguise itself.
uint16_t DefaultVariants(const Term& term, const Template& base) {
  if (term.role == Role::kAllow || term.remove) return 0;
  const std::u32string characters = text::ToUtf32(term.text);
  const bool han = std::ranges::all_of(characters, [](char32_t c) { return text::Info(c).kind == text::Kind::kHan; });
  if (!han || characters.size() < 2) return 0;
  return characters.size() == 2 ? base.variants_of_two : base.variants;
}

absl::Status ReadVariants(const Cell& cell, const Context& context, Term* term) {
  if (IsNothing(cell.text)) return absl::OkStatus();
  constexpr std::string_view kNone = "none";
  std::string_view names = cell.text;
  if (names.substr(0, names.find(',')) == kNone) {  // none of the file's; then perhaps some of its own
    term->variants = 0;
    if (names == kNone) return absl::OkStatus();
    names.remove_prefix(kNone.size() + 1);
  }
  return AddVariants(names, {context.path, context.line, std::max(cell.column, 1)}, &term->variants);
}

absl::Status ReadFlag(absl::string_view flag, const Cell& cell, const Context& context, Term* term) {
  if (flag == "allow") {
    term->role = Role::kAllow;
  } else if (flag == "remove") {
    term->remove = true;
  } else if (flag == "boundary=none") {
    term->boundary = false;
  } else if (flag == "gap=none") {
    term->gap = false;
  } else if (flag == "border=none") {
    term->border = false;
  } else if (flag == "urgent" && term->role == Role::kAttention) {
    term->urgent = true;
  } else if (absl::StartsWith(flag, "sens=") && term->role == Role::kTopic) {
    if (flag.size() != 6 || flag[5] < '0' || flag[5] > '3') return context.Bad(cell, "sens= takes 0, 1, 2 or 3");
    term->sensitivity = static_cast<uint8_t>(flag[5] - '0');
  } else if (absl::StartsWith(flag, "under=") && term->role == Role::kTopic) {
    term->under.emplace_back(flag.substr(6));
  } else {
    return context.Bad(cell, absl::StrCat("unknown flag \"", flag,
                                          "\" here; known are allow remove boundary=none gap=none border=none, urgent "
                                          "(attention), sens= under= (topics), or -"));
  }
  return absl::OkStatus();
}

absl::Status ReadUntil(const Cell& cell, const Context& context, Term* term) {
  if (IsNothing(cell.text) || ParseDate(cell.text, &term->until)) return absl::OkStatus();
  return context.Bad(cell, absl::StrCat("until \"", Absl(cell.text), "\" is no day; write its last day as 2026-12-31"));
}

absl::Status ReadText(const Cell& cell, const Context& context, Term* term) {
  term->text = cell.text;
  if (text::Fold(term->text).empty()) {
    return context.Bad(cell, absl::StrCat("the term \"", term->text, "\" holds no letter, Han character or digit"));
  }
  if (text::CountCodePoints(term->text) > kLongestTerm) {
    return context.Bad(cell,
                       absl::StrCat("the term is longer than ", kLongestTerm, " characters; take its telling part"));
  }
  return absl::OkStatus();
}

absl::Status ReadFlags(const Cell& cell, const Context& context, Term* term) {
  if (IsNothing(cell.text)) return absl::OkStatus();
  for (absl::string_view flag : absl::StrSplit(Absl(cell.text), ',')) {
    if (absl::Status status = ReadFlag(flag, cell, context, term); !status.ok()) return status;
  }
  return absl::OkStatus();
}

// The cells one by one; on an error *fault says which rule it breaks. Flags come before the weight: an allow phrase has none.
absl::Status ReadCells(const Row& row, const Template& base, const Context& context, Fault* fault, Term* term) {
  *fault = Fault::kTerm;
  if (absl::Status status = ReadText(row.cells[kTerm], context, term); !status.ok()) return status;
  *fault = Fault::kFlag;
  if (absl::Status status = ReadFlags(row.cells[kFlags], context, term); !status.ok()) return status;
  *fault = Fault::kWeight;
  if (absl::Status status = ReadWeight(row.cells[kWeight], context, term); !status.ok()) return status;
  *fault = Fault::kVariant;
  term->variants = DefaultVariants(*term, base);
  if (absl::Status status = ReadVariants(row.cells[kVariants], context, term); !status.ok()) return status;
  *fault = Fault::kUntil;
  return ReadUntil(row.cells[kUntil], context, term);
}

absl::Status ReadTerm(const Row& row, const Head& head, Fault* fault, Term* term) {
  *term = head.base.term;
  if (absl::Status status = ReadCells(row, head.base, {head.path, row.line}, fault, term); !status.ok()) return status;
  if (!term->under.empty() && term->topic < head.pack->topics.size()) {
    for (std::string& level : term->under) level = absl::StrCat(head.pack->topics[term->topic].name, "/", level);
  }
  term->layer = head.pack->name;
  term->source = absl::StrCat(head.path, ":", row.line);
  if (!IsNothing(row.cells[kNote].text)) term->note = row.cells[kNote].text;
  if (!IsNothing(row.cells[kSuggest].text)) term->suggest = row.cells[kSuggest].text;
  return absl::OkStatus();
}

}  // namespace

bool ReadRows(std::string_view text, const std::string& path, Pack* pack, OnFault on_fault, OnTerm on_term,
              absl::FunctionRef<void(const Table&)> on_table) {
  Table table;
  const auto on_error = [&](const absl::Status& status) { return on_fault(Fault::kTable, status); };
  if (!ReadTable(text, path, kColumns, on_error, &table)) return false;
  on_table(table);
  Head head{path, on_fault, pack, {}};
  if (!ReadHead(table, &head)) return false;
  for (const Row& row : table.rows) {
    Term term;
    Fault fault = Fault::kTable;
    if (absl::Status status = ReadTerm(row, head, &fault, &term); status.ok()) {
      on_term(std::move(term), row);
    } else if (!on_fault(fault, status)) {
      return false;
    }
  }
  return true;
}

absl::Status ReadSource(std::string_view text, const std::string& path, Pack* pack) {
  absl::Status first;
  const auto stop = [&first](Fault, const absl::Status& status) {
    first = status;
    return false;
  };
  ReadRows(text, path, pack, stop, [pack](Term term, const Row&) { pack->terms.push_back(std::move(term)); });
  return first;
}

}  // namespace weir::dictionary
