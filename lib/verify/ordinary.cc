#include "verify/ordinary.h"

#include <algorithm>
#include <array>

#include "text/words.h"
#include "verify/neighbours.h"

namespace weir::verify {
namespace {

// Words parted by spaces.
using List = std::u32string_view;

// Does some word match `text` from its near end on? One pass: these lists are most of a bare hit's cost. `Word` and `Text` give
// characters by distance from there.
template <typename Word, typename Text>
bool AnyMatches(size_t words, const Word& word, size_t letters, const Text& letter) {
  for (size_t at = 0; at < words; ++at) {
    size_t same = 0;
    while (at < words && word(at) != U' ' && same < letters && word(at) == letter(same)) ++at, ++same;
    if (same > 0 && (at == words || word(at) == U' ')) return true;
    while (at < words && word(at) != U' ') ++at;
  }
  return false;
}
bool EndsWithAny(std::u32string_view text, List words) {
  return AnyMatches(
      words.size(), [&](size_t i) { return words[words.size() - 1 - i]; }, text.size(),
      [&](size_t i) { return text[text.size() - 1 - i]; });
}
bool StartsWithAny(std::u32string_view text, List words) {
  return AnyMatches(
      words.size(), [&](size_t i) { return words[i]; }, text.size(), [&](size_t i) { return text[i]; });
}
bool Has(List characters, char32_t c) { return characters.find(c) != List::npos; }

// Against it. Those of the third list stand before insults too (举报傻逼主播), and speak only beside other terms.
constexpr List kAgainst = U"打击 严打 严查 严禁 禁止 杜绝 谨防 警惕 防范 预防 整治 查处 治理 取缔 扫除 防止 避免";
constexpr List kAgainstOne = U"防反禁";
constexpr List kAgainstDeeds = U"举报 抵制 拒绝 远离 投诉 遭遇 遭到 涉嫌";
// A matter of offices and law. 平台, 服务 and 渠道 are not among them: advertisers offer those.
constexpr List kAdministration =
    U"诈骗 骗局 管理 检查 检测 外科 内科 科室 科医 炎 癌 手术 大厅 窗口 服务中心 服务点 服务站 流程 指南 手续 须知 "
    U"条例 办法 规定 罪 案件 案例 防治 预防 防范 治理 整治 热线 "
    U"受害 "
    U"危害 监管 时间 所需 进度 地点 预约 的材料 的窗口 的流程 的大厅 的手续 的时间 的地点 的地方 的人多 要带 需要什 "
    U"需要哪 需要带 要什么 "
    U"去哪 在哪";
// … but 傻逼流程 is an insult: a term with one of these characters names no service and no offence.
constexpr List kInsult = U"逼屄蠢贱狗猪娘妈婊渣烂痴脑蛋鬼种屁傻废屎靠操草";

// The ordinary neighbours of single words.
struct Word {
  List term, before, after;
};
constexpr Word kWords[] = {
    {U"垃圾",
     U"生活 厨余 餐厨 建筑 装修 扔 倒 丢 捡 收 拉 清 运 清理 可回收 有害 干 湿 其他 大件 园林 医疗 电子 太空 堆 堆放 "
     U"处理 清运 分类 收集 "
     U"焚烧 填埋 的垃圾 包装 白色 海洋 河道 小区 楼道 门口 路边 乱扔 烧 埋 拾 拖 桶里 一堆 满地 袋",
     U"分类 桶 站 箱 车 袋 场 处理 回收 清运 短信 邮件 焚烧 费 堆 清理 投放 房 池 转运 填埋 收集 摘要 信息 电话 食品 "
     U"中转 亭 点 筐 篓 满 "
     U"没人 太多 成堆 谁 怎么分 不分 随 乱 都堆 无人 要分 处 发电 屋 收费 拉 清 运 往 扔 倒 袋子 广告 文件 数据 代码 "
     U"袋里"},
    {U"办证", U"来 去 在 到 想 未 没 已 补 怎么 如何 老人 孩子 群众 市民 自助",
     U"窗 中心 服务 机 点 处 厅 费 难 慢 的人 排 吗 多久 "
     U"需 得 周期 进 科 材料 人员 群众 照片"},
    {U"代办", U"委托 家属 子女 可以 能 能否 亲属 他人 村 帮 帮忙 免费 让",
     U"点 员 人 窗 委托 需 要 的人 吗 可以 站 处 机构 事 政 材料 手续 社"},
    {U"发票",
     U"电子 增值税 要开 能开 怎么开 去开 来开 给开 想开 不开 要 打印 住院 收费 门诊 医疗 税务 专用 普通 数电 补 的 退 "
     U"查",
     U"查 抬头 丢 遗失 号 代码 真伪 打印 报销 怎 在 要 原件 "
     U"领 联 管理 增量 种 额 认证 抵 开具 专用 税"},
    {U"小姐", U"女士先生 礼仪 导游 空中 导医 港 世界 工作人员", U"姐 您 你好 请问 好 说 的声音 的态度 介绍 讲 辛苦 名"},
    {U"黄色", U"金 米 橙 土 浅 深 淡 姜 杏 鹅 亮 嫩 枯 蜡 红 棕 暗 焦",
     U"预警 信号 的 标 线 警 卡 按 垃圾 字 背景 衣 马甲 封面 那 指示 灯 路 区 "
     U"牌 牌照 车牌 本"},
    {U"大麻", U"", U"烦 哈 将 雀 子 花 利 袋 线 籽 黄 木"},
    {U"咖啡因", U"低 无 含 去 脱 不含 杯 没有", U"含量 过敏 摄入 提神 饮料 不耐 片说 敏感 高 低 太 多少 能 会 对"},
    {U"彩票", U"福利 体育 买 中 卖", U"中心 店 站 管理 公益 发行 销 款 是 兑"},
    {U"贷款", U"公积金 助学 住房 房屋 购房 银行 商业 组合 商 房 车 还 的 担保 小额 创业 贴息 我",
     U"利率 额度 合同 银行 怎 余 可以 能 吗 买 逾 "
     U"提前 年限 审批 政 还 期 的 贴 要 未 还没"},
    {U"中奖", U"没 彩票 没有 抽奖", U"率 名单 号码 结果 公 概率 了吗 吗"},
    {U"套现", U"", U"违 是违 犯 属 会"},
    {U"诈骗", U"被 遇 遭 疑似 电信 是不是 电信网络 网络 涉嫌",
     U"电话 短信 犯 案 分子 团伙 了 报警 信息 吗 怎 手段 套路"},
    {U"赌博", U"因 不 戒 涉 参与 聚众 网络 抓", U"违 是违 被 罪 机 行为 害 犯 成 窝点 欠"},
    {U"毒品", U"禁 涉 缉 远离 拒绝", U"害 犯 违 检 预 知识 的危"},
    {U"吸毒", U"不 戒 曾 涉", U"人员 史 成 检 者 过"},
    {U"传销", U"被骗 陷入 误入 是不是", U"组织 窝 骗 头 吗 违"},
    {U"自杀", U"防", U"干预 热线 率 倾向 未"},
    {U"神经病", U"", U"学 理 院 科 专"},
    {U"精神病", U"", U"医院 院 人 患者 防 证 史 司 专 学 药 鉴定 残"},
    {U"变态", U"", U"反应 发育 性 心理学"},
    {U"白痴", U"", U"症"},
    {U"性交", U"一次", U"清 齐 接"},
    {U"尼玛", U"", U"县 次 扎 多 顿 卓 曲 拉 旺"},
    {U"流氓", U"", U"软件 罪"},
    {U"强奸", U"", U"罪 案 犯 未"},
    {U"杀人", U"", U"罪 案 犯 鲸 蜂"},
    {U"卖淫", U"", U"嫖娼 罪"},
    {U"奶子", U"", U"房 街"},
    {U"屁股", U"", U"针 疼 痛 上 后 下 坐"},
    {U"手枪", U"水 玩具", U"钻 管"},
    {U"炸药", U"", U"库 管 包装"},
    {U"废物", U"危险 固体 医疗 城市 建筑 工业 放射 农业", U"利用 处置 处理 回收 箱 品 再"},
    {U"走狗", U"遛 牵", U""},
    {U"死鬼", U"替", U""},
    {U"上床", U"", U"下桌 睡 号"},
    {U"裸体", U"", U"画 雕"},
    {U"刻章", U"", U"备 点 店 要 证 需 费 法 免 公"},
    {U"开户", U"", U"行 许 银 名 信 证 手 人 要 网"},
};

// Mothers and fathers. Somebody's: 我妈的, 舅妈的, 孩子妈的.
constexpr List kKin = U"妈娘爹爸爷奶姥";
constexpr List kWhoseKin =
    U"我 我们 咱 俺 您 妈 爸 爷 奶 姥 舅 姑 姨 伯 婶 孩子 子 大 后 干 养 老 公 婆 宝 友 丈 岳 娃 儿 女 亲 别人 人家 "
    U"同学 邻居 哥 姐 弟 妹 先生 医生 学生";
// … and what is done for them: 帮你妈办.
constexpr List kDoneForKin = U"帮 替 陪 带 跟 给";
constexpr List kCurses = U"逼 屄 烧 上坟 送终 死 个 的";
constexpr List kBelongings =
    U"医 社 养老 退休 手机 户 身份 银行 卡 工资 病 名 电话 号 年龄 年纪 岁 低保 残疾 材料 证 公积 房 单位 村 住 账 "
    U"待遇 认 资 "
    U"档案 护照 参保 老家 药 手术 照片 生日 缴费 遗 丧 抚 补 姓 遗产 存 体检 病历 报销 车 话 生活";
constexpr List kSaidOfKin =
    U"今年 多大 五十 六十 七十 八十 九十 退休 住院 生病 身体 年纪 岁数 年龄 户口 社保 医保 养老 身份 生前 "
    U"去世 过世 姓 叫什 来办 不会用 不识字 没有社 没交 交了";

// Verb + 了 and a count, 算了三遍; and a verb that is more than the term's: 漏算了.
constexpr List kMoreOfVerb = U"少 多 漏 错 重 白 刚 经 误 补 核 合 估 重新 没有 全部";
constexpr List kCount = U"一二两三四五六七八九十几半好多很0123456789";
constexpr List kNoCount = U"起切定样直般";  // 一起, 一切: the count's first character is another word's

// An ordinary word of three or four characters with the term at its start or end has a sense of its own, 处女作; not where the
// rest leaves the term's sense: 强奸犯, 他妈的.
constexpr List kKeepsSenseBefore = U"他你她我老小大死真臭烂破贱骚狗猪吸贩卖嫖聚去操草日干靠狂假不被是有好";
constexpr List kKeepsSenseAfter = U"犯者片网业人女男客照图书狂徒易机烟鬼货狗猪们的了吧啊子婆佬精头贩窝案贼";

// A hit's term as text; terms are short.
struct Text {
  std::array<char32_t, 4> letters;
  size_t size = 0;
  explicit Text(const Form& form) {
    if (form.letters > letters.size()) return;
    for (const FormRun& run : form.runs) {
      for (uint32_t i = 0; i < run.count; ++i) letters[size++] = run.cp;
    }
  }
  std::u32string_view view() const { return {letters.data(), size}; }
};

bool IsInsult(std::u32string_view term) { return term.find_first_of(kInsult) != List::npos; }

bool IsAgainst(std::u32string_view term, std::u32string_view before) {
  if (before.empty()) return false;
  if (EndsWithAny(before, kAgainst)) return true;
  if (!IsInsult(term) && EndsWithAny(before, kAgainstDeeds)) return true;
  // 相反, 违反: the one character that is against is the end of another word
  return Has(kAgainstOne, before.back()) && (before.size() == 1 || !IsWord(before[before.size() - 2], before.back()));
}

bool IsAdministration(std::u32string_view term, std::u32string_view after) {
  return StartsWithAny(after, kAdministration) && !IsInsult(term);
}

bool IsKin(std::u32string_view term, const Neighbours& beside) {
  const bool owns = term.ends_with(U'的');
  if (owns) term.remove_suffix(1);
  if (term.empty() || !Has(kKin, term.back())) return false;
  if (owns && term.size() == 1 && EndsWithAny(beside.before(), kWhoseKin)) return true;
  if (EndsWithAny(beside.before(), kDoneForKin) && !StartsWithAny(beside.after(), kCurses)) return true;
  std::u32string_view after = beside.after();
  if (owns) return StartsWithAny(after, kBelongings);
  if (after.starts_with(U'的')) return StartsWithAny(after.substr(1), kBelongings);
  return StartsWithAny(after, kSaidOfKin);
}

bool IsCountedVerb(std::u32string_view term, const Neighbours& beside) {
  if (!term.ends_with(U'了')) return false;
  const std::u32string_view after = beside.after();
  if (EndsWithAny(beside.before(), kMoreOfVerb)) return true;
  // 吃完了: 完 ends another verb
  if (term == U"完了") return !beside.before().empty() && !Has(U"我你他她全真这就都要", beside.before().back());
  return !after.empty() && Has(kCount, after[0]) && (after.size() == 1 || !Has(kNoCount, after[1]));
}

bool IsHeld(std::u32string_view term, const Neighbours& beside) {
  std::array<char32_t, text::kLongestWord + 1> word;
  if (term.size() < 2 || term.size() >= text::kLongestWord) return false;
  std::copy(term.begin(), term.end(), word.begin() + 1);
  if (!beside.before().empty() && !Has(kKeepsSenseBefore, beside.before().back())) {
    word[0] = beside.before().back();
    if (text::WordCost(word.data(), term.size() + 1) != text::kNoWord) return true;
  }
  if (beside.after().empty() || Has(kKeepsSenseAfter, beside.after().front())) return false;
  word[term.size() + 1] = beside.after().front();
  return text::WordCost(word.data() + 1, term.size() + 1) != text::kNoWord;
}

bool IsOrdinaryWord(std::u32string_view term, const Neighbours& beside) {
  const auto row =
      std::find_if(std::begin(kWords), std::end(kWords), [&](const Word& word) { return word.term == term; });
  if (row == std::end(kWords)) return false;
  return EndsWithAny(beside.before(), row->before) || StartsWithAny(beside.after(), row->after);
}

}  // namespace

Outcome CheckOrdinary(const text::AtomMap& map, const Place& place, const Form& form) {
  if (form.letters < 2 || text::Info(form.runs.back().cp).kind != text::Kind::kHan) return Outcome::kAccepted;
  const Neighbours beside(map, place);
  if (beside.before().empty() && beside.after().empty()) return Outcome::kAccepted;
  const Text term(form);
  const bool ordinary = IsAgainst(term.view(), beside.before()) || IsAdministration(term.view(), beside.after()) ||
                        IsKin(term.view(), beside) || IsCountedVerb(term.view(), beside) ||
                        IsOrdinaryWord(term.view(), beside) || IsHeld(term.view(), beside);
  return ordinary ? Outcome::kOrdinary : Outcome::kAccepted;
}

}  // namespace weir::verify
