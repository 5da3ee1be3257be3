// Memory for a large table that is looked into anywhere: all noughts, given by the system as it is touched,
// and in large pages where the system has them. With small ones most of the time would go into finding pages.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

namespace eqr::persons {

// Of values that are made of noughts.
template <typename Value>
class ZeroedMemory {
  static_assert(std::is_trivially_copyable_v<Value>);

 public:
  ZeroedMemory() = default;
  // Throws std::bad_alloc.
  explicit ZeroedMemory(std::size_t count) {
    const std::size_t wanted = count * sizeof(Value), size = wanted + large_page;
    void* all = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (all == MAP_FAILED) throw std::bad_alloc();
    m_all = {all, Unmap{size}};
    std::size_t left = size;
    void* aligned = std::align(large_page, wanted, all, left);
#ifdef MADV_HUGEPAGE
    static_cast<void>(madvise(aligned, wanted, MADV_HUGEPAGE));
#endif
    m_values = {static_cast<Value*>(aligned), count};
  }

  [[nodiscard]] std::span<Value> values() const {
    return m_values;
  }

 private:
  static constexpr std::size_t large_page = 2 * std::size_t{1024} * 1024;
  struct Unmap {
    std::size_t size = 0;
    void operator()(void* all) const { munmap(all, size); }
  };

  std::unique_ptr<void, Unmap> m_all;
  std::span<Value> m_values;
};

}  // namespace eqr::persons
