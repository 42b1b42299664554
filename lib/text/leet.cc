#include "text/leet.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace weir::text {
namespace {

// What a character may be in a word.
enum class Role : uint8_t {
  kSilent,     // a separator
  kInvisible,  // as if it were not there
  kOpaque,     // a letter of another script
  kLetter,
  kDigit,   // always read as its letter
  kBeside,  // read beside a letter, a digit or another such sign, on either side: @rse, NIG@@, @$$
  kMoney,   // likewise, but never before a digit: a$$, not A$5
  kBefore,  // read before one of them: sh!t, !diot, not shit!
  kInside,  // read between two of them: fu(k, not "(rap)"
  kAfter,   // read after a letter or such a mark, once: shi+, sh!+, not C++ or 18+
  kWild,    // a star between two of them
};

struct Glyph {
  Role role = Role::kSilent;
  char letter = 0, other = 0;
};

struct Sign {
  char32_t sign;
  Glyph glyph;
};

// Signs and the letters they are written for, chosen by shape. Only what is seen in comments: \/\/ for w or () for o cost more in
// ordinary text than they find. The full-width ！ is left out: it ends Chinese sentences without a space behind it.
constexpr std::array<Sign, 28> kSigns = {{
    {U'0', {Role::kDigit, 'o', 0}},    {U'1', {Role::kDigit, 'i', 'l'}},  {U'2', {Role::kDigit, 'z', 0}},
    {U'3', {Role::kDigit, 'e', 0}},    {U'4', {Role::kDigit, 'a', 0}},    {U'5', {Role::kDigit, 's', 0}},
    {U'6', {Role::kDigit, 'g', 'b'}},  {U'7', {Role::kDigit, 't', 0}},    {U'8', {Role::kDigit, 'b', 0}},
    {U'9', {Role::kDigit, 'g', 'q'}},  {U'@', {Role::kBeside, 'a', 0}},   {U'＠', {Role::kBeside, 'a', 0}},
    {U'$', {Role::kMoney, 's', 0}},    {U'＄', {Role::kMoney, 's', 0}},   {U'€', {Role::kMoney, 'e', 0}},
    {U'£', {Role::kMoney, 'l', 0}},    {U'¥', {Role::kMoney, 'y', 0}},    {U'¢', {Role::kMoney, 'c', 0}},
    {U'!', {Role::kBefore, 'i', 'l'}}, {U'|', {Role::kInside, 'i', 'l'}}, {U'(', {Role::kInside, 'c', 0}},
    {U'+', {Role::kAfter, 't', 0}},    {U'⊂', {Role::kBeside, 'c', 0}},   {U'⊄', {Role::kBeside, 'c', 0}},
    {U'∑', {Role::kBeside, 'e', 0}},   {U'*', {Role::kWild, 0, 0}},       {U'#', {Role::kWild, 0, 0}},
    {U'%', {Role::kWild, 0, 0}},
}};

constexpr Glyph LetterGlyph(char letter) { return {Role::kLetter, letter, letter == 'v' ? 'u' : '\0'}; }

constexpr Glyph SignGlyph(char32_t cp) {
  for (const Sign& sign : kSigns) {
    if (sign.sign == cp) return sign.glyph;
  }
  return {};
}

constexpr std::array<Glyph, 128> kAscii = [] {
  std::array<Glyph, 128> table{};
  for (char32_t c = 0; c < 128; ++c) {
    table[c] = SignGlyph(c);
    if (c >= 'a' && c <= 'z') table[c] = LetterGlyph(static_cast<char>(c));
    if (c >= 'A' && c <= 'Z') table[c] = LetterGlyph(static_cast<char>(c - 'A' + 'a'));
  }
  return table;
}();

// Of a folded letter or digit. The fold has no other letters of these kinds than ASCII's.
Glyph FoldedGlyph(char32_t folded, Kind kind) {
  if (folded < 128 && (kind == Kind::kLatin || kind == Kind::kDigit)) return kAscii[folded];
  return {Role::kOpaque, 0, 0};
}

Glyph SeparatorGlyph(char32_t source, Kind kind) {
  if (kind == Kind::kIgnorable || kind == Kind::kMark) return {Role::kInvisible, 0, 0};
  return SignGlyph(source);
}

constexpr bool IsWordly(Role role) {
  return role == Role::kLetter || role == Role::kDigit || role == Role::kBeside || role == Role::kMoney;
}
constexpr bool IsSettled(Role role) { return role <= Role::kDigit; }

constexpr uint16_t GlyphSymbol(const Glyph& glyph) {
  if (glyph.role == Role::kOpaque) return kLeetOpaque;
  return glyph.role == Role::kWild ? kLeetWild : LeetSymbol(glyph.letter);
}

// Decides which signs are read. Signs wait until the next visible character is known; a run of one sign is decided as one.
// `sink(glyph, first, last)` gets what is read, with the positions given to Feed; both the fold and the map go through here.
template <typename Sink>
class Reader {
 public:
  explicit Reader(Sink sink) : sink_(sink) {}

