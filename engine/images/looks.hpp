// Whether a picture seems to be of a table or of text.
#pragma once

#include "images/image.hpp"
#include "images/pixels.hpp"

namespace eqr::images {

// By the pixels alone, and rather silent than wrong: a table is a grid of at least three straight rules each
// way, a text five lines of letters and more, on paper of one tone. A chart has few lines of words and no
// grid of ink, a photograph no paper.
[[nodiscard]] Looks looks_of(const Grey& grey);

}  // namespace eqr::images
