#include "measures/pay_gap.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

namespace eqr::measures {
namespace {

using numbers::Exact;

std::int64_t rate_at(const Distribution& pay, std::uint64_t position) {
  std::uint64_t passed = 0;
  for (const auto& [rate, count] : pay) {
    passed += count;
    if (position < passed) return rate;
  }
  return pay.back().first;
}

std::array<std::uint64_t, 4> quarter_sizes(std::uint64_t people) {
  std::array<std::uint64_t, 4> sizes{};
  sizes.fill(people / 4);
  constexpr std::array<std::array<std::uint64_t, 4>, 4> extra = {
      {{0, 0, 0, 0}, {1, 0, 0, 0}, {1, 0, 1, 0}, {1, 1, 1, 0}}};
  for (std::size_t i = 0; i < 4; ++i) sizes[i] += extra.at(people % 4)[i];
  return sizes;
}

// Shares some of the people on one rate over the parts of that rate that fall into each quarter.
std::array<std::uint64_t, 4> shared(std::uint64_t people, const std::array<std::uint64_t, 4>& parts) {
  const std::uint64_t everyone = parts[0] + parts[1] + parts[2] + parts[3];
  std::array<std::uint64_t, 4> share{};
  std::vector<std::pair<std::uint64_t, std::size_t>> remainders;
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    share[i] = people * parts[i] / everyone;
    given += share[i];
    remainders.emplace_back(people * parts[i] % everyone, i);
  }
  std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; given < people; ++i, ++given) ++share[remainders[i].second];
  return share;
}

}  // namespace

std::uint64_t people_in(const Distribution& pay) {
  std::uint64_t people = 0;
  for (const auto& [rate, count] : pay) people += count;
  return people;
}

std::optional<Exact> mean(const Distribution& pay) {
  const std::uint64_t people = people_in(pay);
  if (people == 0) return std::nullopt;
  Exact total = 0;
  for (const auto& [rate, count] : pay) total += Exact(rate) * count;
  return Exact(total / people);
}

std::optional<Exact> median(const Distribution& pay) {
  const std::uint64_t people = people_in(pay);
  if (people == 0) return std::nullopt;
  const Exact lower = rate_at(pay, (people - 1) / 2);
  const Exact upper = rate_at(pay, people / 2);
  return Exact((lower + upper) / 2);
}

std::optional<Exact> gap(const std::optional<Exact>& reference, const std::optional<Exact>& compared) {
  if (!reference || !compared || *reference == 0) return std::nullopt;
  return Exact((*reference - *compared) / *reference * 100);
}

std::array<Quarter, 4> quarters(const Distribution& first, const Distribution& second) {
  std::map<std::int64_t, Quarter> rates;
  for (const auto& [rate, count] : first) rates[rate].first += count;
  for (const auto& [rate, count] : second) rates[rate].second += count;

  std::array<Quarter, 4> quarters{};
  std::array<std::uint64_t, 4> room = quarter_sizes(people_in(first) + people_in(second));
  std::size_t current = 0;
  for (const auto& [rate, paid] : rates) {
    std::array<std::uint64_t, 4> parts{};
    for (std::uint64_t left = paid.first + paid.second; left > 0;) {
      while (room.at(current) == 0) ++current;
      const std::uint64_t placed = std::min(left, room.at(current));
      parts.at(current) += placed;
      room.at(current) -= placed;
      left -= placed;
    }
    if (paid.first + paid.second == 0) continue;
    const std::array<std::uint64_t, 4> first_in = shared(paid.first, parts);
    for (std::size_t i = 0; i < 4; ++i) {
      quarters.at(i).first += first_in.at(i);
      quarters.at(i).second += parts.at(i) - first_in.at(i);
    }
  }
  return quarters;
}

}  // namespace eqr::measures
