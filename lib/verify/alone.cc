#include "verify/alone.h"

#include <algorithm>

#include "text/words.h"
#include "verify/neighbours.h"

namespace weir::verify {
namespace {

using text::Atom;
using text::Kind;

// "9 日", "12.日": a number of so many digits before a space or a dot counts what follows; 666 is a cheer.
constexpr int kCountingDigits = 2;

// Marks that join what stands on both sides into a list or a range: 周六、日, 六/日, 周一至周五·日, 一~日.
bool JoinsList(char32_t mark) { return std::u32string_view(U"、/／·&~～-－—").find(mark) != std::u32string_view::npos; }

// One side of a character, going by `step`.
class Side {
 public:
  Side(const text::AtomMap& map, uint32_t at, int step) : map_(map), step_(step) {
    near_ = Beside(map, at, step);
    if (near_ == nullptr || near_->IsLetter()) return;
    far_ = Beside(map, Index(near_), step);
  }

  bool IsEdge() const {
    if (near_ == nullptr || near_->kind == Kind::kNewline) return true;
    if (near_->IsLetter()) return IsWordLetter(*near_);
    if (far_ == nullptr || !far_->IsLetter()) return true;
    if (JoinsList(near_->source)) return false;
    if (near_->kind == Kind::kSentence) return true;
    return !(IsDigit(*far_) && step_ < 0 && CountsByNumber());
  }

  // The character behind one space that is a token of its own: 系 in "操 系 统"; 0 where there is none.
  char32_t SpacedCharacter() const {
    if (near_ == nullptr || near_->kind != Kind::kSpace || far_ == nullptr || far_->kind != Kind::kHan) return 0;
    const Atom* const next = Beside(map_, Index(far_), step_);
    return next == nullptr || !next->IsLetter() ? far_->folded : 0;
  }

 private:
  uint32_t Index(const Atom* atom) const { return static_cast<uint32_t>(atom - map_.atoms().data()); }
  bool CountsByNumber() const {
    int digits = 0;
    for (const Atom* atom = far_; atom != nullptr && IsDigit(*atom); atom = Beside(map_, Index(atom), step_)) ++digits;
    return digits <= kCountingDigits;
  }

  const text::AtomMap& map_;
  int step_;
  const Atom *near_ = nullptr, *far_ = nullptr;  // far_: what stands behind a separator
};

// What is said with the character and no mark between; "*" is the character, "<" and ">" an edge as above. Of each row the ordinary
// words that hold it were looked up: 明日你来 and 体操你会 are words before the term (IsWord below), 滚开水 has no edge behind 开.
struct Phrase {
  std::u32string_view terms, text;
};
constexpr Phrase kPhrases[] = {
    // Oaths: 我操！ but not 我操作失误
    {U"操草艹肏日靠干擦淦屌", U"<我*>"},
    {U"操草艹肏日靠擦淦", U"卧*>"},
    {U"操草艹肏日靠擦", U"<哇*>"},
    {U"操草艹肏靠擦淦", U"<哎*>"},
    {U"操草艹肏靠擦淦", U"<唉*>"},
    {U"操草艹肏靠擦淦", U"<啊*>"},
    {U"操草艹肏日靠擦淦", U"呀我*>"},
    {U"操草艹肏日靠擦淦", U"啊我*>"},
    {U"操草艹靠", U"妈的*>"},
    {U"操草艹屌", U"真*>"},
    {U"屌", U"好*>"},
    {U"操草艹靠淦", U"<*啊>"},
    {U"操草艹靠淦", U"<*了>"},
    {U"操草艹日", U"我*了>"},
    {U"日", U"*了狗"},
    {U"日", U"*了个狗"},
    {U"靠", U"<*北>"},
    {U"靠", U"<*夭"},
    {U"靠", U"<*杯>"},
    {U"操", U"*蛋"},
    {U"操草艹肏日干屌", U"*逼>"},
    // At somebody, or at his mother
    {U"操草艹肏日干屌叼", U"<*你>"},
    {U"操草艹肏日", U"我*你>"},
    {U"操草艹肏日干屌叼靠淦", U"*你妈"},
    {U"操草艹肏日干屌叼靠淦", U"*你娘"},
    {U"操草艹肏日干屌叼", U"*尼玛"},
    {U"操草艹", U"*泥马"},
    {U"操草艹肏日干", U"*你老母"},
    {U"操草艹肏日干", U"*你大爷"},
    {U"操草艹肏日干", U"*你全家"},
    {U"操草艹肏日干", U"*你祖宗"},
    {U"操草艹肏日", U"*你先人"},
    {U"操草艹肏日", U"*你仙人"},
    {U"操草艹肏日干", U"*他妈"},
    {U"操草艹肏日干", U"*他娘"},
    {U"操草艹肏日干", U"*她妈"},
    {U"操草艹肏", U"*死你"},
    {U"干", U"*恁娘"},
    {U"干", U"*拎娘"},
    {U"干", U"*林娘"},
    // Away with somebody
    {U"滚", U"<*吧"},
    {U"滚", U"<*啊>"},
    {U"滚", U"*蛋"},
    {U"滚", U"*犊"},
    {U"滚", U"<*粗>"},
    {U"滚", U"<*开>"},
    {U"滚", U"*出去"},
    {U"滚", U"<*远"},
    {U"滚", U"<*回"},
    {U"滚", U"<*你"},
    {U"滚", U"<*出中国"},
    {U"滚", U"你*>"},
    {U"滚", U"他*>"},
    {U"滚", U"她*>"},
    {U"滚", U"们*>"},
    {U"滚", U"给我*"},
    {U"滚", U"快*>"},
    {U"滚", U"赶紧*>"},
    {U"滚", U"都*>"},
    {U"死", U"去*>"},
    {U"死", U"去*吧"},
    // Names for somebody
    {U"猪狗驴", U"你是*>"},
    {U"猪狗驴", U"你个*>"},
    {U"猪狗驴贱蠢傻", U"你这*>"},
    {U"贱蠢傻", U"你真*>"},
    {U"贱蠢傻", U"真*>"},
    {U"贱蠢", U"好*>"},
    {U"贱", U"*人"},
    {U"狗", U"*东西"},
    {U"狗", U"*日的"},
    {U"狗", U"*逼"},
    {U"狗", U"*杂种"},
    {U"逼屄", U"傻*"},
    {U"逼屄", U"煞*"},
    {U"逼屄", U"臭*"},
    {U"逼屄", U"操*"},
};

struct Surroundings {
  const Neighbours& letters;
  char32_t term;

