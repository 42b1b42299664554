#include "dictionary/load.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "base/digest.h"
#include "base/error.h"
#include "dictionary/container.h"
#include "dictionary/pack_toml.h"
#include "dictionary/rules.h"
#include "dictionary/source.h"
#include "text/fold_table.h"
#include "weir/policy.h"

namespace weir::dictionary {
namespace {

namespace fs = std::filesystem;

absl::Status SystemError(const std::string& path, int number, const char* advice) {
  const StatusCode code = number == ENOENT ? StatusCode::kNotFound : StatusCode::kIo;
  return ErrorAt({path}, code, absl::StrCat(std::strerror(number), "; ", advice));
}

// Is it a file of the pack? `path` is relative to its folder. Cases are not: they are checked where the pack is built.
bool IsSource(const std::string& path) {
  const fs::path name = fs::path(path).filename();
  return name.extension() == ".tsv" || path == kPackToml || IsRuleFile(path);
}

std::string NameOf(const std::string& path) {
  std::error_code error;
  const fs::path clean = fs::absolute(path, error).lexically_normal();  // "." has a name too
  return clean.has_filename() ? clean.stem().string() : clean.parent_path().stem().string();
}

absl::Status ReadOne(const std::string& path, const std::string& content, Pack* pack) {
  if (path == kPackToml) {
    auto manifest = ReadPackToml(content, path);
    if (!manifest.ok()) return manifest.status();
    pack->manifest = *std::move(manifest);
    return absl::OkStatus();
  }
  if (IsRuleFile(path)) return ReadRules(content, path, pack);
  return ReadSource(content, path, pack);
}

// A manifest is what the sources say, but for the counts and fold tables of the weir that built it.
absl::StatusOr<Pack> ParseContainer(Container container, const std::string& name) {
  auto pack = ParseBundle(container.bundle);
  if (!pack.ok()) return pack.status();
  pack->manifest.counts = container.manifest.counts;
  pack->manifest.fold_digest = container.manifest.fold_digest;
  if (pack->manifest != container.manifest)
    return ErrorAt({name}, StatusCode::kBadSource, "its manifest says something else than its sources; build it again");
  pack->seal = std::move(container.seal);
  return pack;
}

}  // namespace

absl::StatusOr<std::string> ReadPackFile(const std::string& path) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return SystemError(path, errno, "check the path of the pack");
  std::string content;
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
    content.append(buffer, got);
    if (content.size() > kLargestContainer)
      return ErrorAt({path}, StatusCode::kLimit, "larger than the 65 MiB that a pack may have; is it the right file?");
  }
  if (std::ferror(file.get())) return SystemError(path, errno, "the pack could not be read");
  return content;
}

std::vector<std::pair<std::string, uint64_t>> CountEntries(const Pack& pack) {
  constexpr std::array<std::string_view, kAttentionKindCount> kKinds = {"question", "complaint", "help", "crisis"};
  std::array<uint64_t, kCategoryCount> risks{};
  std::array<uint64_t, kAttentionKindCount> kinds{};
  uint64_t topics = 0, allows = 0;
  for (const Term& term : pack.terms) {
    if (term.role == Role::kRisk) ++risks[static_cast<size_t>(term.category)];
    if (term.role == Role::kAttention) ++kinds[static_cast<size_t>(std::countr_zero(static_cast<unsigned>(term.kind)))];
    topics += term.role == Role::kTopic;
    allows += term.role == Role::kAllow;
  }
  std::vector<std::pair<std::string, uint64_t>> counts;
  const auto add = [&](std::string_view prefix, std::string_view name, uint64_t number) {
    if (number > 0) counts.emplace_back(std::string(prefix).append(name), number);
  };
  for (size_t i = 0; i < risks.size(); ++i) add("", Name(static_cast<Category>(i)), risks[i]);
  for (size_t i = 0; i < kinds.size(); ++i) add("attention:", kKinds[i], kinds[i]);
  add("", "topics", topics);
  add("", "allow", allows);
  add("", "patterns", pack.patterns.size());
  add("", "composites", pack.composites.size());
  add("", "policy", pack.policy.size());
  return counts;
}

absl::StatusOr<Bundle> CollectFolder(const std::string& folder, const std::string& name, const std::string& version) {
  Bundle bundle{name, version, {}};
  std::error_code error;
  size_t total = 0;
  bool terms = false;
  auto walk = fs::recursive_directory_iterator(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    const std::string path = walk->path().lexically_relative(folder).generic_string();
    if (!IsSource(path)) continue;
    if (!IsPackPath(path))
      return ErrorAt({walk->path().string()}, StatusCode::kBadSource,
                     "no name for a file of a pack; take printable characters, without \\, at most 255 bytes");
    auto content = ReadPackFile(walk->path().string());
    if (!content.ok()) return content.status();
    total += content->size();
    if (total > kLargestBundle || bundle.files.size() == kMostFiles)
      return ErrorAt({folder}, StatusCode::kLimit, "more than 64 MiB or 4,096 files; make several packs of it");
    terms |= path != kPackToml;
    bundle.files.emplace_back(path, *std::move(content));
  }
  if (error) return SystemError(folder, error.value(), "check the folder of the pack");
  if (!terms) {
    return ErrorAt({folder}, StatusCode::kBadSource,
                   "the folder holds no .tsv file of terms, and no patterns.toml, composites.toml or policy.toml");
  }
  std::sort(bundle.files.begin(), bundle.files.end());
  return bundle;
}

absl::StatusOr<Bundle> CollectNamed(const std::string& folder) {
  auto bundle = CollectFolder(folder, NameOf(folder), "0");
  if (!bundle.ok()) return bundle.status();
  for (const auto& [path, content] : bundle->files) {
    if (path != kPackToml) continue;
    auto manifest = ReadPackToml(content, path);
    if (!manifest.ok()) return manifest.status();
    if (!manifest->name.empty()) bundle->name = manifest->name;
    if (!manifest->version.empty()) bundle->version = manifest->version;
  }
  return bundle;
}

absl::StatusOr<Pack> ParseBundle(const Bundle& bundle) {
  Pack pack;
  pack.name = bundle.name;
  pack.version = bundle.version;
  pack.digest = Digest(WriteBundle(bundle));
  for (const auto& [path, content] : bundle.files) {
    if (absl::Status status = ReadOne(path, content, &pack); !status.ok()) return status;
  }
  pack.manifest.name = pack.name;
  pack.manifest.version = pack.version;
  pack.manifest.digest = pack.digest;
  pack.manifest.fold_digest = text::kFoldDigest;
  pack.manifest.files = static_cast<uint32_t>(bundle.files.size());
  pack.manifest.counts = CountEntries(pack);
  return pack;
}

absl::StatusOr<Pack> LoadBytes(std::string_view bytes, const std::string& name) {
  if (IsContainer(bytes)) {
    auto container = ReadContainer(bytes, name);
    if (!container.ok()) return container.status();
    return ParseContainer(*std::move(container), name);
  }
  auto bundle = ReadBundle(bytes, name);
  if (!bundle.ok()) return bundle.status();
  return ParseBundle(*bundle);
}

absl::StatusOr<Pack> LoadPath(const std::string& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) {
    auto bundle = CollectNamed(path);
    if (!bundle.ok()) return bundle.status();
    return ParseBundle(*bundle);
  }
  auto content = ReadPackFile(path);
  if (!content.ok()) return content.status();
  if (IsContainer(*content) || IsBundle(*content)) return LoadBytes(*content, path);
  return ParseBundle({NameOf(path), "0", {{path, *std::move(content)}}});
}

}  // namespace weir::dictionary
