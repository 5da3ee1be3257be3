// What a target is, and what it says when a promise is broken.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tabular/byte_source.hpp"

// Called with one input after another; returns 0, or ends the process.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size);

namespace eqr::fuzz {

inline std::string_view text_of(const std::uint8_t* input, std::size_t size) {
  return {reinterpret_cast<const char*>(input), size};
}

inline void promise(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

// Bytes in memory, at most `step` at a time.
class Pieces : public tabular::ByteSource {
 public:
  Pieces(std::string_view bytes, std::size_t step) : m_bytes(bytes), m_step(step) {}
  std::size_t read(char* into, std::size_t most) override {
    const std::size_t count = m_bytes.substr(0, std::min(most, m_step)).copy(into, most);
    m_bytes.remove_prefix(count);
    return count;
  }

 private:
  std::string_view m_bytes;
  std::size_t m_step;
};

// All that a source gives, up to `most_bytes`.
inline std::string read_all(tabular::ByteSource& source, std::size_t piece,
                            std::size_t most_bytes = 1 << 24) {
  std::string whole;
  std::string buffer(piece, '\0');
  while (whole.size() < most_bytes) {
    const std::size_t count = source.read(buffer.data(), buffer.size());
    if (count == 0) break;
    promise(count <= piece, "a source gives no more than was asked for");
    whole.append(buffer, 0, count);
  }
  return whole;
}

}  // namespace eqr::fuzz
