#include "detect/detector.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "base/error.h"
#include "detect/kind.h"
#include "text/utf8.h"

namespace weir::detect {
namespace {

constexpr std::array<const Kind*, 14> kKinds = {&kPhone, &kEmail,   &kUrl,        &kIdCard,   &kBankCard,
                                                &kIp,    &kPlate,   &kCreditCode, &kPassport, &kWechat,
                                                &kQq,    &kContact, &kAddress,    &kDigits};

// Table bits that gates may ask for (text/fold_table.h): kDigitBit to kHintBit.
constexpr uint32_t kGateShift = 16, kGateBits = 13;
static_assert(text::kDigitBit == 1u << kGateShift && text::kHintBit == 1u << (kGateShift + kGateBits - 1));
constexpr uint8_t kNoGate = 0xFF;

// "@phone" → "phone"
std::string_view PlainName(const Kind& kind) { return kind.info.name.substr(1); }

bool Passes(const Gate& gate, const text::Folded& folded) {
  return (folded.bits & gate.bits) == gate.bits && (folded.bits & gate.without) == 0 &&
         folded.digits + folded.numerals >= gate.digits && folded.symbols >= gate.symbols;
}

bool AnyPasses(std::span<const Gate> gates, const text::Folded& folded) {
  return std::any_of(gates.begin(), gates.end(), [&](const Gate& gate) { return Passes(gate, folded); });
}

absl::StatusOr<std::unique_ptr<RE2>> Compile(const std::string& pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  auto regex = std::make_unique<RE2>(pattern, options);
  if (!regex->ok()) return Error(StatusCode::kInternal, absl::StrCat("detector: ", regex->error(), " in ", pattern));
  return regex;
}

// One pattern, compiled. Asking RE2 for a group makes it allocate, on every find; so it is asked only for the whole frame (no memory
// once warm), and the frame's two characters are taken off by hand. A line break stands at either end of a reading, so a frame is
// always there.
struct Compiled {
  const Pattern* pattern = nullptr;
  const DetectorInfo* info = nullptr;
  std::unique_ptr<RE2> framed;  // before core after
};

absl::StatusOr<Compiled> CompileOne(const Pattern& pattern, const DetectorInfo& info) {
  const auto or_nothing = [](const char* text) { return text == nullptr ? "" : text; };
  auto regex = Compile(absl::StrCat(or_nothing(pattern.before), "(?:", pattern.core, ")", or_nothing(pattern.after)));
  if (!regex.ok()) return regex.status();
  return Compiled{&pattern, &info, *std::move(regex)};
}

re2::StringPiece Unframe(const Pattern& pattern, re2::StringPiece frame) {
  if (pattern.before != nullptr) {
    frame.remove_prefix(text::DecodeOne(frame.data(), frame.data() + frame.size()).length);
  }
  if (pattern.after == nullptr) return frame;
  size_t last = frame.size();
  while ((static_cast<unsigned char>(frame[--last]) & 0xC0) == 0x80) continue;
  return frame.substr(0, last);
}

bool Overlaps(const Find& a, const Find& b) { return a.first <= b.last && b.first <= a.last; }

// Finds of the kind whose finds begin at out[from]: an earlier pattern, and an earlier find, keeps its place.
void AppendFresh(const Find& find, size_t from, std::vector<Find>* out) {
  const bool taken = std::any_of(out->begin() + static_cast<ptrdiff_t>(from), out->end(),
                                 [&](const Find& other) { return Overlaps(find, other); });
  if (!taken) out->push_back(find);
}

void ScanReading(const Compiled& one, const Reading& reading, const View& view, const text::AtomMap& map, size_t from,
                 std::vector<Find>* out) {
  const re2::StringPiece whole(reading.text);
  re2::StringPiece frame;
  size_t at = 0;
  while (at < whole.size() && one.framed->Match(whole, at, whole.size(), RE2::UNANCHORED, &frame, 1)) {
    const re2::StringPiece found = Unframe(*one.pattern, frame);
    Candidate find{reading.text, static_cast<size_t>(found.data() - whole.data()), 0, &view, &map};
    find.end = find.begin + found.size();
    at = std::max(find.end, at + 1);  // the border after a find may be the border before the next
    if (one.pattern->accept != nullptr && !one.pattern->accept(&find)) continue;
    find.begin = std::max<size_t>(find.begin, 1);  // the line breaks at both ends are no part of the text
    find.end = std::min(find.end, reading.text.size() - 1);
    if (find.begin < find.end) AppendFresh({one.info, reading.atom[find.begin], reading.atom[find.end - 1]}, from, out);
  }
}

}  // namespace

struct Detectors::Impl {
  struct One {
    const Kind* kind;
    std::vector<const Kind*> kinds;  // whose gates and patterns these are
    std::vector<Compiled> patterns;
    std::unique_ptr<RE2> any;  // could one of several patterns match? One pass instead of one each
    bool Wants(const text::Folded& folded, const Glance& glance) const {
      return std::any_of(kinds.begin(), kinds.end(), [&](const Kind* some) {
        return AnyPasses(some->gates, folded) && (some->could == nullptr || some->could(glance));
      });
    }
    // `info` null: as the patterns and the kind say.
    absl::Status Add(const Kind& more, const DetectorInfo* info) {
      kinds.push_back(&more);
      for (const Pattern& pattern : more.patterns) {
        const DetectorInfo* own = pattern.info != nullptr ? pattern.info : &more.info;
        auto compiled = CompileOne(pattern, info != nullptr ? *info : *own);
        if (!compiled.ok()) return compiled.status();
        patterns.push_back(*std::move(compiled));
      }
      return absl::OkStatus();
    }
    absl::Status Join() {
      if (patterns.size() < 2) return absl::OkStatus();
      auto joined = Compile(absl::StrJoin(patterns, "|", [](std::string* out, const Compiled& one) {
        absl::StrAppend(out, "(?:", one.pattern->core, ")");
      }));
      if (!joined.ok()) return joined.status();
      any = *std::move(joined);
      return absl::OkStatus();
    }
    bool Could(const Reading& reading) const {
      re2::StringPiece none;
      return any == nullptr || any->Match(reading.text, 0, reading.text.size(), RE2::UNANCHORED, &none, 0);
    }
  };
  std::vector<One> all;
  std::vector<Gate> gates;  // of all, each once

