// Colours of sRGB, how far apart two of them are for a reader, and the nearest shade that is far enough.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eqr::colours {

using Colour = unsigned;  // 0xRRGGBB

// "#12436D" or "#12436d", and nothing else.
[[nodiscard]] std::optional<Colour> parse_colour(std::string_view written);
[[nodiscard]] std::string hex(Colour colour);  // "#12436d"

// WCAG 2.2, contrast ratio: 1 for a colour on itself to 21 for black on white, whichever is the text.
[[nodiscard]] double contrast_ratio(Colour one, Colour other);

// What text needs: WCAG 2.2, 1.4.3 (AA).
inline constexpr double least_contrast_of_text = 4.5;

// As people see it: the distance in OKLab (Ottosson, 2020; CSS Color 4, 9.2).
[[nodiscard]] double distance(Colour one, Colour other);

// The colour itself where it has that contrast to the other; otherwise the nearest lighter or darker shade of
// the same hue that has. Black or white has 4.5 to any colour.
[[nodiscard]] Colour nearest_shade(Colour colour, Colour against, double least = least_contrast_of_text);

// A ratio as guidance writes it: two places, never rounded up to the minimum ("4.48").
[[nodiscard]] std::string printed_ratio(double ratio);

}  // namespace eqr::colours
