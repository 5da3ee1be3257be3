#include "digests/sha256.hpp"

#include <gtest/gtest.h>

#include <string>

namespace eqr::digests {
namespace {

// The examples published with FIPS 180-4 (NIST, "SHA-256"), and a million times the letter a.
TEST(Sha256, ThePublishedExamplesHold) {
  EXPECT_EQ(sha256_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_of(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, TheDigestDoesNotDependOnThePieces) {
  Sha256 digest;
  for (const char* piece : {"a", "", "bc"}) digest.add(piece);
  EXPECT_EQ(digest.finish(), sha256_of("abc"));
}

}  // namespace
}  // namespace eqr::digests
