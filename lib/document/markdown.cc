// Markdown (CommonMark with tables, strike-through and task lists), read by MD4C.
//
// What is said on air is text: headings, paragraphs, list items, table cells, alt texts. Markup characters, code, link targets,
// HTML tags and comments are not. MD4C hands out slices of the source itself, so a place is a difference of pointers; what it
// makes up (line breaks) is placed after the slice before it.
//
//   <!-- weir-disable-next-line -->                  no findings on the next line that is not blank
//   <!-- weir-disable-next-line script ads -->        … of these categories or rules only
//
// Cost: MD4C's one pass.
#include <md4c.h>

#include <algorithm>
#include <optional>

#include "document/document.h"
#include "document/utf8.h"

namespace weir::document {
namespace {

constexpr std::string_view kDisable = "weir-disable-next-line";

// The entities that stand in ordinary drafts; a rarer one stays as it is written, which no term will match.
struct Entity {
  std::string_view name, text;
};
constexpr Entity kEntities[] = {{"&amp;", "&"},    {"&lt;", "<"},        {"&gt;", ">"},        {"&quot;", "\""},
                                {"&apos;", "'"},   {"&nbsp;", "\u00a0"}, {"&ensp;", "\u2002"}, {"&emsp;", "\u2003"},
                                {"&hellip;", "…"}, {"&mdash;", "—"},     {"&ldquo;", "“"},     {"&rdquo;", "”"},
                                {"&middot;", "·"}};

std::string DecodeEntity(std::string_view entity) {
  if (entity.starts_with("&#")) {
    bool hex = entity.size() > 2 && (entity[2] == 'x' || entity[2] == 'X');
    uint32_t code_point = 0;
    for (char c : entity.substr(hex ? 3 : 2)) {
      uint32_t digit = c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : 99;
      if (digit == 99) break;  // the closing semicolon
      code_point = std::min(code_point * (hex ? 16 : 10) + digit, uint32_t{0x110000});
    }
    bool good = code_point != 0 && code_point < 0x110000 && (code_point < 0xD800 || code_point > 0xDFFF);
    std::string out;
    AppendUtf8(good ? code_point : 0xFFFD, &out);
    return out;
  }
  auto known = std::ranges::find(kEntities, entity, &Entity::name);
  return std::string(known == std::end(kEntities) ? entity : known->text);
}

class Reader {
 public:
  explicit Reader(Document* document) : document_(document), source_(document->source), places_(source_) {}

  void Run() {
    size_t start = MarkLength(source_);
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->EnterBlock(type); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return Self(self)->LeaveBlock(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return Self(self)->Span(type, 1); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return Self(self)->Span(type, -1); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return Self(self)->Text(type, text, size);
    };
    md_parse(source_.data() + start, static_cast<MD_SIZE>(source_.size() - start), &parser, this);
    Finish();
  }

 private:
  static Reader* Self(void* self) { return static_cast<Reader*>(self); }

  int EnterBlock(MD_BLOCKTYPE type) {
    Finish();
    if (type == MD_BLOCK_CODE) in_code_ = true;
    return 0;
  }
  int LeaveBlock(MD_BLOCKTYPE type) {
    Finish();
    if (type == MD_BLOCK_CODE) in_code_ = false;
    html_.clear();
    return 0;
  }
  int Span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_CODE) code_spans_ += step;
    return 0;
  }

