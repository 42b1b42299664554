#include "dictionary/lint_load.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir::dictionary {
namespace {

namespace fs = std::filesystem;

bool IsSource(const fs::path& path) { return path.extension() == ".tsv" || path.extension() == ".cases"; }

absl::Status SystemError(const std::string& path, int number) {
  const StatusCode code = number == ENOENT ? StatusCode::kNotFound : StatusCode::kIo;
  return ErrorAt({path}, code, absl::StrCat(std::strerror(number), "; check the path"));
}

absl::Status ReadFile(const std::string& path, std::string* content) {
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return SystemError(path, errno);
  char buffer[1 << 16];
  while (const size_t got = std::fread(buffer, 1, sizeof buffer, file.get())) {
    content->append(buffer, got);
    if (content->size() > kLargestSource)
      return ErrorAt({path}, StatusCode::kLimit, absl::StrCat("over ", kLargestSource >> 20, " MiB; split the file"));
  }
  return std::ferror(file.get()) != 0 ? SystemError(path, errno) : absl::OkStatus();
}

// The last two folders that a lone file stands in say what it is: zh/attention/help.tsv.
std::string PathInPack(const fs::path& file) {
  const fs::path folder = file.parent_path().filename();
  return (folder.empty() || folder == "." ? file.filename() : folder / file.filename()).generic_string();
}

}  // namespace

absl::StatusOr<LintLayer> ReadLintLayer(const std::string& path) {
  std::error_code error;
  const fs::path clean = fs::path(path).lexically_normal();
  LintLayer layer;
  layer.name = clean.has_filename() ? clean.stem().string() : clean.parent_path().stem().string();
  if (!fs::is_directory(path, error)) {
    layer.files.push_back({PathInPack(clean), path, ""});
    if (absl::Status status = ReadFile(path, &layer.files[0].content); !status.ok()) return status;
    if (!IsSource(clean))
      return ErrorAt({path}, StatusCode::kBadSource,
                     "neither a folder nor a .tsv or .cases file; name the pack's folder");
    return layer;
  }
  auto walk = fs::recursive_directory_iterator(path, error);
  const auto is_rules = [](const fs::path& file) {
    return file.filename() == "patterns.toml" || file.filename() == "composites.toml";
  };
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    layer.has_rules |= is_rules(walk->path());
    if (!IsSource(walk->path()) || !walk->is_regular_file()) continue;
    layer.files.push_back({fs::relative(walk->path(), path).generic_string(), walk->path().generic_string(), ""});
  }
  if (error) return SystemError(path, error.value());
  if (layer.files.empty())
    return ErrorAt({path}, StatusCode::kBadSource, "the folder holds no .tsv file of terms; name the pack's folder");
  std::ranges::sort(layer.files, {}, &LintFile::path);
  for (LintFile& file : layer.files) {
    if (absl::Status status = ReadFile(file.shown, &file.content); !status.ok()) return status;
  }
  return layer;
}

}  // namespace weir::dictionary
