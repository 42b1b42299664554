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
  const char* before;   // a character that may stand before a find; the text's begin always may
  const char* core;     // the find
  const char* after;    // a character that may stand behind it, likewise; null: any
  const char* trusted;  // a find that begins with this is none; null: all count
};

// Mobile numbers of the mainland (GSMA and the ministry's numbering plan: 11 digits, 13 to 19), with or without +86, in groups.
// The class before and after keeps longer numbers (orders, cards, documents) out.
constexpr char kPhone[] = R"((?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[ .-]?[0-9]{4}){2})";
constexpr char kEmail[] = R"([0-9a-z][0-9a-z._%+-]{0,63}@(?:[0-9a-z][0-9a-z-]{0,62}\.)+[a-z]{2,24})";
// With a scheme any host with a dot counts (the gate asks for one); without one the last label must be a domain people use, so
// that "1.2" or "v2.cc版" is no address.
constexpr char kUrl[] =
    R"(https?://[^\s<>"']{3,}|(?:[0-9a-z][0-9a-z-]{0,62}\.)+(?:com|cn|net|org|info|top|xyz|vip|cc|shop|site|club|live|tv|me|io|app|link|online|work|fun|icu|ltd)(?::[0-9]{1,5})?(?:/[0-9a-z_./?=&%#-]*)?)";
constexpr char kTrustedUrl[] = R"(^(?:https?://)?(?:[0-9a-z-]+\.)*gov\.cn(?:$|[:/?#]))";

constexpr std::array<Spec, 3> kSpecs = {{
    {{"@phone", "detector:phone", "手机号码 / a mobile number", Category::kPrivacy, 3.0f},
     {text::kDigitBit, 11},
     "[^0-9a-z.]",
     kPhone,
     "[^0-9a-z]",
     nullptr},
    {{"@email", "detector:email", "电子邮箱 / an e-mail address", Category::kPrivacy, 3.0f},
     {text::kAtBit | text::kLatinBit | text::kDotBit, 0},
     "[^0-9a-z._%+-]",
     kEmail,
     nullptr,
     nullptr},
    {{"@url", "detector:url", "站外网址 / a web address outside the platform", Category::kAds, 2.0f},
     {text::kDotBit | text::kLatinBit, 0},
     "[^0-9a-z@._-]",
     kUrl,
     "[^0-9a-z@-]",
     kTrustedUrl},
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

// One detector, compiled. Asking RE2 for a group makes it allocate, on every find; so it is asked only for the whole frame (two
// DFA passes, no memory once warm), and the characters of the frame are taken off by hand.
struct Detectors::Impl {
  struct One {
    const Spec* spec;
    std::unique_ptr<RE2> framed;   // before core after
    std::unique_ptr<RE2> opening;  // core after, at the text's begin
    std::unique_ptr<RE2> core, trusted;
    bool Wants(const text::Folded& folded) const {
      return (folded.bits & spec->gate.bits) == spec->gate.bits && folded.digits >= spec->gate.digits;
    }
    re2::StringPiece Unframe(const re2::StringPiece& whole, re2::StringPiece frame) const;
    void Scan(const View& view, std::vector<Find>* out) const;
  };
  std::vector<One> all;
};

re2::StringPiece Detectors::Impl::One::Unframe(const re2::StringPiece& whole, re2::StringPiece frame) const {
  re2::StringPiece none;
  const bool opens =
      frame.data() == whole.data() && opening->Match(whole, 0, whole.size(), RE2::ANCHOR_START, &none, 0);
  if (!opens) frame.remove_prefix(text::DecodeOne(frame.data(), frame.data() + frame.size()).length);
  if (spec->after == nullptr) return frame;
  const bool ends = frame.data() + frame.size() == whole.data() + whole.size() &&
                    core->Match(frame, 0, frame.size(), RE2::ANCHOR_BOTH, &none, 0);
  size_t last = frame.size();
  while (!ends && (static_cast<unsigned char>(frame[--last]) & 0xC0) == 0x80) continue;
  return frame.substr(0, last);
}

void Detectors::Impl::One::Scan(const View& view, std::vector<Find>* out) const {
  const re2::StringPiece whole(view.text);
  re2::StringPiece frame;
  size_t at = 0;
  while (at < whole.size() && framed->Match(whole, at, whole.size(), RE2::UNANCHORED, &frame, 1)) {
    const re2::StringPiece find = Unframe(whole, frame);
    const size_t begin = static_cast<size_t>(find.data() - whole.data()), end = begin + find.size();
    const bool counts = trusted == nullptr || !RE2::PartialMatch(find, *trusted);
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
      return Error(StatusCode::kInvalidArgument,
                   absl::StrCat("unknown detector \"", name, "\"; known are phone, email, url"));
    }
    RE2::Options options;
    options.set_log_errors(false);
    const std::string core = absl::StrCat("(?:", spec->core, ")");
    const std::string tail = spec->after == nullptr ? core : absl::StrCat(core, "(?:$|", spec->after, ")");
    Impl::One one{&*spec, std::make_unique<RE2>(absl::StrCat("(?:^|", spec->before, ")", tail), options),
                  std::make_unique<RE2>(tail, options), std::make_unique<RE2>(core, options),
                  spec->trusted == nullptr ? nullptr : std::make_unique<RE2>(spec->trusted, options)};
    if (!one.framed->ok())
      return Error(StatusCode::kInternal, absl::StrCat("detector ", name, ": ", one.framed->error()));
    impl->all.push_back(std::move(one));
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
  std::sort(out->begin(), out->end(),
            [](const Find& a, const Find& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
}

}  // namespace weir::detect
