#include "dictionary/lint_rule.h"

#include <array>
#include <iterator>

namespace weir::dictionary {
namespace {

constexpr LintLevel kError = LintLevel::kError, kWarning = LintLevel::kWarning;

struct Sentences {
  std::string_view message, mend;  // {0}, {1} … stand for the arguments
};

struct Entry {
  Rule rule;
  std::string_view name;
  LintLevel level;
  Sentences english, chinese;
};

// The reader's own errors come with an English sentence: {0} what, {1} what to do.
constexpr Entry kRules[] = {
    {Rule::kTable,
     "table",
     kError,
     {"{0}", "{1}"},
     {"这一行读不出来：{0}", "改成与表头一样多的格，用一个制表符隔开，存为 UTF-8"}},
    {Rule::kPath,
     "path",
     kError,
     {"{0}", "{1}"},
     {"文件名说明不了它的用途：{0}", "用类别命名，如 zh/ads.tsv；关注类放在 attention/，话题放在 topics/"}},
    {Rule::kDirective,
     "directive",
     kError,
     {"{0}", "{1}"},
     {"“#!”这一行不对：{0}", "对照 docs/dictionary.md 的写法改"}},
    {Rule::kTerm, "term", kError, {"{0}", "{1}"}, {"这个词条用不了：{0}", "写上要找的字；最多 256 个字"}},
    {Rule::kFlag, "flag", kError, {"{0}", "{1}"}, {"标记不对：{0}", "对照 docs/dictionary.md 的标记表改，没有就写 -"}},
    {Rule::kWeight, "weight", kError, {"{0}", "{1}"}, {"权重不对：{0}", "写 0.5 到 5；放行短语和去除的行写 0"}},
    {Rule::kVariant,
     "variant",
     kError,
     {"{0}", "{1}"},
     {"变体不对：{0}", "用 docs/dictionary.md 列出的名字，不要就写 none"}},
    {Rule::kUntil, "until", kError, {"{0}", "{1}"}, {"期限不对：{0}", "写最后有效的一天，如 2026-12-31"}},

    {Rule::kAttentionFile,
     "attention-file",
     kError,
     {"\"{0}\" is a category of harm, and stands under attention/",
      "move it out of attention/: what wants an answer is never held"},
     {"“{0}”是伤害类别，却放在 attention/ 下", "移出 attention/；该回答的话从不拦下"}},
    {Rule::kNoSource,
     "no-source",
     kWarning,
     {"nobody can tell where \"{0}\" comes from", "write own, or the name of a public fact, into the column source"},
     {"“{0}”没有出处", "在 source 列写 own，或公开依据的名字"}},
    {Rule::kOrder,
     "order",
     kWarning,
     {"\"{0}\" stands after \"{1}\"", "sort the rows by code point, so that two people's additions merge"},
     {"“{0}”排在“{1}”后面", "按码位排序，两个人的增补才好合并"}},
    {Rule::kSpaces,
     "spaces",
     kWarning,
     {"a space stands at the edge of \"{0}\"", "take it out"},
     {"“{0}”的边上有空格", "删去空格"}},
    {Rule::kInvisible,
     "invisible",
     kError,
     {"\"{0}\" holds the invisible character {1}", "take it out: nobody who edits the row can see it"},
     {"“{0}”里有看不见的字符 {1}", "删去；改这一行的人看不到它"}},
    {Rule::kLookAlike,
     "look-alike",
     kWarning,
     {"\"{0}\" mixes in {1}, which only looks like \"{2}\"", "write \"{2}\" itself: the fold finds its look-alikes"},
     {"“{0}”里混有 {1}，它只是形似“{2}”", "直接写“{2}”；形似的写法本来就找得到"}},
    {Rule::kFullWidth,
     "full-width",
     kWarning,
     {"\"{0}\" is written in full width",
      "write it in half width: both are found, and people search the file for that"},
     {"“{0}”用了全角", "改成半角；两种写法都找得到，查文件时也按半角查"}},
    {Rule::kLosesCharacters,
     "loses-characters",
     kWarning,
     {"{1} inside \"{0}\" is not matched: it is found without it, too",
      "take it out, or choose a term that does not need it"},
     {"“{0}”里的 {1} 不参与匹配，没有它也会命中", "删去，或换一个不靠它的词"}},
    {Rule::kTwice, "twice", kWarning, {"\"{0}\" is named twice", "name it once"}, {"“{0}”写了两遍", "只写一遍"}},
    {Rule::kNoEffect,
     "no-effect",
     kWarning,
     {"{1} changes nothing for \"{0}\"", "take the flag out"},
     {"{1} 对“{0}”不起作用", "删去这个标记"}},
    {Rule::kDisguise,
     "disguise",
     kWarning,
     {"\"{0}\" is no term of harm, and nobody disguises it", "write - into the column variants"},
     {"“{0}”不是伤害类词条，没有人会变着写它", "variants 列写 -"}},
    {Rule::kSingleCharacter,
     "single-character",
     kWarning,
     {"the single character \"{0}\" stands in many an ordinary word", "choose a longer term"},
     {"单字“{0}”在许多平常的词里", "换一个更长的词"}},
    {Rule::kExpired,
     "expired",
     kWarning,
     {"\"{0}\" held until {1}, and is not in effect any more", "take the row out, or give it another day"},
     {"“{0}”到 {1} 为止，已经不起作用", "删去这一行，或改期限"}},

    {Rule::kCommonWord,
     "common-word",
     kWarning,
     {"\"{0}\" is an everyday word", "choose a longer term, or a weight below {1}"},
     {"“{0}”是天天用的词", "换一个更长的词，或把权重降到 {1} 以下"}},
    {Rule::kInsideWords,
     "inside-words",
     kWarning,
     {"\"{0}\" is part of {1} common words, which the word-border guard lets it hit: {2}",
      "add an allow row for each that is meant otherwise, or choose a longer term"},
     {"“{0}”是 {1} 个常用词的一部分，词边界挡不住：{2}", "给意思不同的各加一行放行，或换一个更长的词"}},
    {Rule::kSoundOfWord,
     "sound-of-word",
     kWarning,
     {"\"{0}\" sounds like the everyday word \"{1}\"", "leave sound out for this term of two characters"},
     {"“{0}”与常用词“{1}”同音", "这个两字词不要开 sound"}},

    {Rule::kDuplicate,
     "duplicate",
     kError,
     {"\"{0}\" is there already, at {1}", "keep one of the two rows"},
     {"“{0}”已经有了，在 {1}", "两行留一行"}},
    {Rule::kContradiction,
     "contradiction",
     kError,
     {"\"{0}\" is a term and an allow phrase of one file, at {1}: the phrase wins", "take one of the two rows out"},
     {"“{0}”在同一个文件里既是词条又是放行短语（{1}），放行总是赢", "两行删一行"}},
    {Rule::kSubsumed,
     "subsumed",
     kWarning,
     {"wherever \"{0}\" stands, \"{1}\" ({2}) hits with at least its weight",
      "take the longer one out, or give it more weight"},
     {"凡有“{0}”的地方，“{1}”（{2}）已经命中，权重不低于它", "删去长的，或给它更高的权重"}},
    {Rule::kAllowEverything,
     "allow-everything",
     kError,
     {"the allow phrase \"{0}\" takes away every hit of {1}", "write the ordinary phrase around it instead"},
     {"放行短语“{0}”使 {1} 一次也不会命中", "改写成包含它的那句平常话"}},
    {Rule::kAllowNothing,
     "allow-nothing",
     kWarning,
     {"the allow phrase \"{0}\" covers no term", "take it out, or write the whole phrase that holds the term"},
     {"放行短语“{0}”盖不住任何词条", "删去，或写出包含词条的整个短语"}},
    {Rule::kRemoveNothing,
     "remove-nothing",
     kWarning,
     {"no layer below has \"{0}\" here",
      "take the row out, or name the term as the file of the same category below has it"},
     {"下面各层的同类文件里没有“{0}”", "删去这一行，或按下层同类文件里的写法写"}},

    {Rule::kCasesRow,
     "cases-row",
     kError,
     {"{0}", "{1}"},
     {"这条用例读不出来：{0}", "写 hit 或 miss、句子、词条（逗号隔开或 -）、说明"}},
    {Rule::kCasesTerm,
     "cases-term",
     kError,
     {"the case names \"{0}\", which is no term of {1}", "name a term of that file, or add it"},
     {"用例提到“{0}”，{1} 里没有这个词条", "改成那个文件里的词条，或补上它"}},
    {Rule::kCasesAlone,
     "cases-alone",
     kWarning,
     {"there is no {0} beside these cases", "name the file after the terms that it tests"},
     {"旁边没有 {0}", "用例文件与它检验的词条文件同名"}},
    {Rule::kLintComment,
     "lint-comment",
     kWarning,
     {"this comment silences nothing: {0}",
      "write # lint: allow RULE reason, on the line before the row, or take it out"},
     {"这条注释没有消掉任何提示：{0}", "写成 # lint: allow 规则 理由，放在那一行前面；不需要就删去"}},
    {Rule::kTooMany,
     "too-many",
     kError,
     {"more than {0} findings; the rest is not shown", "mend these first"},
     {"超过 {0} 条，其余不再列出", "先改好这些"}},
};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kRules); ++i) {
    if (static_cast<size_t>(kRules[i].rule) != i) return false;
  }
  return std::size(kRules) == static_cast<size_t>(Rule::kCount);
}
static_assert(InOrder(), "kRules must hold every Rule, in the order of the enum");

