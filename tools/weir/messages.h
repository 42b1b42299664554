// Every sentence the command says, in Chinese and English, in one table (messages.cc).
//
//   Say(lang, Msg::kCannotOpen, {"a.txt", "No such file or directory"})
//       → "a.txt: cannot be read: No such file or directory"
//
// A message is a template in which {0}, {1} … stand for the arguments; both languages take the same ones, in whichever
// order reads well. A sentence written anywhere else is a defect: it would exist in one language only.
#ifndef WEIR_TOOLS_MESSAGES_H_
#define WEIR_TOOLS_MESSAGES_H_

#include <initializer_list>
#include <string>
#include <string_view>

#include "weir/verdict.h"

namespace weir::tool {

enum class Lang { kZh, kEn };

// One line a topic, as the table has one block a topic.
// clang-format off
enum class Msg {
  // weir
  kTagline, kUsageLine, kCommandsHead, kMoreHelp, kUnknownCommand, kUsageError, kBug,
  kScanSummary, kExplainSummary, kTestSummary, kAuditSummary, kPackSummary, kPackUsageLine, kPackMoreHelp, kSelfTestSummary, kVersionSummary,
  // options
  kOptPack, kOptNoDefaultPack, kOptSurface, kOptTerms, kOptAllow, kOptVariants, kOptDetectors, kOptJobs, kOptLang, kOptQuiet,
  kOptStrict, kOptHelp, kOptInputs, kOptInput, kOptField, kOptColumn, kOptScanFormat, kOptOnlyHits, kOptMask, kOptMaskChar,
  kOptStats, kOptStatsJson, kOptScanFailOn, kOptOutput, kOptExplainText, kOptJson, kOptCaseFiles, kOptAbility, kOptPaths,
  kOptAuditFormat, kOptAuditFailOn,
  // options gone wrong
  kBadSurface, kBadChoice, kBadMaskChar, kBadJobs, kFieldNeedsJsonl, kColumnNeedsTable,
  // input
  kCannotOpen, kIsDirectory, kReadFailed, kGzipBroken, kGzipCut, kLineTooLong, kBadJson, kJsonNotObject, kFieldMissing,
  kFieldNotString, kColumnMissing, kColumnsDiffer, kRowWidth, kQuoteOpen, kQuoteStray, kUtf16, kTooLarge, kUnknownKind,
  // output
  kWriteFailed, kOutputKept,
  // engine
  kWarning, kDegraded, kDegradedStrict,
  // stats
  kStComments, kStHeld, kStReview, kStBlock, kStMasked, kStAllowed, kStAnswer, kStUrgent, kStCategories, kStKinds, kStTopics,
  kStFlags, kStBytes, kStTime, kStRate, kStUnread,
  // explain
  kExText, kExFolded, kExSymbols, kExRawHits, kExAccepted, kExDropped, kExEvidence, kExScores, kExAction, kExAttention,
  kExFlags, kExClearing, kExNone, kExRisk, kExWeight, kExCovered, kExPack, kExSum,
  // test
  kCaseFileRefused, kCaseNotJson, kCaseUnknownKey, kCaseWrongType, kCaseMissingKey, kCaseBadValue, kCaseRepeatedId,
  kTeFailed, kTeExpected, kTeGot, kTeNoEngine, kTeAbility, kTePassed, kTeFailedColumn, kTeContested, kTeUnsupported, kTeMustHit,
  kTeMustMiss, kTeOf, kTeSummary,
  // what a case asks, and what came
  kAskHit, kAskNoHit, kAskHeld, kAskNotHeld, kAskTerm, kAskExact, kAskCategory, kAskAttention, kAskTopic, kAskSpan, kAskOnlySpans,
  kGotNothing,
  // audit
  kAuSummary, kAuInvalidUtf8, kAuInvalidUtf8Note, kAuTruncated, kAuNothingToRead, kAuFinding, kAuFindingPlain, kAuPersonal,
  kAuSuggest, kAuRule,
  // pack lint
  kLintSummary, kOptLintPaths, kOptLintFormat, kOptLintFailOn, kOptLintNoDefaultPack, kOptToday, kLintSum,
  // pack effective
  kEffectiveSummary, kOptEffectiveTerm, kEfRemoved, kEfExpired, kEfUntil, kEfReplaced, kEfRemovedBy, kEfSum,
  // selftest, version
  kSelfTestOk, kSelfTestFailed, kSelfTestDegraded,
  kCount,
};
// clang-format on

// `--lang` anywhere on the command line, else LC_ALL, LC_MESSAGES, LANG: the first that is set decides; zh* is Chinese.
Lang ChooseLang(int argc, const char* const* argv);

std::string_view Template(Lang lang, Msg id);
std::string Say(Lang lang, Msg id, std::initializer_list<std::string_view> arguments = {});

// What a category is called in a sentence; its name on the command line is weir::Name(category).
std::string_view CategoryTitle(Lang lang, Category category);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_MESSAGES_H_
