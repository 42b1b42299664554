#include "dictionary/manifest.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

constexpr std::string_view kHead = "weir-manifest 1\n";
constexpr size_t kLongestName = 64, kLongestDescription = 1024;
constexpr uint64_t kLargestCount = 1'000'000'000;

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

absl::Status Bad(std::string_view key, std::string_view rule) {
  return Error(StatusCode::kBadSource, absl::StrCat(Absl(key), ": ", Absl(rule)));
}

// Characters that break a line, hide, or turn the direction of what is printed after them.
bool IsUnprintable(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

// One line of well-formed UTF-8 that shows as it is.
bool IsOneLine(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    if (!one.valid || IsUnprintable(one.cp)) return false;
    p += one.length;
  }
  return true;
}

bool IsOf(std::string_view text, std::string_view allowed) {
  return std::ranges::all_of(text, [&](char c) {
    return absl::ascii_isalnum(static_cast<unsigned char>(c)) || allowed.find(c) != std::string_view::npos;
  });
}

absl::Status CheckDate(std::string_view key, std::string_view value) {
  Date date;
  return ParseDate(value, &date) ? absl::OkStatus() : Bad(key, "not a day; write it as 2026-12-31");
}

void AppendLine(std::string_view key, std::string_view value, std::string* out) {
  if (!value.empty()) absl::StrAppend(out, Absl(key), " ", Absl(value), "\n");
}

// Takes "count NAME NUMBER" apart; false when it is none.
bool ReadCount(std::string_view value, std::pair<std::string, uint64_t>* out) {
  const size_t space = value.rfind(' ');
  if (space == std::string_view::npos || space == 0) return false;
  out->first = value.substr(0, space);
  return IsOf(out->first, "_:-") && absl::SimpleAtoi(Absl(value.substr(space + 1)), &out->second) &&
         out->second <= kLargestCount;
}

bool Store(std::string_view key, std::string_view value, Manifest* out) {
  std::string* const text = key == "fold" ? &out->fold_digest : key == "sources" ? &out->digest : AuthorText(key, out);
  if (text != nullptr) {
    *text = value;
    return CheckManifestValue(key, value).ok();
  }
  if (key == "valid_from") return ParseDate(value, &out->valid_from);
  if (key == "valid_until") return ParseDate(value, &out->valid_until);
  if (key == "files") return absl::SimpleAtoi(Absl(value), &out->files);
  std::pair<std::string, uint64_t> count;
  if (key != "count" || !ReadCount(value, &count)) return false;
  const bool again = std::ranges::any_of(out->counts, [&](const auto& one) { return one.first == count.first; });
  out->counts.push_back(std::move(count));
  return !again;
}

}  // namespace

std::string* AuthorText(std::string_view key, Manifest* manifest) {
  const std::pair<std::string_view, std::string*> texts[] = {{"name", &manifest->name},
                                                             {"version", &manifest->version},
                                                             {"layer", &manifest->layer},
                                                             {"licence", &manifest->licence},
                                                             {"description", &manifest->description},
                                                             {"engine_min", &manifest->engine_min},
                                                             {"engine_max", &manifest->engine_max}};
  for (const auto& [name, to] : texts) {
    if (key == name) return to;
  }
  return nullptr;
}

bool ParseVersion(std::string_view text, std::array<uint16_t, 3>* out) {
  size_t part = 0, digits = 0;
  std::array<uint16_t, 3> parts{};
  for (const char c : text) {
    if (c == '.') {
      if (digits == 0 || ++part == parts.size()) return false;
      digits = 0;
    } else if (c >= '0' && c <= '9' && digits < 4) {
      parts[part] = static_cast<uint16_t>(parts[part] * 10 + (c - '0'));
      ++digits;
    } else {
      return false;
    }
  }
  if (part != 2 || digits == 0) return false;
  *out = parts;
  return true;
}