  int Text(MD_TEXTTYPE type, const char* text, size_t size) {
    std::optional<size_t> offset = OffsetOf(text, size);
    if (in_code_) return 0;
    if (offset) last_end_ = *offset + size;
    std::string_view bytes(text, size);
    switch (type) {
      case MD_TEXT_HTML:
        Html(bytes, offset);
        break;
      case MD_TEXT_BR:
        AppendMade("\n");
        break;
      case MD_TEXT_SOFTBR:
        AppendMade(" ");
        break;
      case MD_TEXT_NULLCHAR:
        AppendMade("\uFFFD");
        break;
      case MD_TEXT_ENTITY:
        if (offset) block_.Append(DecodeEntity(bytes), *offset, size);
        break;
      case MD_TEXT_CODE:  // its place is taken: what stands left and right of it does not meet
        if (code_spans_ > 0 && !block_.text.ends_with('\n')) AppendMade("\n");
        break;
      default:
        if (offset)
          block_.Append(bytes, *offset, size);
        else
          AppendMade(bytes);
    }
    return 0;
  }

  // Raw HTML: inline it comes as whole tags, in a block as lines. Tags and comments are left out, what stands between is text.
  void Html(std::string_view bytes, std::optional<size_t> offset) {
    for (size_t i = 0; i < bytes.size(); ++i) {
      char c = bytes[i];
      if (html_.empty() && c != '<') {
        bool soft = c == '\n' || c == '\r';
        if (offset && !soft)
          block_.Append(bytes.substr(i, 1), *offset + i, 1);
        else if (!block_.text.empty() && !block_.text.ends_with(' '))
          AppendMade(" ");
        continue;
      }
      html_ += c;
      bool comment = html_.starts_with("<!--");
      bool style = html_.starts_with("<style") || html_.starts_with("<script");
      bool closed = comment ? html_.size() >= 7 && html_.ends_with("-->")
                    : style ? html_.ends_with("</style>") || html_.ends_with("</script>")
                            : c == '>';
      if (closed && comment) TakeDirective(html_, offset ? *offset + i : last_end_);
      if (closed) html_.clear();
    }
  }

  // Text that MD4C made up stands where the text before it ended, for no bytes of the source.
  void AppendMade(std::string_view bytes) { block_.Append(bytes, last_end_, 0); }

  std::optional<size_t> OffsetOf(const char* text, size_t size) const {
    auto begin = reinterpret_cast<uintptr_t>(source_.data());
    auto at = reinterpret_cast<uintptr_t>(text);
    if (at < begin || at + size > begin + source_.size()) return std::nullopt;
    return at - begin;
  }

  void Finish() {
    bool blank = block_.text.find_first_not_of(" \n") == std::string::npos;
    if (!blank) document_->blocks.push_back(std::move(block_));
    block_ = Block();
  }

  // `comment` with its <!-- and -->, the last byte of which is at `end` in the source. Blank lines are passed over, for
  // formatters like to set a comment apart.
  void TakeDirective(std::string_view comment, size_t end) {
    std::optional<std::vector<std::string>> rules = Directive(comment.substr(4, comment.size() - 7));
    if (!rules) return;
    uint32_t line = places_.At(end).line + 1;
    while (line < places_.line_count() && places_.Line(line).find_first_not_of(" \t>") == std::string_view::npos)
      ++line;
    document_->disabled.push_back({line, std::move(*rules)});
  }

  static std::optional<std::vector<std::string>> Directive(std::string_view comment) {
    std::vector<std::string> words;
    constexpr std::string_view kSpace = " \t\r\n,";
    while (true) {
      size_t begin = comment.find_first_not_of(kSpace);
      if (begin == std::string_view::npos) break;
      size_t end = std::min(comment.find_first_of(kSpace, begin), comment.size());
      words.emplace_back(comment.substr(begin, end - begin));
      comment.remove_prefix(end);
    }
    if (words.empty() || words[0] != kDisable) return std::nullopt;
    words.erase(words.begin());
    return words;
  }

  Document* document_;
  std::string_view source_;
  PlaceFinder places_;
  Block block_;
  std::string html_;     // the tag or comment that is open
  size_t last_end_ = 0;  // in the source, of the text last given
  int code_spans_ = 0;
  bool in_code_ = false;
};

}  // namespace

void ReadMarkdown(Document* document) { Reader(document).Run(); }

}  // namespace weir::document
