// What the tests of the readers compare: a document's blocks, and every byte of them against the source.
#ifndef WEIR_TESTS_DOCUMENT_BLOCKS_H_
#define WEIR_TESTS_DOCUMENT_BLOCKS_H_

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "document/document.h"

namespace weir::document {

inline std::vector<std::string> Texts(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) out.push_back(block.text);
  return out;
}

// Pieces cover the text without gaps, lie in the source in order, and where lengths agree the bytes do (but for line ends that
// became a space).
inline void ExpectTrueToSource(const Document& document) {
  for (const Block& block : document.blocks) {
    size_t covered = 0, source_end = 0;
    for (const Piece& piece : block.pieces) {
      EXPECT_EQ(piece.begin, covered);
      covered += piece.length;
      EXPECT_GE(piece.source_begin, source_end);
      source_end = piece.source_begin + piece.source_length;
      ASSERT_LE(source_end, document.source.size());
      if (piece.length != piece.source_length) continue;
      for (size_t i = 0; i < piece.length; ++i) {
        char made = block.text[piece.begin + i], source = document.source[piece.source_begin + i];
        EXPECT_TRUE(made == source || made == ' ' || made == '\n') << document.source;
      }
    }
    EXPECT_EQ(covered, block.text.size());
  }
}

// Line and column of the first `word` in the blocks.
inline std::string PlaceOf(const Document& document, const std::string& word) {
  PlaceFinder places(document.source);
  for (const Block& block : document.blocks) {
    size_t at = block.text.find(word);
    if (at == std::string::npos) continue;
    Place from = places.At(SourceBegin(block, at)), to = places.At(SourceEnd(block, at + word.size()));
    return std::to_string(from.line) + ":" + std::to_string(from.column) + "-" + std::to_string(to.line) + ":" +
           std::to_string(to.column);
  }
  return "nowhere";
}

}  // namespace weir::document

#endif  // WEIR_TESTS_DOCUMENT_BLOCKS_H_
