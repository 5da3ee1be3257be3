#include "inputs/block_digests.hpp"

namespace eqr::inputs {

void BlockDigests::add(std::uint64_t block, std::size_t from, std::string_view bytes) {
  Block* open = nullptr;
  {
    const std::scoped_lock lock(m_mutex);
    if (m_done.contains(block)) return;
    auto& place = m_open[block];
    if (!place) place = std::make_unique<Block>();
    open = place.get();
  }
  if (from + bytes.size() <= open->size) return;
  bytes.remove_prefix(open->size - from);
  open->digest.add(bytes);
  open->size += bytes.size();
  if (open->size < digest_block) return;
  const std::scoped_lock lock(m_mutex);
  m_done[block] = open->digest.finish_bytes();
  m_open.erase(block);
}

std::string BlockDigests::finish() {
  for (auto& [number, block] : m_open) m_done[number] = block->digest.finish_bytes();
  m_open.clear();
  digests::Sha256 whole;
  for (const auto& [number, digest] : m_done) whole.add(digest);
  return whole.finish();
}

}  // namespace eqr::inputs
