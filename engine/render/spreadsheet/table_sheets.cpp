// A worksheet for each table of the report, and what every worksheet shares.
#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "render/spreadsheet/sheets.hpp"
#include "render/spreadsheet/widths.hpp"
#include "text/words.hpp"

namespace eqr::render::spreadsheet {
namespace {

constexpr int padding = 16;  // what Excel keeps free at both sides, and room for another machine's Arial
constexpr int narrowest = 72;
constexpr int widest_number_header = 128;
constexpr int widest_number = 200;
constexpr int narrowest_label = 140;
constexpr int widest_label = 360;
constexpr int widest_text = 460;
constexpr int widest_column = 1'700;  // Excel ends at 255 digits

// The number or shorthand in a cell; none for text.
std::optional<report::Value> value_of(const report::Cell& cell) {
  if (const auto* number = std::get_if<report::Number>(&cell)) return *number;
  if (const auto* shorthand = std::get_if<report::Shorthand>(&cell)) return *shorthand;
  return std::nullopt;
}

bool is_year(const report::Column& column) {
  const std::string header = text::folded(column.header);
  return column.unit == report::Unit::number && (header == "year" || header.starts_with("year "));
}

// One number format a column: as many places as the column declares, or more where a number has more, so that
// the format never rounds.
int places_of(const report::Table& table, std::size_t column) {
  int places = table.columns[column].places;
  for (const report::Row& row : table.rows) {
    if (column >= row.cells.size()) continue;
    const auto* number = std::get_if<report::Number>(&row.cells[column]);
    if (number != nullptr) places = std::max(places, number->value.places);
  }
  return places;
}

std::string header_of(const report::Column& column) {
  std::string header = one_line(column.header);
  const std::string unit = report::unit_in_header(column.unit);
  if (column.is_number && !unit.empty() && header.find("(" + unit + ")") == std::string::npos) {
    header += " (" + unit + ")";
  }
  return header;
}

Cell laid_out_cell(const report::Cell& cell, const report::Column& column, int places, ShorthandSeen& seen) {
  if (const auto value = value_of(cell)) {
    seen.see(*value);
    return value_cell(*value, column.unit, places, !is_year(column));
  }
  const std::string text = cell_text(std::get<std::string>(cell));
  if (text::trimmed(text).empty()) return Blank{};
  seen.see_text(text);
  return Text{text, {}};
}

MarkedTable laid_out_table(const report::Table& table, const std::string& name, ShorthandSeen& seen) {
  MarkedTable marked{name, {}, {}};
  std::vector<int> places;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    marked.columns.push_back({header_of(table.columns[i]), table.columns[i].is_number});
    places.push_back(places_of(table, i));
  }
  marked.rows.reserve(table.rows.size());
  for (const report::Row& row : table.rows) {
    Row laid{{}, row.is_total};
    laid.cells.reserve(row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& column = i < table.columns.size() ? table.columns[i] : report::Column{};
      laid.cells.push_back(laid_out_cell(row.cells[i], column, i < places.size() ? places[i] : 0, seen));
    }
    marked.rows.push_back(std::move(laid));
  }
  // Readers of a marked-up table look for a total at its edge.
  std::stable_partition(marked.rows.begin(), marked.rows.end(), [](const Row& row) { return !row.is_total; });
  if (marked.rows.empty() && !marked.columns.empty()) {
    // Excel knows no table without rows, and a missing worksheet would look like an oversight.
    Row nothing{{Text{"Nothing to report", {}}}, false};
    for (std::size_t i = 1; i < marked.columns.size(); ++i) nothing.cells.push_back(Text{"[z]", {}});
    if (marked.columns.size() > 1) seen.see_code("z");
    marked.rows.push_back(std::move(nothing));
  }
  return marked;
}

// Where note markers may stand beside the title: headers and row labels.
std::string header_words(const MarkedTable& table) {
  std::string words;
  for (const Column& column : table.columns) words += column.header + '\n';
  for (const Row& row : table.rows) {
    if (const auto* text = std::get_if<Text>(&row.cells.front())) words += text->text + '\n';
  }
  return words;
}

bool has_blank(const MarkedTable& table) {
  return std::ranges::any_of(table.rows, [](const Row& row) {
    return std::ranges::any_of(row.cells,
                               [](const Cell& cell) { return std::holds_alternative<Blank>(cell); });
  });
}

// How wide what a column holds is. Digits are all as wide as each other, so that of numbers in one format
// only the largest and the smallest can be the widest.
class WidestCell {
 public:
  void see(const Cell& cell, Weight weight) {
    if (const auto* text = std::get_if<Text>(&cell)) {
      m_pixels = std::max(m_pixels, text_pixels(text->text, weight));
      m_word = std::max(m_word, widest_word_pixels(text->text, weight));
    } else if (const auto* amount = std::get_if<Amount>(&cell)) {
      Ends& ends = m_ends[{weight, amount->places, amount->grouped}];
      const double value = numbers::to_double(amount->value);
      if (ends.least == nullptr || value < ends.least_value) ends.least = amount, ends.least_value = value;
      if (ends.most == nullptr || value > ends.most_value) ends.most = amount, ends.most_value = value;
    }
  }

