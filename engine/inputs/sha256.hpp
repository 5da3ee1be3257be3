// SHA-256 (FIPS 180-4): how inputs, outputs and plugins are known again.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace eqr::inputs {

class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;
  ~Sha256();

  void add(std::string_view bytes);
  // 64 lower-case hexadecimal digits, or the 32 bytes they stand for. Once; nothing may be added afterwards.
  [[nodiscard]] std::string finish();
  [[nodiscard]] std::string finish_bytes();

 private:
  struct State;
  std::unique_ptr<State> m_state;
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace eqr::inputs
