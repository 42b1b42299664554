// Any bytes through the derived alphabets. The stream that is matched and the map that hits are read through tell one story, by sound
// and by leet; what they write stays within its bounds; and letters cut as pinyin spell what was cut.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "text/leet.h"
#include "text/pinyin.h"
#include "text/sound.h"

namespace {

using namespace weir::text;

struct Buffers {
  AtomMap map;
  LeetMap leet;
  std::vector<uint16_t> symbols, sounds, both, leets;
};

void CheckSounds(std::string_view text, bool shapes, Buffers* b) {
  b->sounds.resize(MaxSymbols(text.size()));
  const size_t count = FoldSounds(text, shapes, b->sounds.data());
  b->map.BuildSounds(shapes);
  CHECK(count == b->map.sounds());
  for (size_t k = 0; k < count; ++k) {
    CHECK(b->map.SoundRunBegin(k) < b->map.SoundRunBegin(k + 1));
    for (uint32_t u = b->map.SoundRunBegin(k); u < b->map.SoundRunBegin(k + 1); ++u)
      CHECK(b->map.units()[u].symbol == b->sounds[k]);
  }
  uint32_t next = 0;
  for (const Unit& unit : b->map.units()) {
    CHECK(next <= unit.first && unit.first <= unit.last && unit.last < b->map.atoms().size());
    next = unit.last + 1;
  }
}

// Fold and sounds in one pass are the two alone.
void CheckOnePass(std::string_view text, Buffers* b) {
  b->symbols.resize(MaxSymbols(text.size()));
  b->both.resize(MaxSymbols(text.size()));
  const Folded alone = Fold(text, b->symbols.data());
  std::vector<uint16_t> plain(b->symbols.begin(), b->symbols.begin() + static_cast<ptrdiff_t>(alone.symbols));
  const Folded folded = Fold(text, b->symbols.data(), b->both.data());
  CHECK(folded.symbols == alone.symbols && folded.bits == alone.bits && folded.invalid == alone.invalid);
  CHECK(std::equal(plain.begin(), plain.end(), b->symbols.begin()));
  CHECK(folded.symbols == b->map.symbols());
  const size_t sounds = FoldSounds(text, false, b->symbols.data());
  CHECK(folded.sounds == sounds);
  CHECK(std::equal(b->both.begin(), b->both.begin() + static_cast<ptrdiff_t>(sounds), b->symbols.begin()));
}

void CheckLeet(std::string_view text, Buffers* b) {
  b->leets.resize(MaxLeet(text.size()));
  const size_t count = FoldLeet(text, b->leets.data());
  b->leet.Build(b->map);
  CHECK(count <= MaxLeet(text.size()));
  CHECK(count == b->leet.symbols());
  for (size_t k = 0; k < count; ++k) {
    CHECK(b->leet.Symbol(k) == b->leets[k]);
    CHECK(b->leets[k] >= kLeetFirst && b->leets[k] <= kLeetLast);
    CHECK(b->leet.RunBegin(k) < b->leet.RunBegin(k + 1));
  }
  for (const LeetUnit& unit : b->leet.units()) CHECK(unit.atom < b->map.atoms().size());
}

// The letters of the text, one cut of them all: where nothing is typed for ü, the names spell the letters.
void CheckCut(std::string_view letters) {
  Syllable out[kLongestPinyin];
  for (const size_t most : {size_t{1}, size_t{3}, kLongestPinyin}) {
    const size_t count = CutPinyin(letters, out, most);
    CHECK(count <= most && count <= letters.size());
    std::string names;
    for (size_t i = 0; i < count; ++i) {
      CHECK(out[i] < SyllableCount());
      names += SyllableName(out[i]);
    }
    const bool as_named = letters.find_first_of("v:") == letters.npos && letters.find("ue") == letters.npos;
    CHECK(count == 0 || !as_named || names == letters);
  }
}

void CheckPieces(std::span<const Letters::Piece> pieces, uint32_t* next) {
  for (const Letters::Piece& piece : pieces) {
    CHECK(*next <= piece.first && piece.first <= piece.last);
    CHECK(piece.syllable == kNoSyllable || piece.syllable < SyllableCount());
    *next = piece.last + 1;
  }
}

// Letters gathered from the bytes: pieces come in order and do not overlap, and nothing is left at the end.
void CheckLetters(std::string_view text) {
  Letters letters;
  uint32_t next = 0;
  for (uint32_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= 'a' && c <= 'z') {
      letters.Add(c, i);
    } else if (static_cast<unsigned char>(c) < '0') {
      CheckPieces(letters.EndRun(), &next);
    } else {
      CheckPieces(letters.EndAll(), &next);
    }
  }
  CheckPieces(letters.EndAll(), &next);
  CHECK(letters.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Buffers buffers;
  const std::string_view text(reinterpret_cast<const char*>(data), std::min<size_t>(size, 2048));
  buffers.map.Build(text);
  CheckOnePass(text, &buffers);
  CheckSounds(text, false, &buffers);
  CheckSounds(text, true, &buffers);
  CheckLeet(text, &buffers);
  std::string letters;
  std::copy_if(text.begin(), text.end(), std::back_inserter(letters),
               [](char c) { return (c >= 'a' && c <= 'z') || c == ':'; });
  CheckCut(letters);
  CheckCut(letters.substr(0, std::min(letters.size(), size_t{8})));
  CheckLetters(text);
  return 0;
}
