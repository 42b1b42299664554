#include "base/sign.h"

#include <gtest/gtest.h>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "base/error.h"

namespace weir {
namespace {

template <size_t N>
std::array<unsigned char, N> FromHex(const char* hex) {
  const std::string bytes = absl::HexStringToBytes(hex);
  EXPECT_EQ(bytes.size(), N);
  std::array<unsigned char, N> out{};
  std::copy_n(bytes.begin(), std::min(N, bytes.size()), out.begin());
  return out;
}

KeyPair Pair(unsigned char seed) {
  std::array<unsigned char, 32> bytes;
  bytes.fill(seed);
  return MakeKeyPairFrom(bytes);
}

// RFC 8032, section 7.1: tests 1 to 3.
TEST(Sign, KnownAnswers) {
  struct {
    const char *seed, *key, *message, *signature;
  } cases[] = {
      {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
       "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
       "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe2"
       "4"
       "655141438e7a100b"},
      {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
       "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
       "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302ae"
       "e"
       "b00d291612bb0c00"},
      {"c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
       "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
       "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28"
       "d"
       "c027beceea1ec40a"},
  };
  for (const auto& c : cases) {
    const KeyPair pair = MakeKeyPairFrom(FromHex<32>(c.seed));
    const std::string message = absl::HexStringToBytes(c.message);
    EXPECT_EQ(pair.public_key, FromHex<32>(c.key));
    EXPECT_EQ(PublicKeyOf(pair.secret_key), pair.public_key);
    EXPECT_EQ(Sign(message, pair.secret_key), FromHex<64>(c.signature));
    EXPECT_TRUE(VerifySignature(message, FromHex<64>(c.signature), pair.public_key));
  }
}

// RFC 7693's function with 32 bytes of output; the values are Python's hashlib's.
TEST(Sign, Digests) {
  EXPECT_EQ(Hex(Blake2b("")), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
  EXPECT_EQ(Hex(Blake2b("abc")), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Sign, AnyChangeIsSeen) {
  const KeyPair pair = Pair(1), other = Pair(2);
  const std::string message = "weir";
  const Signature good = Sign(message, pair.secret_key);
  EXPECT_FALSE(VerifySignature("weir ", good, pair.public_key));
  EXPECT_FALSE(VerifySignature("wei", good, pair.public_key));
  EXPECT_FALSE(VerifySignature(message, good, other.public_key));
  for (size_t bit = 0; bit < 8 * good.size(); ++bit) {
    Signature signature = good;
    signature[bit / 8] = static_cast<unsigned char>(signature[bit / 8] ^ 1 << bit % 8);
    EXPECT_FALSE(VerifySignature(message, signature, pair.public_key)) << "bit " << bit;
  }
  for (size_t bit = 0; bit < 8 * pair.public_key.size(); ++bit) {
    PublicKey key = pair.public_key;
    key[bit / 8] = static_cast<unsigned char>(key[bit / 8] ^ 1 << bit % 8);
    EXPECT_FALSE(VerifySignature(message, good, key)) << "bit " << bit;
  }
}

TEST(Sign, NewKeysDiffer) {
  auto one = MakeKeyPair(), two = MakeKeyPair();
  ASSERT_TRUE(one.ok() && two.ok());
  EXPECT_NE(one->public_key, two->public_key);
  EXPECT_NE(KeyId(one->public_key), KeyId(two->public_key));
  EXPECT_TRUE(VerifySignature("a", Sign("a", one->secret_key), one->public_key));
}

TEST(Sign, KeysComeBackFromText) {
  const KeyPair pair = Pair(7);
  const std::string id = KeyId(pair.public_key), text = PublicKeyText(pair.public_key);
  EXPECT_EQ(id.size(), 16u);
  EXPECT_EQ(text.rfind("# weir public key " + id + "\n", 0), 0u) << text;
  const std::string bare = text.substr(text.find('\n') + 1, 44);
  for (const std::string& form : {text, bare, "  " + bare + " \r\n", "\n# a\n#b\n\n" + bare + "\n# c"}) {
    auto key = ParsePublicKey(form, "k");
    ASSERT_TRUE(key.ok()) << key.status() << "\n" << form;
    EXPECT_EQ(*key, pair.public_key);
  }
  auto secret = ParseSecretKey(SecretKeyText(pair.secret_key), "k");
  ASSERT_TRUE(secret.ok()) << secret.status();
  EXPECT_EQ(secret->bytes, pair.secret_key.bytes);
}

TEST(Sign, BadKeysAreNamed) {
  const KeyPair pair = Pair(7);
  const std::string open = PublicKeyText(pair.public_key), secret = SecretKeyText(pair.secret_key);
  std::string changed = secret;
  changed[changed.size() - 30] = changed[changed.size() - 30] == 'A' ? 'B' : 'A';
  struct {
    std::string text;
    bool wants_public;
    int line;
    const char* message;
  } cases[] = {
      {"", true, 0, "no key in it"},
      {"# weir public key\n", true, 0, "no key in it"},
      {open + "x\n", true, 3, "a second line"},
      {secret, true, 2, "this is a secret key; the public key is wanted"},
      {open, false, 2, "this is a public key; the secret key is wanted"},
      {"AAAA", true, 1, "44 characters of base64"},
      {"AAAA", false, 1, "88 characters of base64"},
      {std::string(44, '*'), true, 1, "not a public key"},
      {std::string(44, 'A'), true, 1, "not a public key"},  // no padding: 33 bytes
      {std::string(5000, '\n'), true, 0, "too long"},
      {changed, false, 0, "does not fit itself"},
  };
  for (const auto& c : cases) {
    const Status status = ToPublic(c.wants_public ? ParsePublicKey(c.text, "my.key").status()
                                                  : ParseSecretKey(c.text, "my.key").status());
    EXPECT_EQ(status.code(), StatusCode::kBadSource) << c.text;
    EXPECT_EQ(status.file(), "my.key");
    EXPECT_EQ(status.line(), c.line) << c.message;
    EXPECT_NE(status.message().find(c.message), std::string::npos) << status.message();
    EXPECT_EQ(status.message().find(secret.substr(secret.size() - 40)), std::string::npos) << "a secret in a message";
  }
}

TEST(Sign, WipedTextIsEmpty) {
  std::string text = "secret";
  Wipe(&text);
  EXPECT_TRUE(text.empty());
}

}  // namespace
}  // namespace weir
