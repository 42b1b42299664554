#include "base/sign.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir {
namespace {

static_assert(sizeof(PublicKey) == crypto_sign_PUBLICKEYBYTES && sizeof(Signature) == crypto_sign_BYTES);
static_assert(sizeof(SecretKey::bytes) == crypto_sign_SECRETKEYBYTES && sizeof(KeyPair::public_key) == 32);

constexpr size_t kKeyIdBytes = 8;
constexpr size_t kLongestKeyText = 4096;  // far above any key with its comments
constexpr size_t kBase64OfPublic = 44, kBase64OfSecret = 88;

const unsigned char* Bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
absl::string_view Absl(std::string_view text) { return {text.data(), text.size()}; }

template <size_t N>
std::string Base64(const std::array<unsigned char, N>& bytes) {
  char text[sodium_base64_ENCODED_LEN(N, sodium_base64_VARIANT_ORIGINAL)];
  sodium_bin2base64(text, sizeof text, bytes.data(), N, sodium_base64_VARIANT_ORIGINAL);
  std::string out = text;
  sodium_memzero(text, sizeof text);
  return out;
}

struct Line {
  std::string_view text;
  int32_t number = 0;
};

// The one line that is no comment; ends of lines and spaces around it do not count.
absl::StatusOr<Line> TheKeyLine(std::string_view text, const std::string& file, std::string_view kind) {
  if (text.size() > kLongestKeyText)
    return ErrorAt({file}, StatusCode::kBadSource,
                   absl::StrCat("too long for a ", Absl(kind), " key; name a key file"));
  Line found, at;
  while (!text.empty()) {
    const size_t feed = std::min(text.find('\n'), text.size());
    at = {text.substr(0, feed), at.number + 1};
    text.remove_prefix(std::min(feed + 1, text.size()));
    while (!at.text.empty() && std::strchr(" \t\r", at.text.back()) != nullptr) at.text.remove_suffix(1);
    while (!at.text.empty() && (at.text[0] == ' ' || at.text[0] == '\t')) at.text.remove_prefix(1);
    if (at.text.empty() || at.text[0] == '#') continue;
    if (found.number != 0)
      return ErrorAt({file, at.number, 1}, StatusCode::kBadSource,
                     "a second line of text; a key is one line of base64");
    found = at;
  }
  if (found.number == 0)
    return ErrorAt({file}, StatusCode::kBadSource,
                   absl::StrCat("no key in it; a ", Absl(kind), " key is one line of base64"));
  return found;
}

template <size_t N>
absl::StatusOr<std::array<unsigned char, N>> ParseKey(std::string_view text, const std::string& file,
                                                      std::string_view kind, size_t own, std::string_view other_kind,
                                                      size_t other) {
  auto line = TheKeyLine(text, file, kind);
  if (!line.ok()) return line.status();
  const Place at{file, line->number, 1};
  if (line->text.size() == other)
    return ErrorAt(at, StatusCode::kBadSource,
                   absl::StrCat("this is a ", Absl(other_kind), " key; the ", Absl(kind), " key is wanted here"));
  std::array<unsigned char, N> bytes{};
  size_t size = 0;
  const int failed = sodium_base642bin(bytes.data(), N, line->text.data(), line->text.size(), nullptr, &size, nullptr,
                                       sodium_base64_VARIANT_ORIGINAL);
  if (line->text.size() != own || failed != 0 || size != N) {
    sodium_memzero(bytes.data(), N);
    return ErrorAt(at, StatusCode::kBadSource,
                   absl::StrCat("not a ", Absl(kind), " key: ", own, " characters of base64 were expected"));
  }
  return bytes;
}

}  // namespace

SecretKey::~SecretKey() { sodium_memzero(bytes.data(), bytes.size()); }

absl::StatusOr<KeyPair> MakeKeyPair() {
  if (sodium_init() < 0) return Error(StatusCode::kUnavailable, "the system gives no random numbers for a key");
  KeyPair pair;
  crypto_sign_keypair(pair.public_key.data(), pair.secret_key.bytes.data());
  return pair;
}

KeyPair MakeKeyPairFrom(const std::array<unsigned char, 32>& seed) {
  KeyPair pair;
  crypto_sign_seed_keypair(pair.public_key.data(), pair.secret_key.bytes.data(), seed.data());
  return pair;
}

PublicKey PublicKeyOf(const SecretKey& key) {
  PublicKey out;
  std::copy_n(key.bytes.begin() + 32, out.size(), out.begin());
  return out;
}

Signature Sign(std::string_view message, const SecretKey& key) {
  Signature signature;
  crypto_sign_detached(signature.data(), nullptr, Bytes(message), message.size(), key.bytes.data());
  return signature;
}

bool VerifySignature(std::string_view message, const Signature& signature, const PublicKey& key) {
  return crypto_sign_verify_detached(signature.data(), Bytes(message), message.size(), key.data()) == 0;
}

StrongDigest Blake2b(std::string_view bytes) {
  StrongDigest digest;
  crypto_generichash(digest.data(), digest.size(), Bytes(bytes), bytes.size(), nullptr, 0);
  return digest;
}

std::string Hex(const StrongDigest& digest) {
  return absl::BytesToHexString({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

std::string KeyId(const PublicKey& key) {
  const std::string_view bytes(reinterpret_cast<const char*>(key.data()), key.size());
  return Hex(Blake2b(bytes)).substr(0, 2 * kKeyIdBytes);
}

std::string PublicKeyText(const PublicKey& key) {
  return absl::StrCat("# weir public key ", KeyId(key), "\n", Base64(key), "\n");
}

std::string SecretKeyText(const SecretKey& key) {
  return absl::StrCat("# weir secret key ", KeyId(PublicKeyOf(key)), ": whoever has it signs as you do\n",
                      Base64(key.bytes), "\n");
}

absl::StatusOr<PublicKey> ParsePublicKey(std::string_view text, const std::string& file) {
  return ParseKey<sizeof(PublicKey)>(text, file, "public", kBase64OfPublic, "secret", kBase64OfSecret);
}

absl::StatusOr<SecretKey> ParseSecretKey(std::string_view text, const std::string& file) {
  auto bytes = ParseKey<sizeof(SecretKey::bytes)>(text, file, "secret", kBase64OfSecret, "public", kBase64OfPublic);
  if (!bytes.ok()) return bytes.status();
  SecretKey key;
  key.bytes = *bytes;
  sodium_memzero(bytes->data(), bytes->size());
  std::array<unsigned char, 32> seed;
  std::copy_n(key.bytes.begin(), seed.size(), seed.begin());
  const PublicKey derived = MakeKeyPairFrom(seed).public_key;
  sodium_memzero(seed.data(), seed.size());
  if (derived != PublicKeyOf(key))
    return ErrorAt({file}, StatusCode::kBadSource,
                   "the secret key does not fit itself: a character of it was changed; take it from a copy");
  return key;
}

void Wipe(std::string* text) {
  sodium_memzero(text->data(), text->size());
  text->clear();
}

}  // namespace weir
