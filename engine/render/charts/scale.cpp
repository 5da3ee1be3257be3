#include "render/charts/scale.hpp"

#include <algorithm>
#include <cmath>

namespace eqr::render::charts {
namespace {

// A step as whole digits and decimal places, so that labels are exact: 0.3 is not 0.30000000000000004.
struct Step {
  std::int64_t digits = 1;
  int places = 0;

  [[nodiscard]] double size() const { return numbers::to_double({digits, places}); }
};

// How much of itself a value may pass the last gridline by before another is due: rounded shares add up to
// 100.1.
constexpr double slack = 0.003;

std::int64_t steps_up_to(double value, const Step& step) {
  return static_cast<std::int64_t>(std::ceil(value / step.size()));
}

std::vector<Step> steps(bool whole_numbers) {
  std::vector<Step> all;
  if (!whole_numbers) {
    for (int places = 4; places > 0; --places) {
      for (const int digits : {1, 2, 5}) all.push_back({digits, places});
    }
  }
  for (std::int64_t power = 1; power <= 100'000'000'000'000'000; power *= 10) {
    for (const int digits : {1, 2, 5}) all.push_back({digits * power, 0});
  }
  return all;
}

}  // namespace

Scale scale_for(double least, double most, bool whole_numbers, int most_gridlines) {
  const double low = std::min(0.0, least);
  const double high = std::max(0.0, most);
  const int lines = std::clamp(most_gridlines, 3, 10);
  Scale scale;
  for (const Step& step : steps(whole_numbers)) {
    // Beyond this many steps the division below would not fit a whole number.
    if ((high - low) / step.size() > 1000) continue;
    const std::int64_t below = steps_up_to(-low, step);
    const std::int64_t above =
        std::max<std::int64_t>(steps_up_to(high * (1 - slack), step), below == 0 ? 1 : 0);
    if (below + above + 1 > lines) continue;
    for (std::int64_t i = -below; i <= above; ++i) scale.gridlines.push_back({i * step.digits, step.places});
    scale.low = below == 0 ? 0 : -static_cast<double>(below) * step.size();
    scale.high = static_cast<double>(above) * step.size();
    return scale;
  }
  scale.gridlines = {{0, 0}};
  scale.low = low;
  scale.high = std::max(high, low + 1);
  return scale;
}

}  // namespace eqr::render::charts