std::string Fill(std::string_view sentence, const std::vector<std::string>& arguments) {
  std::string out;
  for (size_t i = 0; i < sentence.size(); ++i) {
    const bool slot = sentence[i] == '{' && i + 2 < sentence.size() && sentence[i + 2] == '}';
    const size_t index = slot ? static_cast<size_t>(sentence[i + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      out += arguments[index];
      i += 2;
    } else {
      out += sentence[i];
    }
  }
  return out;
}

}  // namespace

std::string_view RuleName(Rule rule) { return kRules[static_cast<size_t>(rule)].name; }

std::optional<Rule> FindRule(std::string_view name) {
  for (const Entry& entry : kRules) {
    if (entry.name == name) return entry.rule;
  }
  return std::nullopt;
}

LintLevel LevelOf(Rule rule) { return kRules[static_cast<size_t>(rule)].level; }

LintFinding MakeFinding(Rule rule, Language language, const Place& place, const std::vector<std::string>& arguments) {
  const Entry& entry = kRules[static_cast<size_t>(rule)];
  const Sentences& sentences = language == Language::kChinese ? entry.chinese : entry.english;
  return {std::string(entry.name),
          entry.level,
          place.file,
          place.line,
          place.column,
          Fill(sentences.message, arguments),
          Fill(sentences.mend, arguments)};
}

}  // namespace weir::dictionary
