#include "run/telling.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "measures/count_sum.hpp"
#include "measures/statutory.hpp"

namespace eqr::run {
namespace {

using tallies::CountSum;

class Telling {
 public:
  Telling(const Received& received, const measures::Asked& asked, const disclosure::ProtectedAnswers& answers,
          const measures::Evaluator& evaluator)
      : m_inputs(received.inputs), m_asked(asked), m_answers(answers), m_evaluator(evaluator) {}

  // Numbers of rows of registers go by numbers of their own, in the order in which the report shows them: the
  // rows would say how many there are, and even their order something of which they are.
  void number_registers(const measures::Statement& statement) {
    each_expression(statement,
                    [this](const Expression& expression, const Format&) { number_rows(expression); });
  }

  void add_counts() {
    std::map<std::vector<report::ToldKey>, CountSum> in_order;
    for (const CountSum& sum : m_asked.shown.counts) {
      if (!sum.empty()) in_order.emplace(keys_of(sum), sum);
    }
    for (const auto& [keys, sum] : in_order) {
      m_index.emplace(sum, m_told.counts.size());
      report::ToldCount count{keys, std::nullopt, "x"};
      const disclosure::ProtectedAnswer& answer = m_answers.count(sum);
      if (std::holds_alternative<disclosure::Withheld>(answer)) count.shorthand = "c";
      if (std::holds_alternative<disclosure::Low>(answer)) count.shorthand = "low";
      if (m_asked.shown.printed.contains(sum)) {
        if (const auto* known = std::get_if<tallies::Count>(&answer))
          count.people = static_cast<std::int64_t>(known->people);
        if (const auto* less = std::get_if<disclosure::Difference>(&answer)) count.people = less->people;
      }
      m_told.counts.push_back(std::move(count));
    }
    add_totals();
  }

  // In an order that follows from what is told of them.
  void add_totals() {
    using Keys = std::vector<report::ToldKey>;
    std::map<std::pair<Keys, std::map<Keys, CountSum>>, CountSum> in_order;
    for (const tallies::TableTotal& total : m_asked.shown.totals) {
      std::map<Keys, CountSum> parts;
      for (const CountSum& part : total.parts) parts.emplace(keys_of(part), part);
      in_order.emplace(std::pair(keys_of(total.total), std::move(parts)), total.total);
    }
    for (const auto& [keys, total] : in_order) {
      report::ToldTotal told{place_of(total), {}};
      for (const auto& [part_keys, part] : keys.second) told.parts.push_back(place_of(part));
      m_told.totals.push_back(std::move(told));
    }
  }

  void add_columns() {
    std::set<std::string> inputs;
    for (const CountSum& sum : m_asked.shown.counts) {
      for (const auto& [key, times] : sum) inputs.insert(key.input);
    }
    for (const std::string& input : inputs) {
      const auto found = m_inputs.dimensions.find(input);
      if (found == m_inputs.dimensions.end()) continue;
      for (const auto& [column, dimension] : found->second) {
        m_told.columns.push_back({input,
                                  column,
                                  {dimension.leaves.begin(), dimension.leaves.end()},
                                  {dimension.when_absent.begin(), dimension.when_absent.end()}});
      }
    }
  }

  void add_share(const Expression& expression, const Format& format, const nlohmann::json& settings) {
    if (expression.operation != Operation::percent_of) return;
    const auto part = measures::count_sum(expression.operands[0], m_inputs);
    const auto whole = measures::count_sum(expression.operands[1], m_inputs);
    if (!part || !whole || part->empty() || whole->empty()) return;
    const measures::Evaluated evaluated = m_evaluator.evaluate(expression, format, settings);
    const auto* known = std::get_if<measures::Known>(&evaluated.outcome);
    if (known == nullptr) return;
    m_told.shares.push_back({m_index.at(*part), m_index.at(*whole),
                             numbers::rounded(known->value, evaluated.places),
                             measures::is_statutory_proportion(expression)});
  }

  void add_shares(const measures::Statement& statement) {
    each_expression(statement, [&](const Expression& expression, const Format& format) {
      add_share(expression, format, statement.settings);
    });
  }

  report::Told finish(const disclosure::Policy& policy) {
    m_told.threshold = policy.threshold;
    m_told.width = policy.required_width();
    m_told.base = policy.rounding == disclosure::Rounding::nearest ? policy.base : 0;
    return std::move(m_told);
  }

 private:
  template <typename Use>
  static void each_expression(const measures::Statement& statement, Use&& use) {
    for (const Figure& figure : statement.draft.figures) {
      use(figure.value, figure.format);
      if (figure.last_year) use(*figure.last_year, figure.format);
    }
    for (const Table& table : statement.draft.tables) {
      for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (const auto* expression = std::get_if<Expression>(&row.cells[i]))
            use(*expression, table.columns[i].format);
        }
      }
    }
  }

  void number_rows(const Expression& expression) {
    if (expression.operation == Operation::rows)
      m_registers.try_emplace(measures::document_key(expression, m_inputs), m_registers.size() + 1);
    for (const Expression& operand : expression.operands) number_rows(operand);
  }

  [[nodiscard]] std::vector<report::ToldKey> keys_of(const CountSum& sum) const {
    std::vector<report::ToldKey> keys;
    for (const auto& [key, times] : sum) {
      report::ToldKey told{key.input, key.snapshot == tallies::Snapshot::last_year, {}, times};
      const auto counted = m_registers.find(key);
      if (counted != m_registers.end()) {
        told.where = {{"@rows", {std::to_string(counted->second)}}};
      } else {
        for (const auto& [column, groups] : key.admits)
          told.where.emplace_back(column, std::vector<std::string>(groups.begin(), groups.end()));
      }
      keys.push_back(std::move(told));
    }
    std::ranges::sort(keys);
    return keys;
  }

  // In Told::counts. What two breakdowns of a table have in common may be shown nowhere.
  std::size_t place_of(const CountSum& sum) {
    const auto [found, is_new] = m_index.try_emplace(sum, m_told.counts.size());
    if (is_new)
      m_told.counts.push_back({keys_of(sum), std::nullopt, is_withheld_by_supplier(sum) ? "c" : "x"});
    return found->second;
  }

  [[nodiscard]] bool is_withheld_by_supplier(const CountSum& sum) const {
    return sum.size() == 1 && m_asked.withheld_by_supplier.contains(sum.begin()->first);
  }

  const measures::Inputs& m_inputs;
  const measures::Asked& m_asked;
  const disclosure::ProtectedAnswers& m_answers;
  const measures::Evaluator& m_evaluator;
  report::Told m_told;
  std::map<CountSum, std::size_t> m_index;          // in Told::counts
  std::map<tallies::Key, std::size_t> m_registers;  // their numbers
};

}  // namespace

report::Told told(const Drafted& drafted, const Received& received, const measures::Asked& asked,
                  const disclosure::ProtectedAnswers& answers, const disclosure::Policy& policy,
                  const measures::Evaluator& evaluator) {
  Telling telling(received, asked, answers, evaluator);
  telling.number_registers(received.facts);
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (theme.statement) telling.number_registers(*theme.statement);
  }
  telling.add_columns();
  telling.add_counts();
  telling.add_shares(received.facts);
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (theme.statement) telling.add_shares(*theme.statement);
  }
  return telling.finish(policy);
}

}  // namespace eqr::run
