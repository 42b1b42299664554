#include "text/fold.h"

#include "text/fold_table.h"
#include "text/utf8.h"

namespace weir::text {
namespace {

// The loop's state: where to write, and the last symbol written, for runs.
struct Writer {
  uint16_t* out;
  uint32_t previous = 0;

  // Branch-free: a separator (symbol 0) or the rest of a run is written too, and then overwritten.
  void Put(uint32_t symbol, uint32_t bits) {
    *out = static_cast<uint16_t>(symbol);
    const bool fresh = symbol != previous || (bits & kNoCollapseBit) != 0;
    out += symbol != 0 && fresh;
    previous = symbol != 0 ? symbol : previous;
  }
};

// Characters that fold to several symbols (㈱, ﬁ, ⑩) and those past the basic plane: rare, so out of the loop's way.
[[gnu::noinline]] void PutExpansion(uint32_t index, Writer* writer) {
  const Expansion& expansion = kExpansions[index];
  for (int i = 0; i < expansion.count; ++i) {
    const uint32_t symbol = expansion.symbols[i];
    writer->Put(symbol, (expansion.no_collapse >> i & 1) != 0 ? kNoCollapseBit : 0);
  }
}

}  // namespace

Folded Fold(std::string_view text, uint16_t* out) {
  const auto* p = reinterpret_cast<const unsigned char*>(text.data());
  const auto* const end = p + text.size();
  Writer writer{out};
  uint32_t bits = 0, digits = 0, numerals = 0;
  bool invalid = false;
  while (p < end) {
    const uint32_t c = *p;
    uint32_t entry;
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
        entry = one.cp < 0x10000 ? kBmp[one.cp] : AstralEntry(one.cp);
        p += one.length;
      }
    }
    bits |= entry;
    digits += entry >> 16 & 1;
    numerals += entry >> 23 & 1;
    if (entry & kMultiBit) [[unlikely]] {
      PutExpansion(entry & 0xFFFF, &writer);
    } else {
      writer.Put(entry & 0xFFFF, entry);
    }
  }
  return {static_cast<size_t>(writer.out - out), bits & 0xFFFF0000u, digits, numerals, invalid};
}

std::vector<uint16_t> Fold(std::string_view text) {
  std::vector<uint16_t> out(MaxSymbols(text.size()));
  out.resize(Fold(text, out.data()).symbols);
  return out;
}

}  // namespace weir::text
