#include "people/pass/plan.hpp"

#include <algorithm>
#include <utility>

namespace eqr::persons {
namespace {

using tallies::Amount;
using tallies::Key;
using tallies::Snapshot;
using tallies::Unavailable;

// A table by two columns for every pair of ten is small; one by four columns need not stand for its parts.
constexpr std::uint64_t most_shared_cells = 4096;
constexpr std::uint64_t most_cells = std::uint64_t{1} << 40;
constexpr std::uint64_t most_cells_of_amounts = (std::uint64_t{1} << 32) - 1;

// Why one snapshot's extract cannot say what a characteristic was at the other.
std::optional<Unavailable> hindrance(const Characteristic& characteristic, const Occasion& occasion,
                                     const Key& key) {
  if (occasion.rows == RowsAre::events) return std::nullopt;  // each says what it was when it happened
  const bool before = key.snapshot != occasion.snapshot;
  if (std::holds_alternative<Movement>(characteristic.source)) {
    if (occasion.rows == RowsAre::posts) {
      return Unavailable{"the records are of posts, which do not say who joined and left"};
    }
    if (before) return Unavailable{"the records do not say who came and left in the year before"};
    if (!occasion.before) return Unavailable{"the records of last year do not say who came and left"};
  }
  if (!before) return std::nullopt;
  const Source& source = characteristic.source;
  if (std::holds_alternative<BirthDate>(source) || std::holds_alternative<ServiceStart>(source)) {
    return std::nullopt;
  }
  if (characteristic.fixed && std::holds_alternative<CodedColumn>(source)) return std::nullopt;
  return Unavailable{"\"" + characteristic.id +
                     "\" may have changed since, and the records hold it as it is now"};
}

std::optional<Unavailable> hindrance(const Codebook& codebook, const Occasion& occasion, const Key& key,
                                     std::optional<Amount> amount) {
  if (amount == Amount::hourly_pay && (!codebook.pay || !codebook.pay->has_rates())) {
    return Unavailable{"the records do not hold hourly pay"};
  }
  if (amount == Amount::bonus && (!codebook.pay || codebook.pay->bonus.empty())) {
    return Unavailable{"the records do not hold bonus pay"};
  }
  if (amount && key.snapshot != occasion.snapshot) {
    return Unavailable{"the records hold pay as it is now"};
  }
  std::uint64_t cells = 1;
  for (const auto& [column, groups] : key.admits) {
    const Characteristic* characteristic = codebook.find(column);
    if (characteristic == nullptr || std::holds_alternative<NoColumn>(characteristic->source)) {
      return Unavailable{"the records do not hold \"" + column + '"'};
    }
    for (const std::string& group : groups) {
      if (!characteristic->leaf(group)) {
        return Unavailable{"\"" + column + "\" has no group \"" + group + "\" in the records"};
      }
    }
    if (auto reason = hindrance(*characteristic, occasion, key)) return reason;
    if (cells > (amount ? most_cells_of_amounts : most_cells) / characteristic->leaves.size()) {
      return Unavailable{"narrowed by too many characteristics at once"};
    }
    cells *= characteristic->leaves.size();
  }
  return std::nullopt;
}

class Planner {
 public:
  Planner(const Codebook& codebook, const Occasion& occasion) : m_codebook(codebook), m_occasion(occasion) {}

  void add(const Key& key, std::optional<Amount> amount) {
    TablePlan::Table table{whom(key), {}, key.snapshot, amount};
    for (const auto& [column, groups] : key.admits) {
      table.by.push_back(column);
      m_plan.needs.characteristics.emplace(column, key.snapshot);
    }
    if (amount) m_plan.needs.amounts.insert(*amount);
    m_wanted.push_back({std::move(table), key});
  }

  TablePlan finish() {
    // Wide tables first: narrow ones may then be read off them.
    std::ranges::stable_sort(
        m_wanted, [](const Wanted& a, const Wanted& b) { return a.table.by.size() > b.table.by.size(); });
    for (const Wanted& wanted : m_wanted) {
      const std::size_t position = table_for(wanted.table);
      if (wanted.table.amount) {
        m_plan.amounts[*wanted.table.amount][wanted.key] = position;
      } else {
        m_plan.counts[wanted.key] = position;
      }
    }
    return std::move(m_plan);
  }

 private:
  struct Wanted {
    TablePlan::Table table;
    Key key;
  };

