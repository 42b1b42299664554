// From a PackSource to a Pack that may serve here and now: read, its signers looked at, its validity held against the day.
//
//   trusted_keys empty      folders, files, bundles and containers all serve, signed or not
//   trusted_keys = {K}      containers signed by K serve, and the embedded pack; anything else from outside is refused
//
// An expired pack, one not valid yet and one for another weir are refused whoever signed them. A pack built under other fold tables
// serves: its sources are folded anew here, and that a form may fold otherwise than its author saw is a warning.
#ifndef WEIR_ENGINE_PACKS_H_
#define WEIR_ENGINE_PACKS_H_

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/date.h"
#include "base/sign.h"
#include "dictionary/term.h"
#include "weir/engine.h"

namespace weir::engine {

// What packs are held against; the keys and the day of the options, parsed.
struct Admission {
  std::vector<PublicKey> trusted;  // empty: no pack needs a signature
  Date today;
};
absl::StatusOr<Admission> MakeAdmission(const EngineOptions& options);

absl::StatusOr<dictionary::Pack> ReadPack(const PackSource& source, const Admission& admission,
                                          std::vector<std::string>* warnings);

}  // namespace weir::engine

#endif  // WEIR_ENGINE_PACKS_H_
