#include "verify/form.h"

#include <array>

namespace weir::verify {
namespace {

void AddEnds(const text::AtomMap& map, Form* form) {
  bool inside = false;
  for (const text::Atom& atom : map.atoms()) {
    inside |= atom.IsLetter();
    if (atom.IsLetter()) form->tail.clear();
    if (!atom.IsLetter() && !atom.IsInvisible()) (inside ? form->tail : form->head).push_back(atom.source);
  }
}

// The letters of a term that have a price: words know no Latin ones.
std::u32string CharactersOf(const text::AtomMap& map) {
  std::u32string characters;
  for (const text::Atom& atom : map.atoms()) {
    if (atom.IsLetter() && atom.kind != text::Kind::kLatin) characters += atom.folded;
  }
  return characters;
}

// A run of a spelling by sound: units of one symbol.
void UseUnits(const std::vector<dictionary::SoundUnit>& units, Form* form) {
  form->units = units;
  form->runs.clear();
  form->head.clear();
  form->tail.clear();
  for (size_t i = 0; i < units.size(); ++i) {
    if (i > 0 && units[i].symbol == units[i - 1].symbol) {
      ++form->runs.back().count;
    } else {
      form->runs.push_back({units[i].cp, 1, false, false});
    }
  }
}

bool IsMixed(const Form& form) {
  bool latin = false;
  for (const FormRun& run : form.runs) {
    const text::Kind kind = text::Info(run.cp).kind;
    if (kind != text::Kind::kHan && kind != text::Kind::kLatin && kind != text::Kind::kDigit) return false;
    latin |= kind == text::Kind::kLatin;
  }
  const auto han = [](const FormRun& run) { return text::Info(run.cp).kind == text::Kind::kHan; };
  return latin && (han(form.runs.front()) || han(form.runs.back()));
}

}  // namespace

Form MakeForm(std::string_view term, bool boundary, bool gap) {
  text::AtomMap map;
  map.Build(term);
  Form form;
  form.boundary = boundary;
  form.gap = gap;
  for (size_t k = 0; k < map.symbols(); ++k) {
    FormRun run{map.atoms()[map.RunBegin(k)].folded, 0, false, false};
    bool gap_open = false;
    for (uint32_t i = map.RunBegin(k); i < map.RunBegin(k + 1); ++i) {
      const text::Atom& atom = map.atoms()[i];
      form.via |= atom.IsLetter() ? atom.via : 0;
      if (atom.IsLetter()) {
        run.inner_gap |= gap_open;
        gap_open = false;
        ++run.count;
      } else {
        gap_open |= !atom.IsInvisible();
      }
    }
    run.own_gap = gap_open && k + 1 < map.symbols();
    form.letters += run.count;
    form.runs.push_back(run);
  }
  AddEnds(map, &form);
  form.read = CharactersOf(map);
  form.mixed = IsMixed(form);
  return form;
}

Form MakeForm(const dictionary::Term& term, const dictionary::Spelling& spelling) {
  Form form = MakeForm(spelling.text, term.boundary, term.gap);
  form.alphabet = spelling.alphabet;
  form.spelled = spelling.via;
  form.variants = term.variants;
  form.meant = term.meant;
  form.cue = term.role == dictionary::Role::kCue;
  if (spelling.text != term.text) {
    text::AtomMap map;
    map.Build(term.text);
    form.read = CharactersOf(map);
  }
  if (spelling.alphabet == dictionary::Alphabet::kSound) UseUnits(spelling.units, &form);
  return form;
}

std::string_view StepName(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAccepted:
      return "accepted";
    case Outcome::kOtherCharacter:
    case Outcome::kRun:
      return "align";
    case Outcome::kSentenceInside:
    case Outcome::kSpaceInWord:
    case Outcome::kMarkInWord:
    case Outcome::kGapTooLong:
    case Outcome::kGapForbidden:
      return "gap";
    case Outcome::kLetterBeside:
      return "boundary";
    case Outcome::kOtherSound:
    case Outcome::kForeignWords:
      return "sound";
    case Outcome::kAllowed:
      return "allow";
    case Outcome::kWordBorder:
    case Outcome::kNotAlone:
    case Outcome::kOrdinary:
    case Outcome::kTrustedAddress:
      return "border";
    case Outcome::kOrdinaryPairs:
    case Outcome::kUnlikely:
      return "likelihood";
    case Outcome::kSame:
      return "same";
  }
  return "";
}

std::string_view ReasonText(Outcome outcome, Language language) {
  struct Reason {
    std::string_view english, chinese;
  };
  constexpr std::array<Reason, 19> kReasons = {{
      {"accepted", "采纳"},
      {"another rare character shares its symbol", "另一个生僻字与它共用一个符号"},
      {"a run is shorter than the term's, or doubled as ordinary words double", "叠字比词条少，或只是平常的叠写"},
      {"a sentence mark or a line break stands inside", "中间有句读或换行"},
      {"a space stands between the letters of a word", "单词的字母之间有空格"},
      {"an apostrophe or hyphen stands inside as in ordinary words", "中间有平常单词里的撇号或连字符"},
      {"too many separators stand inside", "中间隔得太远"},
      {"the term allows no separator inside", "词条不许中间有间隔"},
      {"a letter or digit stands right beside it", "紧挨着字母或数字"},
      {"the syllables are others", "读音不同"},
      {"these are Latin words of another language", "这是别的语言的词"},
      {"an allow phrase covers it", "放行短语盖住了它"},
      {"ordinary words cut through it", "平常的词从中间切过"},
      {"a single character inside a sentence", "单个字，处在句子当中"},
      {"its neighbours give it an ordinary sense", "前后的字使它有了平常的意思"},
      {"it stands inside the web address of a public body", "在政务网址里面"},
      {"such characters stand together every day", "这样的字天天连在一起"},
      {"as written the text is the likelier one", "照字面读更像一句话"},
      {"written as the term is", "与词条写法一致"},
  }};
  const Reason& reason = kReasons[static_cast<size_t>(outcome)];
  return language == Language::kChinese ? reason.chinese : reason.english;
}

}  // namespace weir::verify
