// How often each amount occurs in each cell of a table. Whole pence of usual rates have a counter each while
// there are few cells; any other pair that occurs takes 16 bytes, in places of which at most three quarters
// are taken. Where nearly everybody has a rate of their own that is the memory a distribution needs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "people/pass/cells.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

class AmountCounts {
 public:
  // Throws std::length_error for 2^32 cells and more.
  explicit AmountCounts(std::uint64_t cells);

  void add(std::uint64_t cell, AmountCode amount) {
    const auto usual = static_cast<std::uint64_t>(amount) / penny;
    if (cell < m_usual_cells && usual < usual_amounts &&
        usual * penny == static_cast<std::uint64_t>(amount)) {
      ++m_usual[cell * usual_amounts + usual];
    } else {
      add_unusual(static_cast<std::uint32_t>(cell), amount);
    }
  }
  // The amounts of all cells for which admits(cell), in some tables of the same cells, ascending.
  template <typename Admits>
  [[nodiscard]] static tallies::Distribution sum(std::span<const AmountCounts> tables, const Admits& admits) {
    std::vector<std::uint64_t> usual;
    tallies::Distribution unusual;
    for (const AmountCounts& table : tables) {
      if (table.m_usual_cells > 0) usual.resize(usual_amounts);
      for (std::uint64_t cell = 0; cell < table.m_usual_cells; ++cell) {
        if (!admits(cell)) continue;
        for (std::size_t i = 0; i < usual.size(); ++i) usual[i] += table.m_usual[cell * usual_amounts + i];
      }
      unusual.reserve(unusual.size() + table.m_size);
      for (const Entry& entry : table.m_places) {
        if (entry.people != 0 && admits(entry.cell)) unusual.emplace_back(entry.amount, entry.people);
      }
    }
    return merged(usual, std::move(unusual));
  }

 private:
  struct Entry {
    AmountCode amount = 0;
    std::uint32_t cell = 0;
    std::uint32_t people = 0;  // nought: the place is free
  };
  static constexpr std::uint64_t penny = 100;           // in ten-thousandths of a pound
  static constexpr std::uint64_t usual_amounts = 8192;  // £81.91 an hour

  void add_unusual(std::uint32_t cell, AmountCode amount);
  void grow();
  [[nodiscard]] Entry& place(std::uint32_t cell, AmountCode amount);
  [[nodiscard]] static tallies::Distribution merged(const std::vector<std::uint64_t>& usual,
                                                    tallies::Distribution unusual);

  std::uint64_t m_usual_cells = 0;
  std::vector<std::uint32_t> m_usual;  // cell by cell
  std::vector<Entry> m_places;
  std::size_t m_size = 0;
};

}  // namespace eqr::persons
