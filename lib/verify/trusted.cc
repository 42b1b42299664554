#include "verify/trusted.h"

#include <algorithm>
#include <array>

namespace weir::verify {
namespace {

constexpr uint32_t kFarthest = 256;  // characters
constexpr uint32_t kLongestHost = 80;

bool InAddress(const text::Atom& atom) {
  const char32_t c = atom.source;
  if (c <= 0x20 || c >= 0x7F) return false;
  return atom.IsLetter() ||
         std::string_view("-._~:/?#@!$&'()*+,;=%").find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

// gov.cn and 12333.gov.cn are the state's; edu.cn the schools'; the others are public services people are sent to.
bool IsTrustedHost(std::string_view host) {
  for (const std::string_view domain : {"gov.cn", "edu.cn", "mil.cn", "chsi.com.cn", "12306.cn", "12348.com",
                                        "people.com.cn", "xinhuanet.com", "news.cn"}) {
    if (!host.ends_with(domain)) continue;
    if (host.size() == domain.size() || host[host.size() - domain.size() - 1] == '.') return true;
  }
  return false;
}

bool FitsAnAddress(const Form& form) {
  return std::all_of(form.runs.begin(), form.runs.end(), [](const FormRun& run) { return run.cp < 0x80; });
}

bool InTrustedAddress(const text::AtomMap& map, const Place& place) {
  const auto& atoms = map.atoms();
  for (uint32_t i = place.first; i <= place.last; ++i) {
    if (!InAddress(atoms[i]) || atoms[i].source == '.') return false;
  }
  uint32_t begin = place.first;
  while (begin > 0 && place.first - begin < kFarthest && InAddress(atoms[begin - 1])) --begin;
  if (place.first - begin == kFarthest) return false;
  uint32_t size = 0;
  std::array<char, kLongestHost> host;
  for (uint32_t i = begin; i < atoms.size() && InAddress(atoms[i]); ++i) {
    const auto c = static_cast<char>(atoms[i].IsLetter() ? atoms[i].folded : atoms[i].source);
    const bool scheme = c == ':' && i + 2 < atoms.size() && atoms[i + 1].source == '/' && atoms[i + 2].source == '/';
    if (scheme) {
      size = 0;
      i += 2;
    } else if (std::string_view("/:?#").find(c) != std::string_view::npos || size == kLongestHost) {
      break;
    } else {
      host[size++] = c;
    }
  }
  return IsTrustedHost({host.data(), size});
}

}  // namespace weir::verify
