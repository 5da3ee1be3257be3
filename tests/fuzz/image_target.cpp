// Pictures: whatever the bytes, a picture or a fault; what is taken says nothing more when it is read again.
#include "fuzz/target.hpp"
#include "images/image.hpp"
#include "images/svg.hpp"
#include "problems/problem.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size) {
  using namespace eqr;
  for (const char* file : {"fuzz.png", "fuzz.jpg", "fuzz.svg"}) {
    try {
      const images::ReadImage read = images::read_image(file, fuzz::text_of(input, size));
      const report::Image& image = read.image;
      fuzz::promise(image.width >= 1 && image.height >= 1, "a picture has a size");
      fuzz::promise(images::read_image(file, image.bytes).image.bytes == image.bytes,
                    "a picture that was written is read as it is");
      if (image.kind == report::Image::Kind::svg)
        (void)images::pdf_of(image.bytes, image.width, image.height);
    } catch (const problems::Fault& fault) {
      fuzz::promise(!fault.problems().front().hint.empty(), "a fault says what to do");
    }
  }
  return 0;
}