  bool Before(std::u32string_view text) const {
    const bool edge = text.starts_with(U'<');
    if (edge) text.remove_prefix(1);
    if (!letters.before().ends_with(text)) return false;
    return !edge || letters.before().size() == text.size();
  }
  bool After(std::u32string_view text) const {
    const bool edge = text.ends_with(U'>');
    if (edge) text.remove_suffix(1);
    if (!letters.after().starts_with(text)) return false;
    return !edge || letters.after().size() == text.size();
  }
  // A word that ends with the term takes it out of the phrase: 明日|你妈. Pronouns make no such words.
  bool InWordBefore() const {
    const std::u32string_view before = letters.before();
    return !before.empty() && IsWord(before.back(), term);
  }
  bool Is(const Phrase& phrase) const {
    if (phrase.terms.find(term) == std::u32string_view::npos) return false;
    const size_t star = phrase.text.find(U'*');
    const std::u32string_view before = phrase.text.substr(0, star), after = phrase.text.substr(star + 1);
    if (before.empty() && InWordBefore()) return false;
    return Before(before) && After(after);
  }
};

// "操 作 系 统": words written apart, character by character.
bool IsSpacedWord(const Side& left, const Side& right, char32_t term) {
  const char32_t before = left.SpacedCharacter(), after = right.SpacedCharacter();
  return (before != 0 && IsWord(before, term)) || (after != 0 && IsWord(term, after));
}

}  // namespace

bool StandsAlone(const Form& form) {
  if (form.letters != 1) return false;
  const char32_t term = form.runs.front().cp;
  return text::Info(term).kind == text::Kind::kHan && (text::BeginsSomeWord(term) || text::EndsSomeWord(term));
}

Outcome CheckAlone(const text::AtomMap& map, const Place& place, const Form& form) {
  const char32_t term = form.runs.front().cp;
  const Side left(map, place.first, -1), right(map, place.last, 1);
  const bool doubled_word = place.last == place.first + 1 && IsWord(term, term);  // 滚滚, 日日
  if (left.IsEdge() && right.IsEdge() && !doubled_word && !IsSpacedWord(left, right, term)) return Outcome::kAccepted;
  const Neighbours letters(map, place);
  const Surroundings around{letters, term};
  const bool said =
      std::any_of(std::begin(kPhrases), std::end(kPhrases), [&](const Phrase& p) { return around.Is(p); });
  return said ? Outcome::kAccepted : Outcome::kNotAlone;
}

}  // namespace weir::verify
