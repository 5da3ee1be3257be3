// How sure a relative likelihood is: the 95% confidence interval of a ratio of two shares.
//
// Method: normal on the logarithm of the ratio (Katz, Baptista, Azen and Pike, "Obtaining confidence
// intervals for the risk ratio in cohort studies", Biometrics 34, 1978, pages 469 to 474):
//   exp(ln((a/n1) / (c/n2)) -+ z sqrt(1/a - 1/n1 + 1/c - 1/n2)), z = 1.959964 (the 97.5th percentile).
// Logarithms are not fractions: these two numbers, and no other in a report, come from floating point.
#pragma once

#include <optional>

namespace eqr::measures {

struct Interval {
  double low = 0;
  double high = 0;
};

// `events` of `people` in the first group, `other_events` of `other_people` in the second. None when one of
// the four is not above nought, or when there are more events than people.
[[nodiscard]] std::optional<Interval> likelihood_interval(double events, double people, double other_events,
                                                          double other_people);

}  // namespace eqr::measures
