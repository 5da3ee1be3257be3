#include "disclosure/protect.hpp"

#include <numeric>
#include <optional>

namespace eqr::disclosure {
namespace {

std::uint64_t people_in(const tallies::Distribution& paid) {
  return std::accumulate(paid.begin(), paid.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& amount) { return sum + amount.second; });
}

// Whether a published percentage would tell a count that may not be published: the nearest whole number of
// people to it, and any that rounds to it, are looked at.
bool tells_too_small(const tallies::Percentage& percentage, const tallies::Answers& answers,
                     const ProtectedAnswers& safe) {
  std::optional<std::uint64_t> base = percentage.base_people;
  if (percentage.base) {
    const auto known = answers.counts.find(*percentage.base);
    const auto* count = known == answers.counts.end() ? nullptr : std::get_if<tallies::Count>(&known->second);
    if (count != nullptr) base = count->people;
  }
  if (!base) return false;
  const numbers::Exact people = numbers::exact(percentage.percent) * *base / 100;
  const auto nearest = numbers::rounded(people, 0).digits;
  return nearest > 0 ? safe.is_too_small(static_cast<std::uint64_t>(nearest)) : people > 0;
}

}  // namespace

ProtectedAnswers protect(const tallies::Answers& answers, const Policy& policy, const Exempt& exempt) {
  ProtectedAnswers safe;
  safe.m_threshold = policy.threshold;
  safe.m_minimum_pay_group = policy.minimum_pay_group;
  for (const auto& [key, answer] : answers.counts) {
    const auto as_it_is = [](const auto& known) -> ProtectedAnswer { return known; };
    if (exempt.statutory_counts.contains(key)) {
      safe.m_statutory_counts.emplace(key, std::visit(as_it_is, answer));
    }
    const auto* count = std::get_if<tallies::Count>(&answer);
    const auto* percentage = std::get_if<tallies::Percentage>(&answer);
    const bool small = (count != nullptr && safe.is_too_small(count->people)) ||
                       (percentage != nullptr && tells_too_small(*percentage, answers, safe));
    if (small && !exempt.published_inputs.contains(key.input)) {
      safe.m_counts.emplace(key, Withheld{Withheld::Reason::threshold});
      ++safe.m_withheld;
      continue;
    }
    safe.m_counts.emplace(key, std::visit(as_it_is, answer));
  }
  for (const auto& [amount, answered] : answers.amounts) {
    auto& safe_amounts = safe.m_amounts[amount];
    for (const auto& [key, answer] : answered) {
      const auto* paid = std::get_if<tallies::Distribution>(&answer);
      const bool small = paid != nullptr && safe.is_small_pay_group(people_in(*paid));
      if (small && !exempt.statutory_pay.contains(key)) {
        safe_amounts.emplace(key, Withheld{Withheld::Reason::pay_group});
        ++safe.m_withheld;
        continue;
      }
      safe_amounts.emplace(
          key, std::visit([](const auto& known) -> ProtectedDistribution { return known; }, answer));
    }
  }
  return safe;
}

}  // namespace eqr::disclosure
