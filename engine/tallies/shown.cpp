#include "tallies/shown.hpp"

#include <cstdlib>

namespace eqr::tallies {

std::string in_words(const CountSum& sum) {
  std::string written;
  for (const bool adds : {true, false}) {
    for (const auto& [key, times] : sum) {
      if ((times > 0) != adds) continue;
      if (!written.empty() || !adds) written += adds ? " plus " : " less ";
      if (std::abs(times) != 1) written += std::to_string(std::abs(times)) + " x ";
      written += sum.size() == 1 ? in_words(key) : '(' + in_words(key) + ')';
    }
  }
  return written.empty() ? "nobody" : written;
}

}  // namespace eqr::tallies