  void Feed(const Glyph& glyph, char32_t source, uint32_t at) {
    if (glyph.role == Role::kInvisible) return;
    if (waits_ && source == source_) {
      last_ = at;
      ++count_;
      return;
    }
    Settle(glyph.role);
    if (IsSettled(glyph.role)) {
      if (glyph.role != Role::kSilent) sink_(glyph, at, at);
      left_ = glyph.role;
      return;
    }
    waits_ = true;
    waiting_ = glyph;
    source_ = source;
    first_ = last_ = at;
    count_ = 1;
  }

  // Also at the text's end, with kSilent.
  void Settle(Role right) {
    if (!waits_) return;
    waits_ = false;
    if (IsRead(right)) sink_(waiting_, first_, last_);
    left_ = waiting_.role;
  }

 private:
  bool IsRead(Role right) const {
    switch (waiting_.role) {
      case Role::kBeside:
        return IsWordly(left_) || IsWordly(right);
      case Role::kMoney:
        return right != Role::kDigit && (IsWordly(left_) || IsWordly(right));
      case Role::kBefore:
        if (right == Role::kDigit || right == Role::kAfter) return IsWordly(left_);  // pen!5, sh!+
        return IsWordly(right);
      case Role::kAfter:
        if (left_ == Role::kDigit) return right == Role::kLetter && count_ == 1;  // m3+h
        return (left_ == Role::kLetter || left_ == Role::kBefore) && count_ == 1;
      default:
        return IsWordly(left_) && IsWordly(right);
    }
  }

  Sink sink_;
  Role left_ = Role::kSilent;
  bool waits_ = false;
  Glyph waiting_;
  char32_t source_ = 0;
  uint32_t first_ = 0, last_ = 0, count_ = 0;
};

// All that is not ASCII; feeds one glyph a folded character.
template <typename Reader>
void FeedWide(char32_t cp, Reader* reader) {
  const FoldInfo info = Info(cp);
  if (info.count == 0) return reader->Feed(SeparatorGlyph(cp, info.kind), cp, 0);
  for (int i = 0; i < info.count; ++i) {
    reader->Feed(FoldedGlyph(info[i], info.count == 1 ? info.kind : Info(info[i]).kind), info[i], 0);
  }
}

std::vector<uint16_t> Pattern(const std::vector<LeetUnit>& units, const std::vector<bool>& star) {
  std::vector<uint16_t> pattern;
  for (size_t i = 0; i < units.size(); ++i) {
    const uint16_t symbol = star[i] ? kLeetWild : LeetSymbol(units[i].letter);
    if (pattern.empty() || pattern.back() != symbol) pattern.push_back(symbol);
  }
  return pattern;
}

bool IsVowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

// Which letters of a term stars may replace; the first and the last never, since a star is read between letters.
std::vector<std::vector<bool>> StarChoices(const std::vector<LeetUnit>& units) {
  const size_t n = units.size();
  std::vector<std::vector<bool>> choices;
  const auto add = [&](auto is_star) {
    std::vector<bool> star(n);
    for (size_t i = 1; i + 1 < n; ++i) star[i] = is_star(i);
    choices.push_back(star);
  };
  const auto vowel = [&](size_t i) { return IsVowel(units[i].letter); };
  for (size_t at = 1; at + 1 < n; ++at) {
    if (n >= 4 || vowel(at)) add([&](size_t i) { return i == at; });
    if (n >= 5 && at + 2 < n) add([&](size_t i) { return i == at || i == at + 1; });
  }
  add(vowel);
  if (n >= 4) add([](size_t) { return true; });
  return choices;
}

}  // namespace

