// What the commands about pack files share: keys out of files, who signed, and how an error of the library ends a command.
//
//   auto key = ReadSecretKeys({"city.key"});          // file:line:column when it is none
//   if (!key.ok()) return Fail(key.status());         // said on stderr; 2, or 3 for a bug of ours
#ifndef WEIR_TOOLS_PACK_FILE_H_
#define WEIR_TOOLS_PACK_FILE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "base/sign.h"
#include "dictionary/term.h"
#include "messages.h"

namespace weir::tool {

// Says it on standard error and returns the exit code.
int Fail(const absl::Status& status);

// The key, and the path to call it by.
using NamedKey = std::pair<PublicKey, std::string>;
absl::StatusOr<std::vector<NamedKey>> ReadPublicKeys(const std::vector<std::string>& paths);

using NamedSecret = std::pair<SecretKey, std::string>;
absl::StatusOr<std::vector<NamedSecret>> ReadSecretKeys(const std::vector<std::string>& paths);
std::vector<NamedKey> PublicHalves(const std::vector<NamedSecret>& keys);

// The container with all these signatures more; `name` is used in errors only.
absl::StatusOr<std::string> SignAll(absl::StatusOr<std::string> container, const std::vector<NamedSecret>& keys,
                                    const std::string& name);

// "unsigned", "signed by 8b5c1e0f5a3d9c77 (city.pub), unknown key 3f…".
std::string DescribeSigners(const dictionary::Seal& seal, const std::vector<NamedKey>& known, Lang lang);

// What is no fault of a pack, but worth knowing where it is looked at.
std::vector<std::string> PackNotes(const dictionary::Pack& pack, Lang lang);

// All entries and rules of a manifest's counts.
uint64_t CountAll(const dictionary::Manifest& manifest);

}  // namespace weir::tool

#endif  // WEIR_TOOLS_PACK_FILE_H_
