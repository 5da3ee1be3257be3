// Linear programs over the completions of an attack, solved exactly.
//
// A bounded primal simplex whose tableau holds whole numbers over one common denominator (fraction-free
// pivoting: Edmonds 1967; Bareiss, Math. Comp. 22, 1968), so that no rounding ever decides. The equations of
// tables hold hardly anything but ones, and the denominator hardly ever leaves one: pivots then cost what
// they cost in floating point. `Integer` is std::int64_t, which throws Overflow when it does not suffice, or
// Unbounded, which always does.
//
// The tableau is dense: meant for one part of an attack (attack.hpp), up to a thousand unknowns or so.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "disclosure/attack.hpp"
#include "disclosure/exact_integer.hpp"

namespace eqr::disclosure {

template <class Integer>
class Simplex {
 public:
  // Starts at `start`, one value for each unknown, within its bounds. Where the equations do not hold there,
  // is_feasible() says whether they can be met at all.
  Simplex(const Attack& attack, const std::vector<std::int64_t>& start) {
    const std::size_t unknowns = attack.unknowns.size(), rows = attack.equations.size();
    for (std::size_t i = 0; i < unknowns; ++i) {
      const Unknown& unknown = attack.unknowns[i];
      m_variables.push_back({Integer(unknown.least), Integer(unknown.most.value_or(0)), !unknown.most});
      m_columns.push_back({i, Integer(start[i])});
    }
    for (std::size_t row = 0; row < rows; ++row) add_row(attack.equations[row], unknowns);
    if (m_is_off) meet_equations(unknowns);
    leave_only_unknowns(unknowns);
  }

  [[nodiscard]] bool is_feasible() const { return m_is_feasible; }

  enum class End { optimal, unbounded };

  // Goes to a completion, of fractions perhaps, with the least sum of cost x value.
  End minimise(const std::vector<Integer>& cost) {
    set_cost(cost);
    for (int stalled = 0;;) {
      const auto entering = chosen_column(stalled > most_stalled);
      if (!entering) return End::optimal;
      const Block block = block_of(*entering);
      if (block.is_none) return End::unbounded;
      stalled = block.is_no_step ? stalled + 1 : 0;
      if (block.row == none) {
        flip(*entering, block);
      } else {
        pivot(block.row, entering->column, block.bound);
      }
    }
  }
  // Likewise of one unknown, or of its negative.
  End minimise(std::size_t unknown, int direction) {
    std::vector<Integer> cost(m_variables.size(), Integer(0));
    cost[unknown] = Integer(direction);
    return minimise(cost);
  }

