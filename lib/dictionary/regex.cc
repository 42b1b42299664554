#include "dictionary/regex.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dictionary/regex_piece.h"
#include "text/reading.h"
#include "text/utf8.h"

namespace weir::dictionary {
namespace {

using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr char32_t kLast = 0x10FFFF;

// How a character reads in a folded text: none when it is invisible, several for ㈱ and the like.
std::u32string ReadAs(char32_t c) {
  std::string bytes;
  text::AppendUtf8(c, &bytes);
  text::AtomMap map;
  map.Build(bytes);
  std::u32string read;
  for (const text::Atom& atom : map.atoms()) {
    if (!atom.IsInvisible()) read += text::ReadingOf(atom);
  }
  return read;
}

bool IsAlnum(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

void AppendLiteral(char32_t c, std::string* out) {
  if (c < 0x20 || c == 0x7F) {
    absl::StrAppend(out, "\\x{", absl::Hex(static_cast<uint32_t>(c)), "}");
    return;
  }
  if (c < 0x80 && !IsAlnum(c) && c != ' ' && c != '_') *out += '\\';
  text::AppendUtf8(c, out);
}

void AppendClass(const Ranges& ranges, bool negated, std::string* out) {
  *out += negated ? "[^" : "[";
  for (const auto& [low, high] : ranges) {
    absl::StrAppend(out, "\\x{", absl::Hex(static_cast<uint32_t>(low)), "}");
    if (high > low) absl::StrAppend(out, "-\\x{", absl::Hex(static_cast<uint32_t>(high)), "}");
  }
  *out += ']';
}

// \d \w \s and \p{Han}, in the characters that a folded text has.
const Ranges kDigits = {{'0', '9'}}, kWord = {{'0', '9'}, {'_', '_'}, {'a', 'z'}},
             kSpaces = {{'\t', '\r'}, {' ', ' '}, {0x85, 0x85}, {0x2028, 0x2029}},
             kHan = {{0x3007, 0x3007}, {0x3400, 0x4DBF}, {0x4E00, 0x9FFF}, {0x20000, 0x323AF}};

class Parser {
 public:
  explicit Parser(std::string_view written) : text_(text::ToUtf32(written)) {}

  bool Run(Regex* out, std::string* error) {
    while (error_.empty() && at_ < text_.size()) Step();
    if (error_.empty() && !open_.empty()) Bad("a ( is not closed; write )");
    RegexPiece whole = CloseBranch();
    if (error_.empty() && whole.shortest == 0)
      Bad("it matches the empty text, which is everywhere; let it ask for one character at least");
    if (!error_.empty()) {
      *error = error_;
      return false;
    }
    out->compiled = whole.out;
    out->shortest = static_cast<uint32_t>(whole.shortest);
    out->longest = static_cast<uint32_t>(whole.longest);
    out->positions = static_cast<uint32_t>(whole.positions);
    out->digits = static_cast<uint32_t>(whole.digits);
    for (const std::u32string& cue : CuesOf(whole)) out->cues.push_back(text::ToUtf8(cue));
    out->cue_symbols = static_cast<uint32_t>(Worth(CuesOf(whole)));
    if (out->cue_symbols == 0) out->cues.clear();
    return true;
  }

 private:
  // One branch of one group.
  struct Group {
    RegexSequence sequence;
    bool has_choice = false;
    RegexPiece choice;  // the branches before
  };

  void Bad(std::string_view message) {
    if (error_.empty())
      error_ =
          absl::StrCat("at character ", at_ + 1, " of the regex: ", absl::string_view(message.data(), message.size()));
  }

  char32_t Peek(size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : 0; }

  void Step() {
    switch (text_[at_]) {
      case '(':
        return Open();
      case ')':
        return Close();
      case '|':
        ++at_;
        group_.choice =
            group_.has_choice ? Choose(std::move(group_.choice), group_.sequence.Take()) : group_.sequence.Take();
        group_.has_choice = true;
        return;
      case '*':
      case '+':
      case '?':
      case '{':
        return Bad("a repeat with nothing before it; write \\* \\+ \\? \\{ for the character itself");
      case ']':
      case '}':
        return Bad("a bracket that was not opened; write \\] or \\} for the character itself");
      case '[':
        return Class();
      case '\\':
        return Escape();
      case '.':
        ++at_;
        return AddAny(".", false);
      case '^':
        ++at_;
        return AddNothing("\\A");
      case '$':
        ++at_;
        return AddNothing("\\z");
      default:
        return AddLiteral(text_[at_++]);
    }
  }

  void Open() {
    if (open_.size() == kDeepestRegex)
      return Bad(absl::StrCat("more than ", kDeepestRegex, " groups inside one another"));
    if (Peek(1) == '?') {
      if (Peek(2) != ':')
        return Bad(
            "(? begins something other than a group; of these only (?:…) is known: no automaton can look ahead or "
            "behind, and "
            "case is folded already");
      at_ += 2;
    }
    ++at_;
    open_.push_back(std::exchange(group_, Group()));
  }

  void Close() {
    if (open_.empty()) return Bad("a ) that closes nothing; write \\) for the character itself");
    ++at_;
    RegexPiece inner = CloseBranch();
    group_ = std::move(open_.back());
    open_.pop_back();
    inner.out = "(?:" + inner.out + ")";
    inner.positions = std::max<uint64_t>(inner.positions, 1);
    AddRepeated(std::move(inner));
  }

  RegexPiece CloseBranch() {
    RegexPiece last = group_.sequence.Take();
    return group_.has_choice ? Choose(std::move(group_.choice), last) : last;
  }

  void AddLiteral(char32_t c) {
    const std::u32string read = ReadAs(c);
    if (read.empty() || c == 0xFFFD)
      return --at_, Bad("an invisible or broken character, which no text is read with; leave it out");
    RegexPiece piece = EmptyPiece();
    for (const char32_t one : read) AppendLiteral(one, &piece.out);
    if (read.size() > 1) piece.out = "(?:" + piece.out + ")";
    piece.strings = {read};
    piece.shortest = piece.longest = piece.positions = read.size();
    piece.digits = static_cast<uint64_t>(
        std::count_if(read.begin(), read.end(), [](char32_t one) { return one >= '0' && one <= '9'; }));
    AddRepeated(std::move(piece));
  }

  void AddAny(std::string out, bool digit) {
    RegexPiece piece;
    piece.out = std::move(out);
    piece.exact = false;
    piece.shortest = piece.longest = piece.positions = 1;
    piece.digits = digit;
    AddRepeated(std::move(piece));
  }

  void AddNothing(const char* out) {
    RegexPiece piece = EmptyPiece();
    piece.out = out;
    piece.positions = 1;
    piece.nothing = true;
    AddRepeated(std::move(piece));
  }

  void AddClass(const Ranges& ranges, bool negated) {
    std::string out;
    AppendClass(ranges, negated, &out);
    size_t characters = 0;
    for (const auto& [low, high] : ranges) characters += std::min<size_t>(high - low + 1, kMostStrings);
    const bool digit = !negated && std::all_of(ranges.begin(), ranges.end(), [](const auto& range) {
      return range.first >= '0' && range.second <= '9';
    });
    constexpr size_t kFew = 8;
    if (negated || characters > kFew) return AddAny(std::move(out), digit);
    RegexPiece piece;
    piece.out = std::move(out);
    for (const auto& [low, high] : ranges) {
      for (char32_t c = low; c <= high; ++c) piece.strings.push_back({c});
    }
    piece.shortest = piece.longest = piece.positions = 1;
    piece.digits = digit;
    AddRepeated(std::move(piece));
  }

  void Escape() {
    const char32_t c = Peek(1);
    at_ += 2;
    switch (c) {
      case 'd':
      case 'D':
        return AddClass(kDigits, c == 'D');
      case 'w':
      case 'W':
        return AddClass(kWord, c == 'W');
      case 's':
      case 'S':
        return AddClass(kSpaces, c == 'S');
      case 'b':
        return AddNothing("\\b");
      case 'B':
        return AddNothing("\\B");
      case 'p':
        if (TakeHan()) AddClass(kHan, false);
        return;
      default:
        if (char32_t literal = 0; TakeEscaped(c, &literal)) AddLiteral(literal);
    }
  }

  // Behind \p: {Han}, the one script that is known.
  bool TakeHan() {
    if (text_.substr(at_, 5) != U"{Han}") {
      Bad("of \\p{…} only \\p{Han} is known");
      return false;
    }
    at_ += 5;
    return true;
  }

  // What \c stands for, a single character; at_ is behind it.
  bool TakeEscaped(char32_t c, char32_t* out) {
    constexpr std::u32string_view kPlain = U"\\.+*?()|[]{}^$-/#&~!@%,:;<>=\"'_ `";
    if (c != 0 && kPlain.find(c) != std::u32string_view::npos) return *out = c, true;
    if (c == 'n' || c == 't' || c == 'r') return *out = c == 'n' ? '\n' : c == 't' ? '\t' : '\r', true;
    if (c == 'x' && Peek() == '{') return TakeHex(out);
    at_ -= 2;
    Bad(c >= '1' && c <= '9' ? "\\1 looks back at what was found, which no automaton can; write the text out"
        : c == 0             ? "it ends in a lone \\; write \\\\ for the character itself"
                 : "an unknown escape; known are \\d \\w \\s \\b \\D \\W \\S \\B \\p{Han} \\n \\t \\r \\x{4E00}, and "
                   "\\ before a mark");
    return false;
  }

  bool TakeHex(char32_t* out) {
    const size_t end = text_.find('}', at_);
    char32_t value = 0;
    size_t digits = 0;
    for (size_t i = at_ + 1; end != std::u32string::npos && i < end; ++i, ++digits) {
      const char32_t c = text_[i];
      const int digit = c >= '0' && c <= '9'                 ? static_cast<int>(c - '0')
                        : (c | 32) >= 'a' && (c | 32) <= 'f' ? static_cast<int>((c | 32) - 'a') + 10
                                                             : -1;
      if (digit < 0 || value > kLast) return Bad("\\x{…} holds hexadecimal digits, for example \\x{4E00}"), false;
      value = value * 16 + static_cast<char32_t>(digit);
    }
    if (digits == 0 || value > kLast || (value >= 0xD800 && value < 0xE000))
      return Bad("\\x{…} is a code point, for example \\x{4E00}"), false;
    at_ = end + 1;
    *out = value;
    return true;
  }

  void Class() {
    ++at_;
    const bool negated = Peek() == '^';
    at_ += negated;
    Ranges ranges;
    for (bool first = true; error_.empty() && (Peek() != ']' || first); first = false) {
      if (at_ >= text_.size()) return Bad("a [ is not closed; write ]");
      ClassItem(&ranges);
    }
    if (!error_.empty()) return;
    ++at_;
    std::sort(ranges.begin(), ranges.end());
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    AddClass(ranges, negated);
  }

  void ClassItem(Ranges* ranges) {
    if (Peek() == '[') return Bad("a [ inside a class; write \\[ for the character itself");
    if (Peek() == '\\' && (Peek(1) == 'd' || Peek(1) == 'w' || Peek(1) == 's' || Peek(1) == 'p')) {
      const char32_t c = Peek(1);
      at_ += 2;
      if (c == 'p' && !TakeHan()) return;
      const Ranges& known = c == 'd' ? kDigits : c == 'w' ? kWord : c == 's' ? kSpaces : kHan;
      ranges->insert(ranges->end(), known.begin(), known.end());
      return;
    }
    char32_t low = 0, high = 0;
    if (!ClassCharacter(&low)) return;
    if (Peek() != '-' || Peek(1) == ']' || Peek(1) == 0) return AddMember(low, ranges);
    ++at_;
    if (!ClassCharacter(&high)) return;
    AddRange(low, high, ranges);
  }

  bool ClassCharacter(char32_t* out) {
    if (Peek() != '\\') return *out = text_[at_++], true;
    const char32_t c = Peek(1);
    at_ += 2;
    return TakeEscaped(c, out);
  }

  void AddMember(char32_t c, Ranges* ranges) {
    const std::u32string read = ReadAs(c);
    if (read.size() != 1)
      return --at_, Bad("a character in a class that reads as none or as several; write it outside, as (a|bc)");
    ranges->emplace_back(read[0], read[0]);
  }

  void AddRange(char32_t low, char32_t high, Ranges* ranges) {
    if (low > high) return Bad("a range that runs backwards; write the smaller character first");
    if (low >= 'A' && high <= 'Z') low += 32, high += 32;
    if (ReadAs(low) != std::u32string(1, low) || ReadAs(high) != std::u32string(1, high))
      return Bad(
          "a range between characters that texts are not read with; texts are folded: a-z, simplified, half-width");
    ranges->emplace_back(low, high);
  }

  // Takes the quantifier behind an atom, if there is one, and adds the whole.
  void AddRepeated(RegexPiece piece) {
    uint64_t n = 1, m = 1;
    std::string mark;
    switch (Peek()) {
      case '*':
        return Bad("* has no upper bound; write how many at most: {0,20}");
      case '+':
        return Bad("+ has no upper bound; write how many at most: {1,20}");
      case '?':
        ++at_;
        n = 0;
        mark = "?";
        break;
      case '{':
        if (!TakeCounts(&n, &m)) return;
        mark = n == m ? absl::StrCat("{", n, "}") : absl::StrCat("{", n, ",", m, "}");
        break;
      default:
        return AddChecked(std::move(piece));
    }
    if (piece.nothing) return Bad("a border or an end cannot be repeated");
    if (Peek() == '?') {
      ++at_;
      mark += '?';
    }
    if (const char32_t next = Peek(); next == '*' || next == '+' || next == '?' || next == '{')
      return Bad("a repeat of a repeat; write one {n,m}, or a group between them");
    AddChecked(Repeat(std::move(piece), n, m, mark));
  }

  void AddChecked(RegexPiece piece) {
    group_.sequence.Add(std::move(piece));
    if (group_.sequence.positions() + (group_.has_choice ? group_.choice.positions : 0) > kMostPositions)
      Bad(absl::StrCat("with its repeats written out it is more than ", kMostPositions,
                       " characters long; lower the numbers in {n,m}"));
  }

  bool TakeNumber(uint64_t* out) {
    size_t digits = 0;
    for (*out = 0; Peek() >= '0' && Peek() <= '9' && digits < 4; ++digits) *out = *out * 10 + (text_[at_++] - '0');
    return digits > 0 && *out <= kMostRepeats;
  }

  bool TakeCounts(uint64_t* n, uint64_t* m) {
    ++at_;
    if (Peek() == ',') return Bad("write {0,m} for up to m times"), false;
    if (!TakeNumber(n)) return Bad(absl::StrCat("a repeat is {n} or {n,m} with numbers up to ", kMostRepeats)), false;
    *m = *n;
    if (Peek() == ',') {
      ++at_;
      if (Peek() == '}')
        return Bad(absl::StrCat("{", *n, ",} has no upper bound; write how many at most: {", *n, ",20}")), false;
      if (!TakeNumber(m)) return Bad(absl::StrCat("a repeat is {n} or {n,m} with numbers up to ", kMostRepeats)), false;
    }
    if (Peek() != '}') return Bad("a repeat is not closed; write {n} or {n,m}"), false;
    ++at_;
    if (*n > *m || *m == 0) return Bad("a repeat of none, or that runs backwards; write {1,3}"), false;
    return true;
  }

  const std::u32string text_;
  size_t at_ = 0;
  Group group_;
  std::vector<Group> open_;
  std::string error_;
};

}  // namespace

bool ParseRegex(std::string_view written, Regex* out, std::string* error) {
  *out = {};
  out->written = written;
  if (const size_t length = text::CountCodePoints(written); length == 0 || length > kLongestRegex) {
    *error = absl::StrCat("a regex has 1 to ", kLongestRegex, " characters, this one ", length);
    return false;
  }
  return Parser(written).Run(out, error);
}

}  // namespace weir::dictionary
