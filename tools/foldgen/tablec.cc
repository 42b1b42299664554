// Compiles lib/text/data/plain.tsv into the arrays of lib/text/fold_table.h. Runs on the build machine at build time.
//
//   tablec lib/text/data/plain.tsv fold_table_data.cc

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/digest.h"
#include "text/fold_table.h"

namespace {

using weir::text::Expansion;
using weir::text::Kind;

constexpr char32_t kLimit = 0x110000;
constexpr std::string_view kKindNames[] = {"han",   "latin",   "digit",    "letter", "syllable", "ignorable", "mark",
                                           "space", "newline", "sentence", "dot",    "word",     "symbol"};
constexpr std::string_view kViaNames[] = {"case", "width", "traditional", "variant", "lookalike"};

[[noreturn]] void Fail(const std::string& why) {
  std::cerr << "tablec: " << why << "\n";
  std::exit(1);
}

// ---- Reading plain.tsv --------------------------------------------------------------------------

struct Fold {
  bool set = false;
  bool self = false;
  Kind kind = Kind::kSymbol;
  uint8_t via = 0;
  std::u32string text;  // without self
};

std::vector<std::string_view> Split(std::string_view line, char separator) {
  std::vector<std::string_view> out;
  for (;;) {
    const size_t end = line.find(separator);
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

// plain.tsv is our own file and well-formed; what is not fails later, as a fold that does not fold to itself.
std::u32string DecodeUtf8(std::string_view text) {
  std::u32string out;
  for (size_t i = 0; i < text.size();) {
    const uint8_t lead = static_cast<uint8_t>(text[i++]);
    const int more = lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    char32_t cp = more == 0 ? lead : lead & (0x3F >> more);
    for (int k = 0; k < more && i < text.size(); ++k) cp = cp << 6 | (static_cast<uint8_t>(text[i++]) & 0x3F);
    out += cp;
  }
  return out;
}

char32_t ParseCodePoint(std::string_view text) {
  uint32_t cp = kLimit;
  if (text.starts_with("U+")) std::from_chars(text.data() + 2, text.data() + text.size(), cp, 16);
  if (cp >= kLimit) Fail("bad code point " + std::string(text));
  return cp;
}

template <size_t N>
size_t IndexOf(const std::string_view (&names)[N], std::string_view name) {
  const auto* found = std::find(std::begin(names), std::end(names), name);
  if (found == std::end(names)) Fail("unknown name " + std::string(name));
  return static_cast<size_t>(found - names);
}

Fold ParseFold(const std::vector<std::string_view>& fields) {
  Fold fold;
  fold.set = true;
  fold.kind = static_cast<Kind>(IndexOf(kKindNames, fields[1]));
  fold.self = fields[2] == "=";
  if (!fold.self && fields[2] != "-") fold.text = DecodeUtf8(fields[2]);
  if (fields[3] != "-") {
    for (std::string_view via : Split(fields[3], ',')) fold.via |= static_cast<uint8_t>(1u << IndexOf(kViaNames, via));
  }
  if (IsLetterKind(fold.kind) != (fold.self || !fold.text.empty()))
    Fail("kind and fold disagree at " + std::string(fields[0]));
  if (fold.text.size() > weir::text::kMaxFold) Fail("fold longer than kMaxFold at " + std::string(fields[0]));
  return fold;
}

std::vector<Fold> ReadPlain(std::string_view content) {
  std::vector<Fold> folds(kLimit);
  bool header = true;
  for (std::string_view line : Split(content, '\n')) {
    if (line.empty() || line[0] == '#') continue;
    if (header) {
      header = false;
      if (line != "cp\tkind\tfold\tvia") Fail("unexpected columns");
      continue;
    }
    const auto fields = Split(line, '\t');
    if (fields.size() != 4) Fail("bad row: " + std::string(line));
    const size_t dots = fields[0].find("..");
    const char32_t first = ParseCodePoint(fields[0].substr(0, dots));
    const char32_t last = dots == std::string_view::npos ? first : ParseCodePoint(fields[0].substr(dots + 2));
    const Fold fold = ParseFold(fields);
    for (char32_t cp = first; cp <= last; ++cp) folds[cp] = fold;  // rows inside a range come after it
  }
  return folds;
}

void CheckFolds(const std::vector<Fold>& folds) {
  for (char32_t cp = 0; cp < kLimit; ++cp) {
    if (!folds[cp].set) Fail("no row covers code point " + std::to_string(cp));
    for (char32_t c : folds[cp].text) {
      if (c >= kLimit || !folds[c].self) Fail("the fold of " + std::to_string(cp) + " is not final");
    }
  }
}

// ---- Entries ------------------------------------------------------------------------------------

uint32_t LetterEntry(char32_t folded) {
  uint32_t entry = weir::text::SymbolNumber(folded);
  if (folded >= '0' && folded <= '9') entry |= weir::text::kDigitBit | weir::text::kNoCollapseBit;
  if (folded >= 'a' && folded <= 'z') entry |= weir::text::kLatinBit;
  if (folded > 0xFFFF) entry |= weir::text::kNoCollapseBit;
  if (folded >= 0x4E00 && folded <= 0x9FFF) entry |= weir::text::kHanBit;
  return entry | weir::text::GateBits(folded);
}

// Separators that matter to the detectors of addresses.
uint32_t SeparatorEntry(char32_t cp) {
  switch (cp) {
    case U'@':
    case U'\uFF20':
    case U'\uFE6B':
      return weir::text::kAtBit;
    case U'.':
    case U'\u2024':
    case U'\uFE52':
    case U'\uFF0E':
    case U'\uFF61':
      return weir::text::kDotBit;
    case U'/':
    case U'\uFF0F':
      return weir::text::kSlashBit;
    case U'\U0001F427':  // a penguin, QQ's badge
      return weir::text::kCueBit;
    case U'\u3007':  // 〇, where the fold reads it as a separator
      return weir::text::kNumeralBit;
    default:
      return 0;
  }
}

class Entries {
 public:
  Entries() : expansions_(1) {}

  uint32_t Of(char32_t cp, const Fold& fold) {
    if (fold.self) return LetterEntry(cp);
    if (fold.text.empty()) return SeparatorEntry(cp);
    if (fold.text.size() == 1) return LetterEntry(fold.text[0]);
    const uint32_t index = Expand(fold.text);
    return index | expansions_[index].bits | weir::text::kMultiBit;
  }

  const std::vector<Expansion>& expansions() const { return expansions_; }

 private:
  uint32_t Expand(const std::u32string& text) {
    const auto [at, fresh] = index_.try_emplace(text, static_cast<uint32_t>(expansions_.size()));
    if (!fresh) return at->second;
    Expansion expansion = {};
    expansion.count = static_cast<uint8_t>(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
      const uint32_t entry = LetterEntry(text[i]);
      expansion.symbols[i] = static_cast<uint16_t>(entry & weir::text::kSymbolMask);
      expansion.bits |= entry & ~weir::text::kSymbolMask;
      if (entry & weir::text::kNoCollapseBit) expansion.no_collapse |= static_cast<uint16_t>(1u << i);
    }
    expansions_.push_back(expansion);
    return at->second;
  }

  std::vector<Expansion> expansions_;
  std::map<std::u32string, uint32_t> index_;
};

// ---- The cold tables ----------------------------------------------------------------------------

struct ColdTables {
  std::vector<weir::text::internal::Record> records;
  std::u32string folded;
  std::vector<uint16_t> block_of;
  std::vector<std::vector<uint16_t>> blocks;
};

ColdTables MakeColdTables(const std::vector<Fold>& folds, Entries& entries) {
  using weir::text::internal::kSelf;
  ColdTables out;
  std::map<std::tuple<uint32_t, Kind, uint8_t, bool, std::u32string>, uint16_t> record_index;
  std::map<std::vector<uint16_t>, uint16_t> block_index;
  constexpr char32_t kBlock = 1 << weir::text::internal::kBlockShift;
  for (char32_t start = 0; start < kLimit; start += kBlock) {
    std::vector<uint16_t> block;
    for (char32_t cp = start; cp < start + kBlock; ++cp) {
      const Fold& fold = folds[cp];
      const uint32_t entry = fold.self ? 0 : entries.Of(cp, fold);
      const auto [at, fresh] = record_index.try_emplace({entry, fold.kind, fold.via, fold.self, fold.text},
                                                        static_cast<uint16_t>(out.records.size()));
      if (fresh) {
        const size_t place = fold.self ? kSelf : out.folded.size();
        const size_t count = fold.self ? 1 : fold.text.size();
        out.records.push_back({entry, static_cast<uint16_t>(place), fold.kind, fold.via, static_cast<uint8_t>(count)});
        out.folded += fold.text;
      }
      block.push_back(at->second);
    }
    const auto [at, fresh] = block_index.try_emplace(block, static_cast<uint16_t>(out.blocks.size()));
    if (fresh) out.blocks.push_back(std::move(block));
    out.block_of.push_back(at->second);
  }
  if (out.records.size() >= 0xFFFF || out.folded.size() >= kSelf) Fail("too many different folds for 16 bits");
  return out;
}

// ---- Writing ------------------------------------------------------------------------------------

template <typename Range>
void WriteNumbers(std::ostream& out, const Range& numbers) {
  size_t column = 0;
  for (const auto number : numbers) out << static_cast<uint64_t>(number) << (++column % 16 == 0 ? ",\n" : ",");
}

void WriteExpansions(std::ostream& out, const std::vector<Expansion>& expansions) {
  out << "const Expansion kExpansions[] = {\n";
  for (const Expansion& e : expansions) {
    out << '{' << int{e.count} << ',' << e.no_collapse << ",{";
    WriteNumbers(out, std::vector<uint16_t>(e.symbols, e.symbols + std::max<int>(e.count, 1)));
    out << "}," << e.bits << "},\n";
  }
  out << "};\nconst uint32_t kExpansionCount = " << expansions.size() << ";\n";
}

void WriteColdTables(std::ostream& out, const ColdTables& tables) {
  out << "namespace internal {\nconst Record kRecords[] = {\n";
  for (const auto& r : tables.records) {
    out << '{' << r.entry << ',' << r.folded << ",Kind{" << static_cast<int>(r.kind) << "}," << int{r.via} << ','
        << int{r.count} << "},\n";
  }
  out << "};\nconst char32_t kFolded[] = {\n";
  WriteNumbers(out, tables.folded);
  out << "};\nconst uint16_t kBlockOf[] = {\n";
  WriteNumbers(out, tables.block_of);
  out << "};\nconst uint16_t kRecordOf[][1 << kBlockShift] = {\n";
  for (const auto& block : tables.blocks) {
    out << '{';
    WriteNumbers(out, block);
    out << "},\n";
  }
  out << "};\n}  // namespace internal\n";
}

// The value of a "#! key value" line of plain.tsv.
std::string Directive(const std::string& plain, const std::string& key) {
  const std::string start = "\n#! " + key + " ";
  const size_t at = plain.find(start);
  if (at == std::string::npos) Fail("plain.tsv lacks the line #! " + key);
  return plain.substr(at + start.size(), plain.find('\n', at + 1) - at - start.size());
}

std::string Compile(const std::string& plain) {
  const std::vector<Fold> folds = ReadPlain(plain);
  CheckFolds(folds);
  Entries entries;
  std::vector<uint32_t> bmp;
  for (char32_t cp = 0; cp < 0x10000; ++cp) bmp.push_back(entries.Of(cp, folds[cp]));
  const ColdTables cold = MakeColdTables(folds, entries);
  std::ostringstream out;
  out << "// Generated by tablec from plain.tsv.\n#include \"text/fold_table.h\"\n\nnamespace weir::text {\n"
      << "const uint32_t kBmp[65536] = {\n";
  WriteNumbers(out, bmp);
  out << "};\n";
  WriteExpansions(out, entries.expansions());
  WriteColdTables(out, cold);
  const std::string digest = weir::Digest("numbering " + std::to_string(weir::text::kNumberingVersion) + "\n" + plain);
  out << "const char kFoldDigest[] = \"" << digest << "\";\nconst char kFoldIcu[] = \"" << Directive(plain, "icu")
      << "\";\nconst char kFoldUnicode[] = \"" << Directive(plain, "unicode") << "\";\n}  // namespace weir::text\n";
  return out.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) Fail("usage: tablec plain.tsv fold_table_data.cc");
  std::ifstream in(argv[1], std::ios::binary);
  std::ostringstream plain;
  if (!(plain << in.rdbuf())) Fail(std::string("cannot read ") + argv[1]);
  const std::string code = Compile(plain.str());
  std::ofstream file(argv[2], std::ios::binary);
  if (!(file << code) || !file.flush()) Fail(std::string("cannot write ") + argv[2]);
}
