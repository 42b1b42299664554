#include "detect/glance.h"

#include <algorithm>

#include "detect/number_style.h"
#include "text/utf8.h"

namespace weir::detect {
namespace {

using text::Kind;

bool Among(std::u32string_view characters, char32_t c) { return characters.find(c) != std::u32string_view::npos; }

// Of each pattern of contact.cc one character that it cannot do without, beside the cue itself.
constexpr std::u32string_view kCompanions = U"我加搜索查找同群裙懂领拿获取料法联发";
constexpr std::u32string_view kCompanionMarks = U"+＋➕🔍";
constexpr std::u32string_view kDialled = U"话机";  // 电话, 座机, 固话
constexpr std::u32string_view kDotWords = U"点丶";
constexpr std::u32string_view kBrackets = U"[]({<【（［｛＜";
constexpr std::u32string_view kAtMarks = U"@＠﹫#＃*＊";
constexpr std::u32string_view kAtWords = U"艾圈";

// Of what a Han character may mean here nearly all mean nothing: one bit by the lowest byte turns most down.
class Rare {
 public:
  constexpr Rare() {
    for (const std::u32string_view list : {kCompanions, kDialled, kDotWords, kAtWords}) {
      for (const char32_t c : list) Set(c);
    }
    for (const char32_t c : std::u32string_view(U"〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖")) Set(c);
  }
  constexpr bool MayHold(char32_t c) const { return bits_[(c & 0xFF) / 64] >> (c & 63) & 1; }

 private:
  constexpr void Set(char32_t c) { bits_[(c & 0xFF) / 64] |= uint64_t{1} << (c & 63); }
  uint64_t bits_[4] = {};
};
constexpr Rare kRare;

}  // namespace

Glance::Glance(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = static_cast<unsigned char>(*p) < 0x80
                                  ? text::Decoded{static_cast<char32_t>(static_cast<unsigned char>(*p)), 1, true}
                                  : text::DecodeOne(p, end);
    p += one.length;
    const text::FoldInfo info = text::Info(one.cp);
    if (info.count <= 1) {
      Add(one.cp, info.kind, info.count == 0 ? 0 : info[0]);
      continue;
    }
    for (int i = 0; i < info.count; ++i) Add(one.cp, text::Info(info[i]).kind, info[i]);
  }
}

Glance::Glance(const text::AtomMap& map) {
  for (const text::Atom& atom : map.atoms()) {
    Add(atom.source, atom.IsLetter() ? text::Info(atom.folded).kind : atom.kind, atom.IsLetter() ? atom.folded : 0);
  }
}

void Glance::Add(char32_t source, Kind kind, char32_t folded) {
  if (kind == Kind::kIgnorable || kind == Kind::kMark) return;
  const bool letter = text::IsLetterKind(kind);
  letter ? AddLetter(kind, folded) : AddSeparator(source, kind);
  before_ = previous_;
  before_letter_ = previous_letter_;
  previous_ = letter ? folded : source;
  previous_letter_ = letter;
}

void Glance::AddLetter(Kind kind, char32_t folded) {
  const bool latin = kind == Kind::kLatin, digit = kind == Kind::kDigit;
  id_ = latin || digit ? id_ + 1 : 0;
  longest_id_ = std::max(longest_id_, id_);
  if (digit) {
    ++digits_;
    AddDigit(folded);
  } else if (latin) {
    dialled_ |= run_length_ > 0 && folded == 'o';  // read as a zero
    run_length_ = 0;
    at_ |= folded == 't' && previous_ == 'a';
    dotted_ |= before_letter_ && (previous_ == '.' || previous_ == U'．');
  } else {
    AddOther(folded);
  }
}

void Glance::AddOther(char32_t folded) {
  if (!kRare.MayHold(folded)) {
    run_length_ = 0;
    return;
  }
  if (const int digit = HanDigit(folded); digit >= 0) {
    AddDigit(static_cast<char32_t>('0' + digit));
  } else {
    run_length_ = 0;
  }
  companion_ = companion_ || Among(kCompanions, folded);
  dialled_ = dialled_ || Among(kDialled, folded);
  at_ = at_ || Among(kAtWords, folded);
  dotted_ = dotted_ || Among(kDotWords, folded);
}

void Glance::AddDigit(char32_t digit) {
  if (run_length_ == 0) {
    dialled_ |= ++runs_ > 1 || previous_ == 'o';
    first_digit_ = run_digit_ = digit;
  } else if (digit != run_digit_) {
    plain_run_ &= run_length_ == 1 && first_digit_ == '2' && digit == '3';
    run_digit_ = digit;
  }
  ++run_length_;
}

void Glance::AddSeparator(char32_t source, Kind kind) {
  run_length_ = 0;
  const bool joins = kind == Kind::kWord || source == '_' || source == U'＿';
  id_ = joins ? id_ + 1 : 0;
  longest_id_ = std::max(longest_id_, id_);
  dots_ += source == '.' || source == U'．';
  colons_ += source == ':' || source == U'：';
  companion_ |= Among(kCompanionMarks, source);
  dialled_ |= source == '+' || source == U'＋';
  at_ |= Among(kAtMarks, source) || Among(kBrackets, source);
  dotted_ |= Among(kBrackets, source) || source == U'。' || Among(kDotWords, source);
}

}  // namespace weir::detect
