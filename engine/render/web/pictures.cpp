#include <algorithm>
#include <cmath>

#include "render/charts/geometry.hpp"
#include "render/markup/escape.hpp"
#include "render/web/writing.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::web {
namespace {

std::string attribute(std::string_view name, const std::string& value) {
  return ' ' + std::string(name) + "=\"" + markup::escaped(value) + '"';
}

std::string whole(double pixels) {
  return std::to_string(std::lround(pixels));
}

std::string picture(const std::string& file, const std::string& alternative, double width, double height) {
  return line("p", "<img" + attribute("src", file) + attribute("alt", alternative) +
                       attribute("width", whole(width)) + attribute("height", whole(height)) + ">");
}

}  // namespace

std::string chart_file(const report::Report& report, std::size_t index) {
  const std::string name = for_file_name(report.charts.at(index).id);
  const auto has_that_name = [&](const report::Chart& other) { return for_file_name(other.id) == name; };
  const bool is_alone = std::ranges::count_if(report.charts, has_that_name) == 1;
  return "images/" + name + (is_alone ? "" : "-chart-" + std::to_string(index + 1)) + ".png";
}

std::string image_file(const report::Report& report, std::size_t index) {
  return "images/" + report::image_file_name(report, index);
}

std::string chart(Writing& writing, std::size_t index) {
  const report::Chart& shown = writing.report.charts.at(index);
  const std::string number = "Chart " + std::to_string(index + 1);
  const std::string& id = writing.places.anchors().chart(index);
  if (!writing.charts_written.insert(index).second)
    return line(
        "p", "See " + link(writing.places.address(id), number) + ": " + markup::escaped(shown.title) + '.');
  const auto geometry = charts::lay_out(shown, writing.report.tables.at(shown.table));
  std::string html =
      "<p" + writing.places.id_attribute(id) + ">" +
      element("strong", number + ": " + markup::escaped(shown.title)) + "</p>\n" +
      picture(chart_file(writing.report, index), geometry.text_alternative, geometry.width, geometry.height);
  if (!writing.tables_with_a_place.contains(shown.table)) return html + table(writing, shown.table);
  return html + line("p", "The same numbers are in " + table_link(writing, shown.table) + '.');
}

std::string image(Writing& writing, const report::ImageBlock& block) {
  const report::Image& shown = writing.report.images.at(block.image);
  std::string html =
      picture(image_file(writing.report, block.image), shown.alternative, shown.width, shown.height);
  if (!block.caption.empty()) html += line("p", inlines(writing, block.caption));
  return html;
}

}  // namespace eqr::render::web
