// The commonest short English words, so that two of them side by side are not read as one term written apart: "pen is", "an us".
//
// A reviewed list of our own: function words, common verbs and nouns to five letters, abbreviations, and the short words that are
// ends or beginnings of terms (hit, itch, rap). "fu", "tw", "sack", "job" are not in it, so "fu ck" and "ball sack" are hits.
#ifndef WEIR_VERIFY_LATIN_WORDS_H_
#define WEIR_VERIFY_LATIN_WORDS_H_

#include <algorithm>
#include <array>
#include <string_view>

namespace weir::verify {

// Words and the ends of contractions (he ll). Of two letters and more: a single letter always counts as a word beside a space.
inline constexpr std::string_view kCommonWords =
    " able about above ad ads after again ago ah air al all along also am among an and ant any are area arm art as ask "
    "at away"
    " baby back bad bag ban bar bat be bed been beer best bet big bill bin bit black blow blue boat body book both box "
    "boy"
    " bring bug bum bus but buy by call came can cap car care case cat cause city class close cold com come con coo "
    "could count"
    " cover cow crew cry cup cut dad dam date day days de deal del did die do does dog done door down draw drink drive "
    "drop"
    " due each ear early east eat edge eg egg el en end er err etc eu even ever every ex eye face fact fair fall far "
    "farm"
    " fast fat feel feet few field fill film find fine fire first fish fit five flag fly for form four free friend "
    "from full"
    " fun game gas gave get gift girl give glad go goes gold gone good got great group grow gum guy had hair half hall "
    "ham"
    " hand happy hard has hat hate have he head hear heart held hell help hen her here hey hi hide high hill him his "
    "hit hold"
    " hole home hop horn hot hour house how hug huge ice id idea ie if ill in ink inn into ion is it itch its itself "
    "ivy jam"
    " jar jet join joy just keep key kid kill kind king kit knee knew know la lab lady land lap large last late "
    "law lay le"
    " lead learn led left leg less let level lid lie life light like line link lip list live ll log long look lost lot "
    "love"
    " low luck lunch ma made main make male man many map mark mat may me mean meet melon men met might mile milk mind "
    "mine"
    " miss mix mob mom money month moon more most move mrs much mud must my name near neck need net never new news "
    "next nice"
    " night nine no nor nose not note now nut oak odd of off offer often oh oil ok old on once one only open or order "
    "ore"
    " other our out over owe own pack pad page paid pair pan paper park part party pass past pay pc pen pet pick pie "
    "pig pin"
    " place plan play please pm point pop pot press price pub pull pump push put ran rap rat raw re read ready real "
    "red res"
    " rest rice rich ride right ring rip river road rock room rope row rub rule run sad safe said sale same sand sat "
    "save saw"
    " say sea seat see seen sell send set seven she ship shop short should show shut sick side sign sin sing sir sit "
    "site six"
    " size skin sky sleep slow small snow so soft sold some son song soon sound south speed spin spot ss stand star "
    "start"
    " state stay step still stone stop story sum sun sure table take talk tall tan tap tax tea team tell ten than that "
    "the"
    " them then there these they thin thing think this those three tie till time tin tip to today toe ton too took "
    "tool top"
    " town toy trade train tree trip true try tub turn tv two uk under until up upon us use van ve very via vote wait "
    "walk"
    " wall want war warm was watch water way we week well went were west wet what when where which while white who "
    "whole why"
    " wide wife will win wind wine wish with woman won wood word work world would write wrong year yes yet you young "
    "your"
    " zip ";

constexpr bool IsCommonWord(std::string_view word) {
  std::array<char, 10> key{};
  if (word.size() + 2 > key.size()) return false;
  key[0] = ' ';
  std::copy(word.begin(), word.end(), key.begin() + 1);
  key[word.size() + 1] = ' ';
  return kCommonWords.find(std::string_view(key.data(), word.size() + 2)) != std::string_view::npos;
}

// Ordinary words that a term becomes when one of its double letters is written once.
inline constexpr std::array<std::string_view, 14> kSingledWords = {"biter",   "coma",    "coper", "diner",  "filing",
                                                                   "hoping",  "later",   "niger", "planed", "raping",
                                                                   "striped", "striper", "super", "wily"};

}  // namespace weir::verify

#endif  // WEIR_VERIFY_LATIN_WORDS_H_
