#include "document/document.h"

#include <algorithm>
#include <utility>

#include "document/utf8.h"

namespace weir::document {
namespace {

bool EndsWith(std::string_view path, std::string_view extension) {
  if (path.size() < extension.size()) return false;
  path.remove_prefix(path.size() - extension.size());
  return std::ranges::equal(path, extension, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a | 32 : a) == b; });
}

void FindIllFormed(Document* document) {
  const std::string& source = document->source;
  for (size_t at = 0; at < source.size();) {
    Utf8Step step = NextUtf8(source, at);
    if (!step.valid) {
      if (!document->first_ill_formed) document->first_ill_formed = at;
      ++document->ill_formed;
    }
    at += step.bytes;
  }
}

const Piece* PieceAt(const Block& block, size_t at) {
  auto after = std::ranges::upper_bound(block.pieces, at, {}, &Piece::begin);
  return after == block.pieces.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

std::optional<Kind> KindOf(std::string_view path) {
  if (EndsWith(path, ".txt")) return Kind::kText;
  if (EndsWith(path, ".md") || EndsWith(path, ".markdown")) return Kind::kMarkdown;
  return std::nullopt;
}

void Block::Append(std::string_view bytes, size_t source_begin, size_t source_length) {
  if (bytes.empty()) return;
  bool plain = bytes.size() == source_length;
  Piece* last = pieces.empty() ? nullptr : &pieces.back();
  bool follows = last != nullptr && plain && last->length == last->source_length &&
                 last->source_begin + last->source_length == source_begin;
  if (follows) {
    last->length += bytes.size();
    last->source_length += source_length;
  } else {
    pieces.push_back({text.size(), bytes.size(), source_begin, source_length});
  }
  text += bytes;
}

Document ReadDocument(std::string name, std::string source, Kind kind) {
  Document document;
  document.name = std::move(name);
  document.source = std::move(source);
  FindIllFormed(&document);
  kind == Kind::kMarkdown ? ReadMarkdown(&document) : ReadText(&document);
  return document;
}

size_t SourceBegin(const Block& block, size_t at) {
  const Piece* piece = PieceAt(block, at);
  if (piece == nullptr) return 0;
  size_t inside = at - piece->begin;
  if (piece->length == piece->source_length) return piece->source_begin + inside;
  return piece->source_begin + (inside >= piece->length ? piece->source_length : 0);
}

size_t SourceEnd(const Block& block, size_t end) {
  if (end == 0) return SourceBegin(block, 0);
  const Piece* piece = PieceAt(block, end - 1);
  if (piece == nullptr) return 0;
  if (piece->length == piece->source_length) return piece->source_begin + (end - piece->begin);
  return piece->source_begin + piece->source_length;
}

bool IsDisabled(const Document& document, uint32_t line, std::string_view rule) {
  std::string_view category = rule.substr(0, rule.find('/'));
  return std::ranges::any_of(document.disabled, [&](const Disabled& d) {
    auto names = [&](const std::string& word) { return word == rule || word == category; };
    return d.line == line && (d.rules.empty() || std::ranges::any_of(d.rules, names));
  });
}

PlaceFinder::PlaceFinder(std::string_view source) : source_(source), offset_(MarkLength(source)) {
  starts_.push_back(offset_);
  for (size_t at = offset_; at < source.size(); ++at) {
    bool pair = source[at] == '\r' && at + 1 < source.size() && source[at + 1] == '\n';
    if ((source[at] == '\n' || source[at] == '\r') && !pair) starts_.push_back(at + 1);
  }
}

Place PlaceFinder::At(size_t offset) {
  offset = std::clamp(offset, starts_.front(), source_.size());
  auto line = static_cast<uint32_t>(std::ranges::upper_bound(starts_, offset) - starts_.begin());
  if (line != place_.line || offset < offset_) {
    offset_ = starts_[line - 1];
    place_ = {line, 1};
  }
  while (offset_ < offset) {
    size_t next = offset_ + NextUtf8(source_, offset_).bytes;
    if (next > offset) break;  // inside a character: its own place
    offset_ = next;
    ++place_.column;
  }
  return place_;
}

std::string_view PlaceFinder::Line(uint32_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  size_t begin = starts_[line - 1];
  size_t end = line < starts_.size() ? starts_[line] : source_.size();
  while (end > begin && (source_[end - 1] == '\n' || source_[end - 1] == '\r')) --end;
  return source_.substr(begin, end - begin);
}

size_t MarkLength(std::string_view source) { return source.starts_with("\xef\xbb\xbf") ? 3 : 0; }

}  // namespace weir::document
