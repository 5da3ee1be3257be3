#include "disclosure/protect.hpp"

#include <numeric>

namespace eqr::disclosure {
namespace {

std::uint64_t people_in(const tallies::PayDistribution& pay) {
  return std::accumulate(pay.begin(), pay.end(), std::uint64_t{0},
                         [](std::uint64_t sum, const auto& rate) { return sum + rate.second; });
}

bool is_small(std::uint64_t people, std::uint64_t threshold) {
  return people > 0 && people < threshold;
}

}  // namespace

ProtectedAnswers protect(const tallies::Answers& answers, const Policy& policy,
                         const std::set<tallies::Key>& statutory) {
  ProtectedAnswers safe;
  for (const auto& [key, answer] : answers.counts) {
    const auto* count = std::get_if<tallies::Count>(&answer);
    if (count != nullptr && is_small(count->people, policy.threshold)) {
      safe.m_counts.emplace(key, Withheld{Withheld::Reason::threshold});
      ++safe.m_withheld;
      continue;
    }
    safe.m_counts.emplace(key,
                          std::visit([](const auto& known) -> ProtectedAnswer { return known; }, answer));
  }
  for (const auto& [key, answer] : answers.pay) {
    const auto* pay = std::get_if<tallies::PayDistribution>(&answer);
    if (pay != nullptr && !statutory.contains(key) && people_in(*pay) < policy.minimum_pay_group) {
      safe.m_pay.emplace(key, Withheld{Withheld::Reason::pay_group});
      ++safe.m_withheld;
      continue;
    }
    safe.m_pay.emplace(key, std::visit([](const auto& known) -> ProtectedPay { return known; }, answer));
  }
  return safe;
}

}  // namespace eqr::disclosure
