#include "digests/sha256.hpp"

#include <openssl/evp.h>

#include <stdexcept>

namespace eqr::digests {
namespace {

void check(int result) {
  if (result != 1) throw std::runtime_error("SHA-256 is not to be had from this system's OpenSSL");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new()) {
  check(EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr));
}

void Sha256::add(std::string_view bytes) {
  check(EVP_DigestUpdate(m_context.get(), bytes.data(), bytes.size()));
}

std::string Sha256::finish() {
  std::string digits;
  for (const char c : finish_bytes()) {
    const unsigned byte = static_cast<unsigned char>(c);
    digits += "0123456789abcdef"[byte >> 4];
    digits += "0123456789abcdef"[byte & 15];
  }
  return digits;
}

std::string Sha256::finish_bytes() {
  std::string bytes(32, '\0');
  check(EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char*>(bytes.data()), nullptr));
  return bytes;
}

std::string sha256_of(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.finish();
}

}  // namespace eqr::digests
