// Internet addresses, read strictly: four octets without leading zeros, or eight groups with at most one "::".
//
//   IsIpv4("192.0.2.1"), IsIpv6("2001:db8::1")       IsIpv4("1.2.3.256"), IsIpv6("12:30:45") → false
#ifndef WEIR_DETECT_IP_H_
#define WEIR_DETECT_IP_H_

#include <string_view>

namespace weir::detect {

bool IsIpv4(std::string_view text);
bool IsIpv6(std::string_view text);

}  // namespace weir::detect

#endif  // WEIR_DETECT_IP_H_
