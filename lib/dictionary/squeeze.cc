#include "dictionary/squeeze.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir::dictionary {
namespace {

constexpr int kLevel = 19, kWindowLog = 23;
constexpr size_t kStep = 256 * 1024;  // how the output grows

struct Free {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

absl::Status Bad(const char* what) { return Error(StatusCode::kBadSource, what); }

}  // namespace

absl::StatusOr<std::string> Squeeze(std::string_view bytes) {
  const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
  if (context == nullptr) return Error(StatusCode::kUnavailable, "no memory to compress in");
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_windowLog, kWindowLog);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_contentSizeFlag, 1);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 0);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const size_t size = ZSTD_compress2(context.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) return Error(StatusCode::kInternal, absl::StrCat("zstd: ", ZSTD_getErrorName(size)));
  out.resize(size);
  return out;
}

absl::StatusOr<std::string> Unsqueeze(std::string_view squeezed, uint64_t size) {
  const std::unique_ptr<ZSTD_DCtx, Free> context(ZSTD_createDCtx());
  if (context == nullptr) return Error(StatusCode::kUnavailable, "no memory to unpack in");
  ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kWindowLog);
  ZSTD_inBuffer in{squeezed.data(), squeezed.size(), 0};
  std::string out;
  for (size_t filled = 0;;) {
    // One byte of room more than is due, so that a frame that holds more is seen to.
    out.resize(std::min<uint64_t>(filled + kStep, size + 1));
    ZSTD_outBuffer to{out.data(), out.size(), filled};
    const size_t in_before = in.pos;
    const size_t left = ZSTD_decompressStream(context.get(), &to, &in);
    if (ZSTD_isError(left))
      return Error(StatusCode::kBadSource, absl::StrCat("the payload does not unpack (", ZSTD_getErrorName(left), ")"));
    const bool stuck = to.pos == filled && in.pos == in_before;
    filled = to.pos;
    if (filled > size) return Bad("the payload unpacks to more than was said");
    if (left == 0) {
      if (in.pos != in.size) return Bad("the payload goes on after its frame");
      if (filled != size) return Bad("the payload unpacks to less than was said");
      out.resize(filled);
      return out;
    }
    if (stuck || (in.pos == in.size && to.pos < to.size)) return Bad("the payload is cut");
  }
}

}  // namespace weir::dictionary
