// Writes lib/text/data/plain.tsv: what every Unicode code point becomes in the `plain` alphabet.
//
//   foldgen lib/text/data/lookalikes.tsv lib/text/data/hanvariants.tsv > lib/text/data/plain.tsv
//
// Run by hand (and by CI, to compare) when ICU or one of the two reviewed tables changes; the library itself is built
// from the committed plain.tsv and never needs ICU. The rules are in the header of the file it writes.

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace {

enum Kind {
  kHan,
  kLatin,
  kDigit,
  kLetter,
  kSyllable,
  kIgnorable,
  kMark,
  kSpace,
  kNewline,
  kSentence,
  kDot,
  kWord,
  kSymbol
};
constexpr const char* kKindNames[] = {"han",   "latin",   "digit",    "letter", "syllable", "ignorable", "mark",
                                      "space", "newline", "sentence", "dot",    "word",     "symbol"};
enum Via : unsigned { kCase = 1, kWidth = 2, kTraditional = 4, kVariant = 8, kLookalike = 16 };
constexpr const char* kViaNames[] = {"case", "width", "traditional", "variant", "lookalike"};

constexpr char32_t kLimit = 0x110000;

struct Fold {
  Kind kind = kSymbol;
  unsigned via = 0;
  std::u32string text;  // empty: the code point emits nothing
  bool operator==(const Fold&) const = default;
};

[[noreturn]] void Fail(const std::string& why) {
  std::cerr << "foldgen: " << why << "\n";
  std::exit(1);
}

void Check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) Fail(std::string(what) + ": " + u_errorName(status));
}

std::u32string ToU32(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) out += static_cast<char32_t>(text.char32At(i));
  return out;
}

icu::UnicodeString ToIcu(const std::u32string& text) {
  icu::UnicodeString out;
  for (char32_t c : text) out.append(static_cast<UChar32>(c));
  return out;
}

std::string ToUtf8(const std::u32string& text) {
  std::string out;
  ToIcu(text).toUTF8String(out);
  return out;
}

std::u32string FromUtf8(std::string_view text) {
  return ToU32(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size()))));
}

std::string CodePointName(char32_t cp) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "U+%04X", static_cast<unsigned>(cp));
  return buffer;
}

// ---- The two reviewed tables --------------------------------------------------------------------

using Mapping = std::map<char32_t, std::u32string>;

std::vector<std::string> Fields(const std::string& line) {
  std::vector<std::string> out(1);
  for (char c : line) {
    if (c == '\t') {
      out.emplace_back();
    } else {
      out.back() += c;
    }
  }
  return out;
}

// Rows of a table with `columns` columns, without comments and the header line.
std::vector<std::vector<std::string>> ReadRows(const char* path, size_t columns) {
  std::ifstream in(path);
  if (!in) Fail(std::string("cannot read ") + path);
  std::vector<std::vector<std::string>> rows;
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    rows.push_back(Fields(line));
    if (rows.back().size() != columns || rows.back().back().empty()) Fail(std::string(path) + ": bad row: " + line);
  }
  return rows;
}

// cp, from, to, reason. Sorted, from outside ASCII, to lower-case Latin letters or digits only.
Mapping ReadLookalikes(const char* path) {
  Mapping map;
  for (const auto& row : ReadRows(path, 4)) {
    const std::u32string from = FromUtf8(row[1]), to = FromUtf8(row[2]);
    if (from.size() != 1 || from[0] < 0x80 || CodePointName(from[0]) != row[0])
      Fail("look-alike: bad source " + row[0]);
    for (char32_t c : to) {
      if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) Fail("look-alike: bad target in " + row[0]);
    }
    if (!map.empty() && map.rbegin()->first >= from[0]) Fail("look-alike: not sorted at " + row[0]);
    if (to.empty()) Fail("look-alike: empty target in " + row[0]);
    map[from[0]] = to;
  }
  return map;
}

