#include "measures/evaluate.hpp"

namespace eqr::measures {
namespace {

std::string population_in_words(const Population& who) {
  std::string written = who.input() + (who.snapshot() == Snapshot::this_year ? ", this year" : ", last year");
  bool first = true;
  for (const Condition& condition : who.conditions()) {
    written += (first ? ", where " : " and ") + condition.column + " is ";
    for (std::size_t i = 0; i < condition.groups.size(); ++i) {
      if (i > 0) written += i + 1 == condition.groups.size() ? " or " : ", ";
      written += condition.groups[i];
    }
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
    case Operation::mean_pay_gap:
      return "mean gender pay gap of " + population_in_words(expression.population);
    case Operation::median_pay_gap:
      return "median gender pay gap of " + population_in_words(expression.population);
    case Operation::pay_quarter:
      return "percentage " + expression.column + " in pay quarter " + std::to_string(expression.number) +
             " of " + population_in_words(expression.population);
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
  }
  return {};
}

}  // namespace eqr::measures