  // Where the simplex stands: numerators over denominator().
  [[nodiscard]] std::vector<Integer> numerators() const {
    std::vector<Integer> values(m_variables.size(), Integer(0));
    for (const Column& column : m_columns)
      values[column.variable] = cross(column.value, m_denominator, one(), Integer(0), one());
    for (const Basic& basic : m_basics) values[basic.variable] = basic.numerator;
    return values;
  }
  [[nodiscard]] const Integer& denominator() const { return m_denominator; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  // So many steps without progress, and the choice of columns becomes one that cannot go round in circles
  // (Bland 1977).
  static constexpr int most_stalled = 400;

  struct Variable {
    Integer least, most;
    bool is_open = false;  // no upper bound
  };
  struct Column {
    std::size_t variable;
    Integer value;  // of a variable outside the basis: a bound, or where it started
  };
  struct Basic {
    std::size_t variable;
    Integer numerator;
  };
  struct Entering {
    std::size_t column;
    bool is_rising;
  };
  // What stops a variable that enters: a basic variable at a bound, its own other bound, or nothing.
  struct Block {
    std::size_t row = none;
    Integer bound{};         // at which the basic variable leaves
    Integer step{}, over{};  // of the entering variable: step / over
    bool is_none = true;
    bool is_no_step = false;
  };

  // The equation's own slack is basic: nought when the equation holds, and from then on.
  void add_row(const Equation& equation, std::size_t unknowns) {
    std::vector<Integer> row(unknowns, Integer(0));
    Integer left(equation.sum);
    for (const Term& term : equation.terms) {
      row[term.of] = Integer(term.times);
      left = cross(left, one(), Integer(term.times), m_columns[term.of].value, one());
    }
    const bool is_above = left < 0;
    if (is_above) {  // slacks count upwards
      left = -left;
      for (Integer& entry : row) entry = -entry;
    }
    m_is_off = m_is_off || left != 0;
    m_basics.push_back({m_variables.size(), left});
    m_variables.push_back({Integer(0), Integer(0), true});
    m_rows.push_back(std::move(row));
  }

  void meet_equations(std::size_t unknowns) {
    std::vector<Integer> cost(m_variables.size(), Integer(0));
    for (std::size_t i = unknowns; i < m_variables.size(); ++i) cost[i] = Integer(1);
    minimise(cost);
    for (const Basic& basic : m_basics) {
      if (basic.variable >= unknowns && basic.numerator != 0) m_is_feasible = false;
    }
  }

  // Slacks go out of the basis, and out of the tableau.
  void leave_only_unknowns(std::size_t unknowns) {
    m_cost_row.clear();
    for (std::size_t i = unknowns; i < m_variables.size(); ++i) m_variables[i].is_open = false;
    drop_slack_columns(unknowns);
    std::vector<std::size_t> uses(m_columns.size(), 0);
    for (const auto& row : m_rows) {
      for (std::size_t j = 0; j < row.size(); ++j) uses[j] += row[j] != 0 ? 1U : 0U;
    }
    for (std::size_t row = 0; row < m_rows.size();) {
      if (m_basics[row].variable < unknowns || !m_is_feasible) {
        ++row;
        continue;
      }
      // A column with few entries, and a one in this row, keeps the tableau sparse and its denominator.
      std::size_t best = none;
      const auto rank = [&](std::size_t j) {
        const Integer& entry = m_rows[row][j];
        return std::pair(entry != m_denominator && entry != -m_denominator, uses[j]);
      };
      for (std::size_t j = 0; j < m_columns.size(); ++j) {
        if (m_rows[row][j] != 0 && (best == none || rank(j) < rank(best))) best = j;
      }
      if (best == none) {  // the equation follows from others
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
        m_basics.erase(m_basics.begin() + static_cast<std::ptrdiff_t>(row));
        continue;
      }
      pivot(row, best, Integer(0));
      drop_column(best);
      uses[best] = uses.back();
      uses.pop_back();
      ++row;
    }
    m_variables.resize(unknowns);
  }

  void drop_slack_columns(std::size_t unknowns) {
    for (std::size_t j = m_columns.size(); j-- > 0;) {
      if (m_columns[j].variable >= unknowns) drop_column(j);
    }
  }
  void drop_column(std::size_t j) {
    std::swap(m_columns[j], m_columns.back());
    m_columns.pop_back();
    for (auto& row : m_rows) {
      std::swap(row[j], row.back());
      row.pop_back();
    }
  }

  void set_cost(const std::vector<Integer>& cost) {
    m_cost_row.assign(m_columns.size(), Integer(0));
    for (std::size_t j = 0; j < m_columns.size(); ++j)
      m_cost_row[j] = cost[m_columns[j].variable] * m_denominator;
    for (std::size_t i = 0; i < m_basics.size(); ++i) {
      const Integer& price = cost[m_basics[i].variable];
      if (price == 0) continue;
      for (std::size_t j = 0; j < m_columns.size(); ++j) {
        if (m_rows[i][j] != 0) m_cost_row[j] = cross(m_cost_row[j], Integer(1), price, m_rows[i][j], one());
      }
    }
  }

  static const Integer& one() {
    static const Integer number(1);
    return number;
  }

  [[nodiscard]] std::optional<Entering> chosen_column(bool is_first_taken) const {
    std::optional<Entering> best;
    Integer best_gain(0);
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
      const Integer& cost = m_cost_row[j];
      if (cost == 0) continue;
      const Variable& variable = m_variables[m_columns[j].variable];
      const bool is_rising = cost < 0;
      if (is_rising ? !variable.is_open && m_columns[j].value == variable.most
                    : m_columns[j].value == variable.least)
        continue;
      if (is_first_taken) {
        if (!best || m_columns[j].variable < m_columns[best->column].variable) best = {j, is_rising};
        continue;
      }
      const Integer gain = is_rising ? Integer(-cost) : cost;
      if (gain > best_gain) {
        best_gain = gain;
        best = {j, is_rising};
      }
    }
    return best;
  }

