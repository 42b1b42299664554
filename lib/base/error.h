// Errors inside the library: absl::Status with a place. At the public face they become weir::Status.
//
//   return ErrorAt({"zh/ads.tsv", 12, 7}, StatusCode::kBadSource, "weight \"x\" is not a number; write 0.5 to 5");
#ifndef WEIR_BASE_ERROR_H_
#define WEIR_BASE_ERROR_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "weir/status.h"

namespace weir {

struct Place {
  std::string file;
  int32_t line = 0;    // 1-based; 0: none
  int32_t column = 0;  // 1-based, in code points; 0: none
};

absl::Status Error(StatusCode code, std::string_view message);
absl::Status ErrorAt(const Place& place, StatusCode code, std::string_view message);
Status ToPublic(const absl::Status& status);

}  // namespace weir

#endif  // WEIR_BASE_ERROR_H_
