#include "text/fold.h"

#include "text/fold_table.h"
#include "text/pinyin.h"
#include "text/utf8.h"

namespace weir::text {
namespace {

// One stream's state: where to write, and the last symbol written, for runs. Passed by value, so that it stays in registers.
struct Writer {
  uint16_t* out;
  uint32_t previous = 0;
  bool letters = false;  // sounds only: Latin letters wait to be cut

  // Branch-free: a separator (symbol 0) or the rest of a run is written too, and then overwritten.
  void Put(uint32_t symbol, uint32_t bits) {
    *out = static_cast<uint16_t>(symbol);
    const bool fresh = symbol != previous || (bits & kNoCollapseBit) != 0;
    out += symbol != 0 && fresh;
    previous = symbol != 0 ? symbol : previous;
  }
};

Writer PutPieces(std::span<const Letters::Piece> pieces, Writer sounds) {
  for (const Letters::Piece& piece : pieces) {
    sounds.Put(piece.syllable == kNoSyllable ? kOtherSound : SoundSymbol(piece.syllable), 0);
  }
  return sounds;
}

// A Latin letter, or what comes while letters wait. Seven comments of eight never get here.
[[gnu::noinline]] Writer PutLetter(uint32_t sound, uint32_t detail, Letters* letters, Writer sounds) {
  if (sound == 0) {
    if (detail != kUnseen) sounds = PutPieces(letters->EndRun(), sounds);
  } else if (IsSoundSymbol(static_cast<uint16_t>(sound))) {
    sounds = PutPieces(letters->EndAll(), sounds);
    sounds.Put(sound, 0);
  } else {
    letters->Add(static_cast<char>(sound), 0);
  }
  sounds.letters = !letters->empty();
  return sounds;
}

Writer PutSound(const Entry& entry, Letters* letters, Writer sounds) {
  if ((entry.plain & kLatinBit) != 0 || sounds.letters) [[unlikely]] {
    return PutLetter(entry.sound, entry.detail, letters, sounds);
  }
  sounds.Put(entry.sound, 0);
  return sounds;
}

// Characters that fold to several symbols (㈱, ﬁ, ⑩): rare, so out of the loop's way.
[[gnu::noinline]] Writer PutExpansion(uint32_t index, Writer writer) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) {
    const uint32_t symbol = expansion.symbols[i];
    writer.Put(symbol, (expansion.no_collapse >> i & 1) != 0 ? kNoCollapseBit : 0);
  }
  return writer;
}

[[gnu::noinline]] Writer PutSounds(uint32_t index, Letters* letters, Writer sounds) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) sounds = PutLetter(expansion.sounds[i], 0, letters, sounds);
  return sounds;
}

// The entry of the character at *p, which moves behind it. The fast paths are in line: see the header.
[[gnu::always_inline]] inline const Entry& TakeEntry(const unsigned char** p, const unsigned char* end, Entry* astral,
                                                     bool* invalid) {
  const unsigned char* const at = *p;
  const uint32_t c = *at;
  if (c < 0x80) {
    *p = at + 1;
    return kBmp[c];
  }
  char32_t cp = 0;
  if ((c & 0xF0) == 0xE0 && end - at >= 3) cp = (c & 0x0F) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
  // A well-formed three-byte character: two continuation bytes, no overlong form (< U+0800), no surrogate.
  if (cp >= 0x800 && (cp & 0xF800) != 0xD800 && ((at[1] ^ 0x80u) | (at[2] ^ 0x80u)) < 0x40) [[likely]] {
    *p = at + 3;
    return kBmp[cp];
  }
  const auto* q = reinterpret_cast<const char*>(at);
  const Decoded one = DecodeOne(q, q + (end - at));
  *invalid |= !one.valid;
  *p = at + one.length;
  if (one.cp < 0x10000) return kBmp[one.cp];
  *astral = EntryOf(one.cp);
  return *astral;
}

template <bool kSounds>
Folded FoldText(std::string_view text, uint16_t* out, uint16_t* sounds) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  Writer writer{out}, sound_writer{sounds};
  Letters letters;
  Folded folded;
  while (p < end) {
    Entry astral;
    const Entry entry = TakeEntry(&p, end, &astral, &folded.invalid);
    const uint32_t plain = entry.plain;
    folded.bits |= plain;
    folded.digits += plain >> 16 & 1;
    folded.numerals += plain >> 23 & 1;
    if (plain & kMultiBit) [[unlikely]] {
      writer = PutExpansion(plain & kSymbolMask, writer);
      if constexpr (kSounds) sound_writer = PutSounds(plain & kSymbolMask, &letters, sound_writer);
    } else {
      writer.Put(plain & kSymbolMask, plain);
      if constexpr (kSounds) sound_writer = PutSound(entry, &letters, sound_writer);
    }
  }
  if constexpr (kSounds) {
    if (sound_writer.letters) sound_writer = PutPieces(letters.EndAll(), sound_writer);
  }
  folded.symbols = static_cast<size_t>(writer.out - out);
  folded.sounds = static_cast<size_t>(sound_writer.out - sounds);
  folded.bits &= ~kSymbolMask;
  return folded;
}

// The sounds of one character whose look-alikes are read as what they look like.
Writer PutShape(char32_t cp, Letters* letters, Writer sounds) {
  const FoldInfo info = Info(cp);
  for (int i = 0; i < info.count; ++i) sounds = PutSound(EntryOf(ShapeOf(info[i])), letters, sounds);
  return sounds;
}

}  // namespace

Folded Fold(std::string_view text, uint16_t* out) { return FoldText<false>(text, out, nullptr); }

Folded Fold(std::string_view text, uint16_t* out, uint16_t* sounds) { return FoldText<true>(text, out, sounds); }

std::vector<uint16_t> Fold(std::string_view text) {
  std::vector<uint16_t> out(MaxSymbols(text.size()));
  out.resize(Fold(text, out.data()).symbols);
  return out;
}

size_t FoldSounds(std::string_view text, bool shapes, uint16_t* out) {
  Writer sounds{out};
  Letters letters;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    p += one.length;
    const Entry entry = EntryOf(one.cp);
    if (shapes && (entry.plain & kShapeBit) != 0) {
      sounds = PutShape(one.cp, &letters, sounds);
    } else if ((entry.plain & kMultiBit) != 0) {
      sounds = PutSounds(entry.plain & kSymbolMask, &letters, sounds);
    } else {
      sounds = PutSound(entry, &letters, sounds);
    }
  }
  return static_cast<size_t>(PutPieces(letters.EndAll(), sounds).out - out);
}

}  // namespace weir::text
