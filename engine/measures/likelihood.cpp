#include "measures/likelihood.hpp"

#include <cmath>

namespace eqr::measures {

std::optional<Interval> likelihood_interval(double events, double people, double other_events,
                                            double other_people) {
  constexpr double normal_quantile = 1.959964;
  if (events <= 0 || other_events <= 0 || events > people || other_events > other_people) {
    return std::nullopt;
  }
  const double ratio = (events / people) / (other_events / other_people);
  // Everybody in both groups: rounding could leave a variance just below nought.
  const double variance = std::fmax(0, 1 / events - 1 / people + 1 / other_events - 1 / other_people);
  const double reach = normal_quantile * std::sqrt(variance);
  return Interval{ratio * std::exp(-reach), ratio * std::exp(reach)};
}

}  // namespace eqr::measures
