// Pay quarters against a second implementation that is slow and obvious: everybody written out one by one,
// sorted, and cut into four; then people on one rate are shared by trying every way of sharing them.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

#include "measures/pay_gap.hpp"

namespace eqr::measures {
namespace {

struct Person {
  std::int64_t rate = 0;
  bool is_first = false;
};
using Staff = std::vector<Person>;

Distribution distribution(const Staff& staff, bool first) {
  std::map<std::int64_t, std::uint64_t> rates;
  for (const Person& person : staff) {
    if (person.is_first == first) ++rates[person.rate];
  }
  return {rates.begin(), rates.end()};
}

// The quarter of the person at each position.
std::vector<std::size_t> quarter_of_position(std::size_t people) {
  std::array<std::size_t, 4> sizes{};
  sizes.fill(people / 4);
  if (people % 4 >= 1) ++sizes[0];
  if (people % 4 == 2) ++sizes[2];
  if (people % 4 == 3) ++sizes[1], ++sizes[2];
  std::vector<std::size_t> quarters;
  for (std::size_t quarter = 0; quarter < 4; ++quarter)
    quarters.insert(quarters.end(), sizes[quarter], quarter);
  return quarters;
}

// The sharing of `first` people over the parts of one rate that is nearest to their proportion, by the sum of
// squared distances; among equals the one that gives more to the lower quarters.
std::array<std::uint64_t, 4> nearest_sharing(std::uint64_t first, const std::array<std::uint64_t, 4>& parts) {
  const auto everyone = static_cast<std::int64_t>(parts[0] + parts[1] + parts[2] + parts[3]);
  std::array<std::uint64_t, 4> best{};
  std::int64_t least = -1;
  for (std::uint64_t a = 0; a <= std::min(first, parts[0]); ++a) {
    for (std::uint64_t b = 0; a + b <= first && b <= parts[1]; ++b) {
      for (std::uint64_t c = 0; a + b + c <= first && c <= parts[2]; ++c) {
        const std::array<std::uint64_t, 4> tried{a, b, c, first - a - b - c};
        if (tried[3] > parts[3]) continue;
        std::int64_t distance = 0;
        for (std::size_t i = 0; i < 4; ++i) {
          const std::int64_t off =
              static_cast<std::int64_t>(tried[i]) * everyone - static_cast<std::int64_t>(first * parts[i]);
          distance += off * off;
        }
        if (least < 0 || distance < least || (distance == least && tried > best)) {
          least = distance;
          best = tried;
        }
      }
    }
  }
  return best;
}

std::array<Quarter, 4> slow_quarters(Staff staff) {
  std::ranges::sort(staff, {}, &Person::rate);
  const auto quarter_at = quarter_of_position(staff.size());
  std::map<std::int64_t, std::pair<std::array<std::uint64_t, 4>, std::uint64_t>> by_rate;
  for (std::size_t i = 0; i < staff.size(); ++i) {
    auto& [parts, first] = by_rate[staff[i].rate];
    ++parts[quarter_at[i]];
    first += staff[i].is_first ? 1U : 0U;
  }
  std::array<Quarter, 4> quarters{};
  for (const auto& [rate, there] : by_rate) {
    const auto& [parts, first] = there;
    const auto shared = nearest_sharing(first, parts);
    for (std::size_t i = 0; i < 4; ++i) {
      quarters[i].first += shared[i];
      quarters[i].second += parts[i] - shared[i];
    }
  }
  return quarters;
}

Staff invented(std::mt19937& lottery) {
  const auto to = [&](unsigned limit) { return static_cast<unsigned>(lottery() % limit); };
  Staff staff(1 + to(60));
  const unsigned rates = 1 + to(12), share = 1 + to(9);
  for (Person& person : staff) person = {static_cast<std::int64_t>(1 + to(rates)), to(10) < share};
  return staff;
}

TEST(PayQuarters, a_thousand_invented_bodies_are_cut_as_a_slow_way_cuts_them) {
  std::mt19937 lottery(17);
  for (int body = 0; body < 1'000; ++body) {
    const Staff staff = invented(lottery);
    ASSERT_EQ(quarters(distribution(staff, true), distribution(staff, false)), slow_quarters(staff)) << body;
  }
}

TEST(PayQuarters, everybody_is_in_one_quarter_and_quarters_differ_by_one_person_at_most) {
  std::mt19937 lottery(18);
  for (int body = 0; body < 1'000; ++body) {
    const Staff staff = invented(lottery);
    const auto found = quarters(distribution(staff, true), distribution(staff, false));
    std::uint64_t first = 0, second = 0, least = staff.size(), most = 0;
    for (const Quarter& quarter : found) {
      first += quarter.first;
      second += quarter.second;
      least = std::min(least, quarter.first + quarter.second);
      most = std::max(most, quarter.first + quarter.second);
    }
    ASSERT_EQ(first, static_cast<std::uint64_t>(std::ranges::count(staff, true, &Person::is_first)));
    ASSERT_EQ(first + second, staff.size());
    ASSERT_LE(most - least, 1U);
  }
}

TEST(PayQuarters, on_one_rate_every_quarter_has_the_proportion_of_the_whole_within_one_person) {
  for (std::uint64_t first = 0; first <= 40; ++first) {
    for (std::uint64_t second = first == 0 ? 1 : 0; second <= 40; ++second) {
      const Distribution ones = first == 0 ? Distribution{} : Distribution{{10, first}};
      const Distribution others = second == 0 ? Distribution{} : Distribution{{10, second}};
      for (const Quarter& quarter : quarters(ones, others)) {
        const std::uint64_t exactly = (quarter.first + quarter.second) * first;  // times everybody
        ASSERT_LT(exactly, (quarter.first + 1) * (first + second));
        ASSERT_GT(exactly + first + second, quarter.first * (first + second));
      }
    }
  }
}

}  // namespace
}  // namespace eqr::measures