  [[nodiscard]] Block block_of(const Entering& entering) const {
    Block block;
    const Column& column = m_columns[entering.column];
    const Variable& own = m_variables[column.variable];
    if (!entering.is_rising || !own.is_open) {
      const Integer step = entering.is_rising ? own.most - column.value : column.value - own.least;
      block = {none, Integer(0), step, Integer(1), false, false};
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const Integer& entry = m_rows[i][entering.column];
      if (entry == 0) continue;
      const bool is_growing = (entry < 0) == entering.is_rising;
      const Variable& variable = m_variables[m_basics[i].variable];
      if (is_growing && variable.is_open) continue;
      const Integer& bound = is_growing ? variable.most : variable.least;
      Integer step = cross(bound, m_denominator, m_basics[i].numerator, one(), one());
      if (!is_growing) step = -step;
      const Integer over = entry < 0 ? Integer(-entry) : entry;
      const bool is_sooner = block.is_none || is_less(step, block.over, block.step, over);
      const bool is_tied = !is_sooner && !is_less(block.step, over, step, block.over) && block.row != none &&
                           m_basics[i].variable < m_basics[block.row].variable;
      if (is_sooner || is_tied) block = {i, bound, step, over, false, false};
    }
    block.is_no_step = !block.is_none && block.step == 0;
    return block;
  }

  void flip(const Entering& entering, const Block& block) {
    const Integer move = entering.is_rising ? block.step : Integer(-block.step);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      const Integer& entry = m_rows[i][entering.column];
      if (entry != 0) m_basics[i].numerator = cross(m_basics[i].numerator, one(), entry, move, one());
    }
    m_columns[entering.column].value += move;
  }

  // The variable of `column` enters the basis in place of that of `row`, which comes to stand at `bound`. The
  // pivot's sign goes into its row, so that the denominator stays above nought.
  void pivot(std::size_t row, std::size_t column, const Integer& bound) {
    const bool is_negative = m_rows[row][column] < 0;
    const Integer old = m_denominator;
    const Integer size = is_negative ? Integer(-m_rows[row][column]) : m_rows[row][column];
    const Integer off = cross(m_basics[row].numerator, one(), bound, old, one());
    std::vector<Integer>& pivot_row = m_rows[row];
    m_filled.clear();
    for (std::size_t j = 0; j < m_columns.size(); ++j) {
      if (j != column && pivot_row[j] != 0) m_filled.push_back(j);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
      if (i == row) continue;
      const Integer entry = is_negative ? Integer(-m_rows[i][column]) : m_rows[i][column];
      if (entry != 0 || size != old)
        m_basics[i].numerator = cross(m_basics[i].numerator, size, entry, off, old);
      change_row(m_rows[i], pivot_row, entry, size, column);
    }
    if (!m_cost_row.empty()) {
      change_row(m_cost_row, pivot_row, is_negative ? Integer(-m_cost_row[column]) : m_cost_row[column], size,
                 column);
    }
    if (is_negative) {
      for (const std::size_t j : m_filled) pivot_row[j] = -pivot_row[j];
    }
    pivot_row[column] = is_negative ? Integer(-old) : old;
    const Integer entered = cross(m_columns[column].value, size, Integer(is_negative ? 1 : -1), off, one());
    const std::size_t leaving = m_basics[row].variable;
    m_basics[row] = {m_columns[column].variable, entered};
    m_columns[column] = {leaving, bound};
    m_denominator = size;
  }

  // `entry` is what the row has in the pivot's column, with the pivot's sign.
  void change_row(std::vector<Integer>& row, const std::vector<Integer>& pivot_row, const Integer& entry,
                  const Integer& size, std::size_t column) const {
    if (size == m_denominator) {  // what lies outside the pivot's row and column stays as it is
      if (entry == 0) return;
      for (const std::size_t j : m_filled) row[j] = cross(row[j], size, entry, pivot_row[j], m_denominator);
    } else {
      for (std::size_t j = 0; j < row.size(); ++j) {
        if (j != column && (row[j] != 0 || (entry != 0 && pivot_row[j] != 0)))
          row[j] = cross(row[j], size, entry, pivot_row[j], m_denominator);
      }
    }
    row[column] = -entry;
  }

  std::vector<Variable> m_variables;
  std::vector<Column> m_columns;
  std::vector<Basic> m_basics;
  std::vector<std::vector<Integer>> m_rows;
  std::vector<Integer> m_cost_row;  // what a unit of each column's variable adds to the cost, x denominator
  Integer m_denominator{1};
  std::vector<std::size_t> m_filled;
  bool m_is_off = false;
  bool m_is_feasible = true;
};

}  // namespace eqr::disclosure