// from, to, reason. A row `x x` says that x stays as it is, whatever ICU's Traditional-Simplified makes of it.
Mapping ReadHanVariants(const char* path) {
  Mapping map;
  for (const auto& row : ReadRows(path, 3)) {
    const std::u32string from = FromUtf8(row[0]), to = FromUtf8(row[1]);
    if (from.size() != 1 || to.size() != 1) Fail("Han variant: not one character to one: " + row[0]);
    if (!map.empty() && map.rbegin()->first >= from[0]) Fail("Han variant: not sorted at " + row[0]);
    map[from[0]] = to;
  }
  return map;
}

// ---- Classes of code points ---------------------------------------------------------------------

UScriptCode ScriptOf(char32_t cp) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(cp), &status);
  Check(status, "uscript_getScript");
  return script;
}

// Lists of scripts are strings of ISO 15924 names: shorter than ICU's constants, and they compile with an older ICU.
bool IsOneOf(UScriptCode script, std::string_view names) {
  return names.find(uscript_getShortName(script)) != std::string_view::npos;
}

// Scripts whose words are not set off by spaces, so that a word border next to them can't be asked for.
bool IsSyllableScript(UScriptCode script) {
  return IsOneOf(script,
                 "Hira Kana Hrkt Hang Bopo Yiii Thai Laoo Khmr Mymr Tibt Tale Talu Lana Tavt Ahom Bali Java Tang Nshu "
                 "Kits");
}

// Scripts of South and South-East Asia (and Thaana, Miao), where dependent signs write vowels and tones and are part of
// the spelling. Everywhere else combining marks are decoration or optional pointing, and are dropped.
bool KeepsMarks(UScriptCode script) {
  return IsOneOf(script,
                 "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Tibt Mymr Khmr Tglg Hano Buhd Tagb Limb "
                 "Tale Talu Lana Tavt Bugi Bali Sund Batk Lepc Sylo Phag Saur Rjng Java Cham Mtei Khar Brah Kthi Cakm "
                 "Mahj Shrd Khoj Mult Sind Gran Newa Tirh Sidd Modi Takr Ahom Dogr Diak Nand Zanb Soyo Bhks Marc Gonm "
                 "Gong Maka Kawi Thaa Plrd Kali Hmng Hmnp Rohg Wcho Toto Nagm");
}

bool HasScriptExtension(char32_t cp, std::initializer_list<UScriptCode> scripts) {
  return std::any_of(scripts.begin(), scripts.end(),
                     [cp](UScriptCode s) { return uscript_hasScript(static_cast<UChar32>(cp), s); });
}

Kind LetterKind(char32_t cp) {
  if (cp >= '0' && cp <= '9') return kDigit;
  if (cp >= 'a' && cp <= 'z') return kLatin;
  const UScriptCode script = ScriptOf(cp);
  if (script == USCRIPT_HAN) return kHan;
  if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) {
    if (HasScriptExtension(cp, {USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL})) return kSyllable;  // ー
    if (u_isalpha(static_cast<UChar32>(cp)) && HasScriptExtension(cp, {USCRIPT_HAN})) return kHan;       // 〆
    return kLetter;
  }
  return IsSyllableScript(script) ? kSyllable : kLetter;
}

bool IsLetterKind(Kind kind) { return kind <= kSyllable; }

bool IsSentenceMark(char32_t cp) {
  const UChar32 c = static_cast<UChar32>(cp);
  return cp != '.' && (u_hasBinaryProperty(c, UCHAR_S_TERM) || u_hasBinaryProperty(c, UCHAR_TERMINAL_PUNCTUATION) ||
                       cp == 0xA1 || cp == 0xBF);  // ¡ ¿
}

// ---- The fold -----------------------------------------------------------------------------------

class Folder {
 public:
  Folder(Mapping lookalikes, Mapping han_variants);
  Fold Of(char32_t cp) const;

 private:
  std::u32string Nfkc(char32_t cp) const { return Normalized(*nfkc_, cp); }
  static std::u32string Normalized(const icu::Normalizer2& normalizer, char32_t cp);
  bool IsCaseFolded(const std::u32string& text) const;
  Kind Classify(char32_t cp) const;
  Kind ClassifyMark(char32_t cp) const;
  Kind ClassifyPunctuation(char32_t cp) const;
  bool IsFraction(char32_t cp) const;
  // One step of undoing a disguise; cp itself when there is none left.
  std::u32string Step(char32_t cp, unsigned* via) const;
  std::u32string HanStep(char32_t cp, unsigned* via) const;
  unsigned CompatibilityVia(char32_t cp, const std::u32string& nfkc) const;
  std::u32string FixedPoint(char32_t cp, unsigned* via) const;

