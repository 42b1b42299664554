#include "dictionary/rules.h"

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/date.h"
#include "base/error.h"

namespace weir::dictionary {
namespace {

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

constexpr double kLowestWeight = 0.5, kHighestWeight = 5;
constexpr size_t kLongestName = 64;

std::string_view FileName(std::string_view path) {
  const size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// category = "ads", or attention = "question": one of the two.
void ReadMeaning(TomlReader* reader, RuleHead* head) {
  std::string category, attention;
  reader->Text("category", &category);
  reader->Text("attention", &attention);
  if (category.empty() == attention.empty()) {
    return reader->Fail(category.empty()
                            ? "what a hit means is missing; write category = \"ads\", or attention = \"question\""
                            : "category and attention exclude one another: attention never acts; leave one out");
  }
  if (!category.empty()) {
    if (!ParseCategory(category, &head->category))
      reader->Fail("category",
                   absl::StrCat("\"", category,
                                "\" is no category; known are abuse threat hate sexual gambling drugs scam ads "
                                "illegal_service privacy flood script custom"));
    return;
  }
  constexpr std::array<std::string_view, kAttentionKindCount> kKinds = {"question", "complaint", "help", "crisis"};
  const auto found = std::find(kKinds.begin(), kKinds.end(), attention);
  if (found == kKinds.end())
    return reader->Fail(
        "attention",
        absl::StrCat("\"", attention, "\" is no kind of attention; known are question complaint help crisis"));
  head->attention = true;
  head->kind = static_cast<AttentionKind>(1 << (found - kKinds.begin()));
}

void ReadFlags(TomlReader* reader, RuleHead* head) {
  std::vector<std::string> flags;
  reader->Texts("flags", 4, &flags);
  for (const std::string& flag : flags) {
    if (flag != "urgent")
      return reader->Fail("flags", absl::StrCat("unknown flag \"", flag, "\"; known is urgent (with attention)"));
    if (!head->attention)
      return reader->Fail("flags",
                          "urgent says how soon a person should answer; it goes with attention, not with a category");
    head->urgent = true;
  }
}

// surface = "comment", or ["comment", "title"].
void ReadSurfaces(TomlReader* reader, RuleHead* head) {
  const TomlEntry* entry = reader->Find("surface");
  if (entry == nullptr) return;
  std::vector<std::string> names(1);
  if (entry->value.kind == Toml::Kind::kArray) {
    names.clear();
    reader->Texts("surface", kSurfaceCount, &names);
  } else {
    reader->Text("surface", &names[0]);
  }
  if (!reader->status().ok()) return;
  head->surfaces = 0;
  for (const std::string& name : names) {
    Surface surface;
    if (!ParseSurface(name, &surface))
      return reader->Fail("surface",
                          absl::StrCat("unknown surface \"", name, "\"; known are comment script nickname title"));
    head->surfaces |= static_cast<uint8_t>(1 << static_cast<int>(surface));
  }
}

void CheckName(TomlReader* reader, const Pack& pack, const std::string& name) {
  if (std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }))
    return reader->Fail("name", "name holds a control character; write one short line");
  if (!name.empty() && name[0] == '@')
    return reader->Fail("name", "names with @ are those of detectors; begin with another character");
  const auto taken = [&](const auto& rule) { return rule.head.name == name; };
  if (std::any_of(pack.patterns.begin(), pack.patterns.end(), taken) ||
      std::any_of(pack.composites.begin(), pack.composites.end(), taken))
    reader->Fail("name", absl::StrCat("the name \"", name, "\" is taken by another rule of this pack; choose another"));
}

}  // namespace

bool IsRuleFile(std::string_view path) {
  const std::string_view name = FileName(path);
  return name == "patterns.toml" || name == "composites.toml" || name == "policy.toml";
}

absl::Status ReadRules(std::string_view text, const std::string& path, Pack* pack) {
  auto tree = ParseToml(text, path);
  if (!tree.ok()) return tree.status();
  const std::string_view name = FileName(path);
  if (name == "patterns.toml") return ReadPatterns(*tree, path, pack);
  return name == "composites.toml" ? ReadComposites(*tree, path, pack) : ReadPolicy(*tree, path, pack);
}

absl::Status ReadList(const Toml& tree, const std::string& path, std::string_view name, size_t most,
                      std::vector<const Toml*>* out) {
  TomlReader reader(tree, path);
  reader.Know({name});
  const TomlEntry* list = reader.Find(name);
  if (list == nullptr || !reader.status().ok()) return reader.status();  // a file of comments alone holds no rule
  const std::string form = absl::StrCat("; each rule begins with a line [[", Absl(name), "]]");
  if (list->value.kind != Toml::Kind::kArray) {
    reader.Fail(list->value, absl::StrCat(Absl(name), " is ", Absl(TomlKindName(list->value.kind)), form));
    return reader.status();
  }
  for (const Toml& item : list->value.items) {
    if (item.kind != Toml::Kind::kTable)
      reader.Fail(item, absl::StrCat("a rule is ", Absl(TomlKindName(item.kind)), form));
    out->push_back(&item);
  }
  if (out->size() > most)
    reader.Fail(*(*out)[most], absl::StrCat("more than ", most, " rules; a pack with so many is slow: join some"));
  return reader.status();
}

void ReadHead(TomlReader* reader, const std::string& path, const Pack& pack, RuleHead* head) {
  for (const std::string_view key : {"name", "weight"}) reader->Need(key);
  reader->Text("name", &head->name, kLongestName);
  if (reader->status().ok()) CheckName(reader, pack, head->name);
  double weight = 0;
  reader->Number("weight", kLowestWeight, kHighestWeight, &weight);
  head->weight = static_cast<float>(weight);
  ReadMeaning(reader, head);
  ReadFlags(reader, head);
  ReadSurfaces(reader, head);
  reader->Text("source", &head->origin);
  reader->Text("note", &head->note);
  reader->Text("suggest", &head->suggest);
  std::string until;
  reader->Text("until", &until);
  if (!until.empty() && !ParseDate(until, &head->until))
    reader->Fail("until", absl::StrCat("\"", until, "\" is no day; write it as \"2026-12-31\""));
  head->layer = pack.name;
  head->source = absl::StrCat(path, ":", reader->table().line);
}

}  // namespace weir::dictionary
