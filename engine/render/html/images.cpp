#include <algorithm>
#include <cmath>

#include "render/html/writing.hpp"
#include "render/markup/data_address.hpp"
#include "render/markup/escape.hpp"
#include "report/model/names.hpp"

namespace eqr::render::html {
namespace {

std::string pixels(double length) {
  return std::to_string(std::max(1L, std::lround(length)));
}

}  // namespace

std::string drawn(const report::Image& image, std::string_view name) {
  const std::string of_class = name.empty() ? "" : " class=\"" + std::string(name) + "\"";
  return "<img" + of_class + " src=\"" + markup::data_address(media_type(image.kind), image.bytes) +
         "\" alt=\"" + markup::escaped(image.alternative) + "\" width=\"" + pixels(image.width) +
         "\" height=\"" + pixels(image.height) + "\">";
}

std::string image(Writing& writing, const report::ImageBlock& block) {
  const report::Image& shown = writing.report.images.at(block.image);
  if (shown.alternative.empty()) return element("div", "picture", drawn(shown, {})) + '\n';
  std::string inside = drawn(shown, {});
  if (!block.caption.empty()) inside += element("figcaption", {}, inlines(writing, block.caption));
  return element("figure", "picture", inside) + '\n';
}

std::string brand(const Writing& writing) {
  const report::Report& report = writing.report;
  const std::string name = element("p", "organisation", link(writing, report.website, report.organisation));
  if (!report.design.logo) return name + '\n';
  return element("div", "brand", drawn(report.images.at(*report.design.logo), "logo") + name) + '\n';
}

}  // namespace eqr::render::html
