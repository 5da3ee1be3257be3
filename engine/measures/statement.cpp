#include "measures/statement.hpp"

#include <utility>

#include "measures/count_sum.hpp"
#include "measures/document_relations.hpp"
#include "measures/document_value.hpp"
#include "measures/statutory.hpp"

namespace eqr::measures {
namespace {

// The expression with the group of its row put in.
Expression for_group(Expression expression, const Each& each, const std::string& group) {
  Population bound(expression.population.input());
  if (expression.population.snapshot() == Snapshot::last_year) bound = bound.last_year();
  for (const Condition& condition : expression.population.conditions()) {
    const bool is_row = condition.of_row && condition.column == each.column;
    bound = bound.where(condition.column, is_row ? std::vector<std::string>{group} : condition.groups);
  }
  expression.population = std::move(bound);
  for (Expression& operand : expression.operands) operand = for_group(std::move(operand), each, group);
  return expression;
}

std::string label_of(const Each& each, const std::string& group, const Inputs& inputs) {
  const auto input = inputs.people.find(each.input);
  if (input == inputs.people.end()) return group;
  const Characteristic* characteristic = input->second.find(each.column);
  const Group* found = characteristic == nullptr ? nullptr : characteristic->find(group);
  return found == nullptr ? group : found->label;
}

void write_out(const Row& pattern, const Inputs& inputs, std::vector<Row>& rows) {
  if (!pattern.each) {
    rows.push_back(pattern);
    return;
  }
  for (const std::string& group : pattern.each->groups) {
    Row row{std::nullopt, {}, pattern.total};
    for (const Cell& cell : pattern.cells) {
      if (std::holds_alternative<RowLabel>(cell)) {
        row.cells.emplace_back(label_of(*pattern.each, group, inputs));
      } else if (const auto* expression = std::get_if<Expression>(&cell)) {
        row.cells.emplace_back(for_group(*expression, *pattern.each, group));
      } else {
        row.cells.push_back(cell);
      }
    }
    rows.push_back(std::move(row));
  }
}

void ask_document_cell(const Expression& cell, const Inputs& inputs, Asked& asked) {
  const Document& document = inputs.documents.at(cell.input).document;
  const auto value = number_at(document, cell.row, cell.column);
  const auto* number = std::get_if<DocumentNumber>(&value);
  if (number == nullptr || !is_protected_count(*number)) return;
  asked.document_counts.counts.emplace(
      document_key(cell, inputs),
      tallies::Count{static_cast<std::uint64_t>(numbers::exact(number->low).convert_to<std::int64_t>())});
}

// What the law requires is published whatever the numbers.
void note_duty(const Expression& expression, const Inputs& inputs, Asked& asked) {
  const auto key_at = [&](std::size_t operand) {
    return key_of(expression.operands[operand].population, inputs.dimensions);
  };
  if (is_statutory_gap(expression)) {
    asked.statutory_pay.insert({key_at(0), key_at(1)});
  } else if (is_statutory_proportion(expression)) {
    asked.statutory_counts.insert({key_at(0), key_at(1)});
    asked.told_by_law.insert(key_at(0));
  } else if (is_statutory_quarter(expression)) {
    const QuarterKeys keys = quarter_keys(expression, inputs.dimensions);
    asked.statutory_pay.insert({keys.groups, keys.others});
  }
}

void ask_expression(const Expression& expression, const Inputs& inputs, Asked& asked) {
  switch (expression.operation) {
    case Operation::count:
      asked.questions.counts.insert(key_of(expression.population, inputs.dimensions));
      break;
    case Operation::cell:
      ask_document_cell(expression, inputs, asked);
      break;
    case Operation::rows:
      if (inputs.documents.at(expression.input).rows_are_people) {
        asked.document_counts.counts.emplace(document_key(expression, inputs),
                                             tallies::Count{expression.row_numbers.size()});
      }
      break;
    case Operation::mean_pay:
    case Operation::median_pay:
    case Operation::mean_bonus:
    case Operation::median_bonus:
      asked.questions.amounts[amount_of(expression.operation)].insert(
          key_of(expression.population, inputs.dimensions));
      break;
    case Operation::pay_quarter: {
      const QuarterKeys keys = quarter_keys(expression, inputs.dimensions);
      asked.questions.amounts[tallies::Amount::hourly_pay].insert({keys.groups, keys.others});
      break;
    }
    default:
      break;
  }
  note_duty(expression, inputs, asked);
  for (const Expression& operand : expression.operands) ask_expression(operand, inputs, asked);
}

}  // namespace

tallies::Key document_key(const Expression& counted, const Inputs& inputs) {
  const std::string& input = inputs.documents.at(counted.input).name();
  if (counted.operation == Operation::cell) return tallies::document_cell(input, counted.row, counted.column);
  return tallies::document_rows(input, {counted.row_numbers.begin(), counted.row_numbers.end()});
}

Statement written_out(std::string theme, nlohmann::json settings, const Draft& draft, const Inputs& inputs) {
  Statement statement{std::move(theme), std::move(settings), draft};
  for (Table& table : statement.draft.tables) {
    std::vector<Row> rows;
    for (const Row& row : table.rows) write_out(row, inputs, rows);
    table.rows = std::move(rows);
  }
  return statement;
}

tallies::Key key_of(const Population& who, const tallies::Dimensions& dimensions) {
  tallies::Key key{
      who.input(),
      who.snapshot() == Snapshot::this_year ? tallies::Snapshot::this_year : tallies::Snapshot::last_year,
      {}};
  std::map<std::string, std::set<std::string>> admits;
  for (const Condition& condition : who.conditions()) {
    const tallies::Dimension& dimension = dimensions.at(who.input()).at(condition.column);
    auto admitted = dimension.admitted(condition.groups);
    if (!admitted) throw std::out_of_range("a group that column \"" + condition.column + "\" does not have");
    const auto [met, first] = admits.try_emplace(condition.column, *admitted);
    if (!first)
      std::erase_if(met->second, [&](const std::string& leaf) { return !admitted->contains(leaf); });
  }
  for (auto& [column, admitted] : admits) {
    tallies::narrow(key, column, dimensions.at(who.input()).at(column), std::move(admitted));
  }
  return key;
}

QuarterKeys quarter_keys(const Expression& quarter, const tallies::Dimensions& dimensions) {
  const tallies::Dimension& dimension = dimensions.at(quarter.population.input()).at(quarter.column);
  const auto groups = dimension.admitted(quarter.groups), among = dimension.admitted(quarter.among);
  if (!groups || !among) {
    throw std::out_of_range("a group that column \"" + quarter.column + "\" does not have");
  }
  QuarterKeys keys{key_of(quarter.population, dimensions), key_of(quarter.population, dimensions)};
  std::set<std::string> chosen, others;
  for (const std::string& leaf : *among) (groups->contains(leaf) ? chosen : others).insert(leaf);
  tallies::narrow(keys.groups, quarter.column, dimension, std::move(chosen));
  tallies::narrow(keys.others, quarter.column, dimension, std::move(others));
  return keys;
}

tallies::Amount amount_of(Operation average) {
  const bool bonus = average == Operation::mean_bonus || average == Operation::median_bonus;
  return bonus ? tallies::Amount::bonus : tallies::Amount::hourly_pay;
}

void ask(const Statement& statement, const Inputs& inputs, Asked& asked) {
  const auto ask_for = [&](const Expression& expression) {
    ask_expression(expression, inputs, asked);
    show(expression, inputs, asked.shown);
    if (auto sum = count_sum(expression, inputs)) asked.shown.printed.insert(std::move(*sum));
  };
  for (const Figure& figure : statement.draft.figures) {
    ask_for(figure.value);
    if (figure.last_year) ask_for(*figure.last_year);
  }
  for (const Table& table : statement.draft.tables) {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        if (const auto* expression = std::get_if<Expression>(&cell)) ask_for(*expression);
      }
    }
    show_totals(table, inputs, asked.shown);
    note_divisions(table, inputs, asked);
  }
}

void tie_together(const Inputs& inputs, Asked& asked) {
  relate_documents(inputs, asked);
  asked.web = tallies::relations_among(asked.questions.counts, inputs.dimensions);
  asked.questions.counts.insert(asked.web.between.begin(), asked.web.between.end());
  for (const auto& [amount, keys] : asked.shown.means) {
    for (const tallies::Key& key : tallies::relations_among(keys, inputs.dimensions).between) {
      if (asked.questions.amounts[amount].insert(key).second) asked.pay_between[amount].insert(key);
    }
  }
}

}  // namespace eqr::measures
