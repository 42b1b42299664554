// WeChat ids given out: 加V abc123, 薇信：…, 卫⭐…, vx…, 微信号…. The name alone ("微信支付", "V领毛衣", "能加微信吗") is none.
#include <algorithm>

#include "detect/lead.h"

namespace weir::detect {
namespace {

bool AcceptAdded(Candidate* find) { return !IsOfficialAccount(*find) && EndsInId(*find, true); }
bool AcceptNamed(Candidate* find) { return !IsOfficialAccount(*find) && EndsInId(*find, false); }

// Named plainly and without a call to add it, an id asks for a second piece of evidence: shops and offices sign with one.
const DetectorInfo kSigned = {"@wechat", "detector:wechat", "微信号 / a WeChat id", Category::kAds, 2.0f};
bool AcceptSigned(Candidate* find) {
  return StartsWithAny(Text(*find), {"微信", "weixin", "wechat"}) && AcceptNamed(find);
}
bool AcceptSignedNumber(Candidate* find) {
  return StartsWithAny(Text(*find), {"微信", "weixin", "wechat"}) && AcceptAdded(find);
}

// "V abc12345" with nothing but a space between: the id must look like nothing else.
bool AcceptBare(Candidate* find) {
  const std::string_view text = Text(*find);
  const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits >= 2 && AcceptNamed(find);
}

bool CouldBeId(const Glance& glance) { return glance.LongestId() >= 5 || glance.Digits() >= 5; }

constexpr Gate kGates[] = {{text::kCueBit | text::kLatinBit, 0},
                           {text::kCueBit, 5},
                           {text::kHintBit | text::kLatinBit, 0, 0, 6},
                           {text::kHintBit, 6}};
constexpr char kBefore[] = "[^0-9a-z/._@-]", kAfter[] = "[^0-9a-z_]";
#define OF "(?:号码?|id|是|为|就是|搜索?|我|:)?"
#define NUMBERED WEIR_WECHAT "(?:号|id)" WEIR_GAP "(?:是|为|就是)?" WEIR_GAP "(?:" WEIR_ID "|" WEIR_NUMBER ")"
#define NAMED WEIR_WECHAT WEIR_GAP OF WEIR_GAP "(?:" WEIR_ID "|[1-9](?:[ .*_-]?[0-9]){5,10})"
constexpr Pattern kPatterns[] = {
    {nullptr,
     WEIR_ADD "(?:我|个|下|一下|老师)?" WEIR_GAP WEIR_WECHAT_SHORT WEIR_GAP OF WEIR_GAP "(?:" WEIR_ID "|" WEIR_NUMBER
              ")",
     kAfter, AcceptAdded},
    {kBefore, NUMBERED, kAfter, AcceptSignedNumber, false, &kSigned},
    {kBefore, NAMED, kAfter, AcceptSigned, false, &kSigned},
    {kBefore, NUMBERED, kAfter, AcceptAdded},
    {kBefore, NAMED, kAfter, AcceptNamed},
    {kBefore, "[v薇微][ ]?[:❤♥]" WEIR_GAP "(?:" WEIR_ID "|" WEIR_NUMBER ")", kAfter, AcceptNamed},
    {kBefore, "[v薇] {1,3}[a-z][0-9a-z_-]{5,19}", "[ ,.!;~\\n]", AcceptBare},
};

}  // namespace

const Kind kWechat = {
    {"@wechat", "detector:wechat", "微信号 / a WeChat id", Category::kAds, 3.0f}, kGates, kPatterns, true, CouldBeId};

}  // namespace weir::detect
