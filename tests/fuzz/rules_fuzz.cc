// The readers of rule files on any bytes: the first byte says which file the rest is (patterns, composites, policy), or a lone regex. What
// is read must open and scan, what is refused must say why, and RE2 must take every regex that the parser lets through.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "check.h"
#include "dictionary/bundle.h"
#include "dictionary/rules.h"
#include "match/regex_set.h"
#include "weir/engine.h"

namespace {

constexpr std::array<const char*, 3> kPaths = {"patterns.toml", "composites.toml", "policy.toml"};

void Open(const std::string& path, std::string_view content) {
  weir::EngineOptions options;
  options.default_pack = false;
  options.detectors.emplace();
  options.matcher = weir::MatcherChoice::kTextbook;  // RE2 alone: Hyperscan's compile time would hide the readers
  options.packs = {
      weir::PackSource::Bytes("f", weir::dictionary::WriteBundle({"f", "1", {{path, std::string(content)}}}))};
  auto engine = weir::Engine::Open(options);
  if (!engine.ok()) {
    CHECK(!engine.status().message().empty());
    return;
  }
  weir::Scratch scratch;
  weir::Verdict verdict;
  for (const char* text : {"加v信123456，考试包过私信我", "举报 加Ｖ①②③ \xFF\xFE 考试……保过"})
    engine->Scan(text, scratch, &verdict);
}

void ReadFile(const std::string& path, std::string_view content) {
  weir::dictionary::Pack pack;
  const absl::Status status = weir::dictionary::ReadRules(content, path, &pack);
  if (status.ok()) return Open(path, content);
  const weir::Status open = weir::ToPublic(status);
  CHECK(!open.message().empty());
  CHECK(open.file() == path);
}

void ReadRegex(std::string_view written) {
  weir::dictionary::Regex regex;
  std::string error;
  if (!weir::dictionary::ParseRegex(written, &regex, &error)) {
    CHECK(!error.empty());
    return;
  }
  CHECK(regex.shortest > 0 && regex.shortest <= regex.longest && regex.longest <= regex.positions);
  const weir::dictionary::Regex* const one = &regex;
  size_t faulty = 0;
  auto set = weir::match::RegexSet::Build({&one, 1}, false, &faulty);
  CHECK(set.ok());
  size_t begin = 0, end = 0;
  const std::string_view text = "加v信123456，考试包过";
  if ((*set)->Find(0, text, 0, &begin, &end)) CHECK(begin < end && end <= text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0 || size > 8192) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const size_t which = data[0] % (kPaths.size() + 1);
  which < kPaths.size() ? ReadFile(kPaths[which], rest) : ReadRegex(rest);
  return 0;
}