  [[nodiscard]] Counted whom(const Key& key) const {
    if (key.admits.contains(std::string(movement_id))) return Counted::moved;
    return key.snapshot == m_occasion.snapshot ? Counted::this_snapshot : Counted::last_snapshot;
  }
  [[nodiscard]] std::uint64_t cells(const TablePlan::Table& table) const {
    std::uint64_t cells = 1;
    for (const std::string& column : table.by) cells *= m_codebook.find(column)->leaves.size();
    return cells;
  }
  [[nodiscard]] bool holds(const TablePlan::Table& table, const TablePlan::Table& wanted) const {
    if (table.amount != wanted.amount) return false;
    if (table.by == wanted.by) return true;
    return !wanted.amount && std::ranges::includes(table.by, wanted.by) && cells(table) <= most_shared_cells;
  }
  [[nodiscard]] bool answers(const TablePlan::Table& table, const TablePlan::Table& wanted) const {
    if (!holds(table, wanted)) return false;
    if (table.whom != Counted::by_presence) return table.whom == wanted.whom;
    return wanted.whom == Counted::this_snapshot || is_by_groups_that_stay(wanted);
  }
  // Counts of people in post, by characteristics that one column of codes tells for both snapshots.
  [[nodiscard]] bool is_by_groups_that_stay(const TablePlan::Table& table) const {
    if (table.amount || table.whom == Counted::moved) return false;
    return std::ranges::all_of(table.by, [&](const std::string& id) {
      return std::holds_alternative<CodedColumn>(m_codebook.find(id)->source);
    });
  }
  std::size_t table_for(const TablePlan::Table& wanted) {
    std::vector<TablePlan::Table>& tables = m_plan.tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
      if (answers(tables[i], wanted)) return i;
    }
    // People of the snapshot before are counted with those of the snapshot where that table is there already.
    for (std::size_t i = 0; wanted.whom == Counted::last_snapshot && i < tables.size(); ++i) {
      const bool is_of_this = tables[i].whom == Counted::this_snapshot && !tables[i].amount;
      if (!is_of_this || !is_by_groups_that_stay(wanted) || !holds(tables[i], wanted)) continue;
      if (cells(tables[i]) > most_shared_cells) continue;
      tables[i].whom = Counted::by_presence;
      m_plan.needs.presence = true;
      return i;
    }
    tables.push_back(wanted);
    return tables.size() - 1;
  }

  const Codebook& m_codebook;
  const Occasion& m_occasion;
  std::vector<Wanted> m_wanted;
  TablePlan m_plan;
};

}  // namespace

TablePlan plan_tables(const Codebook& codebook, const Occasion& occasion, const tallies::Questions& questions,
                      const std::set<std::string>& keep, tallies::Answers& answers) {
  Planner planner(codebook, occasion);
  const auto is_mine = [&](const Key& key) {
    return key.input == occasion.input && (key.snapshot == occasion.snapshot || occasion.answers_before);
  };
  for (const Key& key : questions.counts) {
    if (!is_mine(key)) continue;
    if (auto reason = hindrance(codebook, occasion, key, std::nullopt)) {
      answers.counts.emplace(key, std::move(*reason));
    } else {
      planner.add(key, std::nullopt);
    }
  }
  for (const auto& [amount, keys] : questions.amounts) {
    for (const Key& key : keys) {
      if (!is_mine(key)) continue;
      if (auto reason = hindrance(codebook, occasion, key, amount)) {
        answers.amounts[amount].emplace(key, std::move(*reason));
      } else {
        planner.add(key, amount);
      }
    }
  }
  TablePlan plan = planner.finish();
  plan.needs.kept = keep;
  return plan;
}

Admitted admitted_by(const Key& key, const TablePlan::Table& table, const Codebook& codebook) {
  Admitted admitted;
  for (const std::string& column : table.by) {
    const auto condition = key.admits.find(column);
    std::vector<bool> leaves;
    for (const Leaf& leaf : codebook.find(column)->leaves) {
      leaves.push_back(condition == key.admits.end() || condition->second.contains(leaf.id));
    }
    admitted.push_back(std::move(leaves));
  }
  if (table.whom == Counted::by_presence) {
    const bool is_this = key.snapshot == table.snapshot;
    std::vector<bool> those(presences);
    for (std::size_t presence = 0; presence < presences; ++presence) {
      those[presence] = (presence & (is_this ? present_this : present_last)) != 0;
    }
    admitted.push_back(std::move(those));
  }
  return admitted;
}

}  // namespace eqr::persons
