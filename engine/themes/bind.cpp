#include <utility>
#include <variant>

#include "themes/draft_check.hpp"

namespace eqr::themes {
namespace {

using Inputs = std::map<std::string, std::string>;

std::string bound(const std::string& role, const Inputs& inputs) {
  const auto found = inputs.find(role);
  return found == inputs.end() ? role : found->second;
}

Population bound(const Population& who, const Inputs& inputs) {
  Population made(bound(who.input(), inputs));
  if (who.snapshot() == Snapshot::last_year) made = made.last_year();
  for (const Condition& condition : who.conditions()) {
    made =
        condition.of_row ? made.where_row(condition.column) : made.where(condition.column, condition.groups);
  }
  return made;
}

void bind_in(Expression& expression, const Inputs& inputs) {
  if (!expression.population.input().empty()) expression.population = bound(expression.population, inputs);
  if (!expression.input.empty()) expression.input = bound(expression.input, inputs);
  for (Expression& operand : expression.operands) bind_in(operand, inputs);
}

}  // namespace

Draft bind(Draft draft, const Inputs& inputs_by_role) {
  for (Figure& figure : draft.figures) {
    bind_in(figure.value, inputs_by_role);
    if (figure.last_year) bind_in(*figure.last_year, inputs_by_role);
  }
  for (Table& table : draft.tables) {
    for (Row& row : table.rows) {
      if (row.each) row.each->input = bound(row.each->input, inputs_by_role);
      for (Cell& cell : row.cells) {
        if (auto* expression = std::get_if<Expression>(&cell)) bind_in(*expression, inputs_by_role);
      }
    }
  }
  return draft;
}

}  // namespace eqr::themes
