#include "measures/pay_gap.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

namespace eqr::measures {
namespace {

using numbers::Exact;

std::uint64_t people_in(const Distribution& pay) {
  std::uint64_t people = 0;
  for (const auto& [rate, count] : pay) people += count;
  return people;
}

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

// Shares `women` of one rate over the parts of that rate that fall into each quarter.
std::array<std::uint64_t, 4> shared(std::uint64_t women, const std::array<std::uint64_t, 4>& parts) {
  const std::uint64_t everyone = parts[0] + parts[1] + parts[2] + parts[3];
  std::array<std::uint64_t, 4> share{};
  std::vector<std::pair<std::uint64_t, std::size_t>> remainders;
  std::uint64_t given = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    share[i] = women * parts[i] / everyone;
    given += share[i];
    remainders.emplace_back(women * parts[i] % everyone, i);
  }
  std::ranges::stable_sort(remainders, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (std::size_t i = 0; given < women; ++i, ++given) ++share[remainders[i].second];
  return share;
}

}  // namespace

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

std::optional<Exact> gap(const std::optional<Exact>& men, const std::optional<Exact>& women) {
  if (!men || !women || *men == 0) return std::nullopt;
  return Exact((*men - *women) / *men * 100);
}

std::array<Quarter, 4> quarters(const Distribution& men, const Distribution& women) {
  std::map<std::int64_t, Quarter> rates;
  for (const auto& [rate, count] : men) rates[rate].men += count;
  for (const auto& [rate, count] : women) rates[rate].women += count;

  std::array<Quarter, 4> quarters{};
  std::array<std::uint64_t, 4> room = quarter_sizes(people_in(men) + people_in(women));
  std::size_t current = 0;
  for (const auto& [rate, paid] : rates) {
    std::array<std::uint64_t, 4> parts{};
    for (std::uint64_t left = paid.men + paid.women; left > 0;) {
      while (room.at(current) == 0) ++current;
      const std::uint64_t placed = std::min(left, room.at(current));
      parts.at(current) += placed;
      room.at(current) -= placed;
      left -= placed;
    }
    if (paid.men + paid.women == 0) continue;
    const std::array<std::uint64_t, 4> women_in = shared(paid.women, parts);
    for (std::size_t i = 0; i < 4; ++i) {
      quarters.at(i).women += women_in.at(i);
      quarters.at(i).men += parts.at(i) - women_in.at(i);
    }
  }
  return quarters;
}

}  // namespace eqr::measures
