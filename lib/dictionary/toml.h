// TOML, as the rule files are written (docs/rules.md): text → a tree of values that know their places, and a reader of one table that
// refuses what it does not know. toml++ does the parsing; what it does not bound is bounded before it sees a byte.
//
//   auto tree = ParseToml("[[pattern]]\nname = 'x'\n", "patterns.toml");
//   TomlReader reader(tree->entries[0].value.items[0], "patterns.toml");
//   reader.Know({"name", "weight"});
//   reader.Text("name", &name);                     // name = "x"; a number there is "3:8 name is a number; write a text"
//   if (!reader.status().ok()) return reader.status();   // the first fault, with its place
//
//   "a.a.a.…(500,000 times) = 1" overflows toml++'s stack; here: "nested deeper than 8 levels". Cost: some microseconds a line.
#ifndef WEIR_DICTIONARY_TOML_H_
#define WEIR_DICTIONARY_TOML_H_

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"

namespace weir::dictionary {

inline constexpr size_t kLargestToml = 512 * 1024;  // bytes of a file
inline constexpr size_t kDeepestToml = 8;           // tables and arrays inside one another

struct TomlEntry;

struct Toml {
  enum class Kind : uint8_t { kText, kWhole, kNumber, kTruth, kTime, kArray, kTable };
  Kind kind = Kind::kTable;
  int32_t line = 1, column = 1;    // where the value begins; of a table under a header: the header
  std::string text;                // kText; of kTime a day alone, as 2026-12-31, and empty where there is a time of day
  double number = 0;               // kWhole, kNumber
  bool truth = false;              // kTruth
  std::vector<Toml> items;         // kArray
  std::vector<TomlEntry> entries;  // kTable, by place
};

struct TomlEntry {
  std::string key;
  int32_t line = 1, column = 1;  // of the key
  Toml value;
};

// The whole file, or kBadSource at file:line:column; kLimit when it is too large or too deep.
absl::StatusOr<Toml> ParseToml(std::string_view text, const std::string& file);

// Reads one table. Each call takes one key's value, and leaves *out as it was where the key is missing or a fault was met before: the
// first fault is kept, so that a reader is written without a branch a line.
class TomlReader {
 public:
  // Both must outlive the reader.
  TomlReader(const Toml& table, const std::string& file) : table_(table), file_(file) {}

  // Refuses every other key, naming these.
  void Know(std::initializer_list<std::string_view> keys);
  void Need(std::string_view key);
  bool Has(std::string_view key) const { return Find(key) != nullptr; }
  const TomlEntry* Find(std::string_view key) const;

  void Text(std::string_view key, std::string* out,
            size_t longest = 1000);  // `longest` in characters; empty is refused
  void Number(std::string_view key, double low, double high, double* out);
  void Whole(std::string_view key, int64_t low, int64_t high, int64_t* out);
  void Truth(std::string_view key, bool* out);
  void Texts(std::string_view key, size_t most, std::vector<std::string>* out);

  // A fault of the caller's finding, at a key's value, at any value, at the table.
  void Fail(std::string_view key, const std::string& message);
  void Fail(const Toml& at, const std::string& message);
  void Fail(const std::string& message) { Fail(table_, message); }

  const absl::Status& status() const { return status_; }
  const Toml& table() const { return table_; }

 private:
  // The key's value if it is there and of the kind; a fault if it is of another.
  const Toml* Take(std::string_view key, Toml::Kind kind);

  const Toml& table_;
  const std::string& file_;
  absl::Status status_;
};

// "a text", "a number", for messages.
std::string_view TomlKindName(Toml::Kind kind);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_TOML_H_
