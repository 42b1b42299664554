// The likelihood step on any context. The input is text cut at zero bytes into what stands before, the writing, what stands after, and
// the term; an input that begins with the byte 1 is taken as characters of four bytes each instead, valid or not.
//
// Properties: the parts add up and keep their signs, the same question has the same answer, what is far away changes nothing, and a
// higher price never reads more.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "check.h"
#include "text/utf8.h"
#include "verify/likelihood.h"

namespace {

using weir::verify::Context;
using weir::verify::IsRead;
using weir::verify::Odds;
using weir::verify::Prior;
using weir::verify::Weigh;

using Parts = std::array<std::u32string, 4>;

Parts ReadText(std::string_view bytes) {
  Parts parts;
  size_t part = 0;
  const char* const end = bytes.data() + bytes.size();
  for (const char* p = bytes.data(); p < end;) {
    const weir::text::Decoded one = weir::text::DecodeOne(p, end);
    p += one.length;
    if (one.cp == 0) {
      part = std::min(part + 1, parts.size() - 1);
    } else {
      parts[part] += one.cp;
    }
  }
  return parts;
}

Parts ReadRaw(std::string_view bytes) {
  Parts parts;
  for (size_t i = 0; i + 4 <= bytes.size(); i += 4) {
    uint32_t c = 0;
    std::memcpy(&c, bytes.data() + i, 4);
    parts[c % parts.size()] += static_cast<char32_t>(c);
  }
  return parts;
}

bool Same(const Odds& a, const Odds& b) {
  return a.segmentation == b.segmentation && a.pairs == b.pairs && a.cut == b.cut && a.word == b.word &&
         a.total == b.total;
}

void CheckReading(const Odds& odds, size_t syllables) {
  for (const Prior prior : {Prior::kListed, Prior::kMeant}) {
    bool before = true;
    for (int near = 0; near < 8; ++near) {
      const bool read = IsRead(odds, syllables, near, prior);
      CHECK(before || !read);
      before = read;
    }
  }
  CHECK(!IsRead(odds, syllables, 0, Prior::kListed) || IsRead(odds, syllables, 0, Prior::kMeant));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), std::min<size_t>(size, 1024));
  const bool raw = !bytes.empty() && bytes[0] == 1;
  const Parts parts = raw ? ReadRaw(bytes.substr(1)) : ReadText(bytes);
  const Context context{.before = parts[0], .after = parts[2], .written = parts[1], .read = parts[3]};
  const Odds odds = Weigh(context);
  CHECK(odds.total == odds.segmentation + odds.pairs + odds.cut + odds.word);
  CHECK(odds.cut <= 0);
  CHECK(odds.word == 0 || odds.word == -weir::verify::kWordWritten);
  CHECK(Same(odds, Weigh(context)));
  if (parts[0].size() >= weir::verify::kContextSide && parts[2].size() >= weir::verify::kContextSide) {
    const std::u32string before = U"远处的话" + parts[0], after = parts[2] + U"不相干";
    CHECK(Same(odds, Weigh({.before = before, .after = after, .written = parts[1], .read = parts[3]})));
  }
  CheckReading(odds, parts[3].size());
  return 0;
}
