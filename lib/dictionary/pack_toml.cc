#include "dictionary/pack_toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <exception>
#include <optional>

#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir::dictionary {
namespace {

constexpr size_t kLargest = 64 * 1024;
// The parser bounds nested values, but not nested names: a.a.a.… makes a table a point, and tables are freed by recursion.
constexpr ptrdiff_t kMostPoints = 1000;

constexpr std::string_view kKeys =
    "name version layer licence description valid_from valid_until engine_min engine_max";

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

absl::Status Bad(const std::string& path, const toml::source_position& at, std::string_view message) {
  return ErrorAt({path, static_cast<int32_t>(at.line), static_cast<int32_t>(at.column)}, StatusCode::kBadSource,
                 message);
}

// The value as text; a date of TOML is written as one. Nothing for any other type.
std::optional<std::string> TextOf(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  const auto* date = node.as_date();
  if (date == nullptr) return std::nullopt;
  return FormatDate({static_cast<int16_t>(date->get().year), date->get().month, date->get().day});
}

std::string* PlaceFor(std::string_view key, Manifest* out) {
  const std::pair<std::string_view, std::string*> texts[] = {{"name", &out->name},
                                                             {"version", &out->version},
                                                             {"layer", &out->layer},
                                                             {"licence", &out->licence},
                                                             {"description", &out->description},
                                                             {"engine_min", &out->engine_min},
                                                             {"engine_max", &out->engine_max}};
  for (const auto& [name, to] : texts) {
    if (key == name) return to;
  }
  return nullptr;
}

absl::Status ReadValue(const toml::key& key, const toml::node& node, const std::string& path, Manifest* out) {
  const std::string_view name = key.str();
  std::string* const text = PlaceFor(name, out);
  Date* const date = name == "valid_from" ? &out->valid_from : name == "valid_until" ? &out->valid_until : nullptr;
  if (text == nullptr && date == nullptr)
    return Bad(path, key.source().begin, absl::StrCat("unknown key \"", Absl(name), "\"; known are ", Absl(kKeys)));
  const std::optional<std::string> value = TextOf(node);
  const toml::source_position at = node.source().begin;
  if (!value || (text != nullptr && node.is_date()))
    return Bad(path, at,
               absl::StrCat(Absl(name), date != nullptr ? " is a day, as 2026-12-31" : " is a text in quotes"));
  if (absl::Status status = CheckManifestValue(name, *value); !status.ok())
    return Bad(path, at, std::string_view(status.message().data(), status.message().size()));
  if (text != nullptr)
    *text = *value;
  else
    ParseDate(*value, date);
  return absl::OkStatus();
}

// What no key alone can be wrong in; told at the key that ends the range.
absl::Status CheckRanges(const toml::table& table, const std::string& path, const Manifest& manifest) {
  const auto at = [&](std::string_view key) { return table.get(key)->source().begin; };
  if (manifest.valid_until.IsSet() && manifest.valid_until < manifest.valid_from)
    return Bad(path, at("valid_until"), "valid_until is before valid_from; the pack would never be valid");
  std::array<uint16_t, 3> least{}, most{};
  if (ParseVersion(manifest.engine_min, &least) && ParseVersion(manifest.engine_max, &most) && most < least)
    return Bad(path, at("engine_max"), "engine_max is below engine_min; no weir could serve the pack");
  return absl::OkStatus();
}

absl::StatusOr<Manifest> ReadTable(const toml::table& table, const std::string& path) {
  Manifest manifest;
  for (const auto& [key, node] : table) {
    if (absl::Status status = ReadValue(key, node, path, &manifest); !status.ok()) return status;
  }
  if (absl::Status status = CheckRanges(table, path, manifest); !status.ok()) return status;
  return manifest;
}

}  // namespace

absl::StatusOr<Manifest> ReadPackToml(std::string_view text, const std::string& path) {
  if (text.size() > kLargest)
    return ErrorAt({path}, StatusCode::kLimit, "larger than 64 KiB; pack.toml has nine short keys");
  if (std::count(text.begin(), text.end(), '.') > kMostPoints)
    return ErrorAt({path}, StatusCode::kLimit, "more than 1,000 points in it; pack.toml has nine short keys");
  try {
    return ReadTable(toml::parse(text), path);
  } catch (const toml::parse_error& error) {
    return Bad(path, error.source().begin,
               absl::StrCat("not TOML: ", Absl(error.description()), "; write key = \"value\""));
  } catch (const std::exception& error) {
    return ErrorAt({path}, StatusCode::kInternal, absl::StrCat("reading TOML failed: ", error.what()));
  }
}

}  // namespace weir::dictionary
