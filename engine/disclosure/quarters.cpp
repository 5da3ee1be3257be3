#include "disclosure/quarters.hpp"

#include <algorithm>
#include <cmath>

#include "disclosure/audit.hpp"
#include "disclosure/secondary.hpp"

namespace eqr::disclosure {
namespace {

// The people of the first group in each quarter, and in all four. Those of the second follow, since the size
// of a quarter is known.
Joint system_of(const std::array<QuarterParts, 4>& quarters, std::uint64_t threshold) {
  const auto is_few = [threshold](std::uint64_t people) { return people > 0 && people < threshold; };
  Joint joint;
  std::int64_t all = 0;
  for (const QuarterParts& quarter : quarters) {
    const auto first = static_cast<std::int64_t>(quarter.first);
    const auto size = static_cast<std::int64_t>(quarter.first + quarter.second);
    JointCell cell;
    cell.people = first;
    cell.known = {0, size};
    cell.is_protected = is_few(quarter.first) || is_few(quarter.second);
    cell.status = cell.is_protected ? Status::withheld : Status::published;
    cell.cost =
        1 + std::llround(10 * std::log1p(static_cast<double>(std::min(quarter.first, quarter.second))));
    joint.cells.push_back(cell);
    all += first;
  }
  joint.cells.push_back({all, Status::published, false, {}, {}});
  joint.relations.push_back(sum_of(4, {0, 1, 2, 3}));
  return joint;
}

}  // namespace

std::array<bool, 4> withheld_quarters(const std::array<QuarterParts, 4>& quarters, std::uint64_t threshold,
                                      std::uint64_t width) {
  Joint joint = system_of(quarters, threshold);
  (void)withhold_secondary(joint, static_cast<std::int64_t>(width));
  const auto audited = audit(joint, static_cast<std::int64_t>(width));
  const bool is_proven = std::ranges::all_of(audited, &Audited::is_wide);
  std::array<bool, 4> withheld{};
  for (std::size_t i = 0; i < withheld.size(); ++i)
    withheld[i] = !is_proven || joint.cells[i].status == Status::withheld;
  return withheld;
}

}  // namespace eqr::disclosure
