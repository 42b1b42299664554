#include "dictionary/bundle.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

constexpr std::string_view kMagic = "weir-bundle 1\n";

// Takes the next line "key value" from `rest`; false when there is none or its key is another.
bool TakeLine(std::string_view key, std::string_view* rest, std::string_view* value) {
  const size_t feed = rest->find('\n');
  if (feed == std::string_view::npos) return false;
  const std::string_view line = rest->substr(0, feed);
  if (line.substr(0, key.size()) != key || line.size() <= key.size() || line[key.size()] != ' ') return false;
  *value = line.substr(key.size() + 1);
  rest->remove_prefix(feed + 1);
  return true;
}

// "path size", then the content; takes both.
bool TakeFile(std::string_view* rest, std::pair<std::string, std::string>* file) {
  std::string_view head;
  if (!TakeLine("file", rest, &head)) return false;
  const size_t space = head.rfind(' ');
  uint64_t size = 0;
  if (space == std::string_view::npos || space == 0) return false;
  const std::string_view digits = head.substr(space + 1);
  if (!absl::SimpleAtoi(absl::string_view(digits.data(), digits.size()), &size)) return false;
  if (size >= rest->size() || (*rest)[size] != '\n') return false;
  *file = {std::string(head.substr(0, space)), std::string(rest->substr(0, size))};
  rest->remove_prefix(size + 1);
  return true;
}

bool IsPrintable(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    if (!one.valid || one.cp < 0x20 || one.cp == 0x7F) return false;
    p += one.length;
  }
  return true;
}

}  // namespace

bool IsPackPath(std::string_view path) {
  if (path.empty() || path.size() > kLongestPath || path.find('\\') != std::string_view::npos || !IsPrintable(path))
    return false;
  for (size_t at = 0; at <= path.size();) {
    const size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view part = path.substr(at, slash - at);
    if (part.empty() || part == "." || part == "..") return false;
    at = slash + 1;
  }
  return true;
}

bool IsBundle(std::string_view bytes) { return bytes.substr(0, kMagic.size()) == kMagic; }

std::string WriteBundle(const Bundle& bundle) {
  std::string out(kMagic);
  absl::StrAppend(&out, "name ", bundle.name, "\nversion ", bundle.version, "\n");
  for (const auto& [path, content] : bundle.files)
    absl::StrAppend(&out, "file ", path, " ", content.size(), "\n", content, "\n");
  return out;
}

absl::StatusOr<Bundle> ReadBundle(std::string_view bytes, const std::string& name) {
  const auto bad = [&](std::string_view rest, std::string_view what) {
    return ErrorAt({name}, StatusCode::kBadSource,
                   absl::StrCat("not a weir bundle: at byte ", bytes.size() - rest.size(), " ",
                                absl::string_view(what.data(), what.size()), "; make it again with weir-packc"));
  };
  std::string_view rest = bytes, value;
  if (bytes.size() > kLargestBundle) return bad(bytes.substr(kLargestBundle), "it is larger than 64 MiB");
  if (!IsBundle(bytes)) return bad(rest, "the first line is not \"weir-bundle 1\"");
  rest.remove_prefix(kMagic.size());
  Bundle bundle;
  if (!TakeLine("name", &rest, &value)) return bad(rest, "a line \"name …\" is missing");
  bundle.name = value;
  if (!TakeLine("version", &rest, &value)) return bad(rest, "a line \"version …\" is missing");
  bundle.version = value;
  while (!rest.empty()) {
    std::pair<std::string, std::string> file;
    const std::string_view entry = rest;
    if (!TakeFile(&rest, &file)) return bad(entry, "a file is cut or its size is wrong");
    if (!IsPackPath(file.first)) return bad(entry, "a path leads out of the pack, or is none");
    if (bundle.files.size() == kMostFiles) return bad(entry, "it has more than 4,096 files");
    if (!bundle.files.empty() && file.first <= bundle.files.back().first)
      return bad(entry, "the files are not in order");
    bundle.files.push_back(std::move(file));
  }
  return bundle;
}

}  // namespace weir::dictionary
