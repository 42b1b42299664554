#include "case_file.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

#include <nlohmann/json.hpp>

namespace weir::tool {
namespace {

using Json = nlohmann::ordered_json;

// A value was not what its key asks for; ParseCase turns it into a message. Says the type in words of either language.
struct Wrong {
  std::string key;
  const char* zh;
  const char* en;
};
using MaybeWrong = std::optional<Wrong>;

MaybeWrong Read(const std::string& key, const Json& value, std::string* out) {
  if (!value.is_string()) return Wrong{key, "字符串", "a string"};
  *out = value.get<std::string>();
  return std::nullopt;
}

MaybeWrong Read(const std::string& key, const Json& value, bool* out) {
  if (!value.is_boolean()) return Wrong{key, " true 或 false", "true or false"};
  *out = value.get<bool>();
  return std::nullopt;
}

MaybeWrong Read(const std::string& key, const Json& value, std::vector<std::string>* out) {
  bool good = value.is_array() && std::ranges::all_of(value, [](const Json& item) { return item.is_string(); });
  if (!good) return Wrong{key, "字符串的数组", "an array of strings"};
  *out = value.get<std::vector<std::string>>();
  return std::nullopt;
}

MaybeWrong Read(const std::string& key, const Json& value, std::vector<std::vector<std::string>>* out) {
  Wrong wrong{key, "字符串数组的数组", "an array of arrays of strings"};
  if (!value.is_array()) return wrong;
  out->clear();
  for (const Json& item : value) {
    if (Read(key, item, &out->emplace_back())) return wrong;
  }
  return std::nullopt;
}

MaybeWrong Read(const std::string& key, const Json& value, std::vector<std::pair<uint32_t, uint32_t>>* out) {
  Wrong wrong{key, "[起, 止) 的数组，起小于止", "an array of [begin, end), begin below end"};
  auto fits = [](const Json& n) {
    return n.is_number_unsigned() && n.get<uint64_t>() <= std::numeric_limits<uint32_t>::max();
  };
  if (!value.is_array()) return wrong;
  out->clear();
  for (const Json& item : value) {
    if (!item.is_array() || item.size() != 2 || !fits(item[0]) || !fits(item[1])) return wrong;
    out->emplace_back(item[0].get<uint32_t>(), item[1].get<uint32_t>());
    if (out->back().first >= out->back().second) return wrong;
  }
  return std::nullopt;
}

// A key and how to take its value.
struct Field {
  const char* key;
  std::function<MaybeWrong(const Json&)> read;
};

template <typename T>
Field Into(const char* key, T* out) {
  return {key, [key = std::string(key), out](const Json& value) { return Read(key, value, out); }};
}

class LineParser {
 public:
  LineParser(Lang lang, std::string* error) : lang_(lang), error_(error) {}

  // Every key must be a field, every value of its type.
  bool Take(const Json& object, const std::string& prefix, const std::vector<Field>& fields) {
    for (const auto& item : object.items()) {
      const std::string& key = item.key();
      auto field = std::ranges::find_if(fields, [&](const Field& f) { return key == f.key; });
      if (field == fields.end()) return Fail(Say(lang_, Msg::kCaseUnknownKey, {prefix + key}));
      if (MaybeWrong wrong = field->read(item.value())) {
        return Fail(Say(lang_, Msg::kCaseWrongType, {prefix + wrong->key, lang_ == Lang::kZh ? wrong->zh : wrong->en}));
      }
    }
    return true;
  }

  bool Need(const Json& object, const std::string& prefix, std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      if (!object.contains(key)) return Fail(Say(lang_, Msg::kCaseMissingKey, {prefix + key}));
    }
    return true;
  }

  // Every word of `words` is among `known`.
  bool Among(const char* key, const std::vector<std::string>& words, std::initializer_list<std::string_view> known) {
    for (const std::string& word : words) {
      if (std::ranges::find(known, word) == known.end()) return Fail(Say(lang_, Msg::kCaseBadValue, {key, word}));
    }
    return true;
  }

