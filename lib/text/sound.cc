#include "text/sound.h"

#include <algorithm>

namespace weir::text {
namespace internal {

Syllable SyllableOfKey(uint32_t key) {
  for (uint32_t slot = Mix(key);; ++slot) {
    const uint16_t found = kSyllableSlots[slot & (kSyllableSlotCount - 1)];
    if (found == 0) return kNoSyllable;
    if (kSyllableKeys[found - 1] == key) return static_cast<Syllable>(found - 1);
  }
}

}  // namespace internal

Syllable SyllableOf(std::string_view name) {
  if (name.empty() || name.size() > kLongestSyllable) return kNoSyllable;
  if (!std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return kNoSyllable;
  return internal::SyllableOfKey(internal::SyllableKey(name));
}

std::span<const Syllable> ReadingsOf(char32_t folded) {
  const Entry entry = EntryOf(folded);
  if (!IsSoundSymbol(entry.sound)) return {};
  const Syllable* list = &internal::kReadings[entry.readings];
  return {list + 1, list[0]};
}

}  // namespace weir::text
