// The verdict's JSON, byte for byte the same in every face of weir: keys in a fixed order, numbers with at most three decimals.
// Written by hand because it is the output of every scan and nothing of a JSON library's model is needed.
#include <array>
#include <charconv>
#include <cmath>

#include "text/utf8.h"
#include "weir/engine.h"
#include "weir/verdict.h"

namespace weir {
namespace {

void AppendString(std::string_view text, std::string* out) {
  out->push_back('"');
  const char* const end = text.data() + text.size();
  for (const char* p = text.data(); p < end;) {
    const text::Decoded one = text::DecodeOne(p, end);
    p += one.length;
    switch (one.cp) {
      case '"':
        *out += "\\\"";
        break;
      case '\\':
        *out += "\\\\";
        break;
      case '\n':
        *out += "\\n";
        break;
      case '\r':
        *out += "\\r";
        break;
      case '\t':
        *out += "\\t";
        break;
      default:
        if (one.cp < 0x20 || one.cp == 0x7F) {
          constexpr std::string_view kHex = "0123456789abcdef";
          *out += {'\\', 'u', '0', '0', kHex[one.cp >> 4], kHex[one.cp & 15]};
        } else {
          text::AppendUtf8(one.cp, out);
        }
    }
  }
  out->push_back('"');
}

void AppendInt(uint64_t value, std::string* out) {
  char digits[24];
  out->append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

// At most three decimals, no trailing zeros.
void AppendNumber(float value, std::string* out) {
  const int64_t thousandths = std::llround(static_cast<double>(value) * 1000.0);
  if (thousandths < 0) out->push_back('-');
  const auto magnitude = static_cast<uint64_t>(std::llabs(thousandths));
  AppendInt(magnitude / 1000, out);
  if (magnitude % 1000 == 0) return;
  std::array<char, 4> decimals = {'.', static_cast<char>('0' + magnitude / 100 % 10),
                                  static_cast<char>('0' + magnitude / 10 % 10),
                                  static_cast<char>('0' + magnitude % 10)};
  size_t length = 4;
  while (decimals[length - 1] == '0') --length;
  out->append(decimals.data(), length);
}

void AppendStrings(const std::vector<std::string_view>& names, std::string* out) {
  out->push_back('[');
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) out->push_back(',');
    AppendString(names[i], out);
  }
  out->push_back(']');
}

void AppendKey(std::string_view key, std::string* out) {
  if (out->back() != '{') out->push_back(',');
  AppendString(key, out);
  out->push_back(':');
}

void AppendSpan(Span span, std::string* out) {
  out->push_back('[');
  AppendInt(span.begin, out);
  out->push_back(',');
  AppendInt(span.end, out);
  out->push_back(']');
}

void AppendHit(const Hit& hit, std::string_view text, std::string* out) {
  std::vector<std::string_view> via;
  AppendViaNames(hit.via, &via);
  out->push_back('{');
  AppendKey("term", out), AppendString(hit.term, out);
  AppendKey("category", out), AppendString(Name(hit.category), out);
  AppendKey("layer", out), AppendString(hit.layer, out);
  AppendKey("points", out), AppendNumber(hit.points, out);
  AppendKey("span", out), AppendSpan(hit.span, out);
  AppendKey("span_cp", out), AppendSpan(hit.span_cp, out);
  AppendKey("text", out), AppendString(text.substr(hit.span.begin, hit.span.end - hit.span.begin), out);
  AppendKey("via", out), AppendStrings(via, out);
  AppendKey("confidence", out), AppendNumber(hit.confidence, out);
  AppendKey("covered", out), *out += hit.covered ? "true" : "false";
  AppendKey("source", out), AppendString(hit.source, out);
  out->push_back('}');
}

void AppendAttention(const Attention& attention, std::string* out) {
  std::vector<std::string_view> kinds;
  AppendKindNames(attention.kinds, &kinds);
  out->push_back('{');
  AppendKey("level", out), AppendString(Name(attention.level), out);
  AppendKey("kinds", out), AppendStrings(kinds, out);
  AppendKey("topics", out), AppendStrings(attention.topics, out);
  AppendKey("sensitivity", out), AppendInt(attention.sensitivity, out);
  out->push_back('}');
}

template <typename T, typename Append>
void AppendList(const std::vector<T>& items, const Append& append, std::string* out) {
  out->push_back('[');
  for (const T& item : items) {
    if (out->back() != '[') out->push_back(',');
    append(item, out);
  }
  out->push_back(']');
}

void AppendScores(const Verdict& verdict, std::string* out) {
  out->push_back('{');
  for (size_t c = 0; c < kCategoryCount; ++c) {
    if (verdict.scores[c] == 0) continue;
    AppendKey(Name(static_cast<Category>(c)), out);
    AppendInt(verdict.scores[c], out);
  }
  out->push_back('}');
}

}  // namespace

