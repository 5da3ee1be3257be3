#include "run/telling.hpp"

#include <map>
#include <set>

#include "measures/count_sum.hpp"
#include "measures/statutory.hpp"

namespace eqr::run {
namespace {

using tallies::CountSum;

std::vector<report::ToldKey> keys_of(const CountSum& sum) {
  std::vector<report::ToldKey> keys;
  for (const auto& [key, times] : sum) {
    report::ToldKey told{key.input, key.snapshot == tallies::Snapshot::last_year, {}, times};
    for (const auto& [column, groups] : key.admits) {
      told.where.emplace_back(column, std::vector<std::string>(groups.begin(), groups.end()));
    }
    keys.push_back(std::move(told));
  }
  return keys;
}

class Telling {
 public:
  Telling(const Received& received, const measures::Asked& asked, const disclosure::ProtectedAnswers& answers,
          const measures::Evaluator& evaluator)
      : m_inputs(received.inputs), m_asked(asked), m_answers(answers), m_evaluator(evaluator) {}

  void add_counts() {
    for (const CountSum& sum : m_asked.shown.counts) {
      if (sum.empty()) continue;
      m_index.emplace(sum, m_told.counts.size());
      report::ToldCount count{keys_of(sum), std::nullopt, "x"};
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
    for (const tallies::TableTotal& total : m_asked.shown.totals) {
      report::ToldTotal told{place_of(total.total), {}};
      for (const CountSum& part : total.parts) told.parts.push_back(place_of(part));
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
    for (const Figure& figure : statement.draft.figures) {
      add_share(figure.value, figure.format, statement.settings);
      if (figure.last_year) add_share(*figure.last_year, figure.format, statement.settings);
    }
    for (const Table& table : statement.draft.tables) {
      for (const Row& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (const auto* expression = std::get_if<Expression>(&row.cells[i]))
            add_share(*expression, table.columns[i].format, statement.settings);
        }
      }
    }
  }

  report::Told finish(const disclosure::Policy& policy) {
    m_told.threshold = policy.threshold;
    m_told.width = policy.required_width();
    m_told.base = policy.rounding == disclosure::Rounding::nearest ? policy.base : 0;
    return std::move(m_told);
  }

 private:
  // In Told::counts. What two breakdowns of a table have in common may be shown nowhere.
  std::size_t place_of(const CountSum& sum) {
    const auto [found, is_new] = m_index.try_emplace(sum, m_told.counts.size());
    if (is_new) m_told.counts.push_back({keys_of(sum), std::nullopt, "x"});
    return found->second;
  }

  const measures::Inputs& m_inputs;
  const measures::Asked& m_asked;
  const disclosure::ProtectedAnswers& m_answers;
  const measures::Evaluator& m_evaluator;
  report::Told m_told;
  std::map<CountSum, std::size_t> m_index;  // in Told::counts
};

}  // namespace

report::Told told(const Drafted& drafted, const Received& received, const measures::Asked& asked,
                  const disclosure::ProtectedAnswers& answers, const disclosure::Policy& policy,
                  const measures::Evaluator& evaluator) {
  Telling telling(received, asked, answers, evaluator);
  telling.add_columns();
  telling.add_counts();
  telling.add_shares(received.facts);
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (theme.statement) telling.add_shares(*theme.statement);
  }
  return telling.finish(policy);
}

}  // namespace eqr::run
