// Any way to be led off the platform. With an id (wechat.cc and qq.cc, read again here for those who ask for `contact` alone), and
// without: 私我, 看我主页, 点我头像, 后台踢我, 加V了解. Only calls to do so: a question ("能加微信吗"), a report ("他私信我了"), a plea
// to the office ("麻烦私信我一下") and a warning ("别加微信") are none.
#include "detect/lead.h"

namespace weir::detect {
namespace {

bool IsClauseBreak(char c) { return std::string_view(" ,.!?;:\n\t~").find(c) != std::string_view::npos; }

// What of the clause stands before the find, at most 30 bytes.
std::string_view ClauseBefore(const Candidate& find) {
  std::string_view before = Before(find, 30);
  for (size_t i = before.size(); i > 0; --i) {
    if (IsClauseBreak(before[i - 1])) return before.substr(i);
    if (before.substr(0, i).ends_with("。")) return before.substr(i);
  }
  return before;
}

bool AcceptCall(Candidate* find) {
  if (IsOfficialAccount(*find) || EndsWithAny(Before(*find, 3), {"自", "公", "隐", "走", "大", "跑", "打", "开", "送",
                                                                 "坐", "做", "干", "叫", "用"}))
    return false;
  if (HasAny(ClauseBefore(*find),
             {"能",       "可以", "怎么",   "如何", "要不要", "不要", "别",     "不",   "没",   "谁",   "让",   "叫",
              "骗",       "防",   "警惕",   "勿",   "说",     "被",   "是否",   "他",   "她",   "主播", "客服", "小编",
              "工作人员", "主持", "你看",   "麻烦", "请",     "求",   "老师傅", "有人", "总",   "天天", "一直", "经常",
              "为什么",   "为啥", "凭什么", "居然", "竟然",   "得",   "必须",   "非要", "要求", "强制", "只能", "只会",
              "动不动",   "为何", "干嘛",   "干吗", "希望",   "等",   "帮忙",   "举报", "收到", "大V",  "大v",  "咋"}))
    return false;
  while (find->begin < find->end && IsClauseBreak(find->text[find->end - 1])) --find->end;
  if (Text(*find).ends_with("。")) find->end -= std::string_view("。").size();
  return !StartsWithAny(
      After(*find, 15),
      {"了",   "吗", "么", "嘛",   "?",    "不",     "没",   "说",     "的人", "的都", "的是", "的别", "就是", "让我",
       "要我", "骗", "被", "认证", "群吗", "公众号", "支付", "小程序", "下吗", "一下", "是",   "干",   "呢",   "行吗",
       "可以", "出", "笑", "痛",   "像",   "妈",     "这",   "麻烦",   "请",   "谢",   "导",   "们"});
}

// A call that is misspelt on purpose (煮叶, 厚台, 收索) knows what it is: held by itself.
const DetectorInfo kDisguised = {"@contact", "detector:contact",
                                 "引流：离开平台联系，用了变体 / a call to leave the platform, in disguise",
                                 Category::kAds, 3.0f};

bool CouldCall(const Glance& glance) { return glance.Companion(); }

constexpr Gate kGates[] = {{text::kCueBit, 0}};
constexpr Pattern kPatterns[] = {
    {nullptr, "(?:看|点|戳|进|去|来|翻|查看|点开|在|见)(?:下|一下|开)?我(?:的)?(?:主叶|煮页|煮叶|猪叶|投像|头象)",
     nullptr, AcceptCall, false, &kDisguised},
    {nullptr, "(?:厚台|后抬|厚抬)(?:踢|私|滴|戳|找|联系)我", nullptr, AcceptCall, false, &kDisguised},
    {nullptr, "(?:绿泡泡|徽信|薇信|威信)" WEIR_GAP "(?:收索|搜我|🔍)", nullptr, AcceptCall, false, &kDisguised},
    {nullptr,
     "(?:[私丝思](?:信|聊|戳)?我|滴滴我|私信(?:领|发你|拿|获取)|懂的(?:戳|滴|私)我?|后台(?:踢|私|滴|戳|"
     "找|联系)我)",
     nullptr, AcceptCall},
    {"[^0-9a-z]", "(?:dd|d)我", nullptr, AcceptCall},
    {nullptr, "戳我(?:头像|主页|看|领|了解|咨询|进|\\n)", nullptr, AcceptCall},
    {nullptr,
     "(?:看|点|戳|进|去|来|翻|查看|点开|在|见)(?:下|一下|开)?我(?:的)?(?:主页|头像|简介|置顶|"
     "橱窗)",
     nullptr, AcceptCall},
    {nullptr, "(?:主页|煮叶|煮页|头像)(?:有资料|有方法|领取|自取|有联系方式|加我)", nullptr, AcceptCall},
    {nullptr,
     "(?:加|＋|\\+|➕)(?:我|个)?(?:[微薇徽威卫][ "
     "]?(?:信|❤|♥|星)|v信?|vx|wx|qq|q|扣扣|企鹅|薇)(?:号)?(?:了解|咨询|领|聊|详|进|拿|发|私|看|[ ,!~\\n]|。)",
     nullptr, AcceptCall},
    {nullptr, "(?:微信|薇信|徽信|威信|vx|wx|绿泡泡)" WEIR_GAP "(?:收索|搜索|搜|查找)(?:我|昵称|同名|[ ,!~\\n])",
     nullptr, AcceptCall},
    {nullptr, "(?:绿泡泡|徽信|薇信|vx|wx)" WEIR_GAP "(?:收索|搜索|搜|查找|我)", nullptr, AcceptCall},
    {nullptr, "(?:微信|薇信|徽信|威信|v信|vx|wx|[微薇威v])同(?:号|步|名)", nullptr, AcceptCall},
    {nullptr, "(?:加|进|入)(?:我|我的|我们)?(?:q|qq|微信|v)?[群裙](?:领|详聊|私聊|拿资料|发资料|带飞|赚)", nullptr,
     AcceptCall},
};

}  // namespace

const Kind kContact = {
    {"@contact", "detector:contact", "引流：离开平台联系 / a call to leave the platform", Category::kAds, 2.0f},
    kGates,
    kPatterns,
    true,
    CouldCall};
const Kind kContactId = {
    {"@contact", "detector:contact", "引流：给出微信号或 QQ 号 / a WeChat or QQ id", Category::kAds, 3.0f}, {}, {}};

}  // namespace weir::detect
