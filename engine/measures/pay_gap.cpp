#include "measures/pay_gap.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

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
  std::array<std::pair<std::uint64_t, std::size_t>, 4> remainders{};
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    share[i] = people * parts[i] / everyone;
    given += share[i];
    remainders[i] = {people * parts[i] % everyone, i};
  }
  std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; given < people; ++i, ++given) ++share[remainders[i].second];
  return share;
}

}  // namespace

std::optional<Exact> mean(const Distribution& pay) {
  const std::uint64_t people = people_in(pay);
  if (people == 0) return std::nullopt;
  boost::multiprecision::cpp_int total = 0;  // a sum of fractions would be brought to lowest terms each time
  for (const auto& [rate, count] : pay) total += boost::multiprecision::cpp_int(rate) * count;
  return Exact(total, people);
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
  std::array<Quarter, 4> quarters{};
  std::array<std::uint64_t, 4> room = quarter_sizes(people_in(first) + people_in(second));
  std::size_t current = 0;
  auto one = first.begin();
  auto other = second.begin();
  while (one != first.end() || other != second.end()) {
    const bool is_of_first = other == second.end() || (one != first.end() && one->first <= other->first);
    const std::int64_t rate = is_of_first ? one->first : other->first;
    Quarter paid{};  // at this rate
    for (; one != first.end() && one->first == rate; ++one) paid.first += one->second;
    for (; other != second.end() && other->first == rate; ++other) paid.second += other->second;

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
