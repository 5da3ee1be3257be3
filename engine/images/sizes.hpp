// How large a picture may be.
#pragma once

#include <cstdint>
#include <string>

#include "images/image.hpp"
#include "images/refusal.hpp"

namespace eqr::images {

// Before anything is unpacked: a small file can say that it is a huge picture.
inline void check_size(std::uint64_t width, std::uint64_t height) {
  if (width == 0 || height == 0) refuse_damaged();
  if (width > most_side || height > most_side || width * height > most_pixels) {
    refuse("is " + std::to_string(width) + " by " + std::to_string(height) + " pixels large",
           "make it smaller: 2,000 pixels across are enough");
  }
}

}  // namespace eqr::images
