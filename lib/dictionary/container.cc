#include "dictionary/container.h"

#include <algorithm>
#include <cstring>
#include <iterator>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"
#include "dictionary/squeeze.h"

namespace weir::dictionary {
namespace {

// As PNG's: a first byte that no text has, both ends of line, and the end of a DOS file, so that a transfer "as text" shows.
constexpr std::string_view kMagic("\x89WEIR\r\n\x1a", 8);
constexpr uint32_t kFormat = 1;
constexpr size_t kHeadSize = 32, kDigestSize = sizeof(StrongDigest), kCountSize = 4;
constexpr size_t kKeyIdSize = 8, kSignatureSize = kKeyIdSize + sizeof(PublicKey) + sizeof(Signature);
// Signed is this text and then the digest: a signature under a pack can never be one under something else.
constexpr std::string_view kSignedText = "weir pack, format 1, digest ";

absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

template <typename T>
void AppendNumber(T number, std::string* out) {
  for (size_t i = 0; i < sizeof number; ++i) out->push_back(static_cast<char>(number >> 8 * i & 0xFF));
}

template <typename T>
T NumberAt(std::string_view bytes, size_t at) {
  T number = 0;
  for (size_t i = 0; i < sizeof number; ++i)
    number |= static_cast<T>(static_cast<unsigned char>(bytes[at + i])) << 8 * i;
  return number;
}

template <typename Array>
Array ArrayAt(std::string_view bytes, size_t at) {
  Array out;
  std::memcpy(out.data(), bytes.data() + at, out.size());
  return out;
}

template <typename Array>
std::string_view View(const Array& array) {
  return {reinterpret_cast<const char*>(array.data()), array.size()};
}

std::string SignedMessage(const StrongDigest& digest) { return absl::StrCat(Absl(kSignedText), Absl(View(digest))); }

// Where the parts of a container stand, once all sizes fit the bytes that are there.
struct Layout {
  std::string_view manifest, payload, signatures;  // signatures: the blocks alone
  uint64_t unpacked_size = 0;
  StrongDigest digest{};
  size_t manifest_at = 0, payload_at = 0, digest_at = 0, signatures_at = 0;
};

class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  absl::Status Bad(size_t at, std::string_view what) const {
    return ErrorAt(
        {name_}, StatusCode::kBadSource,
        absl::StrCat("not a whole weir pack: at byte ", at, " ", Absl(what), "; get the file again, or build it anew"));
  }

  absl::StatusOr<Layout> ReadLayout() const {
    if (bytes_.size() < kMagic.size() || !IsContainer(bytes_)) return Bad(0, "the mark of a .weir file is missing");
    if (bytes_.size() < kHeadSize) return Bad(bytes_.size(), "the file ends within its head");
    if (const auto format = NumberAt<uint32_t>(bytes_, 8); format != kFormat)
      return ErrorAt({name_}, StatusCode::kBadSource,
                     absl::StrCat("at byte 8: a pack of format ", format, ", and this weir reads format ", kFormat,
                                  "; update weir, or get the pack in format ", kFormat));
    const uint64_t manifest = NumberAt<uint32_t>(bytes_, 12), payload = NumberAt<uint64_t>(bytes_, 16);
    Layout layout;
    layout.unpacked_size = NumberAt<uint64_t>(bytes_, 24);
    if (manifest > kLongestManifest) return Bad(12, "the manifest is said to be larger than 16 KiB");
    if (payload > kLargestContainer) return Bad(16, "the payload is said to be larger than a pack may be");
    if (layout.unpacked_size > kLargestBundle) return Bad(24, "the sources are said to be larger than 64 MiB");
    if (layout.unpacked_size > MostUnpacked(payload))
      return Bad(24, "the sources are said to be over 200 times the payload");
    layout.manifest_at = kHeadSize;
    layout.payload_at = kHeadSize + manifest;
    layout.digest_at = layout.payload_at + payload;
    if (bytes_.size() < layout.digest_at + kDigestSize + kCountSize) return Bad(bytes_.size(), "the file ends early");
    layout.manifest = bytes_.substr(layout.manifest_at, manifest);
    layout.payload = bytes_.substr(layout.payload_at, payload);
    layout.digest = Blake2b(bytes_.substr(0, layout.digest_at));
    if (View(layout.digest) != bytes_.substr(layout.digest_at, kDigestSize))
      return Bad(layout.digest_at, "the digest is another: a byte of the file was changed");
    return ReadSignatureSizes(layout);
  }

  absl::Status ReadSignatures(const Layout& layout, Seal* seal) const {
    const std::string message = SignedMessage(layout.digest);
    for (size_t at = 0; at < layout.signatures.size(); at += kSignatureSize) {
      const auto key = ArrayAt<PublicKey>(layout.signatures, at + kKeyIdSize);
      const auto signature = ArrayAt<Signature>(layout.signatures, at + kKeyIdSize + sizeof(PublicKey));
      const std::string id = absl::BytesToHexString(Absl(layout.signatures.substr(at, kKeyIdSize)));
      if (id != KeyId(key)) return Bad(layout.signatures_at + at, "the id of a signing key is not that of the key");
      if (!seal->signers.empty() && key <= seal->signers.back())
        return Bad(layout.signatures_at + at, "the signatures are not in order");
      if (!VerifySignature(message, signature, key))
        return Bad(layout.signatures_at + at, absl::StrCat("the signature of key ", id, " is not for this pack"));
      seal->signers.push_back(key);
    }
    seal->contained = true;
    seal->digest = Hex(layout.digest);
    return absl::OkStatus();
  }

