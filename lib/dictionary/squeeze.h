// Sources made small, by zstd: one frame at a fixed level, and its way back under the reader's own limits.
//
//   auto small = Squeeze("加微信\t3\n…");           Unsqueeze(*small, size)        → the text
//   Unsqueeze(*small, size - 1), a cut frame, two frames, bytes behind it          → refused
//
// The frame's own words are not believed: the output grows with what comes out and never beyond `size`, and the window that a frame
// may ask for is at most 8 MiB. One thread, no checksum (the container has its digest), no dictionary: the same input gives the
// same bytes, with the same version of zstd. Level 19 costs some 0.4 s a MB; what is packed once is read everywhere.
#ifndef WEIR_DICTIONARY_SQUEEZE_H_
#define WEIR_DICTIONARY_SQUEEZE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace weir::dictionary {

// The most that `squeezed` bytes are believed to hold: dictionaries shrink to a fourth or so, a bomb to a thousandth.
constexpr uint64_t MostUnpacked(uint64_t squeezed) { return 64 * 1024 + 200 * squeezed; }

absl::StatusOr<std::string> Squeeze(std::string_view bytes);
// `size` must already be within the caller's limits.
absl::StatusOr<std::string> Unsqueeze(std::string_view squeezed, uint64_t size);

}  // namespace weir::dictionary

#endif  // WEIR_DICTIONARY_SQUEEZE_H_
