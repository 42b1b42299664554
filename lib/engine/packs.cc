#include "engine/packs.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/load.h"
#include "text/fold_table.h"
#include "weir/version.h"

namespace weir {

// Made by weir-packc from dictionaries/ at build time.
extern const unsigned char kDefaultPack[];
extern const size_t kDefaultPackSize;

namespace engine {
namespace {

using dictionary::Pack;

absl::StatusOr<Pack> Load(const PackSource& source) {
  switch (source.from) {
    case PackSource::From::kPath:
      return dictionary::LoadPath(source.path);
    case PackSource::From::kBytes:
      return dictionary::LoadBytes(source.bytes, source.path);
    case PackSource::From::kDefault:
      return dictionary::LoadBytes({reinterpret_cast<const char*>(kDefaultPack), kDefaultPackSize}, "default");
  }
  return Error(StatusCode::kInvalidArgument, "packs: an unknown kind of source");
}

absl::Status CheckTrust(const Pack& pack, const std::string& path, const std::vector<PublicKey>& trusted) {
  if (trusted.empty()) return absl::OkStatus();
  const auto known = [&](const PublicKey& key) { return std::ranges::find(trusted, key) != trusted.end(); };
  if (std::ranges::any_of(pack.seal.signers, known)) return absl::OkStatus();
  std::string what = "is not signed";
  if (!pack.seal.contained) what = "is no container, so nothing says whose it is";
  if (!pack.seal.signers.empty())
    what = absl::StrCat("is signed by ", KeyId(pack.seal.signers[0]), ", which is not trusted here");
  return ErrorAt({path}, StatusCode::kBadSource,
                 absl::StrCat("the pack ", what,
                              "; only packs signed by a trusted key serve: get a signed container (.weir) of it"));
}

}  // namespace

absl::StatusOr<Admission> MakeAdmission(const EngineOptions& options) {
  Admission admission;
  for (const std::string& text : options.trusted_keys) {
    auto key = ParsePublicKey(text, "trusted_keys");
    if (!key.ok())
      return Error(StatusCode::kInvalidArgument, absl::StrCat("trusted_keys: ", ToPublic(key.status()).message()));
    admission.trusted.push_back(*key);
  }
  if (options.today.empty()) {
    admission.today = Today();
  } else if (!ParseDate(options.today, &admission.today)) {
    return Error(StatusCode::kInvalidArgument,
                 absl::StrCat("today: \"", options.today, "\" is no day; write it as 2026-12-31"));
  }
  return admission;
}

absl::StatusOr<Pack> ReadPack(const PackSource& source, const Admission& admission,
                              std::vector<std::string>* warnings) {
  auto pack = Load(source);
  if (!pack.ok() || source.from == PackSource::From::kDefault) return pack;
  if (absl::Status status = CheckTrust(*pack, source.path, admission.trusted); !status.ok()) return status;
  const absl::Status admitted = dictionary::Admit(pack->manifest, admission.today, GetVersions().weir);
  if (!admitted.ok()) {
    const Status status = ToPublic(admitted);
    return ErrorAt({source.path}, status.code(), status.message());
  }
  if (pack->manifest.fold_digest != text::kFoldDigest)
    warnings->push_back(absl::StrCat(pack->Stamp(), " was built under other fold tables (", pack->manifest.fold_digest,
                                     "); its terms are folded anew: run its cases again"));
  return pack;
}

}  // namespace engine
}  // namespace weir
