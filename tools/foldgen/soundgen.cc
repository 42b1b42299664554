// Writes lib/text/data/sound.tsv: every toneless Mandarin syllable, and the characters whose usual reading it is.
//
//   soundgen lib/text/data/plain.tsv > lib/text/data/sound.tsv
//
// Run by hand when ICU or plain.tsv changes (tests/text/fold_table_test.cc compares); the library itself is built from the
// committed file and never needs ICU. Where ICU's reading is not the usual one, heteronyms.tsv wins.

#include <unicode/translit.h>
#include <unicode/uversion.h>

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace {

// Readings that ICU gives no character as its first, but that are typed, or that reviewed tables name (嗲 得 这 忒).
constexpr const char* kMore[] = {"dia", "dei", "zhei", "tei"};

[[noreturn]] void Fail(const std::string& why) {
  std::cerr << "soundgen: " << why << "\n";
  std::exit(1);
}

std::unique_ptr<icu::Transliterator> Make(const char* id) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError parse_error;
  std::unique_ptr<icu::Transliterator> made(
      icu::Transliterator::createInstance(id, UTRANS_FORWARD, parse_error, status));
  if (U_FAILURE(status)) Fail(std::string(id) + ": " + u_errorName(status));
  return made;
}

std::string Utf8(char32_t cp) {
  std::string out;
  icu::UnicodeString(static_cast<UChar32>(cp)).toUTF8String(out);
  return out;
}

// The Han characters of the basic plane that fold to themselves. Rows `=` may hold code points with rows of their own.
std::set<char32_t> FoldedHan(const char* path) {
  std::ifstream in(path);
  if (!in) Fail(std::string("cannot read ") + path);
  std::set<char32_t> han;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("U+")) continue;
    const char32_t first = static_cast<char32_t>(std::stoul(line.substr(2), nullptr, 16));
    const size_t dots = line.find("..U+");
    const char32_t last =
        dots < line.find('\t') ? static_cast<char32_t>(std::stoul(line.substr(dots + 4), nullptr, 16)) : first;
    const bool self = line.find("\than\t=\t") != std::string::npos;
    for (char32_t cp = first; cp <= last && cp < 0x10000; ++cp) self ? (void)han.insert(cp) : (void)han.erase(cp);
  }
  return han;
}

// shǎ → sha, lǜ → lv; consonants that are words (嗯 ń) as the syllable people type. Empty: ICU has no reading.
std::string ToneLess(const icu::Transliterator& latin, char32_t cp) {
  icu::UnicodeString text(static_cast<UChar32>(cp));
  latin.transliterate(text);
  std::string out;
  for (int32_t i = 0; i < text.length(); ++i) {
    const char16_t c = text[i];
    if (c >= 'a' && c <= 'z') {
      out += static_cast<char>(c);
    } else if (c == u'\u0308' && !out.empty() && out.back() == 'u') {
      out.back() = 'v';
    } else if (c < 0x0300 || c > 0x036F) {
      return "";
    }
  }
  if (out == "m") return "mu";
  if (out == "n") return "en";
  return out == "hm" ? "hen" : out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) Fail("usage: soundgen plain.tsv > sound.tsv");
  const auto latin = Make("Han-Latin; NFD");
  std::map<std::string, std::string> characters;
  for (const char* name : kMore) characters[name];
  for (const char32_t cp : FoldedHan(argv[1])) {
    const std::string reading = ToneLess(*latin, cp);
    if (!reading.empty()) characters[reading] += Utf8(cp);
  }
  std::cout << "# The toneless Mandarin syllables, and the folded characters whose usual reading each is. Generated; "
               "do not edit.\n"
               "#! command soundgen lib/text/data/plain.tsv > lib/text/data/sound.tsv\n#! icu "
            << U_ICU_VERSION << "\n"
            << "# ü is written v. heteronyms.tsv, reviewed by hand, wins over this file. `-`: no character.\n"
               "syllable\tcharacters\n";
  for (const auto& [name, list] : characters) std::cout << name << '\t' << (list.empty() ? "-" : list) << '\n';
}
