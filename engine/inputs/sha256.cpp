#include "inputs/sha256.hpp"

#include <Poco/Crypto/DigestEngine.h>

namespace eqr::inputs {

struct Sha256::State {
  Poco::Crypto::DigestEngine engine{"SHA256"};
};

Sha256::Sha256() : m_state(std::make_unique<State>()) {}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  m_state->engine.update(bytes.data(), bytes.size());
}

std::string Sha256::finish() {
  return Poco::DigestEngine::digestToHex(m_state->engine.digest());
}

std::string Sha256::finish_bytes() {
  const Poco::DigestEngine::Digest& digest = m_state->engine.digest();
  return {digest.begin(), digest.end()};
}

std::string sha256_of(std::string_view bytes) {
  Sha256 digest;
  digest.add(bytes);
  return digest.finish();
}

}  // namespace eqr::inputs
