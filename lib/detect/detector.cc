#include "detect/detector.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "text/utf8.h"

namespace weir::detect {
namespace {

// What a text must hold before a detector is asked: table bits, and digits.
struct Gate {
  uint32_t bits = 0;
  uint32_t digits = 0;
};

struct Spec {
  DetectorInfo info;
  Gate gate;
  const char* pattern;  // group 1 is the find
  const char* trusted;  // a find that begins with this is none; null: all count
};

// Mobile numbers of the mainland (GSMA and the ministry's numbering plan: 11 digits, 13 to 19), with or without +86, in groups.
// The class before and after keeps longer numbers (orders, cards, documents) out.
constexpr char kPhone[] = R"((?:^|[^0-9a-z.])((?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ .-]?[0-9]{4}){2})(?:$|[^0-9a-z]))";
constexpr char kEmail[] = R"((?:^|[^0-9a-z._%+-])([0-9a-z][0-9a-z._%+-]{0,63}@(?:[0-9a-z][0-9a-z-]{0,62}\.)+[a-z]{2,24}))";
// With a scheme any host counts; without one the last label must be a domain people use, so that "1.2" or "v2.cc版" is no address.
constexpr char kUrl[] =
    R"((?:^|[^0-9a-z@._-])(https?://[^\s<>"']{3,}|(?:[0-9a-z][0-9a-z-]{0,62}\.)+(?:com|cn|net|org|info|top|xyz|vip|cc|shop|site|club|live|tv|me|io|app|link|online|work|fun|icu|ltd)(?::[0-9]{1,5})?(?:/[0-9a-z_./?=&%#-]*)?)(?:$|[^0-9a-z@-]))";
constexpr char kTrustedUrl[] = R"(^(?:https?://)?(?:[0-9a-z-]+\.)*gov\.cn(?:$|[:/?#]))";

constexpr std::array<Spec, 3> kSpecs = {{
    {{"@phone", "detector:phone", "手机号码 / a mobile number", Category::kPrivacy, 3.0f}, {text::kDigitBit, 11}, kPhone, nullptr},
    {{"@email", "detector:email", "电子邮箱 / an e-mail address", Category::kPrivacy, 3.0f}, {text::kAtBit | text::kLatinBit | text::kDotBit, 0}, kEmail, nullptr},
    {{"@url", "detector:url", "站外网址 / a web address outside the platform", Category::kAds, 2.0f}, {text::kDotBit | text::kLatinBit, 0}, kUrl, kTrustedUrl},
}};

// "@phone" → "phone"
std::string_view PlainName(const Spec& spec) { return spec.info.name.substr(1); }

// A separator as the patterns expect it: full-width forms as their ASCII ones, every space as a space.
char32_t SeparatorOf(const text::Atom& atom) {
  if (atom.kind == text::Kind::kSpace) return ' ';
  if (atom.source >= 0xFF01 && atom.source <= 0xFF5E) return atom.source - 0xFEE0;
  if (atom.kind == text::Kind::kWord && atom.source != '\'') return '-';
  return atom.source;
}

}  // namespace

void View::Build(const text::AtomMap& map) {
  text.clear();
  atom.clear();
  const auto& atoms = map.atoms();
  for (uint32_t i = 0; i < atoms.size(); ++i) {
    if (atoms[i].IsInvisible()) continue;
    text::AppendUtf8(atoms[i].IsLetter() ? atoms[i].folded : SeparatorOf(atoms[i]), &text);
    atom.resize(text.size(), i);
  }
}

struct Detectors::Impl {
  struct One {
    const Spec* spec;
    std::unique_ptr<RE2> pattern, trusted;
    bool Wants(const text::Folded& folded) const {
      return (folded.bits & spec->gate.bits) == spec->gate.bits && folded.digits >= spec->gate.digits;
    }
    void Scan(const View& view, std::vector<Find>* out) const;
  };
  std::vector<One> all;
};

void Detectors::Impl::One::Scan(const View& view, std::vector<Find>* out) const {
  const re2::StringPiece whole(view.text);
  re2::StringPiece groups[2];
  size_t at = 0;
  while (at < whole.size() && pattern->Match(whole, at, whole.size(), RE2::UNANCHORED, groups, 2)) {
    const size_t begin = static_cast<size_t>(groups[1].data() - whole.data()), end = begin + groups[1].size();
    const bool counts = trusted == nullptr || !RE2::PartialMatch(groups[1], *trusted);
    if (counts) out->push_back({&spec->info, view.atom[begin], view.atom[end - 1]});
    at = end;  // the border after a find may be the border before the next
  }
}

Detectors::Detectors(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Detectors::~Detectors() = default;
Detectors::Detectors(Detectors&&) noexcept = default;
Detectors& Detectors::operator=(Detectors&&) noexcept = default;

std::vector<std::string> Detectors::All() {
  std::vector<std::string> names;
  for (const Spec& spec : kSpecs) names.emplace_back(PlainName(spec));
  return names;
}

absl::StatusOr<Detectors> Detectors::Make(std::span<const std::string> names) {
  auto impl = std::make_unique<Impl>();
  for (const std::string& name : names) {
    const auto spec = std::find_if(kSpecs.begin(), kSpecs.end(), [&](const Spec& s) { return PlainName(s) == name; });
    if (spec == kSpecs.end()) {
      return Error(StatusCode::kInvalidArgument, absl::StrCat("unknown detector \"", name, "\"; known are phone, email, url"));
    }
    RE2::Options options;
    options.set_log_errors(false);
    auto compiled = std::make_unique<RE2>(spec->pattern, options);
    auto trusted = spec->trusted == nullptr ? nullptr : std::make_unique<RE2>(spec->trusted, options);
    if (!compiled->ok()) return Error(StatusCode::kInternal, absl::StrCat("detector ", name, ": ", compiled->error()));
    impl->all.push_back({&*spec, std::move(compiled), std::move(trusted)});
  }
  return Detectors(std::move(impl));
}

bool Detectors::Wants(const text::Folded& folded) const {
  // Every gate asks for a digit run or a dot; most comments have neither.
  if (folded.digits < 11 && (folded.bits & text::kDotBit) == 0) return false;
  return std::any_of(impl_->all.begin(), impl_->all.end(), [&](const Impl::One& one) { return one.Wants(folded); });
}

void Detectors::Scan(const text::Folded& folded, const text::AtomMap& map, View* view, std::vector<Find>* out) const {
  view->Build(map);
  for (const Impl::One& one : impl_->all) {
    if (one.Wants(folded)) one.Scan(*view, out);
  }
  std::sort(out->begin(), out->end(), [](const Find& a, const Find& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
}

}  // namespace weir::detect
