// Web addresses that lead off the platform. With a scheme any host with a dot counts; without one the last label must be a domain
// people use, so that "1.2" or "v2.cc版" is no address. A dot may be written 点 between Latin letters ("example点com"). Addresses of
// public bodies are none.
#include <algorithm>

#include "detect/kind.h"
#include "verify/trusted.h"

namespace weir::detect {
namespace {

// ASP.NET is a framework, Mr.Wang a person.
bool IsWord(std::string_view host) {
  return host == "asp.net" || host == "vb.net" || host == "ado.net" || host == "mr.wang" || host == "ms.wang";
}

std::string_view HostOf(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  }
  return url.substr(0, url.find_first_of(":/?#"));
}

bool AcceptHost(Candidate* find) {
  const std::string_view host = HostOf(Text(*find));
  return !verify::IsTrustedHost(host) && !IsWord(host);
}

// A host of ASCII is the first pattern's.
bool AcceptHanHost(Candidate* find) {
  const std::string_view host = HostOf(Text(*find));
  return std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// "8点live" is a time; a name has a letter before its 点.
bool AcceptDotWord(Candidate* find) {
  const std::string_view text = Text(*find);
  const std::string_view name = text.substr(0, std::min(text.find("点"), text.find_first_of("[( ")));
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool CouldBeUrl(const Glance& glance) { return glance.Dotted() || glance.Colons() > 0; }

#define TLD                                                                                                            \
  "(?:com|cn|net|org|info|top|xyz|vip|cc|shop|site|club|live|tv|me|io|app|link|online|work|fun|icu|ltd|biz|mobi|asia"  \
  "|wang|store|tech|space|website|loan|bid|cloud|chat|hk|tw|pw|ws|tk|gg|ai|co|la|im|ru|jp|uk|edu|gov|ly|be|dev|de|fr|" \
  "kr|page)"
#define TAIL "(?::[0-9]{1,5})?(?:[/?#][0-9a-z_./?=&%#@:~+-]*[0-9a-z_/=&%#-]|/)?"
constexpr Gate kGates[] = {{text::kDotBit | text::kLatinBit, 0},
                           {text::kDotWordBit | text::kLatinBit, 0},
                           {text::kHintBit | text::kLatinBit, 0, 0, 8},
                           {text::kLatinBit, 0, text::kHanBit, 11}};
constexpr char kBefore[] = "[^0-9a-z@._-]", kAfter[] = "[^0-9a-z@-]";
constexpr Pattern kPatterns[] = {
    {nullptr, "https?://[0-9a-z-]{1,63}(?:\\.[0-9a-z-]{1,63})+" TAIL, nullptr, AcceptHost},
    {nullptr, "https?://(?:[0-9a-z-]|" WEIR_WIDE "){1,30}\\.(?:" TLD "|中国|公司|网络|网址|集团|在线|中文网)" TAIL,
     nullptr, AcceptHanHost},
    {kBefore, "(?:[0-9a-z][0-9a-z-]{0,62}\\.)+" TLD TAIL, kAfter, AcceptHost},
    {kBefore, "www。[0-9a-z][0-9a-z-]{0,40}。(?:com|cn|net|org)", kAfter},
    {kBefore,
     "(?:www点)?[0-9a-z][0-9a-z-]{1,40} ?(?:点|丶|\\(点\\)|\\[点\\]|\\[dot\\]|\\(dot\\)|\\[\\.\\]|\\(\\.\\)) ?" TLD,
     "[^0-9a-z@-]", AcceptDotWord},
};

}  // namespace

const Kind kUrl = {{"@url", "detector:url", "站外网址 / a web address outside the platform", Category::kAds, 2.0f},
                   kGates,
                   kPatterns,
                   true,
                   CouldBeUrl};

}  // namespace weir::detect
