// Detectors find what no list of terms can hold: telephone and card numbers, addresses, accounts. RE2 runs only over texts whose
// fold met the characters each detector cannot do without, so ordinary comments pay nothing; what it finds is then judged by check
// digits and by the words around it (one file a kind: phone.cc, idcard.cc, …).
//
//   138 0013 8000, 幺三八零零幺三八零零零 → @phone      order 20138001380001 → nothing: a longer number
//   a.b@example.com, a.b＠example.com     → @email
//   https://example.net/x, example.net     → @url           www.gov.cn, 12333.gov.cn → nothing: trusted
//   加薇 abc123                            → @wechat        能加微信吗 → nothing: a question
#ifndef WEIR_DETECT_DETECTOR_H_
#define WEIR_DETECT_DETECTOR_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "detect/view.h"
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

class Detectors {
 public:
  // `names` out of All(); kInvalidArgument names the unknown one. Empty: none.
  static absl::StatusOr<Detectors> Make(std::span<const std::string> names);
  static std::vector<std::string> All();
  // All but `digits`, which dates and case numbers are too.
  static std::vector<std::string> Default();

  ~Detectors();
  Detectors(Detectors&&) noexcept;
  Detectors& operator=(Detectors&&) noexcept;

  // Could any detector find something in a text that folded to `folded`?
  bool Wants(const text::Folded& folded) const;
  // … and does a second look at the text itself say the same (detect/glance.h)? Dearer, and asked of those alone.
  bool Wants(const text::Folded& folded, std::string_view text) const;
  // Appends the finds to *out, by place.
  void Scan(const text::Folded& folded, const text::AtomMap& map, View* view, std::vector<Find>* out) const;

 private:
  struct Impl;
  explicit Detectors(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace weir::detect

#endif  // WEIR_DETECT_DETECTOR_H_
