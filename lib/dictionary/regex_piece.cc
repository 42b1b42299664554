#include "dictionary/regex_piece.h"

#include <algorithm>

#include "text/fold.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

using Strings = std::vector<std::u32string>;

// Every string of a before every one of b; false when that is more than may be known.
bool Cross(const Strings& a, const Strings& b, Strings* out) {
  if (a.size() * b.size() > kMostStrings) return false;
  Strings crossed;
  for (const std::u32string& left : a) {
    for (const std::u32string& right : b) {
      if (left.size() + right.size() > kLongestString) return false;
      crossed.push_back(left + right);
    }
  }
  *out = std::move(crossed);
  return true;
}

bool Merge(const Strings& from, Strings* into) {
  for (const std::u32string& one : from) {
    if (std::find(into->begin(), into->end(), one) == into->end()) into->push_back(one);
  }
  return into->size() <= kMostStrings;
}

// The better of two sets that every match holds one of.
void KeepBetter(const Strings& other, Strings* cues) {
  const size_t mine = Worth(*cues), others = Worth(other);
  if (others > mine || (others == mine && others > 0 && other.size() < cues->size())) *cues = other;
}

}  // namespace

RegexPiece EmptyPiece() {
  RegexPiece piece;
  piece.strings = {U""};
  return piece;
}

const Strings& CuesOf(const RegexPiece& piece) { return piece.exact ? piece.strings : piece.cues; }

size_t Worth(const Strings& cues) {
  size_t least = cues.empty() ? 0 : SIZE_MAX;
  for (const std::u32string& cue : cues) least = std::min(least, text::Fold(text::ToUtf8(cue)).size());
  return least;
}

void RegexSequence::Flush() {
  KeepBetter(run_, &whole_.cues);
  run_ = {U""};
  flushed_ = true;
}

void RegexSequence::Add(RegexPiece piece) {
  whole_.out += piece.out;
  whole_.shortest += piece.shortest;
  whole_.longest += piece.longest;
  whole_.positions += piece.positions;
  whole_.digits += piece.digits;
  if (!piece.exact) {
    Flush();
    KeepBetter(piece.cues, &whole_.cues);
  } else if (!Cross(run_, piece.strings, &run_)) {
    Flush();
    run_ = std::move(piece.strings);
  }
}

RegexPiece RegexSequence::Take() {
  if (flushed_) {
    KeepBetter(run_, &whole_.cues);
    whole_.exact = false;
    whole_.strings.clear();
  } else {
    whole_.strings = run_;
  }
  RegexPiece taken = std::move(whole_);
  *this = RegexSequence();
  return taken;
}

RegexPiece Choose(RegexPiece a, const RegexPiece& b) {
  const Strings cues_a = CuesOf(a);
  const bool known = Worth(cues_a) > 0 && Worth(CuesOf(b)) > 0;
  a.out += "|" + b.out;
  a.shortest = std::min(a.shortest, b.shortest);
  a.longest = std::max(a.longest, b.longest);
  a.digits = std::min(a.digits, b.digits);
  a.positions += b.positions;
  a.exact = a.exact && b.exact && Merge(b.strings, &a.strings);
  if (a.exact) return a;
  a.strings.clear();
  a.cues = cues_a;
  if (!known || !Merge(CuesOf(b), &a.cues)) a.cues.clear();
  return a;
}

RegexPiece Repeat(RegexPiece piece, uint64_t n, uint64_t m, const std::string& mark) {
  const Strings once = CuesOf(piece);
  piece.out = "(?:" + piece.out + ")" + mark;
  piece.shortest *= n;
  piece.longest *= m;
  piece.digits *= n;
  piece.positions = std::max<uint64_t>(piece.positions, 1) * std::max<uint64_t>(m, 1);
  if (piece.exact && n == m) {
    Strings power = {U""};
    bool fits = true;
    for (uint64_t i = 0; i < n && fits; ++i) fits = Cross(power, once, &power);
    if (fits) {
      piece.strings = std::move(power);
      return piece;
    }
  }
  if (piece.exact && n == 0 && m == 1 && once.size() < kMostStrings) {
    Merge({U""}, &piece.strings);
    return piece;
  }
  piece.exact = false;
  piece.strings.clear();
  piece.cues = n > 0 ? once : Strings();
  return piece;
}

}  // namespace weir::dictionary
