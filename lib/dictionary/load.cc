#include "dictionary/load.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "base/digest.h"
#include "base/error.h"
#include "dictionary/rules.h"
#include "dictionary/source.h"

namespace weir::dictionary {
namespace {

namespace fs = std::filesystem;

absl::Status SystemError(const std::string& path, int number, const char* advice) {
  const StatusCode code = number == ENOENT ? StatusCode::kNotFound : StatusCode::kIo;
  return ErrorAt({path}, code, absl::StrCat(std::strerror(number), "; ", advice));
}

absl::StatusOr<std::string> ReadFile(const std::string& path) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return SystemError(path, errno, "check the path of the pack");
  std::string content;
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) content.append(buffer, got);
  if (std::ferror(file.get())) return SystemError(path, errno, "the pack could not be read");
  return content;
}

}  // namespace

absl::StatusOr<Bundle> CollectFolder(const std::string& folder, const std::string& name, const std::string& version) {
  Bundle bundle{name, version, {}};
  std::error_code error;
  auto walk = fs::recursive_directory_iterator(folder, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk->path().extension() != ".tsv" && !IsRuleFile(walk->path().filename().string())) continue;
    auto content = ReadFile(walk->path().string());
    if (!content.ok()) return content.status();
    bundle.files.emplace_back(fs::relative(walk->path(), folder).generic_string(), *std::move(content));
  }
  if (error) return SystemError(folder, error.value(), "check the folder of the pack");
  if (bundle.files.empty()) return ErrorAt({folder}, StatusCode::kBadSource, "the folder holds no .tsv file of terms, and no patterns.toml, composites.toml or policy.toml");
  std::sort(bundle.files.begin(), bundle.files.end());
  return bundle;
}

absl::StatusOr<Pack> ParseBundle(const Bundle& bundle) {
  Pack pack;
  pack.name = bundle.name;
  pack.version = bundle.version;
  pack.digest = Digest(WriteBundle(bundle));
  for (const auto& [path, content] : bundle.files) {
    absl::Status status = IsRuleFile(path) ? ReadRules(content, path, &pack) : ReadSource(content, path, &pack);
    if (!status.ok()) return status;
  }
  return pack;
}

absl::StatusOr<Pack> LoadPath(const std::string& path) {
  std::error_code error;
  const fs::path clean = fs::path(path).lexically_normal();
  const std::string name = clean.has_filename() ? clean.stem().string() : clean.parent_path().stem().string();
  if (fs::is_directory(path, error)) {
    auto bundle = CollectFolder(path, name, "0");
    if (!bundle.ok()) return bundle.status();
    return ParseBundle(*bundle);
  }
  auto content = ReadFile(path);
  if (!content.ok()) return content.status();
  if (IsBundle(*content)) {
    auto bundle = ReadBundle(*content, path);
    if (!bundle.ok()) return bundle.status();
    return ParseBundle(*bundle);
  }
  return ParseBundle({name, "0", {{path, *std::move(content)}}});
}

}  // namespace weir::dictionary