  bool Fail(std::string message) {
    *error_ = std::move(message);
    return false;
  }

 private:
  Lang lang_;
  std::string* error_;
};

// A key that stands twice: a JSON reader would take one and drop the other without a word.
bool ParseObject(std::string_view line, Json* out, std::string* problem) {
  std::vector<std::vector<std::string>> keys;
  bool repeated = false;
  auto watch = [&](int, Json::parse_event_t event, Json& parsed) {
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key) {
      std::string key = parsed.get<std::string>();
      repeated = repeated || std::ranges::find(keys.back(), key) != keys.back().end();
      keys.back().push_back(std::move(key));
    }
    return true;
  };
  try {
    *out = Json::parse(line, watch);
  } catch (const Json::exception& error) {
    *problem = error.what();
    return false;
  }
  *problem = repeated ? "a key stands twice" : "not an object";
  return out->is_object() && !repeated;
}

}  // namespace

bool ParseCase(std::string_view line, Lang lang, Case* out, std::string* error) {
  LineParser parser(lang, error);
  Json object, expect;
  std::string problem;
  if (!ParseObject(line, &object, &problem)) return parser.Fail(Say(lang, Msg::kCaseNotJson, {problem}));
  std::string pack = "none";
  auto keep_expect = [&](const Json& value) -> MaybeWrong {
    if (!value.is_object()) return Wrong{"expect", "对象", "an object"};
    expect = value;
    return std::nullopt;
  };
  Expectation& e = out->expect;
  bool good =
      parser.Take(
          object, "",
          {Into("id", &out->id), Into("kind", &out->kind), Into("ability", &out->ability), Into("pack", &pack),
           Into("terms", &out->terms), Into("patterns", &out->patterns), Into("composites", &out->composites),
           Into("allow", &out->allow), Into("detectors", &out->detectors), Into("latin_boundary", &out->latin_boundary),
           Into("longest", &out->longest), Into("contested", &out->contested), Into("text", &out->text),
           Field{"expect", keep_expect}, Into("source", &out->source), Into("note", &out->note)}) &&
      parser.Need(object, "", {"id", "text", "expect"}) &&
      parser.Take(expect, "expect.",
                  {Into("hit", &e.hit), Into("terms", &e.terms), Into("exact", &e.exact), Into("category", &e.category),
                   Into("attention", &e.attention), Into("topics", &e.topics), Into("spans_cp", &e.spans_cp)}) &&
      parser.Need(expect, "expect.", {"hit"}) && parser.Among("pack", {pack}, {"none", "default"}) &&
      parser.Among("expect.category", e.category,
                   {"abuse", "threat", "hate", "sexual", "gambling", "drugs", "scam", "ads", "illegal_service",
                    "privacy", "flood", "script", "custom"}) &&
      parser.Among("expect.attention", e.attention, {"none", "answer", "urgent"});
  if (!good) return false;
  if (out->id.empty()) return parser.Fail(Say(lang, Msg::kCaseBadValue, {"id", ""}));
  out->default_pack = pack == "default";
  e.has_spans = expect.contains("spans_cp");
  return true;
}

void CaseFileReader::AddLine(uint64_t number, std::string_view line) {
  if (line.find_first_not_of(" \t\r") == std::string_view::npos) return;
  Case item;
  std::string error;
  item.line = number;
  if (!ParseCase(line, lang_, &item, &error)) {
    errors.push_back({number, std::move(error)});
    return;
  }
  auto [at, is_new] = ids_.emplace(item.id, number);
  if (!is_new) {
    errors.push_back({number, Say(lang_, Msg::kCaseRepeatedId, {item.id, std::to_string(at->second)})});
    return;
  }
  cases.push_back(std::move(item));
}

}  // namespace weir::tool
