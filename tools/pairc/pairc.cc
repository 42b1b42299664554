// Compiles lib/text/data/pairs.tsv into the tables of lib/text/pairs.h. Runs on the build machine at build time.
//
//   pairc pairs.tsv dict.txt pairs_data.cc
//
// pairs.tsv is written by tools/train/pairs.py and says what its columns are. dict.txt is the list of words that tools/wordc reads
// ("word frequency"); here it only says which pairs are ordinary. The same files give the same bytes.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/atoms.h"
#include "text/pairs.h"
#include "text/utf8.h"

namespace {

namespace table = weir::text::internal;

// What makes a pair ordinary: a word of this frequency that holds it, or P(ab) above e^-12, thirty times in the training text.
// Looser (all words; e^-13) drops more innocent places and 2–4 % of the disguises.
constexpr uint64_t kOrdinaryFrequency = 100;
constexpr int kOrdinaryCost = 12 * weir::text::kStepsPerNat;
constexpr double kFullest = 0.7;  // more, and look-ups grow long

[[noreturn]] void Fail(const std::string& why) {
  std::cerr << "pairc: " << why << "\n";
  std::exit(2);
}

struct Model {
  std::vector<table::CharCost> chars;
  std::map<std::pair<char32_t, char32_t>, uint8_t> pairs;
};

std::vector<std::string_view> Split(std::string_view line, char by) {
  std::vector<std::string_view> out;
  for (;;) {
    const size_t end = line.find(by);
    out.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return out;
    line.remove_prefix(end + 1);
  }
}

std::u32string Decode(std::string_view text) {
  std::u32string out;
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const weir::text::Decoded one = weir::text::DecodeOne(p, end);
    out += one.cp;
    p += one.length;
  }
  return out;
}

uint8_t ReadCost(std::string_view cell, const std::string& place) {
  unsigned cost = 256;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), cost);
  if (error != std::errc() || end != cell.data() + cell.size() || cost > 255) {
    Fail(place + ": " + std::string(cell) + " is no cost from 0 to 255; run tools/train/pairs.py");
  }
  return static_cast<uint8_t>(cost);
}

char32_t CharOf(char32_t cp) { return cp == U'0' ? weir::text::kBorder : cp; }

void ReadRow(std::string_view line, const std::string& place, Model* model) {
  const auto cells = Split(line, '\t');
  const std::u32string first = Decode(cells[0]);
  if (cells.size() != 4 || first.size() != 1) Fail(place + ": not char, single, left, pairs; run tools/train/pairs.py");
  const char32_t a = CharOf(first[0]);
  if (table::CharIndex(a) >= table::kPairedChars) Fail(place + ": not a folded character from U+4E00 to U+9FFF");
  model->chars[table::CharIndex(a)] = {ReadCost(cells[1], place), ReadCost(cells[2], place)};
  if (cells[3] == "-") return;
  for (const std::string_view group : Split(cells[3], ' ')) {
    const size_t colon = std::min(group.find(':'), group.size() - 1);
    const uint8_t cost = ReadCost(group.substr(0, colon), place);
    for (const char32_t b : Decode(group.substr(colon + 1))) model->pairs[{a, CharOf(b)}] = cost;
  }
}

Model ReadModel(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Fail(path + ": cannot be read");
  Model model;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    const std::string place = path + ":" + std::to_string(++number);
    constexpr std::string_view kUnknown = "#! unknown ";
    if (line.starts_with(kUnknown)) {
      model.chars.assign(table::kPairedChars + 1, {ReadCost(std::string_view(line).substr(kUnknown.size()), place), 0});
    }
    if (line.empty() || line[0] == '#' || line.starts_with("char\t")) continue;
    if (model.chars.empty()) Fail(place + ": the line \"#! unknown COST\" must come first");
    ReadRow(line, place, &model);
  }
  if (model.pairs.empty()) Fail(path + ": holds no pair");
  return model;
}

