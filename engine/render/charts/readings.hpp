// What a chart takes from its table: for each row a label, for each series a mark.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/model/report.hpp"

namespace eqr::render::charts {

// One value, or what stands in its place. A mark without `value` has no bar: it is withheld, or it is known
// in words alone ("hundreds", "fewer than 10") and a bar would claim more than the source does.
struct Mark {
  std::string printed;   // beside the bar, short: without "percentage points"
  std::string in_words;  // in the text alternative: with its unit
  std::optional<double> value;
  std::optional<double> upper;          // the other end of a range
  std::optional<report::Number> exact;  // where it is neither a range nor "about" or "more than" so many
  bool withheld = false;
};

struct Group {
  std::string label;
  std::vector<Mark> marks;  // one for each series
};

struct Readings {
  std::vector<std::string> series;   // column headers; where there are several, without their common unit
  std::string measure;               // the header of the one series, or the common unit; may be empty
  std::string percent_or_pounds;     // "%" or "£" where every series has that unit; otherwise empty
  bool whole_numbers = true;         // no gridline between two whole numbers
  bool is_beside_last_year = false;  // of two series the second is the first a year earlier
  std::vector<Group> groups;
};

// The second of two columns holds last year's values of the first where its id is `last-year-` and that id.
[[nodiscard]] Readings read(const report::Chart& chart, const report::Table& table);

// Stacked bars of a table with negative values are drawn as grouped bars, and so are lines and dot ranges of
// more series than there are forms to tell them apart.
[[nodiscard]] report::Chart::Kind drawn_kind(const report::Chart& chart, const Readings& readings);

}  // namespace eqr::render::charts