  Mapping lookalikes_, han_variants_;
  const icu::Normalizer2 *nfkc_, *nfkc_casefold_, *nfd_;
  std::unique_ptr<icu::Transliterator> simplify_;
};

Folder::Folder(Mapping lookalikes, Mapping han_variants)
    : lookalikes_(std::move(lookalikes)), han_variants_(std::move(han_variants)) {
  UErrorCode status = U_ZERO_ERROR;
  nfkc_ = icu::Normalizer2::getNFKCInstance(status);
  nfkc_casefold_ = icu::Normalizer2::getNFKCCasefoldInstance(status);
  nfd_ = icu::Normalizer2::getNFDInstance(status);
  UParseError parse_error;
  simplify_.reset(icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, parse_error, status));
  Check(status, "ICU");
}

std::u32string Folder::Normalized(const icu::Normalizer2& normalizer, char32_t cp) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString out = normalizer.normalize(icu::UnicodeString(static_cast<UChar32>(cp)), status);
  Check(status, "normalize");
  return ToU32(out);
}

// Compared after composition: the full case folding of ǰ is ǰ taken apart, which undoes no case.
bool Folder::IsCaseFolded(const std::u32string& text) const {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = nfkc_->normalize(ToIcu(text).foldCase(), status);
  Check(status, "normalize");
  return ToU32(folded) == text;
}

// ½ and its like: "12" would be a lie.
bool Folder::IsFraction(char32_t cp) const {
  if (u_charType(static_cast<UChar32>(cp)) != U_OTHER_NUMBER) return false;
  const double value = u_getNumericValue(static_cast<UChar32>(cp));
  if (value != U_NO_NUMERIC_VALUE && value != static_cast<double>(static_cast<int64_t>(value))) return true;
  return Nfkc(cp).find(U'\u2044') != std::u32string::npos;
}

Kind Folder::ClassifyMark(char32_t cp) const {
  if (u_charType(static_cast<UChar32>(cp)) == U_ENCLOSING_MARK) return kMark;
  return KeepsMarks(ScriptOf(cp)) ? LetterKind(cp) : kMark;
}

Kind Folder::ClassifyPunctuation(char32_t cp) const {
  const std::u32string plain = Nfkc(cp);
  if (plain == U"." && cp != 0xFF0E) return kDot;
  if (cp == 0xFF0E) return kSentence;  // '．' is typed as a full stop in Chinese text
  if (plain.size() == 1 && std::u32string_view(U"'-\u2019\u2010").find(plain[0]) != std::u32string_view::npos)
    return kWord;
  if (std::all_of(plain.begin(), plain.end(), IsSentenceMark)) return kSentence;
  return kSymbol;
}

// What a code point is when it stands as it is: a letter kind for letters and digits, else the kind of separator.
Kind Folder::Classify(char32_t cp) const {
  const UChar32 c = static_cast<UChar32>(cp);
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return kIgnorable;
  if ((cp >= 0x0A && cp <= 0x0D) || cp == 0x85) return kNewline;
  if (cp == 0x0640 || cp == 0x07FA || cp == 0x180A)
    return kMark;  // stretch the line between letters: tatweel and its like
  switch (u_charType(c)) {
    case U_FORMAT_CHAR:
      return kIgnorable;
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return kNewline;
    case U_SPACE_SEPARATOR:
      return kSpace;
    case U_CONTROL_CHAR:
      return cp == '\t' ? kSpace : kSymbol;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return ClassifyMark(cp);
    case U_MODIFIER_LETTER:
      if (cp == 0x02BC) return kWord;  // the letter apostrophe
      // ˇ ˋ and other free-standing accents and tone letters, as opposed to ー and 々.
      return ScriptOf(cp) == USCRIPT_COMMON && LetterKind(cp) == kLetter ? kSymbol : LetterKind(cp);
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_OTHER_LETTER:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
      return LetterKind(cp);
    case U_OTHER_NUMBER:
      return IsFraction(cp) ? kSymbol : LetterKind(cp);
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
      return kSymbol;
    default:
      return ClassifyPunctuation(cp);
  }
}

