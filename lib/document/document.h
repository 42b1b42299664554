// A document as weir reads it: blocks of plain text, and for every byte of them the place in the source file.
//
//   Document document = ReadDocument("draft.md", bytes, Kind::kMarkdown);
//   for (const Block& block : document.blocks) … scan block.text …
//   Place place = PlaceFinder(document.source).At(SourceBegin(block, hit.span.begin));    // line 12, column 5
//
// A block is what may be read in one breath: a paragraph, a heading, a list item, a table cell. Terms never cross from one
// block into the next. Within a block a soft line break reads as a space, so a term may cross it.
//
// Lines end at \n, \r\n or \r; columns count code points from 1 (an ill-formed part of UTF-8 counts as one); a byte-order mark
// at the start has no column.
#ifndef WEIR_DOCUMENT_DOCUMENT_H_
#define WEIR_DOCUMENT_DOCUMENT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace weir::document {

enum class Kind { kText, kMarkdown };

// Bytes [begin, begin + length) of a block's text stand for `source_length` bytes of the source. Equal lengths map byte for
// byte; unequal ones (an entity such as &amp;) map as a whole.
struct Piece {
  size_t begin = 0;
  size_t length = 0;
  size_t source_begin = 0;
  size_t source_length = 0;
};

struct Block {
  std::string text;
  std::vector<Piece> pieces;  // in order, covering text without gaps

  void Append(std::string_view bytes, size_t source_begin, size_t source_length);
};

// A source line on which findings are wanted off: all of them, or those of the named categories or rules.
struct Disabled {
  uint32_t line = 0;
  std::vector<std::string> rules;  // empty: all
};

struct Place {
  uint32_t line = 1;
  uint32_t column = 1;
  friend bool operator==(const Place&, const Place&) = default;
};

struct Document {
  std::string name;
  std::string source;  // the file's bytes, byte-order mark included
  std::vector<Block> blocks;
  std::vector<Disabled> disabled;
  uint64_t ill_formed = 0;                 // parts of the source that are no UTF-8
  std::optional<size_t> first_ill_formed;  // byte of the source
};

// The kind a path's extension tells (.txt; .md .markdown), or none.
std::optional<Kind> KindOf(std::string_view path);

Document ReadDocument(std::string name, std::string source, Kind kind);

// The readers behind it; each fills `blocks` (and `disabled`) from document->source.
void ReadText(Document* document);
void ReadMarkdown(Document* document);

// Where the byte at `at` of the block comes from, and where what ends before `end` ends.
size_t SourceBegin(const Block& block, size_t at);
size_t SourceEnd(const Block& block, size_t end);

// `rule` is a category or category/source; both ways of naming it in the document are understood.
bool IsDisabled(const Document& document, uint32_t line, std::string_view rule);

// Places of source bytes. Going forwards costs the bytes in between; going back starts again at the line's beginning.
class PlaceFinder {
 public:
  explicit PlaceFinder(std::string_view source);
  Place At(size_t offset);
  // The line's bytes without its end.
  std::string_view Line(uint32_t line) const;
  uint32_t line_count() const { return static_cast<uint32_t>(starts_.size()); }

 private:
  std::string_view source_;
  std::vector<size_t> starts_;  // of each line
  size_t offset_ = 0;           // the place last found
  Place place_;
};

// The bytes of a byte-order mark at the start: 3 or 0.
size_t MarkLength(std::string_view source);

}  // namespace weir::document

#endif  // WEIR_DOCUMENT_DOCUMENT_H_
