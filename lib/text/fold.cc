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

  // Branch-free: what emits nothing, or the rest of a run, is written too, and then overwritten.
  void Put(uint32_t symbol, bool emits, bool keeps_runs) {
    *out = static_cast<uint16_t>(symbol);
    out += emits && (symbol != previous || keeps_runs);
    previous = emits ? symbol : previous;
  }
  void PutPlain(uint32_t symbol, uint32_t bits) { Put(symbol, symbol != 0, (bits & kNoCollapseBit) != 0); }
  void PutSound(uint32_t sound) { Put(sound, sound >= kSoundFirst, false); }
};

// Characters that fold to several symbols (㈱, ﬁ, ⑩): rare, so out of the loop's way.
[[gnu::noinline]] Writer PutExpansion(uint32_t index, Writer writer) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) {
    writer.PutPlain(expansion.symbols[i], (expansion.no_collapse >> i & 1) != 0 ? kNoCollapseBit : 0);
  }
  return writer;
}

// Their Entry::sound each, as the loop writes them.
[[gnu::noinline]] uint16_t* CopySounds(uint32_t index, uint16_t* out) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) *out++ = expansion.sounds[i];
  return out;
}

// ---- From one Entry::sound a character to the stream, in place -----------------------------------
// The loop over the bytes writes them as they come, a store each; runs and letters are a second look at what is still
// in the cache. Doing all in one loop needs more registers than there are: 1.7 times the plain fold's time, not 1.2.

Writer PutPieces(std::span<const Letters::Piece> pieces, Writer writer) {
  for (const Letters::Piece& piece : pieces) {
    writer.PutSound(piece.syllable == kNoSyllable ? kOtherSound : SoundSymbol(piece.syllable));
  }
  return writer;
}

// Texts with Latin letters: one comment in eight. No piece is more symbols than it has letters, so that writing never
// overtakes reading.
[[gnu::noinline]] size_t CollapseLetters(uint16_t* sounds, size_t count) {
  Writer writer{sounds};
  Letters letters;
  for (size_t i = 0; i < count; ++i) {
    const uint16_t sound = sounds[i];
    if (sound == 0) {
      writer = PutPieces(letters.EndRun(), writer);
    } else if (IsSoundSymbol(sound)) {
      writer = PutPieces(letters.EndAll(), writer);
      writer.PutSound(sound);
    } else if (sound != kUnseen) {
      letters.Add(static_cast<char>(sound), 0);
    }
  }
  return static_cast<size_t>(PutPieces(letters.EndAll(), writer).out - sounds);
}

size_t CollapseSounds(uint16_t* sounds, size_t count) {
  Writer writer{sounds};
  for (size_t i = 0; i < count; ++i) writer.PutSound(sounds[i]);
  return static_cast<size_t>(writer.out - sounds);
}

// ---- The loop -----------------------------------------------------------------------------------

template <bool kSounds>
Folded FoldText(std::string_view text, uint16_t* out, uint16_t* sounds) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  Writer writer{out};
  uint16_t* raw = sounds;
  uint32_t bits = 0, digits = 0, numerals = 0;
  bool invalid = false;
  while (p < end) {
    const uint32_t c = *p;
    Entry entry;
    if (c < 0x80) {
      entry = kBmp[c];
      ++p;
    } else {
      char32_t cp = 0;
      if ((c & 0xF0) == 0xE0 && end - p >= 3) cp = (c & 0x0F) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
      // A well-formed three-byte character: two continuation bytes, no overlong form (< U+0800), no surrogate.
      if (cp >= 0x800 && (cp & 0xF800) != 0xD800 && ((p[1] ^ 0x80u) | (p[2] ^ 0x80u)) < 0x40) [[likely]] {
        entry = kBmp[cp];
        p += 3;
      } else {
        const auto* q = reinterpret_cast<const char*>(p);
        const Decoded one = DecodeOne(q, q + (end - p));
        invalid |= !one.valid;
        entry = EntryOf(one.cp);
        p += one.length;
      }
    }
    const uint32_t plain = entry.plain;
    bits |= plain;
    digits += plain >> 16 & 1;
    numerals += plain >> 23 & 1;
    if (plain & kMultiBit) [[unlikely]] {
      writer = PutExpansion(plain & kSymbolMask, writer);
      if constexpr (kSounds) raw = CopySounds(plain & kSymbolMask, raw);
    } else {
      writer.PutPlain(plain & kSymbolMask, plain);
      if constexpr (kSounds) *raw++ = entry.sound;
    }
  }
  size_t sound_count = 0;
  if constexpr (kSounds) {
    const auto count = static_cast<size_t>(raw - sounds);
    sound_count = (bits & kLatinBit) != 0 ? CollapseLetters(sounds, count) : CollapseSounds(sounds, count);
  }
  return {static_cast<size_t>(writer.out - out), sound_count, bits & ~kSymbolMask, digits, numerals, invalid};
}

// Entry::sound of what one character folds to; look-alikes are read as what they look like.
uint16_t* CopyShape(char32_t cp, uint16_t* out) {
  const FoldInfo info = Info(cp);
  for (int i = 0; i < info.count; ++i) *out++ = EntryOf(ShapeOf(info[i])).sound;
  return out;
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
  uint16_t* raw = out;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    p += one.length;
    const Entry entry = EntryOf(one.cp);
    if (shapes && (entry.plain & kShapeBit) != 0) {
      raw = CopyShape(one.cp, raw);
    } else if ((entry.plain & kMultiBit) != 0) {
      raw = CopySounds(entry.plain & kSymbolMask, raw);
    } else {
      *raw++ = entry.sound;
    }
  }
  return CollapseLetters(out, static_cast<size_t>(raw - out));
}

}  // namespace weir::text
