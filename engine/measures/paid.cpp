#include "measures/paid.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "measures/pay_gap.hpp"
#include "measures/statutory.hpp"

namespace eqr::measures {
namespace {

using disclosure::ProtectedAnswers;
using numbers::Exact;
using tallies::Distribution;

constexpr int parts_of_a_pound = 10'000;

// Why a distribution may not be looked into, or nothing when it may.
std::optional<Missing> barred(const disclosure::ProtectedDistribution& answer, Duty duty,
                              const ProtectedAnswers& answers) {
  if (const auto* reason = std::get_if<tallies::Unavailable>(&answer)) return Missing{"x", reason->reason};
  if (std::holds_alternative<disclosure::Withheld>(answer)) return withheld;
  const auto& paid = std::get<Distribution>(answer);
  if (duty == Duty::voluntary && answers.is_small_pay_group(people_in(paid))) return withheld;
  return std::nullopt;
}

bool is_within(const std::vector<std::string>& groups, const std::vector<std::string>& others,
               const tallies::Dimension& dimension) {
  const auto all = dimension.admitted(others), some = dimension.admitted(groups);
  return all && some && std::ranges::includes(*all, *some);
}

std::array<disclosure::QuarterParts, 4> parts_of(const std::array<Quarter, 4>& quarters) {
  std::array<disclosure::QuarterParts, 4> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) parts[i] = {quarters[i].first, quarters[i].second};
  return parts;
}

}  // namespace

Outcome average_amount(const Expression& expression, Duty duty, const Inputs& inputs,
                       const ProtectedAnswers& answers) {
  const auto& answer =
      answers.distribution(amount_of(expression.operation), key_of(expression.population, inputs.dimensions));
  if (const auto missing = barred(answer, duty, answers)) return *missing;
  const auto& paid = std::get<Distribution>(answer);
  const bool is_mean =
      expression.operation == Operation::mean_pay || expression.operation == Operation::mean_bonus;
  const auto found = is_mean ? mean(paid) : median(paid);
  if (!found) return nobody;
  return Known{Exact(*found / parts_of_a_pound)};
}

Outcome quarter_share(const Expression& expression, int places, const Inputs& inputs,
                      const ProtectedAnswers& answers) {
  const QuarterKeys keys = quarter_keys(expression, inputs.dimensions);
  const auto& groups = answers.distribution(tallies::Amount::hourly_pay, keys.groups);
  const auto& others = answers.distribution(tallies::Amount::hourly_pay, keys.others);
  const Duty duty = is_statutory_quarter(expression) ? Duty::statutory : Duty::voluntary;
  for (const auto* side : {&groups, &others}) {
    if (const auto missing = barred(*side, duty, answers)) return *missing;
  }
  // Both shares of a quarter come from one sharing of ties and one rounding: those of the group named first.
  const auto& dimension = inputs.dimensions.at(expression.population.input()).at(expression.column);
  const bool leads = is_within({expression.among.front()}, expression.groups, dimension);
  const auto all = quarters(std::get<Distribution>(leads ? groups : others),
                            std::get<Distribution>(leads ? others : groups));
  const auto index = static_cast<std::size_t>(expression.number - 1);
  const Quarter quarter = all.at(index);
  const std::uint64_t people = quarter.first + quarter.second;
  if (people == 0) return nobody;
  if (duty == Duty::voluntary && answers.withheld_quarters(parts_of(all)).at(index)) return withheld;
  const Exact printed = numbers::exact(numbers::rounded(Exact(quarter.first) * 100 / people, places));
  return Known{leads ? printed : Exact(100 - printed)};
}

}  // namespace eqr::measures
