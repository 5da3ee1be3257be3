// Charts of a few rows, and looking things up in what is drawn of them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "render/charts/geometry.hpp"
#include "support/sample_report.hpp"

namespace eqr::render::charts {

// The first column is called "Group", the others "Series 1" and so on.
inline report::Table table_of(std::vector<report::Row> rows, std::size_t series = 1,
                              report::Unit unit = report::Unit::percent) {
  report::Table table{"t", "Title", {samples::text_column("group", "Group")}, std::move(rows), {}, {}};
  for (std::size_t i = 0; i < series; ++i) {
    table.columns.push_back(
        samples::number_column("c" + std::to_string(i), "Series " + std::to_string(i + 1), unit, 1));
  }
  return table;
}

inline report::Chart chart_of(std::size_t series = 1, report::Chart::Kind kind = report::Chart::Kind::bars) {
  report::Chart chart{"c", kind, "A title", 0, 0, {}, {}};
  for (std::size_t i = 1; i <= series; ++i) chart.value_columns.push_back(i);
  return chart;
}

inline std::vector<std::string> words(const Geometry& geometry) {
  std::vector<std::string> all;
  for (const Text& text : geometry.texts) all.push_back(text.text);
  return all;
}

inline const Text& text_named(const Geometry& geometry, const std::string& name) {
  return *std::ranges::find(geometry.texts, name, &Text::text);
}

// Ten units for every character, whatever its size, so that widths can be added up by hand.
inline double ten_a_character(std::string_view text, double, bool) {
  return 10.0 * static_cast<double>(text.size());
}

}  // namespace eqr::render::charts
