// policy.toml: from risk to action, by surface and category; what a pack leaves out stays as the layers below have it.
//
//   [surface.comment]
//   default = { review = 60, block = 90 }
//   [surface.comment.abuse]
//   review = 70
//   mask = "never"
//
//   [surface.comment.question]  → refused: attention never acts
#include <algorithm>
#include <array>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/rules.h"

namespace weir::dictionary {
namespace {

constexpr std::array<std::string_view, 3> kFields = {"mask", "review", "block"};

bool IsAttention(std::string_view name) {
  constexpr std::array<std::string_view, 10> kNames = {"attention", "question", "complaint", "help",   "crisis",
                                                       "topic",     "topics",   "kinds",     "answer", "urgent"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

constexpr char kNeverActs[] =
    "attention never acts: a question, a complaint or a topic has no threshold; take this out";

absl::Status AtKey(const TomlEntry& entry, const std::string& path, const std::string& message) {
  return ErrorAt({path, entry.line, entry.column}, StatusCode::kBadSource, message);
}

// 60, or "never".
absl::Status ReadThreshold(const TomlEntry& entry, const std::string& path, uint8_t* out) {
  const Toml& value = entry.value;
  if (value.kind == Toml::Kind::kText && value.text == "never") {
    *out = kNever;
    return absl::OkStatus();
  }
  if (value.kind == Toml::Kind::kWhole && value.number >= kLowestThreshold && value.number < kNever) {
    *out = static_cast<uint8_t>(value.number);
    return absl::OkStatus();
  }
  return ErrorAt({path, value.line, value.column}, StatusCode::kBadSource,
                 absl::StrCat(entry.key, " is a risk from ", kLowestThreshold,
                              " to 100, or \"never\": one faint hint is never a reason"));
}

absl::Status ReadThresholds(const TomlEntry& entry, const std::string& path, const PolicyCell& base,
                            std::vector<PolicyCell>* cells) {
  TomlReader reader(entry.value, path);
  if (entry.value.kind != Toml::Kind::kTable)
    return ErrorAt({path, entry.value.line, entry.value.column}, StatusCode::kBadSource,
                   absl::StrCat(entry.key, " is a table of thresholds; write { review = 60, block = 90 }"));
  reader.Know({kFields[0], kFields[1], kFields[2]});
  if (!reader.status().ok()) return reader.status();
  std::array<uint8_t, 3> values = {0, 0, 0};
  for (const TomlEntry& one : entry.value.entries) {
    PolicyCell cell = base;
    cell.field = static_cast<PolicyCell::Field>(std::find(kFields.begin(), kFields.end(), one.key) - kFields.begin());
    cell.at = {path, one.value.line, one.value.column};
    if (absl::Status status = ReadThreshold(one, path, &cell.value); !status.ok()) return status;
    values[cell.field] = cell.value;
    cells->push_back(std::move(cell));
  }
  if (values[PolicyCell::kBlock] != 0 && values[PolicyCell::kBlock] < values[PolicyCell::kReview])
    return AtKey(entry, path, "block must not come before review; raise block or lower review");
  return absl::OkStatus();
}

absl::Status ReadSurface(const TomlEntry& entry, const std::string& path, std::vector<PolicyCell>* cells) {
  PolicyCell cell;
  if (IsAttention(entry.key)) return AtKey(entry, path, kNeverActs);
  if (!ParseSurface(entry.key, &cell.surface))
    return AtKey(entry, path,
                 absl::StrCat("unknown surface \"", entry.key, "\"; known are comment script nickname title"));
  if (entry.value.kind != Toml::Kind::kTable)
    return AtKey(entry, path, absl::StrCat("a surface is a table; write [surface.", entry.key, "]"));
  for (const TomlEntry& one : entry.value.entries) {
    cell.every = one.key == "default";
    if (IsAttention(one.key)) return AtKey(one, path, kNeverActs);
    if (!cell.every && !ParseCategory(one.key, &cell.category))
      return AtKey(one, path,
                   absl::StrCat("\"", one.key,
                                "\" is no category; known are default abuse threat hate sexual gambling drugs scam "
                                "ads illegal_service privacy flood script custom"));
    if (absl::Status status = ReadThresholds(one, path, cell, cells); !status.ok()) return status;
  }
  return absl::OkStatus();
}

void SetCell(const PolicyCell& cell, Thresholds* thresholds) {
  if (cell.field == PolicyCell::kMask) thresholds->mask = cell.value;
  if (cell.field == PolicyCell::kReview) thresholds->review = cell.value;
  if (cell.field == PolicyCell::kBlock) thresholds->block = cell.value;
}

}  // namespace

absl::Status ReadPolicy(const Toml& tree, const std::string& path, Pack* pack) {
  for (const TomlEntry& entry : tree.entries) {
    if (IsAttention(entry.key)) return AtKey(entry, path, kNeverActs);
  }
  TomlReader reader(tree, path);
  reader.Know({"surface"});
  const TomlEntry* surfaces = reader.Find("surface");
  if (surfaces != nullptr && surfaces->value.kind != Toml::Kind::kTable)
    reader.Fail("surface", "surface is a table; write [surface.comment]");
  if (!reader.status().ok() || surfaces == nullptr) return reader.status();
  std::vector<PolicyCell> cells;
  for (const TomlEntry& entry : surfaces->value.entries) {
    if (absl::Status status = ReadSurface(entry, path, &cells); !status.ok()) return status;
  }
  pack->policy.insert(pack->policy.end(), cells.begin(), cells.end());
  return absl::OkStatus();
}

void ApplyCells(const std::vector<PolicyCell>& cells, Policy* policy) {
  for (const bool every : {true, false}) {
    for (const PolicyCell& cell : cells) {
      if (cell.every != every) continue;
      auto& surface = policy->thresholds[static_cast<size_t>(cell.surface)];
      for (size_t c = 0; c < kCategoryCount; ++c) {
        const auto category = static_cast<Category>(c);
        const bool meant =
            every ? category != Category::kPrivacy && category != Category::kScript : category == cell.category;
        if (meant) SetCell(cell, &surface[c]);
      }
    }
  }
}

}  // namespace weir::dictionary
