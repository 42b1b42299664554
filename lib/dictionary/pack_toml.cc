#include "dictionary/pack_toml.h"

#include <array>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/toml.h"

namespace weir::dictionary {
namespace {

constexpr std::string_view kKeys =
    "name version layer licence description valid_from valid_until engine_min engine_max";

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

absl::Status Bad(const std::string& path, const Toml& at, std::string_view message) {
  return ErrorAt({path, at.line, at.column}, StatusCode::kBadSource, message);
}

absl::Status ReadValue(const TomlEntry& entry, const std::string& path, Manifest* out) {
  const std::string_view name = entry.key;
  const Toml& value = entry.value;
  std::string* const text = AuthorText(name, out);
  Date* const date = name == "valid_from" ? &out->valid_from : name == "valid_until" ? &out->valid_until : nullptr;
  if (text == nullptr && date == nullptr)
    return ErrorAt({path, entry.line, entry.column}, StatusCode::kBadSource,
                   absl::StrCat("unknown key \"", entry.key, "\"; known are ", Absl(kKeys)));
  const bool day = value.kind == Toml::Kind::kTime && !value.text.empty();  // TOML's own date
  if (value.kind != Toml::Kind::kText && !(date != nullptr && day))
    return Bad(path, value,
               absl::StrCat(entry.key, date != nullptr ? " is a day, as 2026-12-31" : " is a text in quotes"));
  if (absl::Status status = CheckManifestValue(name, value.text); !status.ok())
    return Bad(path, value, std::string_view(status.message().data(), status.message().size()));
  if (text != nullptr)
    *text = value.text;
  else
    ParseDate(value.text, date);
  return absl::OkStatus();
}

// What no key alone can be wrong in; told at the key that ends the range.
absl::Status CheckRange(const TomlEntry& entry, const std::string& path, const Manifest& manifest) {
  if (entry.key == "valid_until" && manifest.valid_until < manifest.valid_from)
    return Bad(path, entry.value, "valid_until is before valid_from; the pack would never be valid");
  std::array<uint16_t, 3> least{}, most{};
  if (entry.key == "engine_max" && ParseVersion(manifest.engine_min, &least) &&
      ParseVersion(manifest.engine_max, &most) && most < least)
    return Bad(path, entry.value, "engine_max is below engine_min; no weir could serve the pack");
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Manifest> ReadPackToml(std::string_view text, const std::string& path) {
  auto tree = ParseToml(text, path);
  if (!tree.ok()) return tree.status();
  Manifest manifest;
  for (const TomlEntry& entry : tree->entries) {
    if (absl::Status status = ReadValue(entry, path, &manifest); !status.ok()) return status;
  }
  for (const TomlEntry& entry : tree->entries) {
    if (absl::Status status = CheckRange(entry, path, manifest); !status.ok()) return status;
  }
  return manifest;
}

}  // namespace weir::dictionary
