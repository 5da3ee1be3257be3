#include "people/pass/counters.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace eqr::persons {
namespace {

// Beyond a quarter of a million combinations most are empty: then only those that occur are kept.
constexpr std::uint64_t most_dense_cells = 1U << 18;
constexpr std::uint64_t most_cells = std::uint64_t{1} << 40;

// Rows whose cells are numbered at once: their numbers stay in the first cache.
constexpr std::size_t at_once = 1024;

template <typename Number, typename Visit>
void for_each_number_as(const CellNumbers& cells, Rows& rows, Visit&& visit) {
  std::array<Number, at_once> numbers;
  for (std::size_t first = 0; first < rows.size(); first += at_once) {
    const std::size_t count = std::min(at_once, rows.size() - first);
    cells.number(rows, first, std::span<Number>(numbers.data(), count));
    for (std::size_t i = 0; i < count; ++i) visit(first + i, numbers[i]);
  }
}

// Calls visit(row, number of its cell), with numbers no wider than need be.
template <typename Visit>
void for_each_number(const CellNumbers& cells, Rows& rows, Visit&& visit) {
  if (cells.cells() <= 65'536) {
    for_each_number_as<std::uint16_t>(cells, rows, visit);
  } else if (cells.cells() <= most_dense_cells) {
    for_each_number_as<std::uint32_t>(cells, rows, visit);
  } else {
    for_each_number_as<std::uint64_t>(cells, rows, visit);
  }
}

}  // namespace

CellNumbers::CellNumbers(std::vector<std::size_t> columns, std::vector<std::uint64_t> sizes)
    : m_columns(std::move(columns)), m_sizes(std::move(sizes)) {
  for (const std::uint64_t size : m_sizes) {
    if (m_cells > most_cells / size) throw std::length_error("a tally with too many cells");
    m_cells *= size;
  }
}

bool CellNumbers::admits(const Admitted& admitted, std::uint64_t number) const {
  for (std::size_t i = m_sizes.size(); i-- > 0; number /= m_sizes[i]) {
    if (!admitted[i][static_cast<std::size_t>(number % m_sizes[i])]) return false;
  }
  return true;
}

PeopleTable::PeopleTable(CellNumbers numbers) : m_numbers(std::move(numbers)) {
  if (m_numbers.cells() <= most_dense_cells) m_dense.resize(static_cast<std::size_t>(m_numbers.cells()));
}

void PeopleTable::add(Rows& rows, const std::vector<std::uint8_t>& weights) {
  if (!m_dense.empty()) {
    for_each_number(m_numbers, rows,
                    [&](std::size_t row, std::uint64_t number) { m_dense[number] += weights[row]; });
  } else {
    for_each_number(m_numbers, rows, [&](std::size_t row, std::uint64_t number) {
      if (weights[row] != 0) ++m_sparse[number];
    });
  }
}

void PeopleTable::add(const PeopleTable& other) {
  for (std::size_t i = 0; i < m_dense.size(); ++i) m_dense[i] += other.m_dense[i];
  for (const auto& [number, people] : other.m_sparse) m_sparse[number] += people;
}

std::uint64_t PeopleTable::sum(const Admitted& admitted) const {
  std::uint64_t people = 0;
  if (!m_dense.empty()) {
    m_numbers.for_each(admitted,
                       [&](std::uint64_t number) { people += m_dense[static_cast<std::size_t>(number)]; });
  } else {
    for (const auto& [number, counted] : m_sparse) people += m_numbers.admits(admitted, number) ? counted : 0;
  }
  return people;
}

void AmountTable::add(Rows& rows, const std::vector<std::uint8_t>& weights, const AmountCode* amounts) {
  AmountCounts& counts = m_counts.front();
  for_each_number(m_numbers, rows, [&](std::size_t row, std::uint64_t number) {
    if (weights[row] != 0) counts.add(number, amounts[row]);
  });
}

tallies::Distribution AmountTable::sum(const Admitted& admitted) const {
  return AmountCounts::sum(m_counts, [&](std::uint64_t cell) { return m_numbers.admits(admitted, cell); });
}

}  // namespace eqr::persons
