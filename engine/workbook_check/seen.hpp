// A spreadsheet as a reader, or a screen reader, meets it: what the rules look at, whatever format it came
// in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace eqr::workbook_check {

// Rows and columns are counted from 0.
struct Place {
  std::size_t row = 0, column = 0;
  auto operator<=>(const Place&) const = default;
};

struct Area {
  Place first, last;
  bool operator==(const Area&) const = default;
  [[nodiscard]] bool contains(Place place) const {
    return first.row <= place.row && place.row <= last.row && first.column <= place.column &&
           place.column <= last.column;
  }
};

struct Look {
  enum class Align { general, left, right, other };
  int heading = 0;  // of the named cell style: 1 for "Heading 1"; 0 for none
  std::string font;
  double points = 0;  // 0: not said
  bool bold = false, italic = false, underlined = false, struck_out = false, superscript = false;
  std::optional<std::uint32_t> colour;  // of the text, 0xRRGGBB; none for automatic
  bool filled = false, bordered = false, turned = false, wraps = false;
  Align align = Align::general;
  int indent = 0;
  std::string number_format;  // "General" or empty for none
};

struct Cell {
  enum class Kind { blank, text, number, other };
  Kind kind = Kind::blank;
  std::string text;  // as written; of a number, the digits of the file
  double number = 0;
  std::size_t look = 0;  // index into Book::looks
  bool has_formula = false;
  bool has_superscript = false;  // in some of its text
  std::string link;              // "#Notes!A1", "https://…"; empty for none
};

struct Table {
  std::string name;
  Area area;  // with its header
  bool has_header = true;
  bool has_style = false, has_stripes = false, has_filter_buttons = false;
  std::vector<std::string> columns;  // as the table itself calls them; empty where the format does not say
};

struct Drawing {
  enum class Kind { image, chart, text_box };
  Kind kind = Kind::image;
  std::string alternative;  // empty for none
};

struct Sheet {
  std::string name;
  bool is_hidden = false;
  bool is_chart = false;        // a sheet that is one chart, without cells
  std::map<Place, Cell> cells;  // those that hold something
  std::vector<Area> merged;
  std::vector<std::size_t> hidden_rows, hidden_columns;
  std::vector<Table> tables;
  std::vector<Drawing> drawings;
  std::vector<Place> comments;
  bool has_filter = false, has_panes = false, has_page_header = false, is_protected = false;
  Place cursor;
  Place top_left;
  int zoom = 100;

  [[nodiscard]] const Cell* cell(Place place) const {
    const auto found = cells.find(place);
    return found == cells.end() ? nullptr : &found->second;
  }
};

struct Book {
  enum class Format { xlsx, ods };
  Format format = Format::xlsx;
  std::string file_name;  // without folders
  std::string title, author, keywords, language;
  bool has_macros = false, is_protected = false;
  std::size_t active_sheet = 0;
  std::vector<Sheet> sheets;
  std::vector<Look> looks;
};

// Tables of foreign files may reach to the end of the sheet: no further than a line beyond what is filled.
void clip_tables(Book& book);

// Dates and times, which an .xlsx keeps as numbers, are cells of another kind: told by their number formats.
void tell_dates_from_numbers(Book& book);

// "B7"
[[nodiscard]] std::string in_words(Place place);
// "B7" and "$B$7"; none for what is no cell.
[[nodiscard]] std::optional<Place> place_of(std::string_view written);
// "A1:B7" or "A1"
[[nodiscard]] std::optional<Area> area_of(std::string_view written);

}  // namespace eqr::workbook_check