 private:
  absl::StatusOr<Layout> ReadSignatureSizes(Layout layout) const {
    const size_t at = layout.digest_at + kDigestSize;
    const auto count = NumberAt<uint32_t>(bytes_, at);
    if (count > kMostSignatures) return Bad(at, "more than 16 signatures");
    layout.signatures_at = at + kCountSize;
    const size_t end = layout.signatures_at + count * kSignatureSize;
    if (bytes_.size() < end) return Bad(bytes_.size(), "the file ends within its signatures");
    if (bytes_.size() > end) return Bad(end, "there are bytes after its end");
    layout.signatures = bytes_.substr(layout.signatures_at);
    return layout;
  }

  std::string_view bytes_;
  const std::string& name_;
};

}  // namespace

bool IsContainer(std::string_view bytes) { return bytes.substr(0, kMagic.size()) == kMagic; }

std::string AssembleContainer(std::string_view manifest, std::string_view payload, uint64_t unpacked_size) {
  std::string out(kMagic);
  AppendNumber<uint32_t>(kFormat, &out);
  AppendNumber<uint32_t>(static_cast<uint32_t>(manifest.size()), &out);
  AppendNumber<uint64_t>(payload.size(), &out);
  AppendNumber<uint64_t>(unpacked_size, &out);
  out.append(manifest).append(payload);
  const StrongDigest digest = Blake2b(out);
  out.append(View(digest));
  AppendNumber<uint32_t>(0, &out);
  return out;
}

absl::StatusOr<std::string> WriteContainer(const Manifest& manifest, const Bundle& bundle) {
  const std::string text = WriteManifest(manifest), sources = WriteBundle(bundle);
  if (auto checked = ReadManifest(text, bundle.name); !checked.ok()) return checked.status();
  if (auto checked = ReadBundle(sources, bundle.name); !checked.ok()) return checked.status();
  auto payload = Squeeze(sources);
  if (!payload.ok()) return payload.status();
  if (sources.size() > MostUnpacked(payload->size()))
    return ErrorAt(
        {bundle.name}, StatusCode::kLimit,
        "the sources shrink to less than a 200th: nearly all of it is one repeated text, which no reader would "
        "believe; take the repeats out");
  return AssembleContainer(text, *payload, sources.size());
}

absl::StatusOr<std::string> AddSignature(std::string_view container, const SecretKey& key, const std::string& name) {
  const Reader reader(container, name);
  auto layout = reader.ReadLayout();
  if (!layout.ok()) return layout.status();
  Seal seal;
  if (absl::Status status = reader.ReadSignatures(*layout, &seal); !status.ok()) return status;
  const PublicKey own = PublicKeyOf(key);
  if (std::ranges::find(seal.signers, own) != seal.signers.end()) return std::string(container);
  if (seal.signers.size() == kMostSignatures)
    return ErrorAt({name}, StatusCode::kLimit, "it has 16 signatures already; build the pack again for others");
  const Signature signature = Sign(SignedMessage(layout->digest), key);
  const std::string block = absl::StrCat(absl::HexStringToBytes(KeyId(own)), Absl(View(own)), Absl(View(signature)));
  const auto before = static_cast<size_t>(std::ranges::lower_bound(seal.signers, own) - seal.signers.begin());
  std::string out(container.substr(0, layout->digest_at + kDigestSize));
  AppendNumber<uint32_t>(static_cast<uint32_t>(seal.signers.size() + 1), &out);
  out.append(layout->signatures.substr(0, before * kSignatureSize)).append(block);
  return out.append(layout->signatures.substr(before * kSignatureSize));
}

absl::StatusOr<Container> ReadContainer(std::string_view bytes, const std::string& name) {
  const Reader reader(bytes, name);
  auto layout = reader.ReadLayout();
  if (!layout.ok()) return layout.status();
  Container container;
  if (absl::Status status = reader.ReadSignatures(*layout, &container.seal); !status.ok()) return status;
  auto manifest = ReadManifest(layout->manifest, name);
  if (!manifest.ok()) return manifest.status();
  auto sources = Unsqueeze(layout->payload, layout->unpacked_size);
  if (!sources.ok())
    return reader.Bad(layout->payload_at,
                      std::string_view(sources.status().message().data(), sources.status().message().size()));
  auto bundle = ReadBundle(*sources, name);
  if (!bundle.ok()) return bundle.status();
  if (bundle->name != manifest->name || bundle->version != manifest->version)
    return reader.Bad(layout->manifest_at, "the manifest names another pack than the sources");
  container.manifest = *std::move(manifest);
  container.bundle = *std::move(bundle);
  return container;
}

}  // namespace weir::dictionary
