// Plain text: blocks are paragraphs, split at blank lines (of nothing but white space, the ideographic space included).
//
// A line break inside a paragraph is taken for a soft one, since drafts are often wrapped by the program that saved them: a
// term may cross it. Cost: one pass over the bytes.
#include "document/document.h"

namespace weir::document {
namespace {

bool IsBlank(std::string_view line) {
  while (!line.empty()) {
    if (line[0] == ' ' || line[0] == '\t' || line[0] == '\f' || line[0] == '\v')
      line.remove_prefix(1);
    else if (line.starts_with("\u3000"))
      line.remove_prefix(3);
    else
      return false;
  }
  return true;
}

}  // namespace

void ReadText(Document* document) {
  std::string_view source = document->source;
  Block block;
  auto finish = [&] {
    if (!block.text.empty()) document->blocks.push_back(std::move(block));
    block = Block();
  };
  size_t break_begin = 0;  // the line end before this line
  for (size_t at = MarkLength(source); at < source.size();) {
    size_t end = source.find_first_of("\r\n", at);
    if (end == std::string_view::npos) end = source.size();
    std::string_view line = source.substr(at, end - at);
    size_t next = end + (source.substr(end).starts_with("\r\n") ? 2 : 1);
    if (IsBlank(line)) {
      finish();
    } else {
      if (!block.text.empty()) block.Append(" ", break_begin, at - break_begin);
      block.Append(line, at, line.size());
    }
    break_begin = end;
    at = next;
  }
  finish();
}

}  // namespace weir::document
