// The table of messages. Rows stand in the order of Msg; the compiler checks it.
#include "messages.h"

#include <cstdlib>
#include <cstring>
#include <iterator>

namespace weir::tool {
namespace {

struct Row {
  Msg id;
  const char* zh;
  const char* en;
};

constexpr Row kRows[] = {
    {Msg::kTagline, "weir：直播评论与脚本的审核——挡住伤害，把该回答的问题托上来",
     "weir: moderates live comments and scripts — holds harm, lifts up what wants an answer"},
    {Msg::kUsageLine, "用法：weir 命令 [选项] [参数]", "Usage: weir COMMAND [OPTIONS] [ARGUMENTS]"},
    {Msg::kCommandsHead, "命令：", "Commands:"},
    {Msg::kMoreHelp, "每个命令的选项：weir 命令 --help", "Options of a command: weir COMMAND --help"},
    {Msg::kUnknownCommand, "没有“{0}”这个命令；weir --help 列出所有命令",
     "there is no command \"{0}\"; weir --help lists them all"},
    {Msg::kUsageError, "用法有误：{0}（weir {1} --help 有说明）", "usage: {0} (see weir {1} --help)"},
    {Msg::kBug, "内部错误：{0}", "internal error: {0}"},
    {Msg::kScanSummary, "逐条审核评论，按输入顺序给出裁定", "judge comments one by one, in input order"},
    {Msg::kExplainSummary, "把一条评论的每一步判断讲清楚", "show every stage of the verdict on one comment"},
    {Msg::kTestSummary, "运行用例文件", "run case files"},
    {Msg::kAuditSummary, "播出前审查稿件，指出行、列、原因和建议",
     "check drafts before they go on air: place, reason, suggestion"},
    {Msg::kPackSummary, "词典与词包：编译、签名、检查、比较、导入",
     "dictionaries and packs: build, sign, check, compare, import"},
    {Msg::kPackUsageLine, "用法：weir pack 命令 [选项] [参数]", "Usage: weir pack COMMAND [OPTIONS] [ARGUMENTS]"},
    {Msg::kPackMoreHelp, "每个命令的选项：weir pack 命令 --help", "Options of a command: weir pack COMMAND --help"},
    {Msg::kSelfTestSummary, "用已知答案检验本机的匹配器", "known-answer test of this machine's matcher"},
    {Msg::kVersionSummary, "weir 与所用部件的版本", "versions of weir and of its parts"},

    {Msg::kOptPack, "词典：源文件夹、.tsv 或词包；可重复，后者覆盖前者",
     "dictionary: a source folder, a .tsv or a bundle; repeatable, later ones overlay"},
    {Msg::kOptNoDefaultPack, "不用内置词典", "leave the embedded dictionary out"},
    {Msg::kOptSurface, "文字用在哪里：comment script nickname title",
     "where the text is shown: comment script nickname title"},
    {Msg::kOptTerms, "临时加词，逗号分隔", "ad-hoc terms, comma-separated"},
    {Msg::kOptAllow, "临时放行的短语，逗号分隔", "ad-hoc allow phrases, comma-separated"},
    {Msg::kOptVariants, "临时词条要识破的变体，逗号分隔：sound pinyin shape split initials emoji shuffle latin",
     "disguises that ad-hoc terms are looked for in, comma-separated: sound pinyin shape split initials emoji shuffle "
     "latin"},
    {Msg::kOptDetectors,
     "检测器：phone email url idcard bankcard ip plate uscc passport "
     "wechat qq contact address digits，或 none；默认除 digits 外全部",
     "detectors: phone email url idcard bankcard ip plate uscc passport wechat qq "
     "contact address digits, or none; default all but digits"},
    {Msg::kOptJobs, "并行的线程数；输出次序不变", "threads; the order of the output stays"},
    {Msg::kOptLang, "提示语言：zh 或 en", "language of messages: zh or en"},
    {Msg::kOptQuiet, "不写提示（错误仍会写出）", "no notes (errors are still written)"},
    {Msg::kOptStrict, "引擎降级时以 3 退出", "exit 3 when the engine is degraded"},
    {Msg::kOptHelp, "显示本说明", "show this help"},
    {Msg::kOptInputs, "输入文件，- 为标准输入（默认）", "input files; - is standard input (the default)"},
    {Msg::kOptInput, "输入格式：lines jsonl csv tsv；默认看扩展名",
     "input format: lines jsonl csv tsv; by extension where silent"},
    {Msg::kOptField, "JSON 里文字所在的键，可用 . 深入",
     "key of the text in a JSON object; . reaches into nested ones"},
    {Msg::kOptColumn, "CSV/TSV 里文字所在的列", "column of the text in CSV/TSV"},
    {Msg::kOptScanFormat, "输出格式：jsonl csv tsv text", "output format: jsonl csv tsv text"},
    {Msg::kOptOnlyHits, "只输出有命中的评论", "only comments with a hit"},
    {Msg::kOptMask, "同时给出遮盖后的文字", "give the masked text as well"},
    {Msg::kOptMaskChar, "遮盖用的字符", "the character to mask with"},
    {Msg::kOptStats, "在标准错误输出统计表", "a table of counts on stderr"},
    {Msg::kOptStatsJson, "把统计写成 JSON 文件", "write the counts to a JSON file"},
    {Msg::kOptScanFailOn, "有评论达到此动作即以 1 退出：mask review block；默认 none",
     "exit 1 when a comment reaches this action: mask review block; default none"},
    {Msg::kOptOutput, "写入文件：要么完整，要么不写", "write to a file: whole or not at all"},
    {Msg::kOptExplainText, "一条评论；- 从标准输入读", "the comment; - reads standard input"},
    {Msg::kOptJson, "输出 JSON", "write JSON"},
    {Msg::kOptCaseFiles, "用例文件（JSON Lines）", "case files (JSON Lines)"},
    {Msg::kOptAbility, "只跑能力全在此列的用例", "only cases whose abilities all lie within this list"},
    {Msg::kOptPaths, "稿件（.txt .md）或文件夹", "drafts (.txt .md) or folders"},
    {Msg::kOptAuditFormat, "输出格式：text json", "output format: text json"},
    {Msg::kOptAuditFailOn, "达到此级别即以 1 退出：warning error；默认 error",
     "exit 1 at this level: warning error; default error"},

    {Msg::kBadSurface, "不认识的场合“{0}”；可用 comment script nickname title",
     "unknown surface \"{0}\"; known: comment script nickname title"},
    {Msg::kBadChoice, "{0} 不能是“{1}”；可用：{2}", "{0} cannot be \"{1}\"; known: {2}"},
    {Msg::kBadMaskChar, "--mask-char 要一个可见的 ASCII 符号（字母和数字会被当成文字再读一遍），而不是“{0}”",
     "--mask-char takes one ASCII symbol (a letter or digit would be read as text again), not \"{0}\""},
    {Msg::kBadJobs, "--jobs 要 1 到 256 之间的数", "--jobs takes a number from 1 to 256"},
    {Msg::kFieldNeedsJsonl, "{0}：--field 只用于 jsonl 输入；请加 --input jsonl",
     "{0}: --field is for jsonl input; add --input jsonl"},
    {Msg::kColumnNeedsTable, "{0}：--column 只用于 csv 或 tsv 输入；请加 --input",
     "{0}: --column is for csv or tsv input; add --input"},

    {Msg::kCannotOpen, "{0}：打不开：{1}", "{0}: cannot be opened: {1}"},
    {Msg::kIsDirectory, "{0}：这是文件夹，不是文件", "{0}: is a folder, not a file"},
    {Msg::kReadFailed, "{0}：读取中断：{1}", "{0}: reading failed: {1}"},
    {Msg::kGzipBroken, "{0}：gzip 数据损坏（{1}），之前的内容已处理",
     "{0}: broken gzip data ({1}); what came before it is done"},
    {Msg::kGzipCut, "{0}：gzip 数据不完整，已有的内容已处理", "{0}: gzip data ends early; what came before is done"},
    {Msg::kLineTooLong, "{0}:{1}：超过 {2} MiB 的一行，跳过", "{0}:{1}: a line over {2} MiB, left out"},
    {Msg::kBadJson, "{0}:{1}:{2}：不是正确的 JSON：{3}", "{0}:{1}:{2}: not JSON: {3}"},
    {Msg::kJsonNotObject, "{0}:{1}：不是 JSON 对象", "{0}:{1}: not a JSON object"},
    {Msg::kFieldMissing, "{0}:{1}：没有“{2}”这个键（用 --field 指定）",
     "{0}:{1}: no key \"{2}\" (name it with --field)"},
    {Msg::kFieldNotString, "{0}:{1}：“{2}”的值不是字符串", "{0}:{1}: the value of \"{2}\" is not a string"},
    {Msg::kColumnMissing, "{0}:1：没有“{1}”这一列（用 --column 指定）；有：{2}",
     "{0}:1: no column \"{1}\" (name it with --column); there are: {2}"},
    {Msg::kColumnsDiffer, "{0}:1：列与前一个文件不同，不能写进同一张表",
     "{0}:1: its columns differ from the earlier file's, so one table cannot hold both"},
    {Msg::kRowWidth, "{0}:{1}：有 {2} 列，表头有 {3} 列", "{0}:{1}: {2} columns, but the header has {3}"},
    {Msg::kQuoteOpen, "{0}:{1}：引号没有闭合", "{0}:{1}: a quote is never closed"},
    {Msg::kQuoteStray, "{0}:{1}：闭合的引号后面还有文字", "{0}:{1}: text after a closing quote"},
    {Msg::kUtf16, "{0}：是 UTF-16 编码，请存成 UTF-8", "{0}: is UTF-16; save it as UTF-8"},
    {Msg::kTooLarge, "{0}：超过 {1} MiB，太大", "{0}: over {1} MiB, too large"},
    {Msg::kUnknownKind, "{0}：不认识这种文件；可审查 .txt 和 .md",
     "{0}: not a kind of file known here; .txt and .md are"},

    {Msg::kWriteFailed, "{0}：写不进去：{1}", "{0}: cannot be written: {1}"},
    {Msg::kOutputKept, "{0} 保持原样", "{0} is left as it was"},

    {Msg::kWarning, "注意：{0}", "note: {0}"},
    {Msg::kDegraded, "注意：主匹配器未通过自检，由备用匹配器代替（裁定带 degraded 标记）",
     "note: the main matcher failed its self-test; the textbook matcher serves (verdicts carry the flag degraded)"},
    {Msg::kDegradedStrict, "引擎已降级，按 --strict 以 3 退出", "the engine is degraded; exit 3 by --strict"},

    {Msg::kStComments, "评论", "comments"},
    {Msg::kStHeld, "拦下", "held"},
    {Msg::kStReview, "待审", "review"},
    {Msg::kStBlock, "拦截", "block"},
    {Msg::kStMasked, "遮盖", "masked"},
    {Msg::kStAllowed, "放行", "allowed"},
    {Msg::kStAnswer, "待回答", "answer"},
    {Msg::kStUrgent, "紧急", "urgent"},
    {Msg::kStCategories, "按类别", "by category"},
    {Msg::kStKinds, "为何要答", "by attention kind"},
    {Msg::kStTopics, "按话题", "by topic"},
    {Msg::kStFlags, "标记", "flags"},
    {Msg::kStBytes, "字节", "bytes"},
    {Msg::kStTime, "用时（秒）", "time (s)"},
    {Msg::kStRate, "每秒评论", "comments/s"},
    {Msg::kStUnread, "读不了的行", "unreadable lines"},

    {Msg::kExText, "原文", "text"},
    {Msg::kExFolded, "归一后", "folded"},
    {Msg::kExSymbols, "符号数", "symbols"},
    {Msg::kExRawHits, "初步命中", "raw hits"},
    {Msg::kExAccepted, "采纳", "accepted"},
    {Msg::kExDropped, "排除于 {0}", "dropped by {0}"},
    {Msg::kExEvidence, "证据", "evidence"},
    {Msg::kExScores, "得分", "scores"},
    {Msg::kExAction, "动作", "action"},
    {Msg::kExAttention, "关注", "attention"},
    {Msg::kExFlags, "标记", "flags"},
    {Msg::kExClearing, "怎样才会放行", "what would have cleared it"},
    {Msg::kExNone, "无", "none"},
    {Msg::kExRisk, "风险 {0}", "risk {0}"},
    {Msg::kExWeight, "权重 {0} × 可信度 {1} = {2}", "weight {0} × confidence {1} = {2}"},
    {Msg::kExCovered, "（在更长的命中之内，不重复计分）", "(inside a longer hit: scored once)"},
    {Msg::kExPack, "词典", "pack"},
    {Msg::kExSum, "证据合计 {0}", "evidence adds up to {0}"},

    {Msg::kCaseFileRefused, "{0}：{1} 处错误，整个文件不运行", "{0}: {1} error(s); none of its cases is run"},
    {Msg::kCaseNotJson, "不是正确的 JSON 对象：{0}", "not a JSON object: {0}"},
    {Msg::kCaseUnknownKey, "不认识的键“{0}”", "unknown key \"{0}\""},
    {Msg::kCaseWrongType, "“{0}”应当是{1}", "\"{0}\" must be {1}"},
    {Msg::kCaseMissingKey, "缺少“{0}”", "\"{0}\" is missing"},
    {Msg::kCaseBadValue, "“{0}”不能是“{1}”", "\"{0}\" cannot be \"{1}\""},
    {Msg::kCaseRepeatedId, "编号“{0}”重复（第 {1} 行已有）", "id \"{0}\" repeats line {1}"},
    {Msg::kTeFailed, "未通过", "FAILED"},
    {Msg::kTeExpected, "应当", "expected"},
    {Msg::kTeGot, "实际", "got"},
    {Msg::kTeNoEngine, "引擎打不开：{0}", "no engine: {0}"},
    {Msg::kTeAbility, "能力", "ability"},
    {Msg::kTePassed, "通过", "passed"},
    {Msg::kTeFailedColumn, "未通过", "failed"},
    {Msg::kTeContested, "有争议", "contested"},
    {Msg::kTeUnsupported, "不支持", "unsupported"},
    {Msg::kTeMustHit, "应命中", "must hit"},
    {Msg::kTeMustMiss, "不应命中", "must not hit"},
    {Msg::kTeOf, "{0} / {1}（{2} %）", "{0} of {1} ({2} %)"},
    // The runner's summary is read by scripts: the same in both languages.
    {Msg::kTeSummary, "{0} passed, {1} failed, {2} skipped", "{0} passed, {1} failed, {2} skipped"},

    {Msg::kAskHit, "有命中", "a hit"},
    {Msg::kAskNoHit, "没有命中", "no hit"},
    {Msg::kAskHeld, "被拦下", "held"},
    {Msg::kAskNotHeld, "不被拦下", "not held"},
    {Msg::kAskTerm, "报出“{0}”", "\"{0}\" reported"},
    {Msg::kAskExact, "恰好报出：{0}", "exactly reported: {0}"},
    {Msg::kAskCategory, "得分最高的类别属于：{0}", "best-scored category among: {0}"},
    {Msg::kAskAttention, "关注级别属于：{0}", "attention among: {0}"},
    {Msg::kAskTopic, "话题含“{0}”", "topic \"{0}\""},
    {Msg::kAskSpan, "位置 [{0},{1})", "span [{0},{1})"},
    {Msg::kAskOnlySpans, "没有别的位置，却有 [{0},{1})", "no other span, but there is [{0},{1})"},
    {Msg::kGotNothing, "没有命中", "no hit"},

    {Msg::kAuSummary, "{2} 个文件：{0} 个错误，{1} 个警告", "{0} {3}, {1} {4} in {2} {5}"},
    {Msg::kAuInvalidUtf8, "不是正确的 UTF-8，已按替换符读取", "not valid UTF-8; read with replacement characters"},
    {Msg::kAuInvalidUtf8Note, "{0}:{1}:{2}：不是正确的 UTF-8（共 {3} 处）；若是 GB18030，请先存成 UTF-8",
     "{0}:{1}:{2}: not valid UTF-8 ({3} places); if it is GB18030, save it as UTF-8 first"},
    {Msg::kAuTruncated, "这一段太长或命中太多，没有全部看完，请人工复核",
     "this passage is too long or has too many hits to be seen whole; have a person read it"},
    {Msg::kAuNothingToRead, "{0}：没有 .txt 或 .md 稿件", "{0}: no .txt or .md drafts in it"},
    {Msg::kAuFinding, "\"{0}\"（{1}）：{2}", "\"{0}\" ({1}): {2}"},
    {Msg::kAuFindingPlain, "\"{0}\"：{1}", "\"{0}\": {1}"},
    {Msg::kAuPersonal, "播出前请遮盖或删去", "mask it or take it out before it goes on air"},
    {Msg::kAuSuggest, "建议", "suggestion"},
    {Msg::kAuRule, "规则", "rule"},

    {Msg::kLintSummary, "检查词典源文件，指出每一处问题和改法",
     "check dictionary sources: every fault with its place and mend"},
    {Msg::kOptLintPaths, "源文件夹、.tsv 或 .cases；多个时各为一层，后者在上",
     "source folders, .tsv or .cases files; several are layers, later ones above"},
    {Msg::kOptLintFormat, "输出格式：text json", "output format: text json"},
    {Msg::kOptLintFailOn, "达到此级别即以 1 退出：warning error；默认 error",
     "exit 1 at this level: warning error; default error"},
    {Msg::kOptLintNoDefaultPack, "下面不垫内置词典", "no embedded dictionary lies below"},
    {Msg::kOptToday, "按这一天判断期限，如 2026-12-31；默认今天",
     "the day to judge expiry by, as 2026-12-31; default today"},
    {Msg::kLintSum, "{0} 个错误，{1} 个警告", "errors: {0}, warnings: {1}"},

    {Msg::kEffectiveSummary, "各层叠加之后实际生效的词典",
     "the dictionary in effect once all layers lie over one another"},
    {Msg::kOptEffectiveTerm, "只看含这几个字的词条", "only entries that hold this text"},
    {Msg::kEfRemoved, "已去除", "removed"},
    {Msg::kEfExpired, "已过期", "expired"},
    {Msg::kEfUntil, "有效至 {0}", "until {0}"},
    {Msg::kEfReplaced, "← {0}：{1}（{2}）", "← {0}: {1} ({2})"},
    {Msg::kEfRemovedBy, "由 {0} 去除：{1}", "by {0}: {1}"},
    {Msg::kEfSum, "生效 {0} 条，去除 {1} 条，过期 {2} 条；{3}", "{0} in effect, {1} removed, {2} expired; {3}"},

    {Msg::kSelfTestOk, "自检通过：{0}，词典 {1}，{2} 个词", "self-test passed: {0}, pack {1}, {2} terms"},
    {Msg::kSelfTestFailed, "自检未通过：{0}", "self-test failed: {0}"},
    {Msg::kSelfTestDegraded, "主匹配器未通过自检，由 {0} 代替",
     "the main matcher failed its self-test; {0} serves instead"},
};

constexpr bool InOrder() {
  for (size_t i = 0; i < std::size(kRows); ++i) {
    if (static_cast<size_t>(kRows[i].id) != i) return false;
  }
  return std::size(kRows) == static_cast<size_t>(Msg::kCount);
}
static_assert(InOrder(), "kRows must hold every Msg, in the order of the enum");

constexpr const char* kCategoryTitles[kCategoryCount][2] = {
    {"辱骂", "abuse"},
    {"威胁", "a threat"},
    {"歧视仇恨", "hate"},
    {"色情低俗", "sexual content"},
    {"赌博", "gambling"},
    {"毒品", "drugs"},
    {"诈骗", "a scam"},
    {"广告引流", "advertising"},
    {"违法服务", "an illegal service"},
    {"个人信息", "personal data"},
    {"刷屏", "flooding"},
    {"播出用语", "wording for air"},
    {"自定义词", "a term of your own"},
};

}  // namespace

Lang ChooseLang(int argc, const char* const* argv) {
  for (int i = 1; i < argc && std::strcmp(argv[i], "--") != 0; ++i) {
    std::string_view arg = argv[i];
    if (arg == "--lang" && i + 1 < argc) return std::string_view(argv[i + 1]) == "zh" ? Lang::kZh : Lang::kEn;
    if (arg.starts_with("--lang=")) return arg.substr(7) == "zh" ? Lang::kZh : Lang::kEn;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return std::string_view(value).starts_with("zh") ? Lang::kZh : Lang::kEn;
  }
  return Lang::kEn;
}

std::string_view Template(Lang lang, Msg id) {
  const Row& row = kRows[static_cast<size_t>(id)];
  return lang == Lang::kZh ? row.zh : row.en;
}

std::string Say(Lang lang, Msg id, std::initializer_list<std::string_view> arguments) {
  std::string_view text = Template(lang, id);
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    bool slot = text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}';
    size_t index = slot ? static_cast<size_t>(text[i + 1] - '0') : arguments.size();
    if (index < arguments.size()) {
      out += arguments.begin()[index];
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::string_view CategoryTitle(Lang lang, Category category) {
  return kCategoryTitles[static_cast<size_t>(category)][lang == Lang::kZh ? 0 : 1];
}

}  // namespace weir::tool
