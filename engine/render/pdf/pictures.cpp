#include <algorithm>

#include "render/pdf/layout.hpp"

namespace eqr::render::pdf {
namespace {

constexpr double points_of_pixel = 0.75;  // CSS: 96 pixels an inch, 72 points
constexpr double most_height = 0.75 * page_room, gap = 5;

struct Size {
  double width = 0, height = 0;
};

Size size_of(const report::Image& image, double most_wide, double most_high) {
  const double scale = std::min({points_of_pixel, most_wide / image.width, most_high / image.height});
  return {image.width * scale, image.height * scale};
}

TextLook caption_look() {
  return {9, false, quiet_ink, 1.35};
}

// As a figure, with what it shows in words; a decoration is no part of what is read.
void draw_image(Paper& paper, const report::Report& report, std::size_t index, TagId parent, double x,
                const Size& size) {
  const report::Image& image = report.images.at(index);
  Builder& builder = paper.builder();
  Owner owner = Artifact::decoration;
  if (!image.alternative.empty()) {
    const TagId figure = builder.open(TagType::figure, parent);
    builder.tag(figure).alternative = image.alternative;
    builder.tag(figure).box = Tag::Box{builder.page(), x, paper.y(), size.width, size.height};
    owner = figure;
  }
  builder.draw(owner, DrawnImage{index, x, paper.y(), size.width, size.height});
  paper.move(size.height);
}

}  // namespace

double height_of(Paper& paper, const Picture& picture, const report::Report& report, double width) {
  const double of_image = size_of(report.images.at(picture.image), width, most_height).height;
  if (picture.caption.empty()) return of_image;
  return of_image + gap + paper.set(picture.caption, caption_look(), width).height();
}

void draw_picture(Paper& paper, const Picture& picture, const report::Report& report, TagId parent,
                  double left, double width) {
  paper.need(height_of(paper, picture, report, width));
  draw_image(paper, report, picture.image, parent, left,
             size_of(report.images.at(picture.image), width, most_height));
  if (!picture.caption.empty()) {
    paper.move(gap);
    Setting caption = paper.set(picture.caption, caption_look(), width);
    paper.draw(caption, paper.builder().open(TagType::paragraph, parent), left);
  }
  paper.move(12);
}

void draw_masthead(Paper& paper, const report::Report& report, TagId parent) {
  constexpr double logo_width = 220, logo_height = 54, inner = 9;
  if (report.design.logo) {
    draw_image(paper, report, *report.design.logo, parent, margin_side,
               size_of(report.images.at(*report.design.logo), logo_width, logo_height));
    paper.move(14);
  }
  Setting name = paper.set(plain_text(report.organisation), {12, true, report.design.on_band, 1.35},
                           text_width - 2 * inner);
  paper.fill(margin_side, paper.y(), text_width, name.height() + 2 * inner, report.design.band);
  paper.move(inner);
  paper.draw(name, paper.builder().open(TagType::paragraph, parent), margin_side + inner);
  paper.move(inner + 14);
}

}  // namespace eqr::render::pdf