// Which disguise a compatibility (or singleton) decomposition undoes.
unsigned Folder::CompatibilityVia(char32_t cp, const std::u32string& nfkc) const {
  if (nfkc == std::u32string(1, cp)) return 0;
  const bool one = nfkc.size() == 1;
  switch (u_getIntPropertyValue(static_cast<UChar32>(cp), UCHAR_DECOMPOSITION_TYPE)) {
    case U_DT_WIDE:
    case U_DT_NARROW:
      return kWidth;
    case U_DT_CANONICAL:
      if (!one) return 0;
      return ScriptOf(nfkc[0]) == USCRIPT_HAN ? kVariant : kLookalike;
    case U_DT_INITIAL:
    case U_DT_MEDIAL:
    case U_DT_FINAL:
    case U_DT_ISOLATED:
      return kVariant;  // Arabic presentation forms
    case U_DT_COMPAT:
      // Radicals, and the Hangul letters every Korean keyboard types.
      return one && IsOneOf(ScriptOf(nfkc[0]), "Hani Hang") ? kVariant : kLookalike;
    default:
      return kLookalike;
  }
}

std::u32string Folder::HanStep(char32_t cp, unsigned* via) const {
  const auto variant = han_variants_.find(cp);
  if (variant != han_variants_.end()) {
    if (variant->second[0] != cp) *via |= kVariant;
    return variant->second;
  }
  icu::UnicodeString text(static_cast<UChar32>(cp));
  simplify_->transliterate(text);
  std::u32string simple = ToU32(text);
  if (simple.size() != 1 || simple[0] == cp) return std::u32string(1, cp);
  *via |= kTraditional;
  return simple;
}

std::u32string Folder::Step(char32_t cp, unsigned* via) const {
  const UChar32 c = static_cast<UChar32>(cp);
  const std::u32string self(1, cp);
  const auto lookalike = lookalikes_.find(cp);
  if (lookalike != lookalikes_.end()) {
    *via |= kLookalike;
    return lookalike->second;
  }
  const std::u32string nfkc = Nfkc(cp);
  std::u32string casefold = Normalized(*nfkc_casefold_, cp);
  if (casefold != self) {
    *via |= CompatibilityVia(cp, nfkc);
    if (!IsCaseFolded(nfkc)) *via |= kCase;
    return casefold;
  }
  const UScriptCode script = ScriptOf(cp);
  if (script == USCRIPT_LATIN || script == USCRIPT_GREEK) {
    std::u32string parts = Normalized(*nfd_, cp);  // the marks are dropped with the separators
    if (parts != self) *via |= kLookalike;
    return parts;
  }
  if (u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DECIMAL ||
      u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DIGIT) {
    std::u32string digit(1, U'0' + static_cast<char32_t>(u_getNumericValue(c)));
    if (digit != self) *via |= kLookalike;
    return digit;
  }
  return script == USCRIPT_HAN ? HanStep(cp, via) : self;
}

std::u32string Folder::FixedPoint(char32_t cp, unsigned* via) const {
  std::u32string text(1, cp);
  for (int round = 0; round < 10; ++round) {
    std::u32string next;
    for (char32_t c : text) next += Step(c, via);
    if (next == text) return text;
    text = std::move(next);
  }
  Fail("no fixed point for " + CodePointName(cp));
}

