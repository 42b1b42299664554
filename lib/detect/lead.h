// The words that lead-away patterns share: names of WeChat and QQ as people write them when a filter listens, and what an id looks
// like. String literals, so that patterns are joined at compile time.
#ifndef WEIR_DETECT_LEAD_H_
#define WEIR_DETECT_LEAD_H_

#include "detect/kind.h"

// Marks and spaces between a name and its id; no sentence ends here.
#define WEIR_GAP           \
  "(?:[ "                  \
  ":=_~>.()\\[\\]{}|*\"'/" \
  "-]|❤|♥|⭐|🌟|💗|👉|➡|🔍|【|】|《|》|「|」|→|·|…|—|✨|💬|🛰|☎|📱){0,4}"
// 微信 and its disguises. After the fold: lower case, simplified, half width.
#define WEIR_WECHAT                                                                                                                                   \
  "(?:[微薇威徽维卫葳魏巍围溦徵](?:[ .*_~-]|❤|♥){0,2}(?:信|心|❤|♥|星|⭐|🌟)号?|v[ .*_-]{0,2}(?:信|❤|♥|x|心)号?|w[ " \
  ".*_-]{0,2}(?:x|信)|"                                                                                                                              \
  "weixin|wechat|vxin|绿泡泡|绿色软件)"
// What follows "加" as well: a bare v or 薇.
#define WEIR_WECHAT_SHORT "(?:" WEIR_WECHAT "|[v微薇威]芯|vv?|[微薇威葳徽]号?)"
#define WEIR_QQ             \
  "(?:q[ .*_-]{0,2}q|扣[ " \
  ".*_-]{0,2}扣|抠抠|蔻蔻|叩叩|球球|丘丘|企鹅|丫丫|秋秋|口口|🐧|[qv微薇扣企]群|[qv微薇扣企]裙)[号群裙]{0,2}"
#define WEIR_ADD "(?:加|＋|\\+|➕|十|佳|嘉|添加|联系|找|扫|我的)"
#define WEIR_ID "[a-z][0-9a-z_-]{4,19}"
#define WEIR_NUMBER "[1-9](?:[ .*_-]{0,2}[0-9]){4,10}"

namespace weir::detect {

// A name or an account that a public body gives out itself: 微信公众号, 官方微信, 小程序.
bool IsOfficialAccount(const Candidate& find);
// Does `find`, which ends in an id, end in one? Not in an ordinary English word ("wechat please", "微信app"), not in a hotline.
bool EndsInId(const Candidate& find, bool strong);

}  // namespace weir::detect

#endif  // WEIR_DETECT_LEAD_H_
