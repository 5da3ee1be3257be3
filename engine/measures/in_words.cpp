#include "measures/evaluate.hpp"

namespace eqr::measures {
namespace {

std::string alternatives(const std::vector<std::string>& groups) {
  std::string written;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i > 0) written += i + 1 == groups.size() ? " or " : ", ";
    written += groups[i];
  }
  return written;
}

std::string population_in_words(const Population& who) {
  std::string written = who.input() + (who.snapshot() == Snapshot::this_year ? ", this year" : ", last year");
  bool first = true;
  for (const Condition& condition : who.conditions()) {
    written += (first ? ", where " : " and ") + condition.column + " is " + alternatives(condition.groups);
    first = false;
  }
  return written;
}

std::string joined(const Expression& expression, const std::string& between) {
  std::string written;
  for (std::size_t i = 0; i < expression.operands.size(); ++i) {
    if (i > 0) written += between;
    written += '(' + in_words(expression.operands[i]) + ')';
  }
  return written;
}

std::string likelihood(const Expression& expression) {
  const auto operand = [&](std::size_t i) { return '(' + in_words(expression.operands[i]) + ')'; };
  return '(' + operand(0) + " / " + operand(1) + ") / (" + operand(2) + " / " + operand(3) + ')';
}

}  // namespace

std::string in_words(const Expression& expression) {
  switch (expression.operation) {
    case Operation::count:
      return "count of " + population_in_words(expression.population);
    case Operation::cell:
      return "input \"" + expression.input + "\", row " + std::to_string(expression.row) + ", column \"" +
             expression.column + '"';
    case Operation::rows:
      // How many there are is not said here: the rows of some registers are people.
      return "number of listed rows of input \"" + expression.input + '"';
    case Operation::setting:
      return "setting \"" + expression.column + '"';
    case Operation::mean_pay:
      return "mean hourly pay of " + population_in_words(expression.population);
    case Operation::median_pay:
      return "median hourly pay of " + population_in_words(expression.population);
    case Operation::mean_bonus:
      return "mean bonus pay of " + population_in_words(expression.population);
    case Operation::median_bonus:
      return "median bonus pay of " + population_in_words(expression.population);
    case Operation::pay_quarter:
      return "percentage whose " + expression.column + " is " + alternatives(expression.groups) +
             " in pay quarter " + std::to_string(expression.number) + " of " +
             population_in_words(expression.population.where(expression.column, expression.among));
    case Operation::sum:
      return joined(expression, " + ");
    case Operation::difference:
      return joined(expression, " - ");
    case Operation::percent_of:
      return "100 x " + joined(expression, " / ");
    case Operation::change:
      return joined(expression, " - ") + ", both as printed";
    case Operation::ratio:
      return joined(expression, " / ");
    case Operation::per_100:
      return joined(expression, " for every 100 of ");
    case Operation::gap:
      return "percentage by which (" + in_words(expression.operands[1]) + ") is below (" +
             in_words(expression.operands[0]) + ')';
    case Operation::likelihood_low:
      return "lower bound at 95% confidence of " + likelihood(expression);
    case Operation::likelihood_high:
      return "upper bound at 95% confidence of " + likelihood(expression);
  }
  return {};
}

}  // namespace eqr::measures
