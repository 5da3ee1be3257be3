// How often each amount occurs in each cell: 24 bytes for each different pair, at most three quarters full.
// Where nearly everybody has a rate of their own that is the memory a distribution needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "people/pass/cells.hpp"

namespace eqr::persons {

class AmountCounts {
 public:
  struct Entry {
    std::uint64_t cell = 0;
    AmountCode amount = 0;
    std::uint64_t people = 0;  // nought: the place is free
  };

  void add(std::uint64_t cell, AmountCode amount, std::uint64_t people = 1);
  void add(const AmountCounts& other);
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (const Entry& entry : m_places) {
      if (entry.people != 0) visit(entry);
    }
  }

 private:
  void grow();
  [[nodiscard]] Entry& place(std::uint64_t cell, AmountCode amount);

  std::vector<Entry> m_places;
  std::size_t m_size = 0;
};

}  // namespace eqr::persons
