// Pictures as files: what is kept of them, what is refused, and that no bytes do harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "images/image.hpp"
#include "images/jpeg.hpp"
#include "images/png.hpp"
#include "problems/problem.hpp"
#include "unit/images/samples.hpp"

namespace eqr::images {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string sample_png(std::size_t width = 48, std::size_t height = 32) {
  return png_of(
      painted(width, height, [&](std::size_t x, std::size_t y) { return quarters(x, y, width, height); }));
}
std::string sample_jpeg(std::size_t width = 48, std::size_t height = 32) {
  return jpeg_of(
      painted(width, height, [&](std::size_t x, std::size_t y) { return quarters(x, y, width, height); }));
}

// What is wrong with a file; empty where it is taken.
std::string refused(const std::string& file, std::string_view bytes) {
  try {
    (void)read_image(file, bytes);
    return {};
  } catch (const problems::Fault& fault) {
    return problems::text(fault.problems().front());
  }
}

std::string pixel(const Pixels& pixels, std::size_t x, std::size_t y) {
  return pixels.rgb.substr(3 * (y * pixels.width + x), 3);
}

// Red, green, blue or white, whatever JPEG made of it.
char colour_at(const Pixels& pixels, std::size_t x, std::size_t y) {
  const std::string rgb = pixel(pixels, x, y);
  const auto is_on = [&](std::size_t part) { return static_cast<unsigned char>(rgb[part]) > 127; };
  if (is_on(0) && is_on(1) && is_on(2)) return 'w';
  return is_on(0) ? 'r' : is_on(1) ? 'g' : 'b';
}

// The colours of the four quarters, from the upper left.
std::string quarters_of(const Pixels& pixels) {
  const std::size_t left = 3, right = pixels.width - 4, top = 3, bottom = pixels.height - 4;
  return {colour_at(pixels, left, top), colour_at(pixels, right, top), colour_at(pixels, left, bottom),
          colour_at(pixels, right, bottom)};
}

// ---- PNG ----

TEST(Png, the_picture_stays_and_what_it_says_besides_goes) {
  const std::string plain = sample_png();
  std::string told = with_chunk(plain, chunk("tEXt", std::string("Author\0Jo Bloggs", 16)));
  told = with_chunk(told, chunk("eXIf", "MM 51.7969N"));
  told = with_chunk(told, chunk("tIME", "1234567"));
  told = with_chunk(told, chunk("zzZz", "private words"));
  const ReadImage read = read_image("photo.png", told + "hidden behind the end");
  EXPECT_EQ(read.image.bytes, cleaned_png(plain));
  EXPECT_EQ(read.image.width, 48);
  EXPECT_EQ(read.image.height, 32);
  EXPECT_EQ(read.image.kind, report::Image::Kind::png);
  EXPECT_EQ(png_pixels(read.image.bytes).rgb, png_pixels(plain).rgb);
  for (const char* word : {"Jo Bloggs", "51.7969", "private", "hidden", "tIME"})
    EXPECT_THAT(read.image.bytes, Not(HasSubstr(word)));
}

TEST(Png, what_says_that_it_is_huge_is_refused_before_it_is_unpacked) {
  const std::string head = big_endian(100'000) + big_endian(100'000) + std::string("\x08\x02\0\0\0", 5);
  const std::string bomb =
      std::string("\x89PNG\r\n\x1A\n") + chunk("IHDR", head) + chunk("IDAT", "x") + chunk("IEND", "");
  EXPECT_EQ(refused("bomb.png", bomb),
            "is 100000 by 100000 pixels large\nhint: make it smaller: 2,000 pixels across are enough");
}

TEST(Png, animations_and_wrong_checksums_are_refused) {
  EXPECT_THAT(refused("a.png", with_chunk(sample_png(), chunk("acTL", "12345678"))),
              HasSubstr("is an animation"));
  std::string wrong = sample_png();
  wrong[wrong.find("IDAT") + 6] ^= 1;
  EXPECT_EQ(refused("a.png", wrong),
            "is damaged or cut short\nhint: open it in a picture program and save it again");
}

TEST(Png, a_chunk_that_claims_to_go_on_beyond_the_file_is_refused) {
  const std::string png = sample_png();
  EXPECT_THAT(refused("a.png", png.substr(0, 33) + big_endian(0xFFFFFFFF) + "IDAT1234"),
              HasSubstr("damaged"));
}

// ---- JPEG ----

TEST(Jpeg, the_picture_stays_and_what_it_says_besides_goes) {
  std::string told = with_segment(sample_jpeg(), 0xFE, "a comment by Jo Bloggs");
  told = with_segment(told, 0xE1, exif(1, true));
  told = with_segment(told, 0xE1, "http://ns.adobe.com/xap/1.0/ creator");
  told = with_segment(told, 0xED, "Photoshop 3.0 caption");
  const ReadImage read = read_image("photo.jpg", told + "a second picture behind the end");
  for (const std::string_view word :
       {std::string_view("Jo Bloggs"), place_in_exif, std::string_view("Exif"), std::string_view("adobe"),
        std::string_view("Photoshop"), std::string_view("second picture")})
    EXPECT_THAT(read.image.bytes, Not(HasSubstr(std::string(word))));
  EXPECT_EQ(jpeg_pixels(read.image.bytes).rgb, jpeg_pixels(sample_jpeg()).rgb);
}

// EXIF 2.3: where the upper left corner of the stored picture is seen. "rgbw" is upright.
TEST(Jpeg, the_camera_s_turn_is_made_good) {
  const std::map<unsigned, std::string> seen = {{1, "rgbw"}, {2, "grwb"}, {3, "wbgr"}, {4, "bwrg"},
                                                {5, "rbgw"}, {6, "brwg"}, {7, "wgbr"}, {8, "gwrb"}};
  for (const auto& [orientation, colours] : seen) {
    for (const bool is_little : {false, true}) {
      const std::string turned = with_segment(sample_jpeg(), 0xE1, exif(orientation, is_little));
      EXPECT_EQ(orientation_of(turned), static_cast<int>(orientation));
      const ReadImage read = read_image("photo.jpeg", turned);
      EXPECT_EQ(quarters_of(jpeg_pixels(read.image.bytes)), colours) << orientation;
      EXPECT_EQ(read.image.width, orientation < 5 ? 48 : 32) << orientation;
      EXPECT_EQ(read.image.height, orientation < 5 ? 32 : 48) << orientation;
      EXPECT_EQ(orientation_of(read.image.bytes), 1);
    }
  }
}

TEST(Jpeg, an_orientation_that_cannot_be_is_none) {
  EXPECT_EQ(orientation_of(with_segment(sample_jpeg(), 0xE1, exif(9, true))), 1);
  EXPECT_EQ(
      orientation_of(with_segment(sample_jpeg(), 0xE1, std::string("Exif\0\0II*\0\xFF\xFF\xFF\xFF", 14))), 1);
  EXPECT_EQ(orientation_of("\xFF\xD8\xFF"), 1);
}

TEST(Jpeg, of_a_turned_picture_only_part_of_a_block_is_left_out) {
  // 50 pixels are six blocks of eight and a rest of two.
  const ReadImage read = read_image("photo.jpg", with_segment(sample_jpeg(50, 32), 0xE1, exif(8, true)));
  EXPECT_EQ(read.image.width, 32);
  EXPECT_EQ(read.image.height, 48);
}

TEST(Jpeg, the_colours_of_print_are_refused) {
  EXPECT_EQ(refused("photo.jpg", cmyk_jpeg_of(16, 16)),
            "is in the colours of print (CMYK)\nhint: save it in RGB");
}

TEST(Jpeg, a_picture_that_is_cut_short_is_refused) {
  const std::string jpeg = sample_jpeg(200, 200);
  EXPECT_THAT(refused("photo.jpg", jpeg.substr(0, jpeg.size() / 2)), HasSubstr("damaged or cut short"));
}

// ---- any file ----

TEST(Image, the_content_has_to_be_what_the_ending_says) {
  EXPECT_EQ(refused("a.png", sample_jpeg()),
            "is a JPEG by its content, and not by its ending\nhint: rename it");
  EXPECT_THAT(refused("a.svg", sample_png()), HasSubstr("is a PNG by its content"));
  EXPECT_EQ(refused("a.jpg", "GIF89a"), "is no JPEG\nhint: save it again from a picture program");
  EXPECT_EQ(refused("a.gif", sample_png()),
            "is not called .png, .jpg or .svg\nhint: save it as one of these");
  EXPECT_EQ(refused("a.png", ""), "is empty\nhint: save it again");
}

TEST(Image, a_file_of_more_than_five_megabytes_is_refused) {
  EXPECT_EQ(refused("a.png", sample_png() + std::string(5'000'000, ' ')),
            "is larger than 5 MB\nhint: make it smaller: 2,000 pixels across are enough");
}

constexpr const char* drawing =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 20 10\"><style>.a{fill:#123456}</style>"
    "<g id=\"x\"><path class=\"a\" d=\"M0 0h5v5z\"/></g><use href=\"#x\" x=\"3\"/><text "
    "x=\"1\">Hi</text></svg>";

TEST(Image, no_cut_and_no_turned_bit_does_harm) {
  const std::map<std::string, std::string> samples = {
      {"a.png", with_chunk(sample_png(), chunk("tEXt", "Author"))},
      {"a.jpg", with_segment(sample_jpeg(), 0xE1, exif(6, false))},
      {"a.svg", drawing}};
  std::mt19937 chance(20180331);
  for (const auto& [file, bytes] : samples) {
    ASSERT_EQ(refused(file, bytes), "");
    for (std::size_t end = 0; end < bytes.size(); ++end) {
      // Cut off behind IEND or EOI nothing is missing; before, nothing is taken.
      EXPECT_NE(refused(file, std::string_view(bytes).substr(0, end)), "") << file << " cut at " << end;
    }
    for (int round = 0; round < 3'000; ++round) {
      std::string turned = bytes;
      for (unsigned i = 0; i <= chance() % 3; ++i)
        turned[chance() % turned.size()] ^= static_cast<char>(1U << chance() % 8);
      try {
        const ReadImage read = read_image(file, turned);
        EXPECT_GT(read.image.width, 0);
      } catch (const problems::Fault& fault) {
        EXPECT_FALSE(fault.problems().front().hint.empty());
      }
    }
  }
}

}  // namespace
}  // namespace eqr::images