absl::Status CheckManifestValue(std::string_view key, std::string_view value) {
  if (!IsOneLine(value)) return Bad(key, "one line of text, without control or invisible characters");
  if (value.empty() || value.front() == ' ' || value.back() == ' ')
    return Bad(key, "no spaces around it, and not empty");
  if (key == "name" && (value.size() > kLongestName || value.find_first_of("@+") != std::string_view::npos))
    return Bad(key, "at most 64 bytes, without @ and + (a verdict says name@version+digest)");
  if (key == "version" && (value.size() > kLongestName || !IsOf(value, "._-")))
    return Bad(key, "letters, digits, point, hyphen and underscore, at most 64");
  if ((key == "layer" || key == "licence") && value.size() > 2 * kLongestName) return Bad(key, "at most 128 bytes");
  if (key == "description" && value.size() > kLongestDescription) return Bad(key, "at most 1024 bytes");
  if (key == "valid_from" || key == "valid_until") return CheckDate(key, value);
  std::array<uint16_t, 3> version;
  if ((key == "engine_min" || key == "engine_max") && !ParseVersion(value, &version))
    return Bad(key, "a version of weir: three numbers, as 0.1.0");
  if ((key == "fold" || key == "sources") && (value.size() > kLongestName || !IsOf(value, "")))
    return Bad(key, "a digest in hex digits");
  return absl::OkStatus();
}

std::string WriteManifest(const Manifest& manifest) {
  std::string out(kHead);
  AppendLine("name", manifest.name, &out);
  AppendLine("version", manifest.version, &out);
  AppendLine("layer", manifest.layer, &out);
  AppendLine("licence", manifest.licence, &out);
  AppendLine("description", manifest.description, &out);
  if (manifest.valid_from.IsSet()) AppendLine("valid_from", FormatDate(manifest.valid_from), &out);
  if (manifest.valid_until.IsSet()) AppendLine("valid_until", FormatDate(manifest.valid_until), &out);
  AppendLine("engine_min", manifest.engine_min, &out);
  AppendLine("engine_max", manifest.engine_max, &out);
  AppendLine("fold", manifest.fold_digest, &out);
  AppendLine("sources", manifest.digest, &out);
  AppendLine("files", absl::StrCat(manifest.files), &out);
  for (const auto& [name, number] : manifest.counts) absl::StrAppend(&out, "count ", name, " ", number, "\n");
  return out;
}

absl::StatusOr<Manifest> ReadManifest(std::string_view text, const std::string& file) {
  const auto bad = [&](int32_t line, std::string_view what) {
    return ErrorAt({file, 0, 0}, StatusCode::kBadSource,
                   absl::StrCat("the manifest, line ", line, ": ", Absl(what), "; build the pack again"));
  };
  if (text.size() > kLongestManifest) return bad(1, "longer than 16 KiB");
  if (text.substr(0, kHead.size()) != kHead) return bad(1, "not \"weir-manifest 1\"");
  Manifest manifest;
  int32_t line = 1;
  for (std::string_view rest = text.substr(kHead.size()); !rest.empty();) {
    ++line;
    const size_t feed = rest.find('\n');
    if (feed == std::string_view::npos) return bad(line, "it is cut");
    const std::string_view one = rest.substr(0, feed);
    rest.remove_prefix(feed + 1);
    const size_t space = std::min(one.find(' '), one.size());
    if (space + 1 >= one.size() || !Store(one.substr(0, space), one.substr(space + 1), &manifest))
      return bad(line, "an unknown key, or a value that breaks its rule");
  }
  if (manifest.name.empty() || manifest.version.empty()) return bad(line, "name or version is missing");
  // One manifest has one text: order, repeats and leading zeros are all in this.
  if (WriteManifest(manifest) != text) return bad(1, "not in the one form that weir writes");
  return manifest;
}

absl::Status Admit(const Manifest& manifest, const Date& today, std::string_view weir_version) {
  const auto refused = [&](std::string_view what) {
    return Error(StatusCode::kBadSource, absl::StrCat("pack ", manifest.name, "@", manifest.version, " ", Absl(what)));
  };
  if (manifest.valid_from.IsSet() && today < manifest.valid_from)
    return refused(absl::StrCat("is valid from ", FormatDate(manifest.valid_from), ", and today is ", FormatDate(today),
                                "; wait, or take the pack before it"));
  if (manifest.valid_until.IsSet() && today > manifest.valid_until)
    return refused(absl::StrCat("was valid until ", FormatDate(manifest.valid_until), ", and today is ",
                                FormatDate(today), "; get a newer one"));
  std::array<uint16_t, 3> ours{}, bound{};
  ParseVersion(weir_version, &ours);
  if (ParseVersion(manifest.engine_min, &bound) && ours < bound)
    return refused(absl::StrCat("needs weir ", manifest.engine_min, " or later, and this is ", Absl(weir_version),
                                "; update weir, or take an older pack"));
  if (ParseVersion(manifest.engine_max, &bound) && ours > bound)
    return refused(absl::StrCat("is for weir up to ", manifest.engine_max, ", and this is ", Absl(weir_version),
                                "; get a newer pack"));
  return absl::OkStatus();
}

}  // namespace weir::dictionary
