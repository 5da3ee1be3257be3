#include "inputs/block_digests.hpp"

namespace eqr::inputs {

void BlockDigests::add(std::uint64_t at, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto from = static_cast<std::size_t>(at % digest_block);
    const std::string_view part = bytes.substr(0, digest_block - from);
    bytes.remove_prefix(part.size());

    std::unique_lock lock(m_mutex);
    Block& block = m_blocks[at / digest_block];
    at += part.size();
    if (from + part.size() <= block.size) continue;
    if (block.is_busy || from > block.size) {
      std::string& waiting = block.waiting[from];
      if (waiting.size() < part.size()) waiting = part;
      continue;
    }
    block.is_busy = true;
    add_next(block, from, part, lock);
    while (!block.waiting.empty() && block.waiting.begin()->first <= block.size) {
      const auto next = block.waiting.extract(block.waiting.begin());
      add_next(block, next.key(), next.mapped(), lock);
    }
    block.is_busy = false;
    if (block.size == digest_block && block.made.empty()) block.made = block.digest.finish_bytes();
  }
}

// Nobody else touches the digest meanwhile.
void BlockDigests::add_next(Block& block, std::size_t from, std::string_view bytes,
                            std::unique_lock<std::mutex>& lock) {
  if (from + bytes.size() <= block.size) return;
  bytes.remove_prefix(block.size - from);
  lock.unlock();
  block.digest.add(bytes);
  lock.lock();
  block.size += bytes.size();
}

std::string BlockDigests::finish() {
  digests::Sha256 whole;
  for (auto& [number, block] : m_blocks)
    whole.add(block.made.empty() ? block.digest.finish_bytes() : block.made);
  m_blocks.clear();
  return whole.finish();
}

}  // namespace eqr::inputs
