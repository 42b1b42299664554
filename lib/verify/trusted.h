// Web addresses of public bodies: people are sent to them, so they are no way off the platform (detect/url.cc), and what their paths
// spell is nobody's word.
//
//   https://zwfw.gov.cn/sb/index, term sb → dies      www.example.com/sb → stands      term gov.cn → stands: the host is meant
#ifndef WEIR_VERIFY_TRUSTED_H_
#define WEIR_VERIFY_TRUSTED_H_

#include <string_view>

#include "verify/form.h"

namespace weir::verify {

// "12333.gov.cn", lower case, without scheme and port.
bool IsTrustedHost(std::string_view host);

// Latin letters and digits only: for terms once a pack; those that say no are never asked.
bool FitsAnAddress(const Form& form);

// Does a term of Latin letters and digits stand inside such an address, no dot in it? Looks no further than 256 characters to a side.
bool InTrustedAddress(const text::AtomMap& map, const Place& place);

}  // namespace weir::verify

#endif  // WEIR_VERIFY_TRUSTED_H_
