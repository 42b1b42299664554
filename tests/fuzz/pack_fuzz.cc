// Fuzzes reading a pack from bytes: whatever they are, opening gives an engine or an error that says what and where, never a crash.
// An engine that opens must scan.
//
// The seeds are bundles (lib/dictionary/bundle.h), good and broken. An input that begins with a byte below 8 is the content of one
// source file instead, put into a bundle with the right size: mutations would seldom get past a bundle's own head otherwise.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "weir/engine.h"

namespace {

std::string ToBundle(std::string_view input) {
  if (input.empty() || static_cast<unsigned char>(input[0]) >= 8) return std::string(input);
  constexpr std::string_view kPaths[] = {"zh/abuse.tsv", "zh/attention/question.tsv", "zh/topics/a.tsv",
                                         "zh/script.tsv"};
  const std::string_view content = input.substr(1);
  std::string bundle = "weir-bundle 1\nname fuzz\nversion 1\nfile ";
  bundle += kPaths[input[0] % 4];
  bundle += ' ';
  bundle += std::to_string(content.size());
  bundle += '\n';
  bundle += content;
  bundle += '\n';
  return bundle;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  weir::EngineOptions options;
  options.default_pack = false;
  options.detectors.emplace();                       // none: compiling them would take most of the time
  options.matcher = weir::MatcherChoice::kTextbook;  // Hyperscan's compile time would hide the reader
  options.packs = {weir::PackSource::Bytes("fuzz", ToBundle({reinterpret_cast<const char*>(data), size}))};
  auto engine = weir::Engine::Open(options);
  if (!engine.ok()) {
    if (engine.status().message().empty()) {
      std::fprintf(stderr, "an error without a word\n");
      std::abort();
    }
    return 0;
  }
  weir::Scratch scratch;
  weir::Verdict verdict;
  for (const char* text : {"加 微 信 细聊，傻逼 110", "jia威信 sha bi 👅🐶 女表子 b!tch 玛"})
    engine->Scan(text, scratch, &verdict);
  return 0;
}
