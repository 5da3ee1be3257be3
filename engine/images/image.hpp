// Pictures of narratives, and the logo: looked at before they are taken, and written anew without what they
// say besides. Places, dates, names and programs that a camera or an editor noted are gone; so is all that
// could act (scripts, addresses, entities) or hide behind the picture's end.
//
// PNG (ISO/IEC 15948), JPEG (ITU-T T.81, as JFIF) and SVG 1.1. Whatever the bytes, reading takes memory for
// `most_pixels` at most and ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "report/model/report.hpp"

namespace eqr::images {

inline constexpr std::size_t most_bytes = 5'000'000;
inline constexpr unsigned most_side = 12'000;             // pixels
inline constexpr std::uint64_t most_pixels = 25'000'000;  // a photograph of 6,000 by 4,000 fits

// What a picture seems to be of: words and numbers that stand in a picture cannot be read aloud, searched or
// enlarged (WCAG 2.2, 1.4.5).
enum class Looks { picture, table, text };

struct ReadImage {
  report::Image image;  // without an alternative: the text that shows it gives one
  Looks looks = Looks::picture;
};

// `file` is named as the user named it; its ending has to be that of its content. Throws problems::Fault with
// what is wrong and what to do, and no place.
[[nodiscard]] ReadImage read_image(const std::string& file, std::string_view bytes);

}  // namespace eqr::images