  [[nodiscard]] int pixels() const {
    int widest = m_pixels;
    for (const auto& [format, ends] : m_ends) {
      for (const Amount* amount : {ends.least, ends.most})
        widest = std::max(widest, text_pixels(shown(*amount), std::get<Weight>(format)));
    }
    return widest;
  }
  [[nodiscard]] int word_pixels() const { return m_word; }

 private:
  struct Ends {
    const Amount *least = nullptr, *most = nullptr;
    double least_value = 0, most_value = 0;
  };
  int m_pixels = 0, m_word = 0;
  std::map<std::tuple<Weight, int, bool>, Ends> m_ends;  // by format
};

}  // namespace

Sheet new_sheet(const report::Report& report, const std::string& name, const std::string& subject,
                const std::string& title) {
  Sheet sheet;
  sheet.name = name;
  sheet.subject = subject;
  sheet.lines.push_back({Line::Kind::title, one_line(title), {}});
  if (report.is_draft) add_line(sheet, draft_line);
  return sheet;
}

void add_line(Sheet& sheet, const std::string& text) {
  sheet.lines.push_back({Line::Kind::text, one_line(text), {}});
}

void add_link(Sheet& sheet, const std::string& text, const std::string& link) {
  sheet.lines.push_back({Line::Kind::text, one_line(text), link});
}

void add_shorthand(Sheet& sheet, const report::Report& report, const ShorthandSeen& seen) {
  for (const std::string& line : seen.lines(report, sheet.subject)) add_line(sheet, line);
  sheet.shorthand = seen.codes(report);
}

Cell value_cell(const report::Value& value, report::Unit unit_in_header, int places, bool grouped) {
  const auto* number = std::get_if<report::Number>(&value);
  if (number == nullptr) return Text{report::printed(value), {}};
  const bool unit_is_said = number->unit == unit_in_header || report::unit_in_header(number->unit).empty();
  if (!unit_is_said) return Text{report::printed(value), {}};
  const bool stands_alone =
      !number->upper && number->qualifier == report::Qualifier::none && number->mark.empty();
  if (!stands_alone) return Text{report::printed(value, false), {}};
  return Amount{number->value, std::max(places, number->value.places), grouped};
}

void fit_columns(MarkedTable& table) {
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    Column& column = table.columns[i];
    const bool is_label = i == 0;
    column.gap = !is_label && table.columns[i - 1].right && !column.right;
    WidestCell widest_cell;
    for (const Row& row : table.rows) {
      if (i < row.cells.size())
        widest_cell.see(row.cells[i], is_label || row.is_total ? Weight::bold : Weight::regular);
    }
    const int held = widest_cell.pixels();
    const int word = std::max(widest_cell.word_pixels(), widest_word_pixels(column.header, Weight::bold));
    const int header = text_pixels(column.header, Weight::bold);
    const int most = column.right ? widest_number : is_label ? widest_label : widest_text;
    const int most_header = column.right ? widest_number_header : most;
    const int least = is_label ? narrowest_label : narrowest;
    const int wanted = std::max({std::min(held, most), std::min(header, most_header), std::min(word, most)});
    column.pixels = std::clamp(wanted + padding + (column.gap ? gap_pixels : 0), least, widest_column);
  }
}

Sheet table_sheet(const report::Report& report, const report::Table& table, Names& names) {
  const std::string subject = "table \"" + table.id + "\"";
  ShorthandSeen seen;
  MarkedTable marked = laid_out_table(table, names.table(table.id), seen);
  const std::string markers = note_markers(table.notes, table.title + header_words(marked));
  const std::string title = markers.empty() ? table.title : table.title + " " + markers;

  Sheet sheet = new_sheet(report, names.sheet(table.id), subject, title);
  add_line(sheet, one_table);
  if (!table.notes.empty()) {
    add_link(sheet, "This table contains notes, which can be found in the Notes worksheet.",
             std::string("#") + notes_name);
  }
  if (has_blank(marked)) add_line(sheet, "A blank cell means that the source has no entry for it.");
  add_shorthand(sheet, report, seen);
  for (const std::string& line : source_sentences(report, table.sources)) add_line(sheet, line);
  fit_columns(marked);
  sheet.table = std::move(marked);
  return sheet;
}

}  // namespace eqr::render::spreadsheet
