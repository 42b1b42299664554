// E-mail addresses, as written and as disguised where the disguise cannot be read otherwise: "(at)", "艾特", "AT" in capitals, "at"
// with "dot", and "#" where the text says that it stands for @.
#include "detect/kind.h"

namespace weir::detect {
namespace {

// "look at example.com" points at a site; "foo AT example.com" is a name at a host.
bool AcceptShoutedAt(Candidate* find) {
  const std::string_view text = Text(*find);
  const size_t at = find->begin + text.find(" at ") + 1;
  const Reading& plain = find->view->plain;
  const auto source = [&](size_t byte) { return find->map->atoms()[plain.atom[byte]].source; };
  return source(at) == 'A' && source(at + 1) == 'T' && source(find->begin) >= 'a';
}

bool AcceptStandIn(Candidate* find) {
  return HasAny(find->text, {"换@", "换成@", "改@", "改成@", "换为@", "替换@", "=@", "换艾特", "换成艾特"});
}

bool CouldBeEmail(const Glance& glance) { return glance.At(); }

#define NAME "[0-9a-z][0-9a-z._%+-]{0,63}"
#define HOST "(?:[0-9a-z][0-9a-z-]{0,62}\\.)+[a-z]{2,24}"
#define DOT "(?:\\.|。| ?点 ?|[\\[(]点[\\])]| ?[\\[(]? ?dot ?[\\])]? ?| {1,3}dot {1,3})"
constexpr Gate kGates[] = {{text::kAtBit | text::kLatinBit | text::kDotBit, 0},
                           {text::kLatinBit | text::kDotBit, 0},
                           {text::kAtBit | text::kLatinBit, 0, 0, 6},
                           {text::kLatinBit | text::kDotWordBit, 0},
                           {text::kLatinBit, 0, text::kHanBit, 11}};
constexpr char kBorder[] = "[^0-9a-z._%+-]";
constexpr Pattern kPatterns[] = {
    {kBorder, NAME "@" HOST, nullptr},
    {kBorder, NAME "@[0-9a-z-]{2,30}" DOT "(?:com|cn|net|org)", "[^0-9a-z]"},
    {kBorder,
     NAME "(?: {1,2}at {1,2}|#|＃)(?:gmail|qq|163|126|139|189|hotmail|outlook|yahoo|sina|foxmail|icloud|aliyun)\\.com",
     "[^0-9a-z]"},
    {kBorder,
     NAME " {0,3}(?:[\\[({<【] ?(?:at|a|@|艾特|圈a) ?[\\])}>】]|艾特) {0,3}[0-9a-z-]{2,30}(?:" DOT "[a-z]{2,8}){1,3}",
     nullptr},
    {kBorder, NAME " {1,3}at {1,3}[0-9a-z-]{2,30}(?: {1,3}dot {1,3}[a-z]{2,8}){1,3}", "[^0-9a-z]"},
    {kBorder, NAME " at " HOST, "[^0-9a-z]", AcceptShoutedAt},
    {kBorder, NAME "[#*]" HOST, "[^0-9a-z]", AcceptStandIn},
};

}  // namespace

const Kind kEmail = {{"@email", "detector:email", "电子邮箱 / an e-mail address", Category::kPrivacy, 3.0f},
                     kGates,
                     kPatterns,
                     true,
                     CouldBeEmail};

}  // namespace weir::detect
