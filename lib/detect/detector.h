// Detectors find what no list of terms can hold: phone numbers, e-mail addresses, web addresses. RE2 runs only over texts whose
// fold met the characters each detector cannot do without, so ordinary comments pay nothing.
//
//   138 0013 8000, １３８-００１３-８０００ → @phone      order 20138001380001 → nothing: a longer number
//   a.b@example.com, a.b＠example.com    → @email
//   https://example.net/x, example.net    → @url            www.gov.cn, 12333.gov.cn → nothing: trusted
#ifndef WEIR_DETECT_DETECTOR_H_
#define WEIR_DETECT_DETECTOR_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "text/atoms.h"
#include "text/fold.h"
#include "weir/verdict.h"

namespace weir::detect {

// What every find of a detector has in common.
struct DetectorInfo {
  std::string_view name;    // "@phone"
  std::string_view source;  // "detector:phone"
  std::string_view note;
  Category category = Category::kPrivacy;
  float points = 0;
};

struct Find {
  const DetectorInfo* detector = nullptr;
  uint32_t first = 0, last = 0;  // atoms, both inside
};

// The text as detectors read it: characters folded one by one, separators kept; each byte knows its atom.
struct View {
  std::string text;
  std::vector<uint32_t> atom;  // by byte of `text`
  void Build(const text::AtomMap& map);
};

class Detectors {
 public:
  // `names` out of phone, email, url; kInvalidArgument names the unknown one. Empty: none.
  static absl::StatusOr<Detectors> Make(std::span<const std::string> names);
  static std::vector<std::string> All();

  ~Detectors();
  Detectors(Detectors&&) noexcept;
  Detectors& operator=(Detectors&&) noexcept;

  // Could any detector find something in a text that folded to `folded`?
  bool Wants(const text::Folded& folded) const;
  // Appends the finds to *out, by place.
  void Scan(const text::Folded& folded, const text::AtomMap& map, View* view, std::vector<Find>* out) const;

 private:
  struct Impl;
  explicit Detectors(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace weir::detect

#endif  // WEIR_DETECT_DETECTOR_H_
