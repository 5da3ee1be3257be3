#include "measures/statutory.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace eqr::measures {
namespace {

const Condition women{"sex", {"female"}, false};
const Condition men{"sex", {"male"}, false};
const Condition got_a_bonus{"bonus", {"received"}, false};

// Whether exactly these conditions narrow the population, in any order.
bool is_narrowed_by(const Population& who, const std::vector<Condition>& conditions) {
  return who.conditions().size() == conditions.size() &&
         std::ranges::all_of(conditions, [&](const Condition& condition) {
           return std::ranges::find(who.conditions(), condition) != who.conditions().end();
         });
}

bool is_of_one_input(const Expression& first, const Expression& second) {
  return first.population.input() == second.population.input() &&
         first.population.snapshot() == second.population.snapshot();
}

bool is_average(Operation operation) {
  return operation == Operation::mean_pay || operation == Operation::median_pay ||
         operation == Operation::mean_bonus || operation == Operation::median_bonus;
}

}  // namespace

bool is_statutory_gap(const Expression& expression) {
  if (expression.operation != Operation::gap) return false;
  const Expression &reference = expression.operands[0], &compared = expression.operands[1];
  return is_average(reference.operation) && reference.operation == compared.operation &&
         is_of_one_input(reference, compared) && is_narrowed_by(reference.population, {men}) &&
         is_narrowed_by(compared.population, {women});
}

bool is_statutory_proportion(const Expression& expression) {
  if (expression.operation != Operation::percent_of) return false;
  const Expression &part = expression.operands[0], &whole = expression.operands[1];
  if (part.operation != Operation::count || whole.operation != Operation::count) return false;
  return is_of_one_input(part, whole) && std::ranges::any_of(std::vector{women, men}, [&](const auto& sex) {
           return is_narrowed_by(part.population, {sex, got_a_bonus}) &&
                  is_narrowed_by(whole.population, {sex});
         });
}

bool is_statutory_quarter(const Expression& expression) {
  const std::set<std::string> among(expression.among.begin(), expression.among.end());
  return expression.operation == Operation::pay_quarter && expression.column == "sex" &&
         expression.groups.size() == 1 && among == std::set<std::string>{"female", "male"} &&
         among.contains(expression.groups.front()) && expression.population.conditions().empty();
}

}  // namespace eqr::measures
