#include "text/fold.h"

#include "text/fold_table.h"
#include "text/pinyin.h"
#include "text/utf8.h"

namespace weir::text {
namespace {

// One stream: where to write, and the last symbol written, for runs. Passed by value, so that it stays in registers.
// Branches, not masks: nearly every character is written, so they are guessed right, and no write waits for the last one
// (both alphabets on comments: 1.3 times the plain fold; with masks 1.6; one loop for letters and all 1.65).
struct Writer {
  uint16_t* out;
  uint32_t previous = 0;

  // True when it was written: it emits, and is no rest of a run.
  bool PutPlain(uint32_t symbol, uint32_t bits) {
    if (symbol == 0 || (symbol == previous && (bits & kNoCollapseBit) == 0)) return false;
    *out++ = static_cast<uint16_t>(symbol);
    previous = symbol;
    return true;
  }
  // `sound` is a symbol.
  void PutSound(uint32_t sound) {
    *out = static_cast<uint16_t>(sound);
    out += sound != previous;
    previous = sound;
  }
};

// ---- Latin letters: one comment in eight ---------------------------------------------------------
// From the first letter on, the loop writes one Entry::sound a character; what they make is found in a second look at them.

Writer PutPieces(std::span<const Letters::Piece> pieces, Writer writer) {
  for (const Letters::Piece& piece : pieces) {
    writer.PutSound(piece.syllable == kNoSyllable ? kOtherSound : SoundSymbol(piece.syllable));
  }
  return writer;
}

// Turns [writer.out, end) into symbols, in place: no piece is more symbols than it has letters, so writing never overtakes
// reading.
[[gnu::noinline]] Writer CutLetters(Writer writer, const uint16_t* end) {
  Letters letters;
  for (const uint16_t* at = writer.out; at < end; ++at) {
    const uint16_t sound = *at;
    if (sound == 0) {
      writer = PutPieces(letters.EndRun(), writer);
    } else if (IsSoundSymbol(sound)) {
      writer = PutPieces(letters.EndAll(), writer);
      writer.PutSound(sound);
    } else if (sound != kUnseen) {
      letters.Add(static_cast<char>(sound), 0);
    }
  }
  return PutPieces(letters.EndAll(), writer);
}

// Characters that fold to several symbols (㈱, ﬁ, ⑩): rare, so out of the loop's way.
[[gnu::noinline]] Writer PutExpansion(uint32_t index, Writer writer) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) {
    writer.PutPlain(expansion.symbols[i], (expansion.no_collapse >> i & 1) != 0 ? kNoCollapseBit : 0);
  }
  return writer;
}

[[gnu::noinline]] uint16_t* CopySounds(uint32_t index, uint16_t* out) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) *out++ = expansion.sounds[i];
  return out;
}

// ---- The loop -----------------------------------------------------------------------------------

struct State {
  const unsigned char* p;
  Writer plain, sound;
  uint32_t bits = 0, digits = 0, numerals = 0;
  bool invalid = false;
};

enum class Mode {
  kPlain,
  kSounds,   // stops at the first Latin letter, or expansion
  kLetters,  // from there on, see above
};

