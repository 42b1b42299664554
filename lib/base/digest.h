// A short content digest: XXH3-128 as 32 hex digits. It tells two packs apart; it is no signature.
#ifndef WEIR_BASE_DIGEST_H_
#define WEIR_BASE_DIGEST_H_

#include <string>
#include <string_view>

namespace weir {

std::string Digest(std::string_view bytes);

}  // namespace weir

#endif  // WEIR_BASE_DIGEST_H_
