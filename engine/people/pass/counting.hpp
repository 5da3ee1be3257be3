// One thread's counting: tables for every tally, and what is found in the rows.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "people/findings.hpp"
#include "people/pass/counters.hpp"
#include "people/pass/layout.hpp"
#include "people/pass/row_reader.hpp"
#include "people/row_faults.hpp"
#include "tallies/answers.hpp"

namespace eqr::persons {

// Whom a table counts: people in post at a snapshot, whoever was there between the two, or everybody by their
// presence (rows.hpp), which answers for both snapshots.
enum class Counted { this_snapshot, last_snapshot, moved, by_presence };

// The tables that answer the questions of one occasion, and which table answers which.
struct TablePlan {
  struct Table {
    Counted whom = Counted::this_snapshot;
    std::vector<std::string> by;  // sorted ids
    tallies::Snapshot snapshot = tallies::Snapshot::this_year;
    std::optional<tallies::Amount> amount;
  };
  std::vector<Table> tables;
  std::map<tallies::Key, std::size_t> counts;
  std::map<tallies::Amount, std::map<tallies::Key, std::size_t>> amounts;
  Needs needs;
};

class Counting {
 public:
  Counting(const Layout& layout, const TablePlan& plan);

  // `rows` have their lines and marks; codes may still be misfits of `reader`.
  void count(Rows& rows, const RowReader& reader);
  // Another thread's, once it has ended.
  void add(Counting&& other);

  // Complete once all threads have been added.
  [[nodiscard]] const Findings& findings() const { return m_findings; }
  [[nodiscard]] RowFaults& fatal() { return m_fatal; }
  [[nodiscard]] const RowFaults& treated() const { return m_treated; }
  [[nodiscard]] std::uint64_t people(std::size_t table, const Admitted& admitted) const;
  [[nodiscard]] tallies::Distribution amounts(std::size_t table, const Admitted& admitted) const;

  // A problem told after all others.
  void add_last(problems::Problem problem) { m_last_problems.push_back(std::move(problem)); }
  [[nodiscard]] const std::vector<problems::Problem>& last_problems() const { return m_last_problems; }
  void add_repeated(std::uint64_t rows) { m_findings.repeated += rows; }
  void add_fault(Finding finding, const std::string& heading, std::string_view message, std::string hint,
                 std::size_t line);

 private:
  void weigh(Rows& rows);
  bool weigh_unusual(const Rows& rows, std::size_t row);
  void look_into_codes(Rows& rows, const RowReader& reader, std::size_t column);
  void replace_misfit(Rows& rows, const RowReader& reader, std::size_t column, std::size_t row);
  void look_into_rates(Rows& rows);
  void tell_rate(AmountCode rate, std::size_t line);
  void look_into_bonuses(Rows& rows);
  void tell(const Note& note);
  void tell_misfit(const CodeColumn& column, const Misfits::Kind& kind, std::size_t line);
  [[nodiscard]] const std::vector<std::uint8_t>& weights(Counted whom) const;
  [[nodiscard]] std::string hint_for(Finding finding, std::string hint) const;

  const Layout& m_layout;
  const TablePlan& m_plan;
  std::map<std::size_t, PeopleTable> m_people;  // by position in the plan
  std::map<std::size_t, AmountTable> m_amounts;
  Findings m_findings;
  RowFaults m_fatal, m_treated;
  std::vector<problems::Problem> m_last_problems;
  // Of the rows at hand, 0 or 1 each.
  std::vector<std::uint8_t> m_this, m_last, m_moved, m_any, m_rated, m_with_bonus, m_everybody;
};

}  // namespace eqr::persons
