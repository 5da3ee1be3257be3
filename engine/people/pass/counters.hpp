// Tables of counters, one for each tally: a cell for every combination of the leaves of its columns. Each
// thread fills its own; they are added up at the end.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <span>
#include <unordered_map>
#include <vector>

#include "people/pass/amount_counts.hpp"
#include "people/pass/rows.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

// Which leaves of each column a sum lets through.
using Admitted = std::vector<std::vector<bool>>;

// The cells of a table, numbered in mixed radix.
class CellNumbers {
 public:
  // `columns` are those of Rows, `sizes` how many leaves each has. Throws std::length_error beyond 2^40
  // cells.
  CellNumbers(std::vector<std::size_t> columns, std::vector<std::uint64_t> sizes);

  [[nodiscard]] std::uint64_t cells() const { return m_cells; }
  // The numbers of the cells that rows `first` and following belong to. Number has to hold cells() - 1.
  template <typename Number>
  void number(Rows& rows, std::size_t first, std::span<Number> numbers) const {
    if (m_columns.empty()) std::ranges::fill(numbers, Number{0});
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      const Code* codes = rows.codes(m_columns[i]) + first;
      const auto size = static_cast<Number>(m_sizes[i]);
      if (i == 0) {
        std::copy(codes, codes + numbers.size(), numbers.begin());
        continue;
      }
      for (std::size_t row = 0; row < numbers.size(); ++row) {
        numbers[row] = static_cast<Number>(numbers[row] * size + codes[row]);
      }
    }
  }
  [[nodiscard]] bool admits(const Admitted& admitted, std::uint64_t number) const;
  // Calls visit(number) for each cell that is admitted.
  template <typename Visit>
  void for_each(const Admitted& admitted, Visit&& visit) const {
    visit_from(admitted, 0, 0, visit);
  }

 private:
  template <typename Visit>
  void visit_from(const Admitted& admitted, std::size_t column, std::uint64_t number, Visit&& visit) const {
    if (column == m_sizes.size()) {
      visit(number);
      return;
    }
    for (std::size_t leaf = 0; leaf < m_sizes[column]; ++leaf) {
      if (admitted[column][leaf]) visit_from(admitted, column + 1, number * m_sizes[column] + leaf, visit);
    }
  }

  std::vector<std::size_t> m_columns;
  std::vector<std::uint64_t> m_sizes;
  std::uint64_t m_cells = 1;
};

// How many people are in each cell.
class PeopleTable {
 public:
  explicit PeopleTable(CellNumbers numbers);

  // Adds the rows whose weight is 1 (weights are 0 or 1).
  void add(Rows& rows, const std::vector<std::uint8_t>& weights);
  void add(const PeopleTable& other);
  [[nodiscard]] std::uint64_t sum(const Admitted& admitted) const;

 private:
  CellNumbers m_numbers;
  std::vector<std::uint64_t> m_dense;
  std::unordered_map<std::uint64_t, std::uint64_t> m_sparse;  // where most of the cells would be empty
};

// How many people in each cell have each amount.
class AmountTable {
 public:
  explicit AmountTable(CellNumbers numbers) : m_numbers(std::move(numbers)) {
    m_counts.emplace_back(m_numbers.cells());
  }

  void add(Rows& rows, const std::vector<std::uint8_t>& weights, const AmountCode* amounts);
  // Another thread's, which stay as they are beside its own: no amount has to be looked up.
  void add(AmountTable&& other) {
    std::ranges::move(other.m_counts, std::back_inserter(m_counts));
    other.m_counts.clear();
  }
  [[nodiscard]] tallies::Distribution sum(const Admitted& admitted) const;

 private:
  CellNumbers m_numbers;
  std::vector<AmountCounts> m_counts;  // each thread's; the first grows
};

}  // namespace eqr::persons