// By value and back, so that everything is in registers in between.
template <Mode mode>
State Run(State s, const unsigned char* const end) {
  while (s.p < end) {
    const unsigned char* next;
    const uint32_t c = *s.p;
    Entry entry;
    if (c < 0x80) {
      entry = kBmp[c];
      next = s.p + 1;
    } else {
      char32_t cp = 0;
      if ((c & 0xF0) == 0xE0 && end - s.p >= 3) cp = (c & 0x0F) << 12 | (s.p[1] & 0x3Fu) << 6 | (s.p[2] & 0x3Fu);
      // A well-formed three-byte character: two continuation bytes, no overlong form (< U+0800), no surrogate.
      if (cp >= 0x800 && (cp & 0xF800) != 0xD800 && ((s.p[1] ^ 0x80u) | (s.p[2] ^ 0x80u)) < 0x40) [[likely]] {
        entry = kBmp[cp];
        next = s.p + 3;
      } else {
        const auto* q = reinterpret_cast<const char*>(s.p);
        const Decoded one = internal::DecodeAny(q, q + (end - s.p));
        s.invalid |= !one.valid;
        entry = EntryOf(one.cp);
        next = s.p + one.length;
      }
    }
    const uint32_t bits = entry.plain, symbol = bits & kSymbolMask;
    if constexpr (mode == Mode::kSounds) {
      if (bits & (kMultiBit | kLatinBit)) [[unlikely]]
        return s;
    }
    s.p = next;
    s.bits |= bits;
    s.digits += bits >> 16 & 1;
    s.numerals += bits >> 23 & 1;
    if (mode != Mode::kSounds && (bits & kMultiBit)) [[unlikely]] {
      s.plain = PutExpansion(symbol, s.plain);
      if (mode == Mode::kLetters) s.sound.out = CopySounds(symbol, s.sound.out);
      continue;
    }
    const bool written = s.plain.PutPlain(symbol, bits);
    // What was written has a sound of its own; of separators emoji alone have one. A run's rest sounds, too, when an emoji
    // stands in the run.
    if (mode == Mode::kSounds && (written || IsSoundSymbol(entry.sound))) s.sound.PutSound(entry.sound);
    if (mode == Mode::kLetters) *s.sound.out++ = entry.sound;
  }
  return s;
}

Folded Result(const State& state, const uint16_t* out, const uint16_t* sounds) {
  return {static_cast<size_t>(state.plain.out - out),
          static_cast<size_t>(state.sound.out - sounds),
          state.bits & ~kSymbolMask,
          state.digits,
          state.numerals,
          state.invalid};
}

// The rest of a text from its first Latin letter on.
[[gnu::noinline]] State RunLetters(State state, const unsigned char* end) {
  const Writer begin = state.sound;
  state = Run<Mode::kLetters>(state, end);
  state.sound = CutLetters(begin, state.sound.out);
  return state;
}

// Entry::sound of what one character folds to; look-alikes are read as what they look like.
uint16_t* CopyShape(char32_t cp, uint16_t* out) {
  const FoldInfo info = Info(cp);
  for (int i = 0; i < info.count; ++i) *out++ = EntryOf(ShapeOf(info[i])).sound;
  return out;
}

}  // namespace

Folded Fold(std::string_view text, uint16_t* out) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  return Result(Run<Mode::kPlain>({.p = begin, .plain = {out}, .sound = {nullptr}}, begin + text.size()), out, nullptr);
}

Folded Fold(std::string_view text, uint16_t* out, uint16_t* sounds) {
  const auto* const begin = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = begin + text.size();
  State state = Run<Mode::kSounds>({.p = begin, .plain = {out}, .sound = {sounds}}, end);
  if (state.p < end) state = RunLetters(state, end);
  return Result(state, out, sounds);
}

std::vector<uint16_t> Fold(std::string_view text) {
  std::vector<uint16_t> out(MaxSymbols(text.size()));
  out.resize(Fold(text, out.data()).symbols);
  return out;
}

namespace {

// FoldSounds of any text.
[[gnu::noinline]] size_t FoldLettersToo(std::string_view text, bool shapes, uint16_t* out) {
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
  return static_cast<size_t>(CutLetters({out}, raw).out - out);
}

}  // namespace

size_t FoldSounds(std::string_view text, bool shapes, uint16_t* out) {
  Writer writer{out};
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const Decoded one = DecodeOne(p, end);
    p += one.length;
    const Entry entry = EntryOf(one.cp);
    if (entry.plain & (kMultiBit | kLatinBit)) [[unlikely]]
      return FoldLettersToo(text, shapes, out);
    const uint16_t sound = SoundOf(one.cp, entry, shapes);
    if (IsSoundSymbol(sound)) writer.PutSound(sound);
  }
  return static_cast<size_t>(writer.out - out);
}

}  // namespace weir::text
