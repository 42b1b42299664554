// Fuzzes scanning: any bytes are a comment. The first byte chooses the options and whether terms are looked for in every disguise
// (unless bit 5 is set); the rest is the text (and, cut at zero bytes, a batch).
//
// Properties: every hit lies inside the text; no comment is held without a hit to show, unless it was cut; a verdict's JSON is
// valid UTF-8; a batch says what one by one says; what was masked has nothing left to mask.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "check.h"
#include "weir/engine.h"

namespace {

const weir::Engine* MakeEngine(bool default_pack, const std::vector<std::string>& variants) {
  weir::EngineOptions options;
  options.default_pack = default_pack;
  options.terms = {"傻逼", "哈哈", "110",   "sb",   "加微信", "婊子", "绿绿",
                   "舔狗", "恶心", "bitch", "西安", "加qun",  "c尼玛"};
  options.variants = variants;
  options.limits.text_bytes = 2048;  // small, so that windows are reached
  options.limits.hits_per_text = 32;
  auto opened = weir::Engine::Open(options);
  CHECK(opened.ok());
  return new weir::Engine(std::move(opened).value());
}

// Every disguise on top of the default pack, or the terms alone as they are written.
const weir::Engine& TheEngine(bool disguises) {
  static const weir::Engine* all =
      MakeEngine(true, {"sound", "pinyin", "shape", "split", "initials", "emoji", "shuffle", "latin"});
  static const weir::Engine* none = MakeEngine(false, {});
  return disguises ? *all : *none;
}

bool IsUtf8(std::string_view text) {  // by the lengths and continuation bytes alone: enough to see raw bytes leak
  for (size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const size_t length = lead < 0x80 ? 1 : lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead >= 0xF5 || i + length > text.size()) return false;
    for (size_t k = 1; k < length; ++k) {
      if ((text[i + k] & 0xC0) != 0x80) return false;
    }
    i += length;
  }
  return true;
}

std::string Json(const weir::Verdict& verdict, std::string_view text) {
  std::string json;
  weir::AppendJson(verdict, "1", text, nullptr, &json);
  return json;
}

void CheckVerdict(const weir::Verdict& verdict, std::string_view text) {
  for (const weir::Hit& hit : verdict.hits) {
    CHECK(hit.span.begin < hit.span.end && hit.span.end <= text.size());
    CHECK(hit.span_cp.begin < hit.span_cp.end && hit.span_cp.end <= text.size());
    CHECK(!hit.term.empty() && !hit.source.empty());
  }
  const bool held = verdict.action >= weir::Action::kReview;
  CHECK(!held || !verdict.hits.empty() || (verdict.flags & weir::kTruncated) != 0);
  CHECK(verdict.risk <= 100);
  CHECK(IsUtf8(Json(verdict, text)));
}

std::vector<std::string_view> CutAtZeros(std::string_view text) {
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= text.size() && parts.size() < 100;) {
    const size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  static weir::Scratch scratch;
  static weir::Verdict verdict;
  static weir::VerdictBatch batch;
  const weir::Engine& engine = TheEngine((data[0] & 32) == 0);
  weir::ScanOptions options;
  options.surface = static_cast<weir::Surface>(data[0] % weir::kSurfaceCount);
  options.longest = (data[0] & 64) != 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);

  engine.Scan(text, scratch, &verdict, options);
  CheckVerdict(verdict, text);
  const std::vector<std::string_view> parts = CutAtZeros(text);
  engine.ScanBatch(parts, scratch, &batch, options);
  CHECK(batch.size() == parts.size());
  for (size_t i = 0; i < parts.size(); ++i) {
    engine.Scan(parts[i], scratch, &verdict, options);
    CHECK(Json(verdict, parts[i]) == Json(batch[i], parts[i]));
  }
  const std::string masked = engine.Mask(text, scratch, options);
  CHECK(masked == text || engine.Mask(masked, scratch, options) == masked);
  return 0;
}
