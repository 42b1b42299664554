// Small engines for tests: packs written as text in the test.
#ifndef WEIR_TESTS_ENGINE_ENGINE_HELPERS_H_
#define WEIR_TESTS_ENGINE_ENGINE_HELPERS_H_

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "dictionary/bundle.h"
#include "weir/engine.h"

namespace weir::tests {

inline constexpr char kHeader[] = "term\tweight\tvariants\tflags\tsource\tnote\n";

// A pack of files (path, rows below the usual header; "#!" lines may lead).
inline PackSource MakePack(const std::string& name, const std::vector<std::pair<std::string, std::string>>& files) {
  dictionary::Bundle bundle{name, "1", {}};
  for (const auto& [path, rows] : files) bundle.files.emplace_back(path, kHeader + rows);
  std::sort(bundle.files.begin(), bundle.files.end());
  return PackSource::Bytes(name, dictionary::WriteBundle(bundle));
}

inline Engine MustOpen(const EngineOptions& options) {
  auto engine = Engine::Open(options);
  EXPECT_TRUE(engine.ok()) << engine.status().ToString();
  return std::move(engine).value();
}

// No default pack, these terms, no detectors.
inline EngineOptions Bare(std::vector<std::string> terms, std::vector<std::string> allow = {}) {
  EngineOptions options;
  options.default_pack = false;
  options.terms = std::move(terms);
  options.allow = std::move(allow);
  options.detectors.emplace();
  return options;
}

inline std::string Json(const Verdict& verdict, std::string_view text) {
  std::string json;
  AppendJson(verdict, "1", text, nullptr, &json);
  return json;
}

inline std::string ScanToJson(const Engine& engine, std::string_view text, Scratch& scratch,
                              const ScanOptions& options = {}) {
  Verdict verdict;
  engine.Scan(text, scratch, &verdict, options);
  return Json(verdict, text);
}

// "term@begin-end" of each hit, by bytes.
inline std::string HitsOf(const Verdict& verdict) {
  std::string out;
  for (const Hit& hit : verdict.hits) {
    out += (out.empty() ? "" : " ") + std::string(hit.term) + "@" + std::to_string(hit.span.begin) + "-" +
           std::to_string(hit.span.end);
  }
  return out;
}

inline std::string HitsOf(const Engine& engine, std::string_view text, const ScanOptions& options = {}) {
  Scratch scratch;
  Verdict verdict;
  engine.Scan(text, scratch, &verdict, options);
  return HitsOf(verdict);
}

}  // namespace weir::tests

#endif  // WEIR_TESTS_ENGINE_ENGINE_HELPERS_H_
