// Compiles the tables of lib/text/data into the arrays of lib/text/fold_table.h and lib/text/sound.h. Runs on the build
// machine at build time.
//
//   tablec plain.tsv sound.tsv heteronyms.tsv emoji.tsv shapes.tsv fold_table_data.cc

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/digest.h"
#include "text/fold_table.h"
#include "tools/foldgen/reading.h"
#include "tools/foldgen/soundc.h"

namespace {

using weir::foldgen::DecodeUtf8;
using weir::foldgen::Fail;
using weir::foldgen::kLimit;
using weir::foldgen::ParseCodePoint;
using weir::foldgen::Sounds;
using weir::foldgen::Split;
using weir::foldgen::WriteNumbers;
using weir::text::Entry;
using weir::text::Expansion;
using weir::text::Kind;

constexpr std::string_view kKindNames[] = {"han",   "latin",   "digit",    "letter", "syllable", "ignorable", "mark",
                                           "space", "newline", "sentence", "dot",    "word",     "symbol"};
constexpr std::string_view kViaNames[] = {"case", "width", "traditional", "variant", "lookalike"};

// ---- Reading plain.tsv --------------------------------------------------------------------------

struct Fold {
  bool set = false;
  bool self = false;
  Kind kind = Kind::kSymbol;
  uint8_t via = 0;
  std::u32string text;  // without self
};

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
  for (const auto& fields : weir::foldgen::ReadRows(content, {"cp", "kind", "fold", "via"})) {
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

// Readings belong to characters as folded, and to separators (emoji).
void CheckSounds(const Sounds& sounds, const std::vector<Fold>& folds) {
  for (const auto& [cp, sound] : sounds.letters()) {
    if (cp > 0xFFFF || !folds[cp].self) Fail("a reading of what is no folded character: " + std::to_string(cp));
  }
  for (const auto& [cp, sound] : sounds.emoji()) {
    const Kind kind = folds[cp].kind;
    if (IsLetterKind(kind) || kind == Kind::kIgnorable || kind == Kind::kMark)
      Fail("emoji.tsv: the fold reads this as a letter, or drops it: " + std::to_string(cp));
  }
}

// Member → representative. Each character once, folded, in the basic plane (where symbols are not shared).
using Shapes = std::map<char32_t, char32_t>;

Shapes ReadShapes(std::string_view content, const std::vector<Fold>& folds) {
  Shapes shapes;
  std::set<char32_t> seen;
  const auto check = [&](char32_t c) {
    if (c > 0xFFFF || !folds[c].self) Fail("shapes.tsv: not a folded character: " + std::to_string(c));
    if (!seen.insert(c).second) Fail("shapes.tsv: a character twice: " + std::to_string(c));
  };
  for (const auto& row : weir::foldgen::ReadRows(content, {"rep", "members"})) {
    const char32_t representative = weir::foldgen::DecodeOne(row[0]);
    check(representative);
    for (const char32_t member : DecodeUtf8(row[1])) {
      check(member);
      shapes[member] = representative;
    }
  }
  return shapes;
}

// ---- Entries ------------------------------------------------------------------------------------

uint32_t LetterBits(char32_t folded) {
  uint32_t bits = weir::text::SymbolNumber(folded);
  if (folded >= '0' && folded <= '9') bits |= weir::text::kDigitBit | weir::text::kNoCollapseBit;
  if (folded >= 'a' && folded <= 'z') bits |= weir::text::kLatinBit;
  if (folded > 0xFFFF) bits |= weir::text::kNoCollapseBit;
  if (folded >= 0x4E00 && folded <= 0x9FFF) bits |= weir::text::kHanBit;
  return bits | weir::text::GateBits(folded);
}

// ü and ǖ ǘ ǚ ǜ, either case: u among the plain symbols, and the v of "lv" among the sounds.
bool IsUmlautU(char32_t cp) { return cp == 0xDC || cp == 0xFC || (cp >= 0x1D5 && cp <= 0x1DC); }

// Separators that matter to the detectors of addresses.
uint32_t SeparatorBits(char32_t cp) {
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
  Entries(const Sounds& sounds, const Shapes& shapes) : sounds_(sounds), shapes_(shapes), expansions_(1) {}

  Entry Of(char32_t cp, const Fold& fold) {
    if (fold.self) return LetterEntry(cp);
    if (fold.text.empty()) return SeparatorEntry(cp, fold.kind);
    if (fold.text.size() > 1) {
      const uint32_t index = Expand(fold.text);
      return {index | expansions_[index].bits | weir::text::kMultiBit, 0, 0};
    }
    Entry entry = LetterEntry(fold.text[0]);
    if (IsUmlautU(cp)) entry.sound = 'v';
    return entry;
  }

  const std::vector<Expansion>& expansions() const { return expansions_; }

 private:
  Entry LetterEntry(char32_t folded) const {
    const uint32_t plain = LetterBits(folded) | (shapes_.contains(folded) ? weir::text::kShapeBit : 0);
    if (folded >= 'a' && folded <= 'z') return {plain, static_cast<uint16_t>(folded), 0};
    const Sounds::Sound sound = sounds_.Of(folded);
    return {plain, sound.symbol == 0 ? weir::text::kOtherSound : sound.symbol, sound.readings};
  }

  Entry SeparatorEntry(char32_t cp, Kind kind) const {
    const Sounds::Sound sound = sounds_.Of(cp);
    const bool unseen = kind == Kind::kIgnorable || kind == Kind::kMark;
    return {SeparatorBits(cp), unseen ? weir::text::kUnseen : sound.symbol, sound.readings};
  }

  uint32_t Expand(const std::u32string& text) {
    const auto [at, fresh] = index_.try_emplace(text, static_cast<uint32_t>(expansions_.size()));
    if (!fresh) return at->second;
    Expansion expansion = {};
    expansion.count = static_cast<uint8_t>(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
      const Entry entry = LetterEntry(text[i]);
      expansion.symbols[i] = static_cast<uint16_t>(entry.plain & weir::text::kSymbolMask);
      expansion.sounds[i] = entry.sound;
      expansion.bits |= entry.plain & ~weir::text::kSymbolMask;
      if (entry.plain & weir::text::kNoCollapseBit) expansion.no_collapse |= static_cast<uint16_t>(1u << i);
    }
    expansions_.push_back(expansion);
    return at->second;
  }

  const Sounds& sounds_;
  const Shapes& shapes_;
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
  std::map<std::tuple<uint32_t, uint16_t, uint16_t, Kind, uint8_t, bool, std::u32string>, uint16_t> record_index;
  std::map<std::vector<uint16_t>, uint16_t> block_index;
  constexpr char32_t kBlock = 1 << weir::text::internal::kBlockShift;
  for (char32_t start = 0; start < kLimit; start += kBlock) {
    std::vector<uint16_t> block;
    for (char32_t cp = start; cp < start + kBlock; ++cp) {
      const Fold& fold = folds[cp];
      const Entry entry = fold.self ? Entry{0, 0, 0} : entries.Of(cp, fold);
      const auto [at, fresh] = record_index.try_emplace(
          {entry.plain, entry.sound, entry.readings, fold.kind, fold.via, fold.self, fold.text},
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

std::ostream& operator<<(std::ostream& out, const Entry& entry) {
  return out << '{' << entry.plain << ',' << entry.sound << ',' << entry.readings << '}';
}

void WriteBmp(std::ostream& out, const std::vector<Entry>& bmp) {
  out << "const Entry kBmp[65536] = {\n";
  for (size_t i = 0; i < bmp.size(); ++i) out << bmp[i] << (i % 8 == 7 ? ",\n" : ",");
  out << "};\n";
}

void WriteExpansions(std::ostream& out, const std::vector<Expansion>& expansions) {
  out << "const Expansion kExpansions[] = {\n";
  for (const Expansion& e : expansions) {
    out << '{' << int{e.count} << ',' << e.no_collapse << ",{";
    WriteNumbers(out, std::vector<uint16_t>(e.symbols, e.symbols + std::max<int>(e.count, 1)));
    out << "},{";
    WriteNumbers(out, std::vector<uint16_t>(e.sounds, e.sounds + std::max<int>(e.count, 1)));
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

// One of the two hash tables of shapes; `place` says where a member is looked for first.
void WriteShapeSlots(std::ostream& out, const char* name, const std::map<uint16_t, uint16_t>& shapes, size_t slots,
                     uint32_t (*place)(uint16_t)) {
  std::vector<weir::text::internal::ShapeSlot> table(slots);
  for (const auto& [member, representative] : shapes) {
    size_t slot = place(member);
    while (table[slot % slots].member != 0) ++slot;
    table[slot % slots] = {member, representative};
  }
  out << "const ShapeSlot " << name << "[] = {\n";
  for (size_t i = 0; i < slots; ++i)
    out << '{' << table[i].member << ',' << table[i].representative << (i % 16 == 15 ? "},\n" : "},");
  out << "};\n";
}

void WriteShapes(std::ostream& out, const Shapes& shapes) {
  using weir::text::SymbolNumber;
  std::map<uint16_t, uint16_t> characters, symbols;
  for (const auto& [member, representative] : shapes) {
    characters[static_cast<uint16_t>(member)] = static_cast<uint16_t>(representative);
    symbols[SymbolNumber(member)] = SymbolNumber(representative);
  }
  const size_t slots = std::bit_ceil(4 * shapes.size() + 1);  // at most a quarter is full: one look for nearly all
  out << "namespace internal {\nconst uint32_t kShapeMask = " << slots - 1 << ";\n";
  WriteShapeSlots(out, "kShapes", characters, slots, [](uint16_t c) { return weir::text::internal::Mix(c); });
  WriteShapeSlots(out, "kShapeSymbols", symbols, slots, [](uint16_t symbol) -> uint32_t { return symbol; });
  out << "}  // namespace internal\n";
}

// The value of a "#! key value" line of plain.tsv.
std::string Directive(const std::string& plain, const std::string& key) {
  const std::string start = "\n#! " + key + " ";
  const size_t at = plain.find(start);
  if (at == std::string::npos) Fail("plain.tsv lacks the line #! " + key);
  return plain.substr(at + start.size(), plain.find('\n', at + 1) - at - start.size());
}

struct Sources {
  std::string plain, sound, heteronyms, emoji, shapes;
  // What decides how texts fold, whatever the machine: the numbering and every byte of the tables.
  std::string Digest() const {
    return weir::Digest("numbering " + std::to_string(weir::text::kNumberingVersion) + "\n" + plain + sound +
                        heteronyms + emoji + shapes);
  }
};

std::string Compile(const Sources& sources) {
  const std::vector<Fold> folds = ReadPlain(sources.plain);
  CheckFolds(folds);
  const Sounds sounds(sources.sound, sources.heteronyms, sources.emoji);
  CheckSounds(sounds, folds);
  const Shapes shapes = ReadShapes(sources.shapes, folds);
  Entries entries(sounds, shapes);
  std::vector<Entry> bmp;
  for (char32_t cp = 0; cp < 0x10000; ++cp) bmp.push_back(entries.Of(cp, folds[cp]));
  const ColdTables cold = MakeColdTables(folds, entries);
  std::ostringstream out;
  out << "// Generated by tablec from lib/text/data.\n#include \"text/sound.h\"\n\nnamespace weir::text {\n";
  WriteBmp(out, bmp);
  WriteExpansions(out, entries.expansions());
  WriteColdTables(out, cold);
  WriteShapes(out, shapes);
  sounds.Write(out);
  out << "const char kFoldDigest[] = \"" << sources.Digest() << "\";\nconst char kFoldIcu[] = \""
      << Directive(sources.plain, "icu") << "\";\nconst char kFoldUnicode[] = \"" << Directive(sources.plain, "unicode")
      << "\";\n}  // namespace weir::text\n";
  return out.str();
}

std::string ReadFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream content;
  if (!(content << in.rdbuf())) Fail(std::string("cannot read ") + path);
  return content.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 7) Fail("usage: tablec plain.tsv sound.tsv heteronyms.tsv emoji.tsv shapes.tsv fold_table_data.cc");
  const std::string code =
      Compile({ReadFile(argv[1]), ReadFile(argv[2]), ReadFile(argv[3]), ReadFile(argv[4]), ReadFile(argv[5])});
  std::ofstream file(argv[6], std::ios::binary);
  if (!(file << code) || !file.flush()) Fail(std::string("cannot write ") + argv[6]);
}
