#include "disclosure/pinned.hpp"

#include <boost/multiprecision/cpp_int.hpp>

#include <algorithm>
#include <stdexcept>
#include <vector>

namespace eqr::disclosure {
namespace {

using Wide = boost::multiprecision::int256_t;

struct Range {
  std::uint64_t least = 0;
  std::uint64_t most = 0;
};

// The counts that are printed as this one; none when it is no multiple of the base.
std::optional<Range> printed_as(std::uint64_t people, std::uint64_t base) {
  if (people % base != 0 || people > UINT64_MAX - base) return std::nullopt;
  const std::uint64_t up = base / 2;  // a tie goes upwards: half the base down is still this one
  return Range{people - std::min(people, up), people + (base - 1 - up)};
}

// The counts that are the percentage of so many, whatever they are printed as:
// (2 digits - 1) of <= 2 * 100 * 10^places * n < (2 digits + 1) of. Most may be below least.
struct WideRange {
  Wide least, most;
};
WideRange with_percentage(const numbers::Decimal& percentage, std::uint64_t of) {
  Wide scale = 200;
  for (int place = 0; place < percentage.places; ++place) scale *= 10;
  const Wide below = (2 * Wide(percentage.digits) - 1) * of;
  const Wide above = (2 * Wide(percentage.digits) + 1) * of;
  const Wide least = below <= 0 ? Wide(0) : Wide((below + scale - 1) / scale);
  return {least, (above + scale - 1) / scale - 1};
}

bool is_percentage(const PrintedShare& printed) {
  const WideRange people = with_percentage(printed.percentage, printed.of);
  return people.least <= printed.people && printed.people <= people.most;
}

}  // namespace

std::optional<Possible> possible_people(const PrintedShare& printed, PercentageOf of) {
  const std::uint64_t base = std::max<std::uint64_t>(printed.base, 1);
  if (base > largest_searched_base) throw std::invalid_argument("counts are rounded too far to be searched");
  const auto people = printed_as(printed.people, base);
  const auto all = printed_as(printed.of, base);
  if (!people || !all || printed.percentage.digits < 0) return std::nullopt;
  if (of == PercentageOf::rounded_counts && (printed.of == 0 || !is_percentage(printed))) return std::nullopt;

  std::vector<bool> is_possible(people->most - people->least + 1, false);
  for (std::uint64_t n = std::max<std::uint64_t>(all->least, 1); n <= all->most; ++n) {
    Range agreeing{people->least, std::min(people->most, n)};
    if (of == PercentageOf::true_counts) {
      const WideRange share = with_percentage(printed.percentage, n);
      if (share.most < agreeing.least || share.least > agreeing.most) continue;
      if (share.least > agreeing.least) agreeing.least = share.least.convert_to<std::uint64_t>();
      if (share.most < agreeing.most) agreeing.most = share.most.convert_to<std::uint64_t>();
    }
    for (std::uint64_t i = agreeing.least; i <= agreeing.most; ++i) is_possible[i - people->least] = true;
  }

  std::optional<Possible> possible;
  for (std::uint64_t i = 0; i < is_possible.size(); ++i) {
    if (!is_possible[i]) continue;
    if (!possible) possible = Possible{people->least + i, 0, 0};
    possible->most = people->least + i;
    ++possible->how_many;
  }
  return possible;
}

}  // namespace eqr::disclosure
