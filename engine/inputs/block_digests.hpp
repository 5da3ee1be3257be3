// SHA-256 of a long file by several threads: the SHA-256 of the SHA-256s, 32 bytes each, of its blocks of
// 8 MiB (the last may be shorter), in order. The run record calls it `sha256-8MiB`; tools/sha256-8MiB works
// it out again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "digests/sha256.hpp"

namespace eqr::inputs {

inline constexpr std::size_t digest_block = 8 * std::size_t{1024} * 1024;

class BlockDigests {
 public:
  // Bytes of a block from position `from` in it. Of one block they come in order, from one thread at a time;
  // bytes that came before are passed over.
  void add(std::uint64_t block, std::size_t from, std::string_view bytes);
  // 64 lower-case hexadecimal digits. Once, when all blocks are complete.
  [[nodiscard]] std::string finish();

 private:
  struct Block {
    digests::Sha256 digest;
    std::size_t size = 0;
  };
  std::mutex m_mutex;
  std::map<std::uint64_t, std::unique_ptr<Block>> m_open;
  std::map<std::uint64_t, std::string> m_done;
};

}  // namespace eqr::inputs
