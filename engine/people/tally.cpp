#include "people/tally.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

namespace eqr::persons {
namespace {

using tallies::Amount;
using tallies::Key;
using tallies::Unavailable;

// While people are added; a Distribution once they all are.
using Rates = std::map<std::int64_t, std::uint64_t>;

// Beyond a million combinations most are empty: then only those that occur are kept.
constexpr std::uint64_t most_dense_cells = 1U << 20;

void add(std::uint64_t& sum, std::uint64_t cell) {
  sum += cell;
}
void add(Rates& sum, const Rates& cell) {
  for (const auto& [rate, people] : cell) sum[rate] += people;
}

// A cell for every combination of the leaves of some characteristics, numbered in mixed radix.
template <typename Cell>
class Cells {
 public:
  // `columns` are positions in Person::leaves, `sizes` how many leaves each has.
  Cells(std::vector<std::size_t> columns, std::vector<std::uint64_t> sizes, std::uint64_t cells)
      : m_columns(std::move(columns)), m_sizes(std::move(sizes)) {
    if (cells <= most_dense_cells) m_dense.resize(static_cast<std::size_t>(cells));
  }

  Cell& of(const Person& person) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
      number = number * m_sizes[i] + person.leaves[m_columns[i]];
    }
    return m_dense.empty() ? m_sparse[number] : m_dense[static_cast<std::size_t>(number)];
  }

  // The sum of the cells whose leaf in every column is admitted. Positions by column.
  [[nodiscard]] Cell sum(const std::vector<std::vector<bool>>& admitted) const {
    Cell total{};
    if (m_dense.empty()) {
      for (const auto& [number, cell] : m_sparse) {
        if (admits(admitted, number)) add(total, cell);
      }
    } else {
      add_admitted(admitted, 0, 0, total);
    }
    return total;
  }

 private:
  [[nodiscard]] bool admits(const std::vector<std::vector<bool>>& admitted, std::uint64_t number) const {
    for (std::size_t i = m_sizes.size(); i-- > 0; number /= m_sizes[i]) {
      if (!admitted[i][static_cast<std::size_t>(number % m_sizes[i])]) return false;
    }
    return true;
  }
  void add_admitted(const std::vector<std::vector<bool>>& admitted, std::size_t column, std::uint64_t number,
                    Cell& total) const {
    if (column == m_sizes.size()) {
      add(total, m_dense[static_cast<std::size_t>(number)]);
      return;
    }
    for (std::size_t leaf = 0; leaf < m_sizes[column]; ++leaf) {
      if (admitted[column][leaf]) add_admitted(admitted, column + 1, number * m_sizes[column] + leaf, total);
    }
  }

  std::vector<std::size_t> m_columns;
  std::vector<std::uint64_t> m_sizes;
  std::vector<Cell> m_dense;
  std::unordered_map<std::uint64_t, Cell> m_sparse;
};

// Why the codebook cannot answer a key, or nothing when it can.
std::optional<Unavailable> hindrance(const Codebook& codebook, const Key& key, std::optional<Amount> amount) {
  if (amount == Amount::bonus) return Unavailable{"the records do not hold bonus pay"};
  if (amount && !codebook.pay) return Unavailable{"the records do not hold hourly pay"};
  std::uint64_t cells = 1;
  for (const auto& [column, groups] : key.admits) {
    const Characteristic* characteristic = codebook.find(column);
    if (characteristic == nullptr || characteristic->heading().empty()) {
      return Unavailable{"the records do not hold \"" + column + '"'};
    }
    for (const std::string& group : groups) {
      if (!characteristic->leaf(group)) {
        return Unavailable{"\"" + column + "\" has no group \"" + group + "\" in the records"};
      }
    }
    if (cells > std::numeric_limits<std::uint64_t>::max() / characteristic->leaves.size()) {
      return Unavailable{"narrowed by too many characteristics at once"};
    }
    cells *= characteristic->leaves.size();
  }
  return std::nullopt;
}

