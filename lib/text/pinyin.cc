#include "text/pinyin.h"

#include <algorithm>

namespace weir::text {
namespace {

// Copies the letters with ü as the list of syllables has it; the new length, or 0 for what can't be pinyin.
size_t Normalize(std::string_view letters, char* out) {
  size_t size = 0;
  for (size_t i = 0; i < letters.size(); ++i) {
    char letter = letters[i];
    const char before = size > 0 ? out[size - 1] : '\0';
    if (letter == ':') {  // u: → v
      if (before != 'u') return 0;
      out[size - 1] = 'v';
      continue;
    }
    if (letter < 'a' || letter > 'z' || size == kLongestPinyin) return 0;
    if (letter == 'v' && (before == 'j' || before == 'q' || before == 'x' || before == 'y')) letter = 'u';
    out[size++] = letter;
  }
  return size;
}

// The syllable of these letters, however its ü is written.
Syllable SyllableAt(std::string_view letters, uint32_t key) {
  if (letters == "lue") return SyllableOf("lve");
  if (letters == "nue") return SyllableOf("nve");
  return internal::SyllableOfKey(key);
}

// The last letters of syllables: most other words are turned down here.
constexpr bool EndsPinyin(char letter) { return std::string_view("aeiouvngr").find(letter) != std::string_view::npos; }

}  // namespace

size_t CutPinyin(std::string_view letters, Syllable* out, size_t max) {
  // "u:" makes two characters of one letter.
  if (letters.empty() || letters.size() > 2 * kLongestPinyin) return 0;
  char text[kLongestPinyin];
  const size_t size = Normalize(letters, text);
  if (size == 0 || !EndsPinyin(text[size - 1])) return 0;
  constexpr uint8_t kNever = 0xFF;
  // From the end: the fewest syllables of text[i..], the longest first syllable that keeps them few, and which it is.
  uint8_t fewest[kLongestPinyin + 1], step[kLongestPinyin];
  Syllable first[kLongestPinyin];
  fewest[size] = 0;
  for (size_t i = size; i-- > 0;) {
    fewest[i] = kNever;
    uint32_t key = 0;
    for (size_t length = 1; length <= std::min(kLongestSyllable, size - i); ++length) {
      key = key << 5 | (static_cast<uint32_t>(text[i + length - 1]) - 'a' + 1);
      if (fewest[i + length] == kNever || fewest[i + length] + 1 > fewest[i]) continue;
      const Syllable syllable = SyllableAt(std::string_view(text + i, length), key);
      if (syllable == kNoSyllable) continue;
      fewest[i] = static_cast<uint8_t>(fewest[i + length] + 1);
      step[i] = static_cast<uint8_t>(length);
      first[i] = syllable;
    }
  }
  if (fewest[0] == kNever || fewest[0] > max) return 0;
  size_t count = 0;
  for (size_t i = 0; i < size; i += step[i]) out[count++] = first[i];
  return count;
}

void Letters::Add(char letter, uint32_t place) {
  if (run_size_ < kLongestPinyin) {
    run_.letters[run_size_] = letter;
    run_.places[run_size_] = place;
  }
  ++run_size_;
  run_last_ = place;
}

bool Letters::KeepSingle() {
  if (run_size_ != 1) return false;
  if (single_count_ < kLongestPinyin) {
    singles_.letters[single_count_] = run_.letters[0];
    singles_.places[single_count_] = run_.places[0];
  }
  ++single_count_;
  single_last_ = run_last_;
  run_size_ = 0;
  return true;
}

void Letters::CutRun(const Run& run, size_t size, uint32_t last) {
  Syllable syllables[kLongestPinyin];
  const size_t count =
      size > kLongestPinyin ? 0 : CutPinyin(std::string_view(run.letters, size), syllables, kLongestPinyin);
  if (count == 0) pieces_[piece_count_++] = {run.places[0], last, kNoSyllable};
  size_t at = 0;
  for (size_t i = 0; i < count; ++i) {
    // Its letters are as many as its name's: v stands for one letter, and "lue" is as long as "lve".
    const size_t length = SyllableName(syllables[i]).size();
    pieces_[piece_count_++] = {run.places[at], run.places[at + length - 1], syllables[i]};
    at += length;
  }
}

void Letters::CutSingles() {
  constexpr size_t kSpelling = 3;
  if (single_count_ >= kSpelling) {
    CutRun(singles_, single_count_, single_last_);
  } else {
    for (size_t i = 0; i < single_count_; ++i) {
      const uint32_t place = singles_.places[i];
      pieces_[piece_count_++] = {place, place, SyllableOf(std::string_view(&singles_.letters[i], 1))};
    }
  }
  single_count_ = 0;
}

std::span<const Letters::Piece> Letters::EndRun() {
  piece_count_ = 0;
  if (run_size_ == 0 || KeepSingle()) return {};
  CutSingles();
  CutRun(run_, run_size_, run_last_);
  run_size_ = 0;
  return {pieces_, piece_count_};
}

std::span<const Letters::Piece> Letters::EndAll() {
  EndRun();
  CutSingles();
  return {pieces_, piece_count_};
}

}  // namespace weir::text
