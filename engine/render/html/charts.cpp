#include "render/charts/geometry.hpp"
#include "render/charts/svg.hpp"
#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"

namespace eqr::render::html {
namespace {

// The page holds a drawing for wide screens and paper, and one for phones; the style sheet shows one of them
// and thereby also only one to assistive technology. Shrinking the wide one would shrink its letters.
constexpr double wide_room = 680;
constexpr double narrow_room = 300;

std::string drawing(Writing& writing, std::size_t index, double width, const std::string& name) {
  const report::Chart& shown = writing.report.charts.at(index);
  charts::Room room;
  room.width = width;
  const auto geometry = charts::lay_out(shown, writing.report.tables.at(shown.table), room);
  const std::string id =
      writing.anchors.take_with(writing.anchors.chart(index) + '-' + name, {"-title", "-desc"});
  return "<div class=\"drawing " + name + "\">\n" + charts::svg(geometry, id) + "</div>\n";
}

std::string last_year(const report::Figure& figure) {
  if (!figure.last_year || std::holds_alternative<report::Shorthand>(*figure.last_year)) return {};
  return element("dd", "last-year", "Last year: " + markup::escaped(report::printed(*figure.last_year)));
}

std::string why_no_value(const report::Figure& figure) {
  const auto* shorthand = std::get_if<report::Shorthand>(&figure.value);
  if (shorthand == nullptr) return {};
  const std::string meaning = report::shorthand_meaning(shorthand->code);
  return element("dd", "last-year", markup::escaped(shorthand->reason.empty() ? meaning : shorthand->reason));
}

}  // namespace

std::string chart(Writing& writing, std::size_t index) {
  const report::Chart& shown = writing.report.charts.at(index);
  if (!writing.charts_written.insert(index).second) {
    return element("p", "see-chart",
                   "See <a href=\"#" + markup::escaped(writing.anchors.chart(index)) + "\">Chart&nbsp;" +
                       std::to_string(index + 1) + "</a>: " + markup::escaped(shown.title) + '.') +
           '\n';
  }
  std::string html = "<div class=\"chart\" id=\"" + markup::escaped(writing.anchors.chart(index)) + "\">\n";
  html += element("p", "caption",
                  element("span", "caption-number", "Chart " + std::to_string(index + 1) + ':') + ' ' +
                      markup::escaped(shown.title)) +
          '\n';
  html += drawing(writing, index, wide_room, "wide") + drawing(writing, index, narrow_room, "narrow");
  const bool elsewhere = writing.tables_with_a_place.contains(shown.table);
  if (elsewhere) {
    html +=
        element("p", "source", "The same numbers are in " + table_link(writing, shown.table) + '.') + '\n';
  }
  html += "</div>\n";
  return elsewhere ? html : html + table(writing, shown.table);
}

std::string key_figures(Writing& writing, const std::vector<std::size_t>& figures) {
  if (figures.empty()) return {};
  std::string html = "<dl class=\"key-figures\">\n";
  for (const std::size_t index : figures) {
    const report::Figure& figure = writing.report.figures.at(index);
    html += "<div>" + element("dt", {}, markup::escaped(figure.title)) +
            "<dd class=\"value\" data-figure=\"" + markup::escaped(figure.name) + "\">" +
            markup::escaped(report::printed(figure.value)) + "</dd>" + why_no_value(figure) +
            last_year(figure) + "</div>\n";
  }
  return html + "</dl>\n";
}

}  // namespace eqr::render::html