// The pairs inside the list's frequent words, folded.
std::vector<std::pair<char32_t, char32_t>> ReadWordPairs(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Fail(path + ": cannot be read; give a list of words with frequencies (-DWEIR_WORD_LIST=FILE)");
  std::vector<std::pair<char32_t, char32_t>> pairs;
  weir::text::AtomMap map;
  for (std::string line; std::getline(in, line);) {
    const auto cells = Split(line, line.find('\t') == std::string::npos ? ' ' : '\t');
    uint64_t frequency = 0;
    if (cells.size() < 2) continue;
    std::from_chars(cells[1].data(), cells[1].data() + cells[1].size(), frequency);
    if (frequency < kOrdinaryFrequency) continue;
    map.Build(cells[0]);
    const auto& atoms = map.atoms();
    for (size_t i = 1; i < atoms.size(); ++i) pairs.emplace_back(atoms[i - 1].folded, atoms[i].folded);
  }
  return pairs;
}

std::vector<uint32_t> Hash(const Model& model) {
  std::vector<uint32_t> slots(table::kPairMask + 1);
  if (static_cast<double>(model.pairs.size()) > kFullest * static_cast<double>(slots.size())) {
    Fail(std::to_string(model.pairs.size()) +
         " pairs are too many for the table; raise LEAST_COUNT in tools/train/pairs.py " +
         "or kPairBits in lib/text/pairs.h");
  }
  for (const auto& [pair, cost] : model.pairs) {
    const uint64_t hash = table::PairHash(pair.first, pair.second);
    uint32_t slot = table::PairSlot(hash);
    while (slots[slot] != 0) slot = (slot + 1) & table::kPairMask;
    slots[slot] = table::Fingerprint(hash) | cost;
  }
  return slots;
}

std::vector<uint64_t> Ordinary(const Model& model, const std::vector<std::pair<char32_t, char32_t>>& word_pairs) {
  std::vector<uint64_t> bits((1u << table::kOrdinaryBits) / 64);
  const auto set = [&bits](char32_t a, char32_t b) {
    const uint16_t first = weir::text::SymbolOf(a), second = weir::text::SymbolOf(b);
    if (first == 0 || second == 0) return;
    const uint32_t bit = table::OrdinaryBit(first, second);
    bits[bit / 64] |= 1ull << bit % 64;
  };
  for (const auto& [a, b] : word_pairs) set(a, b);
  for (const auto& [pair, cost] : model.pairs) {
    const auto& [a, b] = pair;
    if (a != weir::text::kBorder && b != weir::text::kBorder &&
        model.chars[table::CharIndex(a)].single + cost <= kOrdinaryCost) {
      set(a, b);
    }
  }
  return bits;
}

template <typename T>
void PutArray(const char* declaration, const std::vector<T>& values, std::string* out) {
  *out += std::string(declaration) + " = {";
  for (size_t i = 0; i < values.size(); ++i) *out += (i % 16 == 0 ? "\n" : "") + std::to_string(values[i]) + "u,";
  *out += "\n};\n";
}

std::string Generate(const Model& model, const std::vector<std::pair<char32_t, char32_t>>& word_pairs) {
  std::string out =
      "// Generated by weir-pairc from lib/text/data/pairs.tsv and a list of words (NOTICE).\n#include "
      "\"text/pairs.h\"\n\n";
  out += "namespace weir::text {\nconst uint32_t kPairCount = " + std::to_string(model.pairs.size()) +
         ";\nnamespace internal {\n";
  PutArray("const uint32_t kPairs[1u << kPairBits]", Hash(model), &out);
  out += "const CharCost kChars[kPairedChars + 1] = {";
  for (size_t i = 0; i < model.chars.size(); ++i) {
    out += (i % 16 == 0 ? "\n{" : "{") + std::to_string(model.chars[i].single) + "," +
           std::to_string(model.chars[i].left) + "},";
  }
  out += "\n};\n";
  PutArray("const uint64_t kOrdinary[(1u << kOrdinaryBits) / 64]", Ordinary(model, word_pairs), &out);
  return out + "}  // namespace internal\n}  // namespace weir::text\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) Fail("usage: pairc PAIRS.tsv LIST OUT.cc");
  const std::string out = Generate(ReadModel(argv[1]), ReadWordPairs(argv[2]));
  std::ofstream file(argv[3], std::ios::binary);
  file << out;
  file.close();
  if (!file) Fail(std::string(argv[3]) + ": cannot be written");
  return 0;
}