size_t FoldLeet(std::string_view text, uint16_t* out) {
  uint16_t* const begin = out;
  uint16_t previous = 0;
  Reader reader([&](const Glyph& glyph, uint32_t, uint32_t) {
    const uint16_t symbol = GlyphSymbol(glyph);
    if (symbol != previous) *out++ = previous = symbol;
  });
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const auto c = static_cast<unsigned char>(*p);
    if (c < 0x80) {
      // Controls are no signs, but some are invisible to the fold; the table of kinds knows.
      if (c >= 0x20 && c < 0x7F) {
        reader.Feed(kAscii[c], c, 0);
      } else {
        FeedWide(c, &reader);
      }
      ++p;
      continue;
    }
    const Decoded one = DecodeOne(p, end);
    p += one.length;
    if ((EntryOf(one.cp).plain & (kHanBit | kMultiBit)) == kHanBit) {  // most of what is not ASCII
      reader.Feed({Role::kOpaque, 0, 0}, one.cp, 0);
    } else {
      FeedWide(one.cp, &reader);
    }
  }
  reader.Settle(Role::kSilent);
  return static_cast<size_t>(out - begin);
}

std::vector<uint16_t> FoldLeet(std::string_view text) {
  std::vector<uint16_t> out(MaxLeet(text.size()));
  out.resize(FoldLeet(text, out.data()));
  return out;
}

void LeetMap::Build(const AtomMap& map) {
  units_.clear();
  runs_.clear();
  const std::vector<Atom>& atoms = map.atoms();
  Reader reader([&](const Glyph& glyph, uint32_t first, uint32_t last) {
    const uint16_t symbol = GlyphSymbol(glyph);
    if (runs_.empty() || runs_.back().symbol != symbol) runs_.push_back({static_cast<uint32_t>(units_.size()), symbol});
    for (uint32_t i = first; i <= last; ++i) {
      if (i > first && atoms[i].IsInvisible()) continue;
      units_.push_back({i, glyph.letter, glyph.other, glyph.role != Role::kLetter && glyph.role != Role::kOpaque,
                        glyph.role == Role::kDigit});
    }
  });
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    const Atom& atom = atoms[i];
    const Glyph glyph = atom.IsLetter() ? FoldedGlyph(atom.folded, atom.kind) : SeparatorGlyph(atom.source, atom.kind);
    reader.Feed(glyph, atom.folded, i);
  }
  reader.Settle(Role::kSilent);
}

std::vector<std::vector<uint16_t>> LeetPatterns(std::string_view term) {
  AtomMap map;
  map.Build(term);
  LeetMap leet;
  leet.Build(map);
  const std::vector<LeetUnit>& units = leet.units();
  const bool latin = std::all_of(units.begin(), units.end(), [](const LeetUnit& unit) { return unit.letter != 0; });
  if (!latin || units.size() < 3 || leet.symbols() < 2) return {};
  std::vector<std::vector<uint16_t>> patterns = {Pattern(units, std::vector<bool>(units.size()))};
  for (const std::vector<bool>& star : StarChoices(units)) {
    std::vector<uint16_t> pattern = Pattern(units, star);
    if (std::find(patterns.begin(), patterns.end(), pattern) == patterns.end()) patterns.push_back(std::move(pattern));
  }
  return patterns;
}

}  // namespace weir::text