Fold Folder::Of(char32_t cp) const {
  Fold fold;
  fold.kind = Classify(cp);
  const bool plain_symbol = fold.kind == kSymbol && (IsFraction(cp) || U_IS_SURROGATE(cp));
  if ((!IsLetterKind(fold.kind) && fold.kind != kSymbol) || plain_symbol) return fold;
  Kind dropped = kMark;
  for (char32_t c : FixedPoint(cp, &fold.via)) {
    const Kind kind = Classify(c);
    if (IsLetterKind(kind)) {
      fold.text += c;
    } else if (kind != kMark) {
      dropped = kSymbol;
    }
  }
  if (!fold.text.empty()) {
    fold.kind = LetterKind(fold.text[0]);
  } else {
    fold.via = 0;
    if (IsLetterKind(fold.kind))
      fold.kind = dropped;  // spacing forms of marks (halfwidth ﾞ, Arabic ﹱ), modifier letters
  }
  return fold;
}

// ---- Writing ------------------------------------------------------------------------------------

struct Row {
  char32_t first, last;
  const Fold* fold;
};

bool IsSelf(const std::vector<Fold>& folds, char32_t cp) { return folds[cp].text == std::u32string(1, cp); }
bool HasOwnRow(const std::vector<Fold>& folds, char32_t cp) { return !folds[cp].text.empty() && !IsSelf(folds, cp); }

// Ranges of code points that emit nothing, or themselves, plus one row for each of the others. A range of letters runs
// on over code points that have a row of their own: otherwise every traditional character would cut the Han range in
// two.
std::vector<Row> MakeRows(const std::vector<Fold>& folds) {
  std::vector<Row> rows;
  for (char32_t cp = 0; cp < kLimit;) {
    if (HasOwnRow(folds, cp)) {
      ++cp;
      continue;
    }
    const bool self = IsSelf(folds, cp);
    char32_t last = cp, next = cp + 1;
    for (; next < kLimit; ++next) {
      if (self && HasOwnRow(folds, next)) continue;
      if (folds[next].kind != folds[cp].kind || IsSelf(folds, next) != self || HasOwnRow(folds, next)) break;
      last = next;
    }
    rows.push_back({cp, last, &folds[cp]});
    cp = last + 1;
  }
  for (char32_t cp = 0; cp < kLimit; ++cp) {
    if (HasOwnRow(folds, cp)) rows.push_back({cp, cp, &folds[cp]});
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
  return rows;
}

std::string ViaText(unsigned via) {
  std::string out;
  for (size_t i = 0; i < std::size(kViaNames); ++i) {
    if (via >> i & 1) out += (out.empty() ? "" : ",") + std::string(kViaNames[i]);
  }
  return out.empty() ? "-" : out;
}

void WriteHeader() {
  std::cout
      << "# The plain alphabet: what each code point becomes before terms are matched. Generated; do not edit.\n"
         "#! command foldgen lib/text/data/lookalikes.tsv lib/text/data/hanvariants.tsv > lib/text/data/plain.tsv\n"
         "#! icu "
      << U_ICU_VERSION << "\n#! unicode " << U_UNICODE_VERSION << "\n";
  std::cout << R"(#
# Columns: code point or range, kind, fold, via.
#   kind  han latin digit letter syllable: what the (first) folded character is; else a separator, emits nothing.
#   fold  the folded characters; `=` the code point itself; `-` nothing.
#   via   the disguise undone: case width traditional variant lookalike, or `-`.
# Every code point is covered. A range of letters (`=`) may hold code points with a row of their own further down: the
# own row wins. Sorted by first code point, wider ranges first.
cp	kind	fold	via
)";
}

void WriteRow(const Row& row) {
  std::string cp = CodePointName(row.first);
  if (row.last != row.first) cp += ".." + CodePointName(row.last);
  const bool self = row.fold->text == std::u32string(1, row.first);
  std::cout << cp << '\t' << kKindNames[row.fold->kind] << '\t'
            << (row.fold->text.empty() ? "-"
                : self                 ? "="
                                       : ToUtf8(row.fold->text))
            << '\t' << ViaText(row.fold->via) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) Fail("usage: foldgen lookalikes.tsv hanvariants.tsv > plain.tsv");
  const Folder folder(ReadLookalikes(argv[1]), ReadHanVariants(argv[2]));
  std::vector<Fold> folds(kLimit);
  for (char32_t cp = 0; cp < kLimit; ++cp) folds[cp] = folder.Of(cp);
  WriteHeader();
  for (const Row& row : MakeRows(folds)) WriteRow(row);
}
