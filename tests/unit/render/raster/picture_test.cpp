#include "render/raster/picture.hpp"

#include <cairo.h>
#include <gtest/gtest.h>

#include <cstring>
#include <memory>

namespace eqr::render::raster {
namespace {

using charts::Geometry, charts::Ink;

const pdf::Fonts& fonts() {
  static const pdf::Fonts loaded(pdf::usual_fonts());
  return loaded;
}

// A picture as cairo's own reader of PNG sees it.
class Picture {
 public:
  explicit Picture(std::string bytes)
      : m_rest(std::move(bytes)), m_surface(cairo_image_surface_create_from_png_stream(read, &m_rest)) {
    EXPECT_EQ(cairo_surface_status(m_surface), CAIRO_STATUS_SUCCESS);
  }
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  ~Picture() { cairo_surface_destroy(m_surface); }

  [[nodiscard]] int width() const { return cairo_image_surface_get_width(m_surface); }
  [[nodiscard]] int height() const { return cairo_image_surface_get_height(m_surface); }
  [[nodiscard]] unsigned rgb(int x, int y) const {
    unsigned pixel = 0;
    std::memcpy(&pixel,
                cairo_image_surface_get_data(m_surface) +
                    std::ptrdiff_t{y} * cairo_image_surface_get_stride(m_surface) + std::ptrdiff_t{x} * 4,
                sizeof pixel);
    return pixel & 0xFFFFFFU;
  }
  [[nodiscard]] int dark_pixels(int left, int top, int right, int bottom) const {
    int dark = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = left; x < right; ++x) dark += (rgb(x, y) & 0xFFU) < 0x80U;
    }
    return dark;
  }

 private:
  static cairo_status_t read(void* from, unsigned char* to, unsigned length) {
    std::string& rest = *static_cast<std::string*>(from);
    if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(to, rest.data(), length);
    rest.erase(0, length);
    return CAIRO_STATUS_SUCCESS;
  }
  std::string m_rest;
  cairo_surface_t* m_surface;
};

Geometry blank(double width, double height) {
  Geometry geometry;
  geometry.width = width;
  geometry.height = height;
  return geometry;
}

TEST(Picture, has_two_pixels_to_a_unit_and_shapes_in_their_colours_on_white) {
  Geometry geometry = blank(100, 50);
  geometry.rectangles = {{10, 10, 20, 5, Ink::series_1}};
  geometry.lines = {{50, 0, 50, 50, 2, Ink::grid}};
  const Picture picture(png(geometry, fonts()));
  EXPECT_EQ(picture.width(), 200);
  EXPECT_EQ(picture.height(), 100);
  EXPECT_EQ(picture.rgb(20, 20), 0x12436DU);  // the rectangle's first pixel and its last
  EXPECT_EQ(picture.rgb(59, 29), 0x12436DU);
  EXPECT_EQ(picture.rgb(19, 20), 0xFFFFFFU);
  EXPECT_EQ(picture.rgb(60, 29), 0xFFFFFFU);
  EXPECT_EQ(picture.rgb(98, 50), 0xD9D9D9U);  // the line is 4 pixels wide, about x = 100
  EXPECT_EQ(picture.rgb(101, 50), 0xD9D9D9U);
  EXPECT_EQ(picture.rgb(102, 50), 0xFFFFFFU);
}

TEST(Picture, letters_stand_on_their_baseline_where_their_anchor_says) {
  Geometry geometry = blank(100, 40);
  charts::Text text{50, 30, 20, charts::Anchor::end, false, Ink::text, "HH"};
  geometry.texts = {text};
  const Picture picture(png(geometry, fonts()));
  // In Arial's metrics an H is 0.722 em wide and 0.716 em high: the two end at x = 50 and begin at 21.1.
  EXPECT_GT(picture.dark_pixels(42, 31, 100, 60), 100);
  EXPECT_EQ(picture.dark_pixels(0, 0, 42, 80), 0);
  EXPECT_EQ(picture.dark_pixels(100, 0, 200, 80), 0);
  EXPECT_EQ(picture.dark_pixels(0, 60, 200, 80), 0);  // nothing below the baseline
  EXPECT_EQ(picture.dark_pixels(0, 0, 200, 31), 0);   // 30 - 14.3 units is 31 pixels
}

TEST(Picture, is_the_same_each_time_and_says_nothing_of_its_making) {
  Geometry geometry = blank(60, 20);
  geometry.texts = {{0, 15, 12, charts::Anchor::start, true, Ink::text, "12.5%"}};
  const std::string first = png(geometry, fonts());
  EXPECT_EQ(first, png(geometry, fonts()));
  for (const char* chunk : {"tEXt", "zTXt", "iTXt", "tIME", "eXIf"})
    EXPECT_EQ(first.find(chunk), std::string::npos) << chunk;
}

TEST(Picture, a_drawing_of_a_thousand_rows_still_fits_its_largest_size) {
  const Picture picture(png(blank(680, 32'000), fonts()));
  EXPECT_EQ(picture.height(), most_pixels);
  EXPECT_EQ(picture.width(), 340);  // half a pixel to a unit
}

}  // namespace
}  // namespace eqr::render::raster
