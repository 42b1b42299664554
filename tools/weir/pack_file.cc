#include "pack_file.h"

#include <algorithm>

#include "base/error.h"
#include "command.h"
#include "dictionary/container.h"
#include "dictionary/load.h"
#include "options.h"
#include "text/fold_table.h"

namespace weir::tool {

int Fail(const absl::Status& status) {
  const Status error = ToPublic(status);
  Note("weir: " + error.ToString());
  const bool ours = error.code() == StatusCode::kInternal || error.code() == StatusCode::kUnavailable;
  return ours ? kExitInternal : kExitUsage;
}

absl::StatusOr<std::vector<NamedSecret>> ReadSecretKeys(const std::vector<std::string>& paths) {
  std::vector<NamedSecret> keys;
  for (const std::string& path : paths) {
    auto text = dictionary::ReadPackFile(path);
    if (!text.ok()) return text.status();
    auto key = ParseSecretKey(*text, path);
    Wipe(&*text);
    if (!key.ok()) return key.status();
    keys.emplace_back(*key, path);
  }
  return keys;
}

std::vector<NamedKey> PublicHalves(const std::vector<NamedSecret>& keys) {
  std::vector<NamedKey> out;
  for (const auto& [key, path] : keys) out.emplace_back(PublicKeyOf(key), path);
  return out;
}

absl::StatusOr<std::string> SignAll(absl::StatusOr<std::string> container, const std::vector<NamedSecret>& keys,
                                    const std::string& name) {
  for (const auto& [key, path] : keys) {
    if (container.ok()) container = dictionary::AddSignature(*container, key, name);
  }
  return container;
}

absl::StatusOr<std::vector<NamedKey>> ReadPublicKeys(const std::vector<std::string>& paths) {
  std::vector<NamedKey> keys;
  for (const std::string& path : paths) {
    auto text = dictionary::ReadPackFile(path);
    if (!text.ok()) return text.status();
    auto key = ParsePublicKey(*text, path);
    if (!key.ok()) return key.status();
    keys.emplace_back(*key, path);
  }
  return keys;
}

std::string DescribeSigners(const dictionary::Seal& seal, const std::vector<NamedKey>& known, Lang lang) {
  if (seal.signers.empty()) return Say(lang, Msg::kPkUnsigned);
  std::string list;
  for (const PublicKey& signer : seal.signers) {
    const auto found = std::ranges::find(known, signer, &NamedKey::first);
    if (!list.empty()) list += lang == Lang::kZh ? "、" : ", ";
    list += found == known.end() ? Say(lang, Msg::kPkUnknownKey, {KeyId(signer)})
                                 : KeyId(signer) + " (" + found->second + ")";
  }
  return Say(lang, Msg::kPkSignedBy, {list});
}

std::vector<std::string> PackNotes(const dictionary::Pack& pack, Lang lang) {
  std::vector<std::string> notes;
  if (pack.manifest.fold_digest != text::kFoldDigest)
    notes.push_back(Say(lang, Msg::kPkOtherFold, {pack.manifest.fold_digest}));
  if (pack.manifest.counts != dictionary::CountEntries(pack)) notes.push_back(Say(lang, Msg::kPkOtherCounts));
  return notes;
}

uint64_t CountAll(const dictionary::Manifest& manifest) {
  uint64_t all = 0;
  for (const auto& [name, number] : manifest.counts) all += number;
  return all;
}

}  // namespace weir::tool