void AppendJson(const Verdict& verdict, std::string_view id, std::string_view text, const std::string* masked,
                std::string* out) {
  std::vector<std::string_view> flags;
  AppendFlagNames(verdict.flags, &flags);
  out->push_back('{');
  AppendKey("id", out), AppendString(id, out);
  AppendKey("action", out), AppendString(Name(verdict.action), out);
  AppendKey("risk", out), AppendInt(verdict.risk, out);
  AppendKey("attention", out), AppendAttention(verdict.attention, out);
  AppendKey("scores", out), AppendScores(verdict, out);
  AppendKey("hits", out), AppendList(
                              verdict.hits, [&](const Hit& hit, std::string* to) { AppendHit(hit, text, to); }, out);
  AppendKey("flags", out), AppendStrings(flags, out);
  AppendKey("pack", out), AppendString(verdict.pack, out);
  if (masked != nullptr) AppendKey("masked", out), AppendString(*masked, out);
  out->push_back('}');
}

namespace {

void AppendRawHit(const Explanation::RawHit& raw, std::string* out) {
  std::vector<std::string_view> via;
  AppendViaNames(raw.via, &via);
  out->push_back('{');
  AppendKey("term", out), AppendString(raw.term, out);
  AppendKey("category", out), AppendString(raw.category, out);
  AppendKey("source", out), AppendString(raw.source, out);
  AppendKey("text", out), AppendString(raw.text, out);
  AppendKey("span", out), AppendSpan(raw.span, out);
  AppendKey("span_cp", out), AppendSpan(raw.span_cp, out);
  AppendKey("via", out), AppendStrings(via, out);
  AppendKey("accepted", out), *out += raw.accepted ? "true" : "false";
  AppendKey("step", out), AppendString(raw.step, out);
  AppendKey("reason", out), AppendString(raw.reason, out);
  out->push_back('}');
}

void AppendEvidence(const Explanation::Evidence& evidence, std::string* out) {
  out->push_back('{');
  AppendKey("category", out), AppendString(evidence.category, out);
  AppendKey("term", out), AppendString(evidence.term, out);
  AppendKey("weight", out), AppendNumber(evidence.weight, out);
  AppendKey("confidence", out), AppendNumber(evidence.confidence, out);
  AppendKey("points", out), AppendNumber(evidence.points, out);
  AppendKey("covered", out), *out += evidence.covered ? "true" : "false";
  out->push_back('}');
}

}  // namespace

std::string ToJson(const Explanation& explanation, std::string_view text) {
  std::string out = "{";
  AppendKey("text", &out), AppendString(text, &out);
  AppendKey("folded", &out), AppendString(explanation.folded, &out);
  AppendKey("symbols", &out), AppendInt(explanation.symbols.size(), &out);
  AppendKey("raw_hits", &out), AppendList(explanation.raw_hits, AppendRawHit, &out);
  AppendKey("evidence", &out), AppendList(explanation.evidence, AppendEvidence, &out);
  AppendKey("clearing", &out), AppendStrings({explanation.clearing.begin(), explanation.clearing.end()}, &out);
  AppendKey("verdict", &out), AppendJson(explanation.verdict, "1", text, nullptr, &out);
  out.push_back('}');
  return out;
}

}  // namespace weir
