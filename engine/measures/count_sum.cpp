#include "measures/count_sum.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "measures/document_value.hpp"

namespace eqr::measures {
namespace {

using tallies::CountSum;

void add(CountSum& sum, const CountSum& other, int times) {
  for (const auto& [key, count] : other) {
    const auto [found, is_new] = sum.try_emplace(key, 0);
    found->second += times * count;
    if (found->second == 0) sum.erase(found);
  }
}

std::optional<CountSum> sum_of(const Expression& expression, const Inputs& inputs) {
  CountSum sum;
  for (std::size_t i = 0; i < expression.operands.size(); ++i) {
    const auto operand = count_sum(expression.operands[i], inputs);
    if (!operand) return std::nullopt;
    add(sum, *operand, i > 0 && expression.operation == Operation::difference ? -1 : 1);
  }
  return sum;
}

bool is_cell_about_people(const Expression& cell, const Inputs& inputs) {
  const auto read = number_at(inputs.documents.at(cell.input).document, cell.row, cell.column);
  const auto* number = std::get_if<DocumentNumber>(&read);
  return number != nullptr && is_protected_count(*number);
}

}  // namespace

std::optional<CountSum> count_sum(const Expression& expression, const Inputs& inputs) {
  switch (expression.operation) {
    case Operation::count:
      return tallies::just(key_of(expression.population, inputs.dimensions));
    case Operation::rows:
      if (!inputs.documents.at(expression.input).rows_are_people) return std::nullopt;
      return tallies::just(document_key(expression, inputs));
    case Operation::cell:
      if (!is_cell_about_people(expression, inputs)) return std::nullopt;
      return tallies::just(document_key(expression, inputs));
    case Operation::sum:
    case Operation::difference:
      return sum_of(expression, inputs);
    default:
      return std::nullopt;
  }
}

void show(const Expression& expression, const Inputs& inputs, tallies::Shown& shown) {
  if (const auto sum = count_sum(expression, inputs)) {
    shown.counts.insert(*sum);
    return;
  }
  if (expression.operation == Operation::mean_pay || expression.operation == Operation::mean_bonus) {
    shown.means[amount_of(expression.operation)].insert(key_of(expression.population, inputs.dimensions));
  }
  for (const Expression& operand : expression.operands) show(operand, inputs, shown);
  if (expression.operation != Operation::percent_of) return;
  const auto part = count_sum(expression.operands[0], inputs);
  const auto whole = count_sum(expression.operands[1], inputs);
  if (part && whole) shown.shares.insert({*part, *whole});
}

void show_totals(const Table& table, const Inputs& inputs, tallies::Shown& shown) {
  const auto totals = std::ranges::count_if(table.rows, &Row::total);
  if (totals != 1) return;
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    tallies::TableTotal made;
    bool is_about_people = true;
    for (const Row& row : table.rows) {
      const auto* expression =
          column < row.cells.size() ? std::get_if<Expression>(&row.cells[column]) : nullptr;
      auto sum = expression == nullptr ? std::nullopt : count_sum(*expression, inputs);
      is_about_people = is_about_people && sum;
      if (!is_about_people) break;
      if (row.total) {
        made.total = std::move(*sum);
      } else {
        made.parts.push_back(std::move(*sum));
      }
    }
    if (is_about_people && made.parts.size() > 1) shown.totals.insert(std::move(made));
  }
}

}  // namespace eqr::measures
