#include "tools/foldgen/soundc.h"

#include <set>

#include "text/sound.h"
#include "tools/foldgen/reading.h"

namespace weir::foldgen {
namespace {

// How digits are read aloud; 1 also as in telephone numbers.
constexpr std::string_view kDigits[] = {"ling", "yi yao", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"};

// The syllable that stands for all that are mixed up with it: zh ch sh → z c s, n → l, h → f, ang eng ing → an en in.
std::string NearKey(std::string name) {
  const bool retroflex = name.size() > 1 && name[1] == 'h';
  if (retroflex) name.erase(1, 1);
  if (name[0] == 'n') name[0] = 'l';
  if (name[0] == 'h') name[0] = 'f';
  const size_t size = name.size();
  const bool nasal =
      size >= 3 && name.ends_with("ng") && std::string_view("aei").find(name[size - 3]) != std::string::npos;
  if (nasal) name.pop_back();
  return name;
}

// The tables may also name spoken endings and interjections without a vowel (儿 r, 嗯 ng): no syllables of the alphabet.
bool IsSyllable(std::string_view name) { return name.find_first_of("aeiouv") != std::string_view::npos; }

}  // namespace

Sounds::Sounds(std::string_view sound, std::string_view heteronyms, std::string_view emoji) : readings_{0} {
  const auto rows = ReadRows(sound, {"syllable", "characters"});
  for (const auto& row : rows) names_.emplace_back(row[0]);
  if (std::set(names_.begin(), names_.end()).size() != names_.size()) Fail("a syllable twice in sound.tsv");
  std::sort(names_.begin(), names_.end());
  NumberClasses();
  for (const auto& row : rows) {
    if (row[1] == "-") continue;
    for (const char32_t c : DecodeUtf8(row[1])) letters_[c] = MakeSound(row[0]);
  }
  for (const auto& row : ReadRows(heteronyms, {"char", "readings"})) letters_[DecodeOne(row[0])] = MakeSound(row[1]);
  for (size_t i = 0; i < std::size(kDigits); ++i) letters_[U'0' + static_cast<char32_t>(i)] = MakeSound(kDigits[i]);
  for (const auto& row : ReadRows(emoji, {"cp", "readings"})) emoji_[ParseCodePoint(row[0])] = MakeSound(row[1]);
}

// In the order of the classes' first syllables.
void Sounds::NumberClasses() {
  std::map<std::string, uint16_t> numbers;
  for (const std::string& name : names_) {
    classes_.push_back(numbers.try_emplace(NearKey(name), static_cast<uint16_t>(numbers.size())).first->second);
  }
  if (numbers.size() > text::kSoundLast - text::kSoundFirst + 1) Fail("more near classes than symbols");
}

uint16_t Sounds::SyllableOf(std::string_view name) const {
  const auto found = std::lower_bound(names_.begin(), names_.end(), name);
  if (found == names_.end() || *found != name) Fail("no such syllable in sound.tsv: " + std::string(name));
  return static_cast<uint16_t>(found - names_.begin());
}

Sounds::Sound Sounds::MakeSound(std::string_view names) {
  std::vector<uint16_t> list;
  for (std::string_view name : Split(names, ' ')) {
    if (IsSyllable(name)) list.push_back(SyllableOf(name));
  }
  if (list.empty()) Fail("no syllable among the readings " + std::string(names));
  const auto [at, fresh] = places_.try_emplace(list, static_cast<uint16_t>(readings_.size()));
  if (fresh) {
    readings_.push_back(static_cast<uint16_t>(list.size()));
    readings_.insert(readings_.end(), list.begin(), list.end());
    if (readings_.size() > 0xFFFF) Fail("too many lists of readings for 16 bits");
  }
  return {static_cast<uint16_t>(text::kSoundFirst + classes_[list[0]]), at->second};
}

Sounds::Sound Sounds::Of(char32_t folded) const {
  for (const auto* map : {&letters_, &emoji_}) {
    const auto found = map->find(folded);
    if (found != map->end()) return found->second;
  }
  return {};
}

void Sounds::Write(std::ostream& out) const {
  std::vector<uint32_t> keys;
  std::vector<uint16_t> slots(text::internal::kSyllableSlotCount);
  out << "namespace internal {\nconst std::string_view kSyllableNames[] = {\n";
  for (const std::string& name : names_) {
    out << '"' << name << "\",";
    keys.push_back(text::internal::SyllableKey(name));
    uint32_t slot = text::internal::Mix(keys.back());
    while (slots[slot % slots.size()] != 0) ++slot;
    slots[slot % slots.size()] = static_cast<uint16_t>(keys.size());
  }
  out << "};\nconst uint16_t kSyllableClasses[] = {\n";
  WriteNumbers(out, classes_);
  out << "};\nconst uint32_t kSyllableCount = " << names_.size() << ";\nconst uint32_t kSyllableKeys[] = {\n";
  WriteNumbers(out, keys);
  out << "};\nconst uint16_t kSyllableSlots[] = {\n";
  WriteNumbers(out, slots);
  out << "};\nconst Syllable kReadings[] = {\n";
  WriteNumbers(out, readings_);
  out << "};\n}  // namespace internal\n";
}

}  // namespace weir::foldgen
