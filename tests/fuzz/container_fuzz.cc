// Fuzzes the readers of a container. Mutations of a whole file would nearly all end at the digest, so the first byte says how far in the
// rest begins:
//   0  the file itself; 1  manifest and payload, put together with a digest that fits; 2  the sources, compressed;
//   3  the manifest's text alone; 4  a signing key's text
// What is read must be the one form of itself, and sign and load like any other; what is refused must say why.
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "check.h"
#include "dictionary/container.h"
#include "dictionary/load.h"
#include "dictionary/squeeze.h"

namespace {

using weir::dictionary::Container;

const weir::SecretKey& Key() {
  static const weir::SecretKey key = weir::MakeKeyPairFrom(std::array<unsigned char, 32>{7}).secret_key;
  return key;
}

void CheckError(const absl::Status& status) { CHECK(!weir::ToPublic(status).message().empty()); }

void Read(const std::string& bytes) {
  auto container = weir::dictionary::ReadContainer(bytes, "fuzz");
  auto signed_bytes = weir::dictionary::AddSignature(bytes, Key(), "fuzz");
  if (!container.ok()) return CheckError(container.status());
  CHECK(container->seal.contained && container->bundle.name == container->manifest.name);
  CHECK(signed_bytes.ok() || container->seal.signers.size() == weir::dictionary::kMostSignatures);
  if (signed_bytes.ok()) {
    auto again = weir::dictionary::ReadContainer(*signed_bytes, "fuzz");
    CHECK(again.ok() && again->seal.digest == container->seal.digest && again->manifest == container->manifest);
  }
  auto pack = weir::dictionary::LoadBytes(bytes, "fuzz");
  if (!pack.ok()) return CheckError(pack.status());
  CHECK(pack->manifest == container->manifest);
}

// Two bytes of the manifest's size, three of the size unpacked, then both.
void ReadParts(std::string_view input) {
  if (input.size() < 5) return;
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(input[i]); };
  const size_t manifest = byte(0) + 256u * byte(1);
  const uint64_t unpacked = byte(2) + 256u * byte(3) + 65536u * byte(4);
  input.remove_prefix(5);
  const std::string_view head = input.substr(0, manifest);
  Read(weir::dictionary::AssembleContainer(head, input.substr(head.size()), unpacked));
}

void ReadSources(std::string_view sources) {
  auto bundle = weir::dictionary::ReadBundle(sources, "fuzz");
  const std::string manifest =
      bundle.ok() ? weir::dictionary::WriteManifest({.name = bundle->name, .version = bundle->version}) : "";
  auto payload = weir::dictionary::Squeeze(sources);
  CHECK(payload.ok());
  auto unpacked = weir::dictionary::Unsqueeze(*payload, sources.size());
  CHECK(unpacked.ok() && *unpacked == sources);
  Read(weir::dictionary::AssembleContainer(manifest, *payload, sources.size()));
  if (!bundle.ok()) return;
  auto pack = weir::dictionary::ParseBundle(*bundle);
  if (!pack.ok()) return CheckError(pack.status());
  auto written = weir::dictionary::WriteContainer(pack->manifest, *bundle);
  if (!written.ok()) return CheckError(written.status());  // a name that a manifest does not take
  auto loaded = weir::dictionary::LoadBytes(*written, "fuzz");
  CHECK(loaded.ok() && loaded->Stamp() == pack->Stamp() && loaded->terms.size() == pack->terms.size());
}

void ReadManifestText(std::string_view text) {
  auto manifest = weir::dictionary::ReadManifest(text, "fuzz");
  if (!manifest.ok()) return CheckError(manifest.status());
  CHECK(weir::dictionary::WriteManifest(*manifest) == text);
  const absl::Status admitted = weir::dictionary::Admit(*manifest, {2026, 5, 1}, "0.1.0");
  if (!admitted.ok()) CheckError(admitted);
}

void ReadKeys(std::string_view text) {
  auto open = weir::ParsePublicKey(text, "fuzz");
  auto secret = weir::ParseSecretKey(text, "fuzz");
  CHECK(!open.ok() || !secret.ok());
  if (open.ok()) CHECK(*weir::ParsePublicKey(weir::PublicKeyText(*open), "fuzz") == *open);
  if (secret.ok()) CHECK(weir::ParseSecretKey(weir::SecretKeyText(*secret), "fuzz")->bytes == secret->bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 5) {
    case 0:
      Read(std::string(rest));
      break;
    case 1:
      ReadParts(rest);
      break;
    case 2:
      ReadSources(rest);
      break;
    case 3:
      ReadManifestText(rest);
      break;
    default:
      ReadKeys(rest);
  }
  return 0;
}
