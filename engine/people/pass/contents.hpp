// Whether two rows say the same in every column that is used, told by a number for each: the sum over its
// columns of what stands there times a weight of the column's own (multilinear hashing; Lemire and Kaser,
// "Strongly universal string hashing is fast", The Computer Journal, 2014). The weights are fixed, so that
// runs agree; the sums keep all their bits, so that no power of two is lost, and are mixed down to 32 at the
// end.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "tabular/csv_blocks.hpp"

namespace eqr::persons {

class Contents {
 public:
  void start(std::size_t rows) {
    std::fill_n(m_sums.begin(), rows, 0);
    m_column = 0;
  }
  void next_column() {
    // Steele, Lea and Flood's SplitMix64 of the column's position.
    std::uint64_t mixed = ++m_column * 0x9E3779B97F4A7C15U;
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBU;
    m_weight = static_cast<std::uint32_t>(mixed >> 32) | 1U;
  }
  void add(std::size_t row, std::uint32_t part) { m_sums[row] += std::uint64_t{m_weight} * part; }
  void add_amount(std::size_t row, std::int64_t amount) {
    add(row, static_cast<std::uint32_t>(static_cast<std::uint64_t>(amount) * 0x9E3779B97F4A7C15U >> 32));
  }
  void replace(std::size_t row, std::uint32_t part, std::uint32_t by) {
    m_sums[row] += std::uint64_t{m_weight} * by - std::uint64_t{m_weight} * part;
  }
  [[nodiscard]] std::uint32_t of(std::size_t row) const {
    return static_cast<std::uint32_t>(m_sums[row] * 0xD6E8FEB86659FD93U >> 32);
  }

 private:
  std::array<std::uint64_t, tabular::BlockReader::most_at_once> m_sums{};
  std::uint64_t m_column = 0;
  std::uint32_t m_weight = 0;
};

}  // namespace eqr::persons
