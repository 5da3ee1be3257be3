// A text in memory, cut into blocks of any size.
#pragma once

#include <cstring>
#include <memory>
#include <mutex>
#include <sstream>
#include <string>
#include <utility>

#include "tabular/csv_blocks.hpp"

namespace eqr::support {

class MemoryBlocks : public tabular::Blocks {
 public:
  MemoryBlocks(std::string text, std::size_t block_size) : m_text(std::move(text)), m_size(block_size) {}

  std::string_view start() override { return m_text; }
  std::unique_ptr<std::istream> again() override {
    return m_once ? nullptr : std::make_unique<std::istringstream>(m_text);
  }
  // As if it came through a pipe.
  void only_once() { m_once = true; }

  bool next(Block& block) override {
    const std::scoped_lock lock(m_mutex);
    if (m_at >= m_text.size()) return false;
    block = {m_number++, m_at, std::min(m_size, m_text.size() - m_at), {}};
    m_at += block.size;
    return true;
  }
  void read(Block& block, std::size_t from, char* into, std::size_t count) override {
    std::memcpy(into, m_text.data() + block.offset + from, count);
  }

 private:
  std::string m_text;
  std::size_t m_size;
  std::mutex m_mutex;
  std::uint64_t m_number = 0;
  std::size_t m_at = 0;
  bool m_once = false;
};

}  // namespace eqr::support
