#include "engine/mask.h"

#include <algorithm>
#include <vector>

#include "score/score.h"
#include "text/utf8.h"

namespace weir::engine {

bool MaskOnce(const Verdict& verdict, const std::array<Thresholds, kCategoryCount>& thresholds, char mask,
              std::string* text) {
  std::vector<Span> spans;  // merged, ascending
  for (const Hit& hit : verdict.hits) {
    const auto category = static_cast<size_t>(hit.category);
    if (score::ActionOf(thresholds[category], verdict.scores[category]) == Action::kAllow) continue;
    if (!spans.empty() && hit.span.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, hit.span.end);
    } else {
      spans.push_back(hit.span);
    }
  }
  if (spans.empty()) return false;
  std::string out;
  size_t at = 0;
  for (const Span& span : spans) {
    out.append(*text, at, span.begin - at);
    out.append(text::CountCodePoints(std::string_view(*text).substr(span.begin, span.end - span.begin)), mask);
    at = span.end;
  }
  out.append(*text, at, std::string::npos);
  *text = std::move(out);
  return true;
}

}  // namespace weir::engine
