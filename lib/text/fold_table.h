// The alphabets `plain` and `sound` as tables: what every code point becomes before terms are matched.
//
// The rules and the data are in lib/text/data (plain.tsv; sound.tsv, heteronyms.tsv, emoji.tsv; shapes.tsv);
// tools/foldgen/tablec.cc compiles them at build time into the arrays declared here and in text/sound.h. Terms and texts
// go through the same tables, so matching afterwards is literal.
#ifndef WEIR_TEXT_FOLD_TABLE_H_
#define WEIR_TEXT_FOLD_TABLE_H_

#include <cstdint>

namespace weir::text {

// What a code point is after folding. The first five emit symbols; the others separate and emit none.
enum class Kind : uint8_t {
  kHan,        // 微
  kLatin,      // a–z
  kDigit,      // 0–9
  kLetter,     // alphabets with spaces between words: и ש æ
  kSyllable,   // か 한 ㄅ ก: no spaces between words
  kIgnorable,  // zero-width, bidi controls, variation selectors
  kMark,       // combining marks that are dropped
  kSpace,
  kNewline,
  kSentence,  // 。，！？
  kDot,       // . and its small forms, not the full-width one
  kWord,      // apostrophe and hyphen: stand inside Latin words
  kSymbol,    // all else: punctuation, emoji, unassigned
};

constexpr bool IsLetterKind(Kind kind) { return kind <= Kind::kSyllable; }

// What the fold undid. An ordinary word in its own script carries these bits too (every Cyrillic а is a look-alike), so
// compare a text with the term as written before calling it a disguise.
inline constexpr uint8_t kViaCase = 1, kViaWidth = 2, kViaTraditional = 4, kViaVariant = 8, kViaLookalike = 16;

// ---- Symbols ------------------------------------------------------------------------------------

inline constexpr uint16_t kSeparator = 0x0000;   // between joined texts; no symbol
inline constexpr uint16_t kPlainLast = 0xF7FF;   // plain symbols are 1..kPlainLast
inline constexpr uint16_t kSoundFirst = 0xF800;  // a class of near syllables each: text/sound.h
inline constexpr uint16_t kSoundLast = 0xF9FF;   // 0xFA00..0xFAFF are kept for one more alphabet
inline constexpr uint16_t kOtherSound =
    0xFFFE;  // a letter that is no syllable (か, ж, "msg"): in no pattern, so it parts
inline constexpr uint32_t kNumberingVersion = 1;

namespace internal {

inline constexpr uint32_t kBmpSlots = 0x10000 - 0x800 - 0x1900;  // without surrogates and private use
inline constexpr uint32_t kSlots = kPlainLast;
inline constexpr uint32_t kNumberingSeed = 0x77656972;  // "weir"

// MurmurHash3's finaliser.
constexpr uint32_t Mix(uint32_t x) {
  x = (x ^ x >> 16) * 0x85EBCA6B;
  x = (x ^ x >> 13) * 0xC2B2AE35;
  return x ^ x >> 16;
}

// A fixed permutation of 0..0xFFFF: six rounds of a Feistel network on two bytes.
constexpr uint32_t Scramble(uint32_t value) {
  uint32_t left = value >> 8, right = value & 0xFF;
  for (uint32_t round = 0; round < 6; ++round) {
    const uint32_t next = left ^ (Mix(kNumberingSeed ^ right ^ round << 8) & 0xFF);
    left = right;
    right = next;
  }
  return left << 8 | right;
}

}  // namespace internal

// The symbol that a folded code point would have: a pure function of the code point, the same in every pack and Unicode
// version. Code points of the BMP have one each; those above share what is left (kNoCollapseBit marks them). Scrambled,
// because matchers hash suffixes of bytes and neighbours in Unicode look alike. 0 for surrogates, private use and what
// is no code point.
constexpr uint16_t SymbolNumber(char32_t cp) {
  using namespace internal;
  uint32_t slot = cp;
  if (cp >= 0x110000 || (cp >= 0xD800 && cp <= 0xF8FF)) return 0;
  if (cp >= 0x10000) {
    slot = kBmpSlots + Mix(cp ^ kNumberingSeed) % (kSlots - kBmpSlots);
  } else if (cp > 0xF8FF) {
    slot = cp - (0x10000 - kBmpSlots);
  }
  do {
    slot = Scramble(slot);  // walk the cycle until the value is a slot again
  } while (slot >= kSlots);
  return static_cast<uint16_t>(slot + 1);
}

// ---- The hot table ------------------------------------------------------------------------------

// An entry: the low 16 bits are the symbol (0: emits nothing) or, with kMultiBit, an index into kExpansions. The bits
// above say what the code point brings into the text; the fold loop ORs them together and counts them.
inline constexpr uint32_t kDigitBit = 1u << 16;  // emits a digit
inline constexpr uint32_t kLatinBit = 1u << 17;  // emits a–z
inline constexpr uint32_t kMultiBit = 1u << 18;  // emits two symbols or more
inline constexpr uint32_t kAtBit = 1u << 19;     // @ and its full-width and small forms (emits nothing)
inline constexpr uint32_t kDotBit = 1u << 20;  // . ． ｡ ․ ﹒, dots of a host name; not 。, which ends most sentences
inline constexpr uint32_t kNoCollapseBit = 1u
                                           << 21;  // runs of this symbol are kept: digits, and symbols that are shared
inline constexpr uint32_t kSlashBit = 1u << 22;    // / and ／
inline constexpr uint32_t kNumeralBit = 1u
                                        << 23;  // 〇 一 二 … 九, 零 幺 壹 … 玖: written as a character, read as a digit
inline constexpr uint32_t kCueBit =
    1u << 24;  // a character that some way of leading people off the platform cannot do without
inline constexpr uint32_t kPlaceBit = 1u << 25;    // 栋 单元 室 …: a door cannot be named without one
inline constexpr uint32_t kDotWordBit = 1u << 26;  // 点, read as the dot of a host name
inline constexpr uint32_t kHanBit = 1u << 27;
inline constexpr uint32_t kHintBit =
    1u << 28;  // as kCueBit, in more comments: asked for together with Latin letters or digits
inline constexpr uint32_t kShapeBit = 1u << 29;  // looks like a commoner character: ShapeOf() below
inline constexpr uint32_t kSymbolMask = 0xFFFF;

// The bits of a folded character that the detectors' gates ask for. Which characters are cues was chosen by how few ordinary comments
// hold them: 加, 我 and 找 are in none of the lists, so phrases of those alone are the dictionary's.
constexpr uint32_t GateBits(char32_t folded) {
  constexpr char32_t kNumerals[] = U"〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖";
  constexpr char32_t kCues[] = U"vqx微薇徽威卫绿扣抠企鹅球丫群裙私丝戳踢滴页叶像橱";
  constexpr char32_t kHints[] = U"w信加话口叩蔻丘秋";
  constexpr char32_t kPlaces[] = U"栋幢单室楼弄座组户";
  const auto among = [folded](const char32_t* list) {
    for (; *list != 0; ++list) {
      if (*list == folded) return true;
    }
    return false;
  };
  return (among(kNumerals) ? kNumeralBit : 0) | (among(kCues) ? kCueBit : 0) | (among(kPlaces) ? kPlaceBit : 0) |
         (among(kHints) ? kHintBit : 0) | (folded == U'点' ? kDotWordBit : 0);
}

// What a code point is in both alphabets: eight bytes, so that one load brings all.
struct Entry {
  uint32_t plain;  // as above
  // A symbol of the sound alphabet; for what folds to a Latin letter the letter ('v' for ü): letters sound as runs, see
  // text/pinyin.h; kUnseen, or 0, for what makes no sound, and 0 with kMultiBit.
  uint16_t sound;
  uint16_t readings;  // with a sound symbol: where its readings are (text/sound.h)
};
inline constexpr uint16_t kUnseen = 1;  // zero-width, marks: nobody sees them, so they part no letters
constexpr bool IsSoundSymbol(uint16_t sound) { return sound >= kSoundFirst; }

// Entries of U+0000..U+FFFF; surrogates as U+FFFD.
extern const Entry kBmp[65536];

// Longest fold: U+FDFA, a sentence in one code point, has 15 letters.
inline constexpr int kMaxFold = 16;

// What a code point with more than one folded character emits. Index 0 is not used, so that an entry that emits
// something is never 0 in its low 16 bits.
struct Expansion {
  uint8_t count;               // 2..kMaxFold
  uint16_t no_collapse;        // bit i: symbols[i] has kNoCollapseBit
  uint16_t symbols[kMaxFold];  // `count` symbols, then zeros
  uint16_t sounds[kMaxFold];   // as Entry::sound
  uint32_t bits;               // the bits of all symbols together (without kMultiBit); also in the table entry
};
extern const Expansion kExpansions[];
extern const uint32_t kExpansionCount;  // with the unused first one

// A digest (base/digest.h) of the tables of data and the version of the numbering: two builds with the same digest fold
// alike, in every alphabet.
extern const char kFoldDigest[];
// Versions of ICU and Unicode the tables were generated from.
extern const char kFoldIcu[];
extern const char kFoldUnicode[];

// ---- The cold tables: astral code points, and all that a text with hits needs -------------------

struct FoldInfo {
  Kind kind;              // of the first folded character when there are several
  uint8_t via;            // kVia… bits
  uint8_t count;          // folded characters; 0 for separators
  char32_t own;           // the code point itself
  const char32_t* other;  // null: it folds to itself
  char32_t operator[](int i) const { return other == nullptr ? own : other[i]; }  // i < count
};

namespace internal {

// What Info() says, shared by all code points with the same answer.
struct Record {
  Entry entry;      // as in kBmp; not used when `folded` is kSelf
  uint16_t folded;  // first index in kFolded, or kSelf: the code point folds to itself
  Kind kind;
  uint8_t via;
  uint8_t count;
};
inline constexpr uint16_t kSelf = 0xFFFF;
inline constexpr int kBlockShift = 7;

extern const Record kRecords[];
extern const char32_t kFolded[];
extern const uint16_t kBlockOf[0x110000 >> kBlockShift];  // block of code points → row of kRecordOf
extern const uint16_t kRecordOf[][1 << kBlockShift];      // → index in kRecords; equal blocks are stored once

inline const Record& RecordOf(char32_t cp) {
  if (cp >= 0x110000) cp = 0xFFFD;
  return kRecords[kRecordOf[kBlockOf[cp >> kBlockShift]][cp & ((1 << kBlockShift) - 1)]];
}

}  // namespace internal

// The entry of any code point; U+FFFD's for what is none. Below U+10000 kBmp says the same, faster.
inline Entry EntryOf(char32_t cp) {
  if (cp < 0x10000) return kBmp[cp];
  const internal::Record& record = internal::RecordOf(cp);
  if (record.folded != internal::kSelf) return record.entry;
  return {SymbolNumber(cp) | kNoCollapseBit, kOtherSound, 0};
}
inline uint32_t AstralEntry(char32_t cp) { return EntryOf(cp).plain; }

inline FoldInfo Info(char32_t cp) {
  const internal::Record& record = internal::RecordOf(cp);
  return {record.kind, record.via, record.count, cp,
          record.folded == internal::kSelf ? nullptr : &internal::kFolded[record.folded]};
}

// The symbol of a folded letter or digit; 0 when no code point folds to `folded`. (A fold output folds to itself.)
inline uint16_t SymbolOf(char32_t folded) {
  return internal::RecordOf(folded).folded == internal::kSelf && folded < 0x110000 ? SymbolNumber(folded) : 0;
}

// ---- Shapes: rare characters that stand for a common one they look like -------------------------

namespace internal {

// Members of lib/text/data/shapes.tsv, hashed twice; open addressing, empty slots are 0.
struct ShapeSlot {
  uint16_t member, representative;
};
extern const uint32_t kShapeMask;        // slots − 1, a power of two less one
extern const ShapeSlot kShapes[];        // code points, from slot Mix(member) & kShapeMask on
extern const ShapeSlot kShapeSymbols[];  // plain symbols (random by themselves), from slot member & kShapeMask on

inline uint16_t ShapeIn(const ShapeSlot* slots, uint32_t slot, uint16_t member) {
  for (;; ++slot) {
    const ShapeSlot& found = slots[slot & kShapeMask];
    if (found.member == member) return found.representative;
    if (found.member == 0) return member;
  }
}

}  // namespace internal

// 徽 → 微: the character that a folded one is a rarer look-alike of; itself where it is none.
inline char32_t ShapeOf(char32_t folded) {
  if (folded >= 0x10000 || folded == 0) return folded;
  return internal::ShapeIn(internal::kShapes, internal::Mix(folded), static_cast<uint16_t>(folded));
}

// Entry::sound of a character that folds to one; with `shapes` of the character that it looks like.
inline uint16_t SoundOf(char32_t cp, const Entry& entry, bool shapes) {
  return shapes && (entry.plain & kShapeBit) != 0 ? EntryOf(ShapeOf(Info(cp)[0])).sound : entry.sound;
}

// ShapeOf on plain symbols: a few ns, asked only of texts with kShapeBit.
inline uint16_t ShapeSymbol(uint16_t plain_symbol) {
  if (plain_symbol == 0) return 0;
  return internal::ShapeIn(internal::kShapeSymbols, plain_symbol, plain_symbol);
}

}  // namespace weir::text

#endif  // WEIR_TEXT_FOLD_TABLE_H_
