// The draft: what a theme hands over. Figures, tables, charts and sections, in which every number is an
// expression. Text in a draft is plain text; renderers escape it.
//
// Ids are lower-case words joined by hyphens, unique within the draft; figure names are such words joined
// by dots (`ethnicity.minority.percent`). In a report both are prefixed with the theme's id.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "eqr/expression.hpp"

namespace eqr {

// What a number is. Decides how it is printed and what may be computed with it.
enum class Unit {
  people,             // a count of people
  things,             // a count of anything else: meetings, hubs, awards
  percent,            // 13.9%
  percentage_points,  // the change between two percentages
  ratio,              // 1.54
  pounds,             // £
  number,             // anything without a unit, such as a score
};

// How a number is printed: its unit and how many digits follow the point (0 to 9).
struct Format {
  Unit unit = Unit::number;
  int places = 0;

  bool operator==(const Format&) const = default;
};

inline constexpr Format whole_people{Unit::people, 0};
inline constexpr Format whole_things{Unit::things, 0};
inline constexpr Format one_place_percent{Unit::percent, 1};
inline constexpr Format one_place_points{Unit::percentage_points, 1};

// A named number that narratives refer to as {{theme.name}}. Its name must match a name or pattern that
// theme.json declares.
struct Figure {
  std::string name;
  std::string title;  // what it is, in words: "Share of staff from minority ethnic groups"
  Expression value;
  std::optional<Expression> last_year;  // what {{… | from_to}} and {{… | change}} compare with
  Format format;
  std::string note;  // anything a reader must know; may be empty
};

struct Column {
  enum class Kind { text, number };
  std::string id;
  std::string header;  // without the unit: the engine adds "(%)" and the like
  Kind kind = Kind::text;
  Format format;  // of a number column
};

// Cells. A text cell holds text; a number cell an expression, or a reason why there is none.
struct RowLabel {};       // the label of the group that an each() row stands for
struct NotApplicable {};  // printed [z]
using Cell = std::variant<std::string, Expression, RowLabel, NotApplicable>;

// One row for every listed group of a characteristic of a people input. The engine expands it: a group
// that the codebook lists appears even when nobody is in it.
struct Each {
  std::string input;
  std::string column;
  std::vector<std::string> groups;  // ids, in the order to be shown
};

struct Row {
  std::optional<Each> each;  // when set, `cells` is the pattern of each of its rows
  std::vector<Cell> cells;   // as many as the table has columns
  bool total = false;        // a total or sub-total: shown last and set apart
};

class Table {
 public:
  Table() = default;
  Table(std::string table_id, std::string table_title)
      : id(std::move(table_id)), title(std::move(table_title)) {}

  // The builder calls return the table, so that a table reads from top to bottom.
  Table& text_column(std::string column_id, std::string header) {
    columns.push_back({std::move(column_id), std::move(header), Column::Kind::text, {}});
    return *this;
  }
  Table& number_column(std::string column_id, std::string header, Format format) {
    columns.push_back({std::move(column_id), std::move(header), Column::Kind::number, format});
    return *this;
  }
  Table& row(std::vector<Cell> cells) {
    rows.push_back({std::nullopt, std::move(cells), false});
    return *this;
  }
  Table& total_row(std::vector<Cell> cells) {
    rows.push_back({std::nullopt, std::move(cells), true});
    return *this;
  }
  Table& each_row(Each each, std::vector<Cell> cells) {
    rows.push_back({std::move(each), std::move(cells), false});
    return *this;
  }
  Table& note(std::string text) {
    notes.push_back(std::move(text));
    return *this;
  }

  std::string id;
  std::string title;  // subject, breakdown and date: "Workforce by ethnicity, 31 March 2018"
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::vector<std::string> notes;
};

// A chart holds no numbers of its own: it names the columns of a table, which always travels with it.
struct Chart {
  enum class Kind {
    bars,
    grouped_bars,  // `last-year-X` beside `X` is told as the change on last year
    stacked_bars,
    line,       // rows, but for totals, are more than three points in time, in order
    dot_range,  // a value and what it is set against, such as a census: two value columns
  };
  std::string id;
  Kind kind = Kind::bars;
  std::string title;
  std::string table;
  std::string label_column;
  std::vector<std::string>
      value_columns;  // one for bars, one to four for lines, two for dot_range, else two to four
};

// Tables and charts that belong together, in the order to be shown. A template places them by id.
struct Section {
  std::string id;
  std::string heading;
  std::vector<std::string> tables;
  std::vector<std::string> charts;
};

struct Draft {
  std::vector<Figure> figures;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  std::vector<Section> sections;
};

}  // namespace eqr
