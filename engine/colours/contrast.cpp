#include "colours/contrast.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace eqr::colours {
namespace {

using Three = std::array<double, 3>;
using Matrix = std::array<Three, 3>;

Three times(const Matrix& matrix, const Three& of) {
  Three made{};
  for (std::size_t i = 0; i < 3; ++i)
    made[i] = matrix[i][0] * of[0] + matrix[i][1] * of[1] + matrix[i][2] * of[2];
  return made;
}

// Light from 0 to 1, as sRGB writes it and as it adds up. WCAG 2.2 takes 0.04045 as the limit, as sRGB does.
Three linear(Colour colour) {
  Three made{};
  for (std::size_t i = 0; i < 3; ++i) {
    const double part = (colour >> (16 - 8 * i) & 0xFFU) / 255.0;
    made[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  }
  return made;
}

constexpr double tolerance = 1e-4;

bool is_in_gamut(const Three& light) {
  return std::ranges::all_of(light, [](double part) { return part >= -tolerance && part <= 1 + tolerance; });
}

Colour encoded(const Three& light) {
  Colour colour = 0;
  for (const double part : light) {
    const double held = std::clamp(part, 0.0, 1.0);
    const double written = held <= 0.0031308 ? held * 12.92 : 1.055 * std::pow(held, 1 / 2.4) - 0.055;
    colour = colour << 8 | static_cast<Colour>(std::lround(written * 255));
  }
  return colour;
}

// ---- OKLab: https://bottosson.github.io/posts/oklab ----

constexpr Matrix lms_of_light = {{{0.4122214708, 0.5363325363, 0.0514459929},
                                  {0.2119034982, 0.6806995451, 0.1073969566},
                                  {0.0883024619, 0.2817188376, 0.6299787005}}};
constexpr Matrix lab_of_lms = {{{0.2104542553, 0.7936177850, -0.0040720468},
                                {1.9779984951, -2.4285922050, 0.4505937099},
                                {0.0259040371, 0.7827717662, -0.8086757660}}};
constexpr Matrix lms_of_lab = {
    {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
constexpr Matrix light_of_lms = {{{4.0767416621, -3.3077115913, 0.2309699292},
                                  {-1.2684380046, 2.6097574011, -0.3413193965},
                                  {-0.0041960863, -0.7034186147, 1.7076147010}}};

Three lab_of(Colour colour) {
  Three lms = times(lms_of_light, linear(colour));
  for (double& part : lms) part = std::cbrt(part);
  return times(lab_of_lms, lms);
}

Three light_of(const Three& lab) {
  Three lms = times(lms_of_lab, lab);
  for (double& part : lms) part = part * part * part;
  return times(light_of_lms, lms);
}

// Of that lightness and hue, with as much of the colourfulness as sRGB can show.
Colour shade(const Three& lab, double lightness) {
  double least = 0, most = 1;
  const auto with = [&](double share) { return Three{lightness, lab[1] * share, lab[2] * share}; };
  if (is_in_gamut(light_of(with(1)))) return encoded(light_of(with(1)));
  for (int i = 0; i < 24; ++i) {
    const double middle = (least + most) / 2;
    (is_in_gamut(light_of(with(middle))) ? least : most) = middle;
  }
  return encoded(light_of(with(least)));
}

double luminance(Colour colour) {
  const Three light = linear(colour);
  return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view written) {
  if (written.size() != 7 || written.front() != '#') return std::nullopt;
  Colour colour = 0;
  const auto [end, error] = std::from_chars(written.data() + 1, written.data() + 7, colour, 16);
  if (error != std::errc() || end != written.data() + 7) return std::nullopt;
  return colour;
}

std::string hex(Colour colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string written = "#";
  for (int shift = 20; shift >= 0; shift -= 4) written += digits[colour >> shift & 0xFU];
  return written;
}

double contrast_ratio(Colour one, Colour other) {
  const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
  return (lighter + 0.05) / (darker + 0.05);
}

double distance(Colour one, Colour other) {
  const Three a = lab_of(one), b = lab_of(other);
  return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

Colour nearest_shade(Colour colour, Colour against, double least) {
  if (contrast_ratio(colour, against) >= least) return colour;
  const Three lab = lab_of(colour);
  Colour nearest = colour;
  double nearest_distance = std::numeric_limits<double>::infinity();
  constexpr int steps = 1'000;
  for (int i = 0; i <= steps; ++i) {
    const Colour tried = shade(lab, static_cast<double>(i) / steps);
    if (contrast_ratio(tried, against) < least) continue;
    const double how_far = distance(tried, colour);
    if (how_far >= nearest_distance) continue;
    nearest = tried;
    nearest_distance = how_far;
  }
  return nearest;
}

std::string printed_ratio(double ratio) {
  auto hundredths = std::lround(ratio * 100);
  const auto minimum = std::lround(least_contrast_of_text * 100);
  if (ratio < least_contrast_of_text && hundredths >= minimum) hundredths = minimum - 1;
  const long places = hundredths % 100;
  return std::to_string(hundredths / 100) + (places < 10 ? ".0" : ".") + std::to_string(places);
}

}  // namespace eqr::colours
