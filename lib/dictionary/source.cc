#include "dictionary/source.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "dictionary/tsv.h"
#include "text/fold.h"
#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

enum ColumnIndex { kTerm, kWeight, kVariants, kFlags, kSource, kNote, kSuggest };
constexpr std::array<Column, 7> kColumns = {
    {{"term", true}, {"weight", true}, {"variants"}, {"flags"}, {"source"}, {"note"}, {"suggest"}}};

constexpr float kLowestWeight = 0.5f, kHighestWeight = 5.0f;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }
bool IsNothing(std::string_view cell) { return cell.empty() || cell == "-"; }

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

absl::StatusOr<Template> ReadAttention(const std::string& stem, const std::string& path) {
  Template base;
  base.term.role = Role::kAttention;
  constexpr std::array<std::string_view, kAttentionKindCount> kKinds = {"question", "complaint", "help", "crisis"};
  const auto found = std::find(kKinds.begin(), kKinds.end(), stem);
  if (found == kKinds.end())
    return ErrorAt({path}, StatusCode::kBadSource, "an attention file is named question, complaint, help or crisis");
  base.term.kind = static_cast<AttentionKind>(1 << (found - kKinds.begin()));
  return base;
}

absl::StatusOr<Template> ReadCategory(const std::string& stem, const Table& table, const std::string& path) {
  Template base;
  if (!ParseCategory(stem, &base.term.category)) {
    return ErrorAt(
        {path}, StatusCode::kBadSource,
        absl::StrCat("\"", stem, "\" is no category; a file of terms is named after one, for example ads.tsv"));
  }
  for (const Directive& directive : table.directives) {
    const Place at{path, directive.line, 1};
    const bool of_two = directive.key == "variants-of-two";
    if (!of_two && directive.key != "variants") {
      return ErrorAt(
          at, StatusCode::kBadSource,
          absl::StrCat("unknown directive \"", Absl(directive.key), "\"; known here are variants and variants-of-two"));
    }
    uint16_t* const bits = of_two ? &base.variants_of_two : &base.variants;
    if (absl::Status status = AddVariants(directive.value, at, bits); !status.ok()) return status;
  }
  return base;
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

absl::StatusOr<Template> ReadTopic(const Table& table, const std::string& path, Pack* pack) {
  Template base;
  base.term.role = Role::kTopic;
  Topic topic;
  for (const Directive& directive : table.directives) {
    const absl::Status status = ReadTopicDirective(directive, {path, directive.line, 1}, &topic);
    if (!status.ok()) return status;
  }
  if (topic.name.empty())
    return ErrorAt({path, 1, 1}, StatusCode::kBadSource, "a topic's file says its name: #! topic 社保");
  const auto known =
      std::find_if(pack->topics.begin(), pack->topics.end(), [&](const Topic& t) { return t.name == topic.name; });
  base.term.topic = static_cast<uint16_t>(known - pack->topics.begin());
  base.term.sensitivity = topic.sensitivity;
  if (known == pack->topics.end()) pack->topics.push_back(topic);
  return base;
}

absl::StatusOr<Template> ReadTemplate(const Table& table, const std::string& path, Pack* pack) {
  const std::vector<std::string> parts = absl::StrSplit(path, '/');
  const std::string folder = parts.size() > 1 ? parts[parts.size() - 2] : "";
  const std::string stem = parts.back().substr(0, parts.back().rfind('.'));
  if (folder == "attention") return ReadAttention(stem, path);
  return folder == "topics" ? ReadTopic(table, path, pack) : ReadCategory(stem, table, path);
}

absl::Status ReadWeight(const Cell& cell, const Context& context, Term* term) {
  float weight = 0;
  if (!absl::SimpleAtof(Absl(cell.text), &weight) || !std::isfinite(weight)) {
    return context.Bad(cell, absl::StrCat("weight \"", Absl(cell.text), "\" is not a number; write ", kLowestWeight,
                                          " to ", kHighestWeight));
  }
  const bool allow = term->role == Role::kAllow;
  if (allow ? weight != 0 : weight < kLowestWeight || weight > kHighestWeight) {
    return context.Bad(cell, allow ? std::string("an allow phrase has weight 0")
                                   : absl::StrCat("weight ", weight, " is out of range; write ", kLowestWeight, " to ",
                                                  kHighestWeight));
  }
  term->weight = weight;
  return absl::OkStatus();
}

// Disguises that the file's directives name are for terms of two or more Han characters, and nothing else: a single one is met by
// chance, and one with letters or digits is half a disguise itself.
uint16_t DefaultVariants(const Term& term, const Template& base) {
  if (term.role == Role::kAllow) return 0;
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
                                          "\" here; known are allow boundary=none gap=none border=none, urgent "
                                          "(attention), sens= under= (topics), or -"));
  }
  return absl::OkStatus();
}

absl::StatusOr<Term> ReadTerm(const Row& row, const Template& base, const Context& context, const Pack& pack) {
  Term term = base.term;
  const Cell& text = row.cells[kTerm];
  term.text = text.text;
  if (text::Fold(term.text).empty()) {
    return context.Bad(text, absl::StrCat("the term \"", term.text, "\" holds no letter, Han character or digit"));
  }
  if (text::CountCodePoints(term.text) > kLongestTerm) {
    return context.Bad(text,
                       absl::StrCat("the term is longer than ", kLongestTerm, " characters; take its telling part"));
  }
  const Cell& flags = row.cells[kFlags];
  if (!IsNothing(flags.text)) {
    for (absl::string_view flag : absl::StrSplit(Absl(flags.text), ',')) {
      if (absl::Status status = ReadFlag(flag, flags, context, &term); !status.ok()) return status;
    }
  }
  if (absl::Status status = ReadWeight(row.cells[kWeight], context, &term); !status.ok()) return status;
  term.variants = DefaultVariants(term, base);
  if (absl::Status status = ReadVariants(row.cells[kVariants], context, &term); !status.ok()) return status;
  for (std::string& level : term.under) level = absl::StrCat(pack.topics[term.topic].name, "/", level);
  term.layer = pack.name;
  term.source = absl::StrCat(context.path, ":", row.line);
  if (!IsNothing(row.cells[kNote].text)) term.note = row.cells[kNote].text;
  if (!IsNothing(row.cells[kSuggest].text)) term.suggest = row.cells[kSuggest].text;
  return term;
}

}  // namespace

absl::Status ReadSource(std::string_view text, const std::string& path, Pack* pack) {
  auto table = ReadTable(text, path, kColumns);
  if (!table.ok()) return table.status();
  auto base = ReadTemplate(*table, path, pack);
  if (!base.ok()) return base.status();
  for (const Row& row : table->rows) {
    auto term = ReadTerm(row, *base, {path, row.line}, *pack);
    if (!term.ok()) return term.status();
    pack->terms.push_back(*std::move(term));
  }
  return absl::OkStatus();
}

}  // namespace weir::dictionary
