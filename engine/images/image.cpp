#include "images/image.hpp"

#include <utility>

#include "images/jpeg.hpp"
#include "images/looks.hpp"
#include "images/pixels.hpp"
#include "images/png.hpp"
#include "images/refusal.hpp"
#include "images/svg.hpp"
#include "text/words.hpp"

namespace eqr::images {
namespace {

using Kind = report::Image::Kind;

Kind kind_by_name(const std::string& file) {
  const std::string name = text::folded(file);
  if (name.ends_with(".png")) return Kind::png;
  if (name.ends_with(".jpg") || name.ends_with(".jpeg")) return Kind::jpeg;
  if (name.ends_with(".svg")) return Kind::svg;
  refuse("is not called .png, .jpg or .svg", "save it as one of these");
}

std::string title_of(Kind kind) {
  return kind == Kind::png ? "PNG" : kind == Kind::jpeg ? "JPEG" : "SVG";
}

// By how the bytes begin; what is neither PNG nor JPEG has to prove to be SVG.
Kind kind_by_content(std::string_view bytes) {
  if (is_png(bytes)) return Kind::png;
  if (is_jpeg(bytes)) return Kind::jpeg;
  return Kind::svg;
}

ReadImage read_svg(std::string_view bytes) {
  CleanedSvg cleaned = cleaned_svg(bytes);
  // A drawn chart has labels; more than that is prose.
  constexpr std::size_t most_letters = 400;
  ReadImage read;
  read.looks = cleaned.letters > most_letters ? Looks::text : Looks::picture;
  read.image.bytes = std::move(cleaned.bytes);
  read.image.width = cleaned.width;
  read.image.height = cleaned.height;
  return read;
}

ReadImage read_pixels(Kind kind, std::string_view bytes) {
  ReadImage read;
  read.image.kind = kind;
  read.image.bytes = kind == Kind::png ? cleaned_png(bytes) : cleaned_jpeg(bytes);
  const Pixels pixels = pixels_of(read.image);
  read.image.width = static_cast<double>(pixels.width);
  read.image.height = static_cast<double>(pixels.height);
  read.looks = looks_of(grey_of(pixels));
  return read;
}

}  // namespace

ReadImage read_image(const std::string& file, std::string_view bytes) {
  if (bytes.empty()) refuse("is empty", "save it again");
  if (bytes.size() > most_bytes)
    refuse("is larger than 5 MB", "make it smaller: 2,000 pixels across are enough");
  const Kind kind = kind_by_name(file);
  const Kind content = kind_by_content(bytes);
  if (kind != content && content == Kind::svg)
    refuse("is no " + title_of(kind), "save it again from a picture program");
  if (kind != content)
    refuse("is a " + title_of(content) + " by its content, and not by its ending", "rename it");
  ReadImage read = kind == Kind::svg ? read_svg(bytes) : read_pixels(kind, bytes);
  read.image.file = file;
  read.image.kind = kind;
  return read;
}

}  // namespace eqr::images
