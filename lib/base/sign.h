// Ed25519 signatures and BLAKE2b digests, by libsodium: the digest says that bytes are the ones that were made, the signature
// says by whom. base/digest.h tells packs apart at a glance; nothing here may be replaced by it.
//
//   auto pair = MakeKeyPair();                                  // pair->secret_key stays at home, pair->public_key goes out
//   const Signature signature = Sign(message, pair->secret_key);
//   VerifySignature(message, signature, pair->public_key)       → true
//   VerifySignature(message + " ", signature, pair->public_key) → false
//
// Keys as text, in files and options: lines of # are comments, one line is base64. The first comment names the kind and the id.
//
//   # weir public key 8b5c1e0f5a3d9c77
//   11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
//
// Cost: some 30 µs to sign, 80 µs to verify, 1 µs a KiB to digest.
#ifndef WEIR_BASE_SIGN_H_
#define WEIR_BASE_SIGN_H_

#include <array>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace weir {

using PublicKey = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;
using StrongDigest = std::array<unsigned char, 32>;

// A secret is wiped from memory when it goes.
struct SecretKey {
  std::array<unsigned char, 64> bytes{};  // libsodium's form: the seed, then the public key
  SecretKey() = default;
  SecretKey(const SecretKey&) = default;
  SecretKey& operator=(const SecretKey&) = default;
  ~SecretKey();
};

struct KeyPair {
  PublicKey public_key{};
  SecretKey secret_key;
};

// Fails only where the system has no source of randomness.
absl::StatusOr<KeyPair> MakeKeyPair();
KeyPair MakeKeyPairFrom(const std::array<unsigned char, 32>& seed);  // always the same pair: for tests
PublicKey PublicKeyOf(const SecretKey& key);

Signature Sign(std::string_view message, const SecretKey& key);
bool VerifySignature(std::string_view message, const Signature& signature, const PublicKey& key);

StrongDigest Blake2b(std::string_view bytes);  // BLAKE2b with 32 bytes of output
std::string Hex(const StrongDigest& digest);
// The first 8 bytes of the key's digest, as 16 hex digits: enough to tell keys apart in a message, not to trust one by.
std::string KeyId(const PublicKey& key);

std::string PublicKeyText(const PublicKey& key);
std::string SecretKeyText(const SecretKey& key);
// `file` is used in errors only. A key of the other kind is refused by name.
absl::StatusOr<PublicKey> ParsePublicKey(std::string_view text, const std::string& file);
absl::StatusOr<SecretKey> ParseSecretKey(std::string_view text, const std::string& file);
// Overwrites what a secret was read into, in a way that no compiler leaves out.
void Wipe(std::string* text);

}  // namespace weir

#endif  // WEIR_BASE_SIGN_H_
