// SHA-256 (FIPS 180-4): how inputs, outputs and plugins are known again.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace eqr::digests {

class Sha256 {
 public:
  Sha256();

  void add(std::string_view bytes);
  // 64 lower-case hexadecimal digits, or the 32 bytes they stand for. Once; nothing may be added afterwards.
  [[nodiscard]] std::string finish();
  [[nodiscard]] std::string finish_bytes();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace eqr::digests
