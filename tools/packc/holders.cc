#include "holders.h"

#include <cstdint>
#include <cstdlib>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "dictionary/folded.h"
#include "text/atoms.h"
#include "text/words.h"

namespace weir {
namespace {

using dictionary::FoldLetters;
using dictionary::Role;
using dictionary::Term;

constexpr size_t kShortest = 2, kLongest = 4;  // the terms that are guarded

}  // namespace

std::string ListHolders(const dictionary::Pack& pack, std::istream& words) {
  text::AtomMap map;
  std::map<std::u32string, std::set<std::pair<int64_t, std::string>>> holders;  // by term; commonest first
  std::vector<std::pair<std::u32string, const Term*>> terms;
  for (const Term& term : pack.terms) {
    const std::u32string folded = FoldLetters(term.text, &map);
    if (term.role != Role::kRisk || term.remove || folded.size() < kShortest || folded.size() > kLongest) continue;
    if (holders.try_emplace(folded).second) terms.emplace_back(folded, &term);
  }
  for (std::string line; std::getline(words, line);) {
    const std::string word = line.substr(0, line.find_first_of(" \t"));
    const int64_t frequency = word.size() < line.size() ? std::atoll(line.c_str() + word.size()) : 0;
    if (frequency < text::kLeastFrequency) continue;
    const std::u32string folded = FoldLetters(word, &map);
    for (size_t begin = 0; begin < folded.size(); ++begin) {
      for (size_t size = kShortest; size <= kLongest && size < folded.size() && begin + size <= folded.size(); ++size) {
        const auto found = holders.find(folded.substr(begin, size));
        if (found != holders.end()) found->second.emplace(-frequency, word);
      }
    }
  }
  std::string out;
  for (const auto& [folded, term] : terms) {
    if (holders[folded].empty()) continue;
    out += term->text + "\t";
    bool first = true;
    for (const auto& [frequency, word] : holders[folded]) out += (std::exchange(first, false) ? "" : " ") + word;
    out += "\n";
  }
  return out;
}

}  // namespace weir