using Columns = std::vector<std::string>;  // of a tally: sorted ids

Columns columns_of(const Key& key) {
  Columns columns;
  for (const auto& [column, groups] : key.admits) columns.push_back(column);
  return columns;
}

std::vector<std::vector<bool>> admitted_by(const Key& key, const Codebook& codebook) {
  std::vector<std::vector<bool>> admitted;
  for (const auto& [column, groups] : key.admits) {
    std::vector<bool> leaves;
    for (const Leaf& leaf : codebook.find(column)->leaves) leaves.push_back(groups.contains(leaf.id));
    admitted.push_back(std::move(leaves));
  }
  return admitted;
}

template <typename Cell>
Cells<Cell> cells_for(const Columns& columns, const Codebook& codebook, const Needs& needs) {
  std::vector<std::size_t> positions;
  std::vector<std::uint64_t> sizes;
  std::uint64_t cells = 1;
  for (const std::string& column : columns) {
    const auto found = std::find(needs.characteristics.begin(), needs.characteristics.end(), column);
    positions.push_back(static_cast<std::size_t>(found - needs.characteristics.begin()));
    sizes.push_back(codebook.find(column)->leaves.size());
    cells *= sizes.back();
  }
  return {std::move(positions), std::move(sizes), cells};
}

}  // namespace

tallies::Answers answer(const Codebook& codebook, const Occasion& occasion, std::istream& bytes,
                        const tallies::Questions& questions, Findings& findings) {
  tallies::Answers answers;
  std::vector<Key> counts, pay;
  std::set<std::string> needed;
  const auto sort_out = [&](const std::set<Key>& keys, std::optional<Amount> amount,
                            std::vector<Key>& answerable, auto& refused) {
    for (const Key& key : keys) {
      if (key.input != occasion.input || key.snapshot != occasion.snapshot) continue;
      if (auto reason = hindrance(codebook, key, amount)) {
        refused.emplace(key, std::move(*reason));
        continue;
      }
      for (const auto& [column, groups] : key.admits) needed.insert(column);
      answerable.push_back(key);
    }
  };
  sort_out(questions.counts, std::nullopt, counts, answers.counts);
  for (const auto& [amount, keys] : questions.amounts) sort_out(keys, amount, pay, answers.amounts[amount]);

  const Needs needs{{needed.begin(), needed.end()}, !pay.empty()};
  std::map<Columns, Cells<std::uint64_t>> count_tables;
  std::map<Columns, Cells<Rates>> pay_tables;
  for (const Key& key : counts) {
    const Columns by = columns_of(key);
    if (!count_tables.contains(by)) count_tables.emplace(by, cells_for<std::uint64_t>(by, codebook, needs));
  }
  for (const Key& key : pay) {
    const Columns by = columns_of(key);
    if (!pay_tables.contains(by)) pay_tables.emplace(by, cells_for<Rates>(by, codebook, needs));
  }

  Extract extract(codebook, needs, occasion.snapshot_date, bytes, occasion.file);
  Person person;
  while (extract.next(person)) {
    for (auto& [by, table] : count_tables) ++table.of(person);
    if (!person.rate) continue;
    for (auto& [by, table] : pay_tables) ++table.of(person)[*person.rate];
  }
  findings = extract.findings();

  for (const Key& key : counts) {
    const Cells<std::uint64_t>& table = count_tables.at(columns_of(key));
    answers.counts.emplace(key, tallies::Count{table.sum(admitted_by(key, codebook))});
  }
  for (const Key& key : pay) {
    const Rates rates = pay_tables.at(columns_of(key)).sum(admitted_by(key, codebook));
    answers.amounts[Amount::hourly_pay].emplace(key, tallies::Distribution(rates.begin(), rates.end()));
  }
  return answers;
}

}  // namespace eqr::persons