  // With these table bits some gate lets a text in that has so many digits, or is so long; one look-up turns most comments down.
  struct Least {
    uint8_t digits = kNoGate, symbols = kNoGate;
  };
  std::array<Least, 1u << kGateBits> least;
  static size_t Row(uint32_t bits) { return bits >> kGateShift & ((1u << kGateBits) - 1); }
  void FillLeast() {
    for (size_t row = 0; row < least.size(); ++row) {
      least[row] = {};
      const auto bits = static_cast<uint32_t>(row << kGateShift);
      for (const Gate& gate : gates) {
        const bool open = (bits & gate.bits) == gate.bits && (bits & gate.without) == 0;
        uint8_t& one = gate.symbols == 0 ? least[row].digits : least[row].symbols;
        if (open) one = std::min(one, static_cast<uint8_t>(gate.symbols == 0 ? gate.digits : gate.symbols));
      }
    }
  }
};

Detectors::Detectors(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Detectors::~Detectors() = default;
Detectors::Detectors(Detectors&&) noexcept = default;
Detectors& Detectors::operator=(Detectors&&) noexcept = default;

std::vector<std::string> Detectors::All() {
  std::vector<std::string> names;
  names.reserve(std::size(kKinds));
  for (const Kind* kind : kKinds) names.emplace_back(PlainName(*kind));
  return names;
}

std::vector<std::string> Detectors::Default() {
  std::vector<std::string> names;
  for (const Kind* kind : kKinds) {
    if (kind->by_default) names.emplace_back(PlainName(*kind));
  }
  return names;
}

absl::StatusOr<Detectors> Detectors::Make(std::span<const std::string> names) {
  for (const std::string& name : names) {
    if (std::any_of(kKinds.begin(), kKinds.end(), [&](const Kind* kind) { return PlainName(*kind) == name; })) continue;
    return Error(StatusCode::kInvalidArgument,
                 absl::StrCat("unknown detector \"", name, "\"; known are ", absl::StrJoin(Detectors::All(), ", ")));
  }
  const auto asked = [&](const Kind* kind) {
    return std::find(names.begin(), names.end(), PlainName(*kind)) != names.end();
  };
  auto impl = std::make_unique<Impl>();
  for (const Kind* kind : kKinds) {
    if (!asked(kind)) continue;
    Impl::One one{kind, {}, {}, nullptr};
    absl::Status status;
    // An id is a way off the platform too: reported once, by the more exact name where that is asked for.
    for (const Kind* id : {&kWechat, &kQq}) {
      if (kind == &kContact && !asked(id) && status.ok()) status = one.Add(*id, &kContactId.info);
    }
    if (status.ok()) status = one.Add(*kind, nullptr);
    if (status.ok()) status = one.Join();
    if (!status.ok()) return status;
    for (const Kind* some : one.kinds) {
      for (const Gate& gate : some->gates) {
        if (std::find(impl->gates.begin(), impl->gates.end(), gate) == impl->gates.end()) impl->gates.push_back(gate);
      }
    }
    impl->all.push_back(std::move(one));
  }
  impl->FillLeast();
  return Detectors(std::move(impl));
}

bool Detectors::Wants(const text::Folded& folded) const {
  const Impl::Least least = impl_->least[Impl::Row(folded.bits)];
  const bool digits = least.digits != kNoGate && folded.digits + folded.numerals >= least.digits;
  const bool length = least.symbols != kNoGate && folded.symbols >= least.symbols;
  return (digits || length) && AnyPasses(impl_->gates, folded);  // both, of one gate
}

bool Detectors::Wants(const text::Folded& folded, std::string_view text) const {
  if (!Wants(folded)) return false;
  const Glance glance(text);
  return std::any_of(impl_->all.begin(), impl_->all.end(),
                     [&](const Impl::One& one) { return one.Wants(folded, glance); });
}

void Detectors::Scan(const text::Folded& folded, const text::AtomMap& map, View* view, std::vector<Find>* out) const {
  view->Build(map);
  const Glance glance(map);
  for (const Impl::One& one : impl_->all) {
    if (!one.Wants(folded, glance)) continue;
    size_t from = out->size();
    if (one.kind == &kContact) {  // what @wechat and @qq named is not named again
      while (from > 0 &&
             ((*out)[from - 1].detector->name == kWechat.info.name || (*out)[from - 1].detector->name == kQq.info.name))
        --from;
    }
    const bool plain = one.Could(view->plain), numbers = view->differ && one.Could(view->numbers);
    for (const Compiled& pattern : one.patterns) {
      if (plain) ScanReading(pattern, view->plain, *view, map, from, out);
      if (numbers && pattern.pattern->numbers) ScanReading(pattern, view->numbers, *view, map, from, out);
    }
  }
  std::sort(out->begin(), out->end(),
            [](const Find& a, const Find& b) { return a.first != b.first ? a.first < b.first : a.last > b.last; });
}

}  // namespace weir::detect
