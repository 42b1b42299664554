// composites.toml: each rule a set of parts that say nothing alone.
//
//   [[composite]]
//   name = "替考招揽"
//   all = ["考试", ["包过", "保过"], ["加我", "私信"]]
//   within = 40
//   none = ["举报"]
//   category = "illegal_service"
//   weight = 3
#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/rules.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

// all = ["A", ["B", "b"]]: a text is a group of one.
void ReadGroups(TomlReader* reader, CompositeRule* rule) {
  const TomlEntry* entry = reader->Find("all");
  if (entry == nullptr || !reader->status().ok()) return;
  const Toml& list = entry->value;
  if (list.kind != Toml::Kind::kArray) return reader->Fail(list, "all is a list of parts; write all = [\"A\", \"B\"]");
  for (const Toml& item : list.items) {
    std::vector<std::string>& group = rule->all.emplace_back();
    if (item.kind == Toml::Kind::kText) {
      group.push_back(item.text);
      continue;
    }
    const bool texts = item.kind == Toml::Kind::kArray && !item.items.empty() &&
                       std::all_of(item.items.begin(), item.items.end(),
                                   [](const Toml& one) { return one.kind == Toml::Kind::kText; });
    if (!texts)
      return reader->Fail(item,
                          "a part is a text, or a list of texts of which any will do: all = [\"A\", [\"B\", \"b\"]]");
    for (const Toml& one : item.items) group.push_back(one.text);
  }
}

std::string CheckPart(const std::string& part) {
  if (text::Fold(part).empty()) return absl::StrCat("the part \"", part, "\" holds no letter, Han character or digit");
  if (text::CountCodePoints(part) > kLongestTerm)
    return absl::StrCat("a part is longer than ", kLongestTerm, " characters; take its telling piece");
  return "";
}

// Does `outer` hold `inner`, as texts are matched?
bool Holds(const std::string& outer, const std::string& inner) {
  const std::vector<uint16_t> all = text::Fold(outer), some = text::Fold(inner);
  return std::search(all.begin(), all.end(), some.begin(), some.end()) != all.end();
}

// A part within a part of another group is found wherever that one is, and asks for nothing.
std::string CheckGroups(const CompositeRule& rule) {
  for (size_t a = 0; a < rule.all.size(); ++a) {
    for (size_t b = 0; b < rule.all.size(); ++b) {
      if (a == b) continue;
      for (const std::string& outer : rule.all[a]) {
        for (const std::string& inner : rule.all[b]) {
          if (Holds(outer, inner))
            return absl::StrCat("the part \"", outer, "\" holds the part \"", inner,
                                "\" of another group, so one word would do for both; change one");
        }
      }
    }
  }
  return "";
}

absl::Status ReadOne(const Toml& table, const std::string& path, Pack* pack) {
  TomlReader reader(table, path);
  CompositeRule rule;
  reader.Know({"name", "all", "none", "within", "ordered", "category", "attention", "weight", "flags", "surface",
               "source", "note", "suggest", "until"});
  ReadHead(&reader, path, *pack, &rule.head);
  reader.Need("all");
  ReadGroups(&reader, &rule);
  reader.Texts("none", kMostAlternatives, &rule.none);
  int64_t within = 0;
  reader.Whole("within", 0, kWidestStretch, &within);
  rule.within = static_cast<uint32_t>(within);
  reader.Truth("ordered", &rule.ordered);
  rule.at = {path, table.line, table.column};
  if (reader.status().ok()) {
    if (const std::string wrong = CheckParts(rule); !wrong.empty()) reader.Fail("all", wrong);
  }
  if (!reader.status().ok()) return reader.status();
  pack->composites.push_back(std::move(rule));
  return absl::OkStatus();
}

}  // namespace

std::string CheckParts(const CompositeRule& rule) {
  if (rule.all.size() < 2 || rule.all.size() > kMostGroups) {
    return absl::StrCat("all has ", rule.all.size(), " parts; write 2 to ", kMostGroups,
                        ": a single word is a term, in a .tsv");
  }
  for (const std::vector<std::string>& group : rule.all) {
    if (group.size() > kMostAlternatives)
      return absl::StrCat("a group has more than ", kMostAlternatives, " texts; make two rules of it");
    for (const std::string& part : group) {
      if (std::string wrong = CheckPart(part); !wrong.empty()) return wrong;
      const auto inside = [&](const std::string& kill) { return Holds(part, kill); };
      if (const auto kill = std::find_if(rule.none.begin(), rule.none.end(), inside);
          kill != rule.none.end() && CheckPart(*kill).empty())
        return absl::StrCat("none holds \"", *kill, "\", which stands in the part \"", part,
                            "\": that part could never count");
    }
  }
  for (const std::string& part : rule.none) {
    if (std::string wrong = CheckPart(part); !wrong.empty()) return wrong;
  }
  return CheckGroups(rule);
}

absl::Status ReadComposites(const Toml& tree, const std::string& path, Pack* pack) {
  std::vector<const Toml*> tables;
  const size_t room = kMostComposites - std::min(kMostComposites, pack->composites.size());
  if (absl::Status status = ReadList(tree, path, "composite", room, &tables); !status.ok()) return status;
  for (const Toml* table : tables) {
    if (absl::Status status = ReadOne(*table, path, pack); !status.ok()) return status;
  }
  return absl::OkStatus();
}

}  // namespace weir::dictionary
