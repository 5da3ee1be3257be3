#include "inputs/sizes.hpp"

#include <cmath>

namespace eqr::inputs {

std::string size_text(std::uint64_t bytes) {
  constexpr std::uint64_t kilo = 1024;
  if (bytes >= kilo * kilo && bytes % (kilo * kilo) == 0)
    return std::to_string(bytes / (kilo * kilo)) + " MB";
  if (bytes >= kilo && bytes % kilo == 0) return std::to_string(bytes / kilo) + " kB";
  return std::to_string(bytes) + (bytes == 1 ? " byte" : " bytes");
}

std::string seconds_text(double seconds) {
  const auto tenths = static_cast<std::int64_t>(std::llround(seconds * 10));
  std::string written = std::to_string(tenths / 10);
  if (tenths % 10 != 0) written += '.' + std::to_string(tenths % 10);
  return written + (tenths == 10 ? " second" : " seconds");
}

}  // namespace eqr::inputs
