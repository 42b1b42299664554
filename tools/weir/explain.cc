// weir explain TEXT|-: every stage of the verdict on one comment, as text for people or as JSON.
//
//   weir explain "加 薇 信 领补贴"
//   echo "路口交通堵了" | weir explain - --json
#include <unistd.h>

#include <cstdio>

#include <CLI/CLI.hpp>

#include "byte_source.h"
#include "command.h"
#include "options.h"
#include "output.h"
#include "render.h"

namespace weir::tool {
namespace {

std::string Number(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.3g", value);
  return buffer;
}

std::string Place(Span span) { return "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + ")"; }

// The sections of the page, one function each; a head line, then indented rows.
class Page {
 public:
  explicit Page(Lang lang) : lang_(lang) {}

  std::string Text(const Explanation& e, std::string_view text) {
    Line(Msg::kExText, Quoted(text));
    Line(Msg::kExFolded, Quoted(e.folded));
    Line(Msg::kExSymbols, std::to_string(e.symbols.size()));
    RawHits(e);
    Evidence(e);
    Scores(e.verdict);
    Ending(e);
    return std::move(out_);
  }

 private:
  static std::string Quoted(std::string_view text) {
    std::string out;
    AppendQuoted(text, &out);
    return out;
  }
  std::string Word(Msg id) const { return std::string(Template(lang_, id)); }
  std::string Colon() const { return lang_ == Lang::kZh ? "：" : ": "; }
  void Line(Msg id, const std::string& value) { out_ += Word(id) + Colon() + value + "\n"; }
  void Row(const std::string& text) { out_ += "  " + text + "\n"; }
  void Head(Msg id, bool empty) {
    if (empty)
      Line(id, Word(Msg::kExNone));
    else
      out_ += Word(id) + (lang_ == Lang::kZh ? "：" : ":") + "\n";
  }

  void RawHits(const Explanation& e) {
    Head(Msg::kExRawHits, e.raw_hits.empty());
    for (const Explanation::RawHit& hit : e.raw_hits) {
      std::vector<std::string_view> via;
      AppendViaNames(hit.via, &via);
      std::string end = hit.accepted ? Word(Msg::kExAccepted) : Say(lang_, Msg::kExDropped, {hit.step});
      if (!hit.reason.empty()) end += Colon() + hit.reason;
      Row(Place(hit.span) + " " + Quoted(hit.text) + " → " + hit.term + "  " + hit.category + "  via " +
          JoinNames(via, ",") + "  " + hit.source);
      Row("  " + end);
    }
  }

  void Evidence(const Explanation& e) {
    Head(Msg::kExEvidence, e.evidence.empty());
    for (const Explanation::Evidence& item : e.evidence) {
      std::string row = item.category + "  " + item.term + "  ";
      row += Say(lang_, Msg::kExWeight, {Number(item.weight), Number(item.confidence), Number(item.points)});
      if (item.covered) row += " " + Word(Msg::kExCovered);
      Row(row);
    }
  }

  void Scores(const Verdict& verdict) {
    std::string scores;
    for (int i = 0; i < kCategoryCount; ++i) {
      if (verdict.scores[i] == 0) continue;
      if (!scores.empty()) scores += "  ";
      scores += std::string(Name(static_cast<Category>(i))) + " " + std::to_string(verdict.scores[i]);
    }
    Line(Msg::kExScores, scores.empty() ? Word(Msg::kExNone) : scores);
    Line(Msg::kExAction,
         std::string(Name(verdict.action)) + " (" + Say(lang_, Msg::kExRisk, {std::to_string(verdict.risk)}) + ")");
  }

  void Ending(const Explanation& e) {
    const Attention& attention = e.verdict.attention;
    std::vector<std::string_view> names = {Name(attention.level)};
    AppendKindNames(attention.kinds, &names);
    names.insert(names.end(), attention.topics.begin(), attention.topics.end());
    Line(Msg::kExAttention, JoinNames(names, " "));
    std::vector<std::string_view> flags;
    AppendFlagNames(e.verdict.flags, &flags);
    if (!flags.empty()) Line(Msg::kExFlags, JoinNames(flags, " "));
    if (!e.clearing.empty()) Head(Msg::kExClearing, false);
    for (const std::string& sentence : e.clearing) Row(sentence);
    Line(Msg::kExPack, std::string(e.verdict.pack));
  }

  Lang lang_;
  std::string out_;
};

// All of standard input as one comment; the line end that echo adds is not part of it.
bool ReadStdin(Lang lang, std::string* text) {
  ByteSource source;
  if (std::optional<std::string> error = source.Open("-", lang)) {
    Note("weir: " + *error);
    return false;
  }
  std::string line;
  Next next;
  while ((next = source.NextLine(false, &line)) == Next::kItem) *text += (source.line_number() > 1 ? "\n" : "") + line;
  if (source.error()) Note("weir: " + *source.error());
  if (next == Next::kTooLong) {
    Note("weir: " + Say(lang, Msg::kTooLarge, {source.name(), std::to_string(ByteSource::kLongestLine >> 20)}));
  }
  if (!text->empty() && text->back() == '\r') text->pop_back();
  return next == Next::kEnd && !source.error();
}

}  // namespace

int RunExplain(int argc, const char* const* argv, Lang lang) {
  CLI::App app(std::string(Template(lang, Msg::kExplainSummary)));
  CommonOptions common;
  std::string text, output;
  bool as_json = false;
  app.add_option("TEXT", text, std::string(Template(lang, Msg::kOptExplainText)))->required();
  app.add_flag("--json", as_json, std::string(Template(lang, Msg::kOptJson)));
  app.add_option("--output,-o", output, std::string(Template(lang, Msg::kOptOutput)))->type_name("FILE");
  AddCommonOptions(app, lang, true, &common);
  if (std::optional<int> exit = Parse(app, "explain", argc, argv, lang)) return *exit;
  if (text == "-") {
    text.clear();
    if (!ReadStdin(lang, &text)) return kExitUsage;
  }
  int exit_code = kExitClean;
  std::optional<Engine> engine = OpenEngine(ToEngineOptions(common), common, lang, &exit_code);
  if (!engine) return exit_code;
  ScanOptions options;
  options.surface = ChosenSurface(common, Surface::kComment);
  Explanation explanation = engine->Explain(text, options, lang == Lang::kZh ? Language::kChinese : Language::kEnglish);
  std::string out = as_json ? ToJson(explanation, text) : Page(lang).Text(explanation, text);
  if (!out.ends_with('\n')) out += '\n';
  return WriteWhole(output, out, lang) ? exit_code : std::max<int>(exit_code, kExitUsage);
}

}  // namespace weir::tool
