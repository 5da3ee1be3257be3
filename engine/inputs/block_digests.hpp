// SHA-256 of a long file by several threads: the SHA-256 of the SHA-256s, 32 bytes each, of its blocks of
// 8 MiB (the last may be shorter), in order. The run record calls it `sha256-8MiB`; tools/sha256-8MiB works
// it out again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "digests/sha256.hpp"

namespace eqr::inputs {

inline constexpr std::size_t digest_block = 8 * std::size_t{1024} * 1024;

class BlockDigests {
 public:
  // Bytes that lie at this place in the file. Each thread's come in order; what another thread has yet to
  // bring the bytes before is kept until then. Bytes that came before are passed over.
  void add(std::uint64_t at, std::string_view bytes);
  // 64 lower-case hexadecimal digits. Once, when all bytes have come.
  [[nodiscard]] std::string finish();

 private:
  struct Block {
    digests::Sha256 digest;
    std::size_t size = 0;                        // so many bytes are in the digest
    bool is_busy = false;                        // some thread is adding to it
    std::map<std::size_t, std::string> waiting;  // by place in the block
    std::string made;                            // the digest, once the block is complete
  };
  static void add_next(Block& block, std::size_t from, std::string_view bytes,
                       std::unique_lock<std::mutex>& lock);

  std::mutex m_mutex;
  std::map<std::uint64_t, Block> m_blocks;
};

}  // namespace eqr::inputs
