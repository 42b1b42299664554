// The dictionaries' own cases: dictionaries/**/NAME.cases beside NAME.tsv, run against the default pack through the engine.
// All failures in one list, by file and line, so that a maintainer sees the whole of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "tests/table.h"
#include "weir/engine.h"

namespace weir {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> CaseFiles() {
  std::vector<std::string> files;
  const fs::path root = WEIR_SOURCE_DIR;
  for (const auto& entry : fs::recursive_directory_iterator(root / "dictionaries")) {
    if (entry.path().extension() == ".cases") files.push_back(fs::relative(entry.path(), root).generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// What the hits of a file's category are called in explanations: "ads", "attention:question", "topic:社保".
std::string CategoryOf(const std::string& file) {
  const std::string stem = fs::path(file).stem().string(), folder = fs::path(file).parent_path().filename().string();
  if (folder == "attention") return "attention:" + stem;
  if (folder != "topics") return stem;
  std::istringstream source(tests::ReadWhole(tests::SourcePath(fs::path(file).replace_extension(".tsv").string())));
  for (std::string line; std::getline(source, line);) {
    if (line.rfind("#! topic ", 0) == 0) return "topic:" + line.substr(9);
  }
  ADD_FAILURE() << file << ": its .tsv names no topic";
  return "";
}

// Is the file's category in the verdict, as a user sees it?
bool Reported(const Verdict& verdict, const std::string& category) {
  std::vector<std::string_view> kinds;
  AppendKindNames(verdict.attention.kinds, &kinds);
  if (category.rfind("attention:", 0) == 0) return std::count(kinds.begin(), kinds.end(), category.substr(10)) > 0;
  const auto& topics = verdict.attention.topics;
  if (category.rfind("topic:", 0) == 0) return std::count(topics.begin(), topics.end(), category.substr(6)) > 0;
  return std::any_of(verdict.hits.begin(), verdict.hits.end(),
                     [&](const Hit& hit) { return Name(hit.category) == category; });
}

std::string Check(const Engine& engine, const tests::Row& row, const std::string& category) {
  ScanOptions options;
  if (category == "script") options.surface = Surface::kScript;
  const Explanation explanation = engine.Explain(row["text"], options);
  std::set<std::string> accepted;
  std::string killed, found;
  for (const Explanation::RawHit& raw : explanation.raw_hits) {
    if (raw.category != category) continue;
    if (raw.accepted && accepted.insert(raw.term).second) found += " " + raw.term;
    if (!raw.accepted) killed += " " + raw.term + " (" + raw.step + ": " + raw.reason + ")";
  }
  const bool reported = Reported(explanation.verdict, category);
  // A hint of attention or of a topic (weight below 1) that stands alone is reported to no one, and so misses nothing.
  const bool hints = category.find(':') != std::string::npos;
  if (row["expect"] == "miss") return !reported && (hints || accepted.empty()) ? "" : "must not hit, but did:" + found;
  if (row["expect"] != "hit") return "expect is hit or miss";
  std::string missing;
  for (const std::string& term : tests::List(row["terms"])) {
    if (accepted.count(term) == 0) missing += " " + term;
  }
  if (!missing.empty()) return "lacks" + missing + "; accepted:" + found + "; killed:" + killed;
  return reported ? "" : "must hit, but its category is not reported; accepted:" + found + "; killed:" + killed;
}

TEST(DictionaryCases, All) {
  auto engine = Engine::Open({});
  ASSERT_TRUE(engine.ok()) << engine.status().ToString();
  const std::vector<std::string> files = CaseFiles();
  ASSERT_GE(files.size(), 10u) << "the dictionaries' cases are gone";
  std::string failures;
  int passed = 0, failed = 0;
  for (const std::string& file : files) {
    const std::string category = CategoryOf(file);
    for (const tests::Row& row : tests::ReadTable(file, {"expect", "text", "terms", "note"})) {
      const std::string why = Check(*engine, row, category);
      (why.empty() ? passed : failed)++;
      if (!why.empty()) failures += row.place + "\t" + row["expect"] + "\t" + row["text"] + "\t" + why + "\n";
    }
  }
  printf("%d cases passed, %d failed, in %zu files\n", passed, failed, files.size());
  EXPECT_TRUE(failures.empty()) << failures;
}

}  // namespace
}  // namespace weir
