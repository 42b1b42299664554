#include "json_line.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace weir::tool {
namespace {

// Watches a parse go by. `open_` containers are open, of which the outer `matched_` are the objects along the path.
class Finder : public nlohmann::json_sax<nlohmann::json> {
 public:
  Finder(const std::vector<std::string>& path, JsonLine* out) : path_(path), out_(out) {}

  bool found() const { return found_; }
  bool wrong_type() const { return wrong_type_; }
  bool object() const { return object_; }

  bool null() override { return Scalar({}); }
  bool boolean(bool) override { return Scalar({}); }
  bool number_integer(number_integer_t value) override { return Scalar(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return Scalar(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& digits) override { return Scalar(digits); }
  bool binary(binary_t&) override { return Scalar({}); }

  bool string(string_t& value) override {
    if (id_next_) out_->id = value;
    if (text_next_) {
      out_->text = std::move(value);
      found_ = true;
      wrong_type_ = false;
    }
    return Done();
  }

  bool key(string_t& key) override {
    bool on_path = open_ == matched_;
    bool last = matched_ == path_.size();
    text_next_ = on_path && last && key == path_.back();
    step_next_ = on_path && !last && key == path_[matched_ - 1];
    id_next_ = open_ == 1 && key == "id";
    if (open_ == 1 && key == "weir") out_->has_weir = true;
    return true;
  }

  bool start_object(std::size_t) override {
    bool outermost = open_ == 0;
    if (outermost) object_ = true;
    NoteWrongType();
    ++open_;
    if (outermost || step_next_) matched_ = open_;
    return Done();
  }
  bool end_object() override {
    if (matched_ == open_) --matched_;
    --open_;
    return true;
  }
  bool start_array(std::size_t) override {
    NoteWrongType();
    ++open_;
    return Done();
  }
  bool end_array() override {
    --open_;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    out_->byte = std::max<size_t>(position, 1);
    std::string_view what = error.what();  // "[json.exception…] parse error at line 1, column 9: syntax error …"
    size_t colon = what.find(": ");
    out_->reason = std::string(colon == std::string_view::npos ? what : what.substr(colon + 2));
    return false;
  }

 private:
  bool Scalar(std::string_view digits) {
    if (id_next_ && !digits.empty()) out_->id = std::string(digits);
    NoteWrongType();
    return Done();
  }
  void NoteWrongType() {
    if (text_next_) wrong_type_ = true;
  }
  bool Done() {
    text_next_ = step_next_ = id_next_ = false;
    return true;
  }

  const std::vector<std::string>& path_;
  JsonLine* out_;
  size_t open_ = 0, matched_ = 0;
  bool text_next_ = false, step_next_ = false, id_next_ = false;
  bool found_ = false, wrong_type_ = false, object_ = false;
};

}  // namespace

void ReadJsonLine(std::string_view line, const std::vector<std::string>& path, JsonLine* out) {
  *out = JsonLine();
  Finder finder(path, out);
  bool good = nlohmann::json::sax_parse(line.begin(), line.end(), &finder);
  using Problem = JsonLine::Problem;
  if (!good) {
    out->problem = Problem::kSyntax;
  } else if (!finder.object()) {
    out->problem = Problem::kNotObject;
  } else if (finder.wrong_type()) {
    out->problem = Problem::kNotString;
  } else if (!finder.found()) {
    out->problem = Problem::kMissing;
  }
}

void AppendWithVerdict(std::string_view line, bool has_weir, std::string_view verdict, std::string* out) {
  if (has_weir) {  // rare: an output of weir fed in again
    auto object = nlohmann::ordered_json::parse(line);
    object.erase("weir");
    std::string without = object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    AppendWithVerdict(without, false, verdict, out);
    return;
  }
  size_t close = line.rfind('}');
  size_t last = line.find_last_not_of(" \t\r\n", close - 1);
  out->append(line.substr(0, last + 1));
  if (line[last] != '{') *out += ',';
  *out += "\"weir\":";
  *out += verdict;
  *out += '}';
}

std::vector<std::string> SplitPath(std::string_view dotted) {
  std::vector<std::string> path;
  while (true) {
    size_t dot = std::min(dotted.find('.'), dotted.size());
    path.emplace_back(dotted.substr(0, dot));
    if (dot == dotted.size()) return path;
    dotted.remove_prefix(dot + 1);
  }
}

}  // namespace weir::tool
