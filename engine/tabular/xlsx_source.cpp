#include "tabular/xlsx_source.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <string_view>
#include <utility>

#include "tabular/headings.hpp"
#include "tabular/xlsx_faults.hpp"
#include "tabular/xlsx_row.hpp"
#include "tabular/xlsx_text.hpp"
#include "tabular/xlsx_xml.hpp"

namespace eqr::tabular {
namespace {

// When this much is ready, the rest of the piece of XML waits.
constexpr std::size_t enough_ready = 256 * 1024;
// Of one row or one cell of a sound workbook there is far less: 32,767 characters in a cell.
constexpr std::size_t most_row_bytes = 64 * 1024 * 1024;
constexpr std::size_t most_cell_bytes = 1'000'000;

constexpr std::string_view xml_blanks = " \t\r\n";

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(xml_blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(xml_blanks) - first + 1);
}

// Whole numbers as nearly all are written: nothing to convert.
bool is_plain_whole(std::string_view written) {
  if (written.empty() || written.size() > 15 || (written[0] == '0' && written.size() > 1)) return false;
  return std::all_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A day in a cell of type "d" comes as ISO 8601; midnight is no time of day that anybody wrote.
std::string_view without_midnight(std::string_view written) {
  const std::size_t time = written.find('T');
  if (time != 10 || written.find_first_not_of("0:.Z", time + 1) != std::string_view::npos) return written;
  return written.substr(0, time);
}

}  // namespace

struct WorksheetSource::State : XmlListener {
  Workbook workbook;
  const Sheet& which;
  SharedTexts shared;
  ZipPart part;
  XmlReader xml;

  std::string ready;  // CSV that nobody has asked for yet, from `given` on
  std::size_t given = 0;
  bool at_end = false;

  RowLine line;
  CellPlace place;               // of the cell that is being read; the row stays between cells
  std::size_t written_rows = 0;  // lines that are out
  std::size_t width = 0;         // fields of the first row with content; 0 before it
  bool in_rows = false;
  bool in_row = false;
  bool in_cell = false;
  bool in_value = false;
  bool in_inline = false;
  bool has_formula = false;  // the cell that is being read

  std::string type;
  std::size_t style = 0;
  std::string value;
  TextCollector inline_text;
  std::string cell;  // as it goes into the line

  State(int descriptor, const std::string& file, const std::string& name)
      : workbook(descriptor, file),
        which(workbook.sheet(name)),
        part((read_shared(), workbook.required_part(which.part, "the sheet"))),
        xml(part, *this, file, "the sheet", "worksheet") {}

  void read_shared() {
    if (!workbook.shared_texts_part().empty()) {
      shared.read(workbook.required_part(workbook.shared_texts_part(), "its list of shared texts"),
                  workbook.file());
    }
  }

  // ---- faults ----

  [[nodiscard]] std::string at(const CellPlace& cell_place) const {
    const std::string name = is_plain(which.name) ? which.name : "sheet";
    return name + '!' +
           (cell_place.column == 0 ? "row " + std::to_string(cell_place.row) : place_text(cell_place));
  }

  [[noreturn]] void refuse(const std::string& message, const std::string& hint = mend_hint) const {
    throw workbook_fault(workbook.file(), message, hint, at(place));
  }

  // ---- XML ----

  void element(std::string_view name, const Attributes& attributes, int depth) override {
    if (in_inline) {
      inline_text.element(name, attributes);
    } else if (in_cell) {
      in_value = depth == 5 && name == "v";
      in_inline = depth == 5 && name == "is";
      has_formula = has_formula || (depth == 5 && name == "f");
    } else if (in_row) {
      if (name == "c" && depth == 4) begin_cell(attributes);
    } else if (in_rows) {
      if (name == "row" && depth == 3) begin_row(attributes);
    } else if (name == "sheetData" && depth == 2) {
      in_rows = true;
    }
  }

  void end(std::string_view name, int depth) override {
    if (in_inline) inline_text.end(name);
    if (depth == 4 && in_cell) {
      end_cell();
    } else if (depth == 3 && in_row) {
      end_row();
    } else if (depth == 2) {
      in_rows = false;
    } else if (depth == 5) {
      in_value = in_inline = false;
    }
  }

  void text(std::string_view piece) override {
    if (in_value) value.append(piece);
    if (in_inline) inline_text.text(piece);
    if (value.size() > most_cell_bytes || inline_text.bytes() > most_cell_bytes)
      refuse("holds a text of more than 1,000,000 bytes", "check that this is the right sheet");
  }

  void begin_row(const Attributes& attributes) {
    in_row = true;
    place.column = 0;
    const std::string_view number = attributes["r"];
    const std::size_t before = place.row;
    place.row = before + 1;
    if (!number.empty()) {
      std::size_t given_row = 0;
      const auto read = std::from_chars(number.data(), number.data() + number.size(), given_row);
      const bool sound = read.ec == std::errc{} && read.ptr == number.data() + number.size();
      if (!sound || given_row <= before) refuse("is not where it should be: the rows are not in order");
      place.row = given_row;
    }
    if (place.row > most_rows) refuse("lies beyond the last row that a sheet can have");
  }

  void begin_cell(const Attributes& attributes) {
    in_cell = true;
    has_formula = false;
    type.clear();
    value.clear();
    inline_text.clear();
    style = 0;
    ++place.column;
    attributes.each([&](std::string_view name, std::string_view written) {
      if (name == "r") {
        CellPlace told;
        if (!parse_place(written, told) || told.row != place.row)
          refuse("is followed by a cell whose place is not one of this row");
        place.column = told.column;
      } else if (name == "s") {
        std::from_chars(written.data(), written.data() + written.size(), style);
      } else if (name == "t") {
        type = written;
      }
    });
    if (place.column > most_columns)
      refuse("lies beyond the last column that a sheet can have, which is XFD");
  }

  // ---- cells ----

  void end_cell() {
    in_cell = in_value = in_inline = false;
    cell.clear();
    std::string_view written = value;
    std::string_view content;
    if (type == "s") {
      content = shared_text(without_blanks(written));
    } else {
      write_own(without_blanks(written));
      content = cell;
    }
    if (!line.put(place.column, content)) refuse("is there twice");
    if (line.bytes() > most_row_bytes)
      refuse("belongs to a row of more than 64 MiB", "check that this is the right sheet");
  }

  std::string_view shared_text(std::string_view index_written) const {
    if (index_written.empty()) return {};
    std::size_t index = 0;
    const char* const end = index_written.data() + index_written.size();
    const auto read = std::from_chars(index_written.data(), end, index);
    const auto found = read.ec == std::errc{} && read.ptr == end ? shared[index] : std::nullopt;
    if (!found) refuse("refers to a text that the workbook does not hold");
    return *found;
  }

  void write_own(std::string_view written) {
    if (type == "inlineStr") {
      append_cell_text(cell, inline_text.written());
    } else if (type == "str" || type == "e") {
      append_cell_text(cell, value);
    } else if (written.empty()) {
      // Programs that write workbooks without working them out leave formulas without their results.
      if (has_formula) {
        refuse("holds a formula without its result", "open the workbook in Excel, save it, and use that");
      }
    } else if (type == "b") {
      if (written != "0" && written != "1" && written != "true" && written != "false")
        refuse("holds neither true nor false");
      cell = written == "1" || written == "true" ? "TRUE" : "FALSE";
    } else if (type == "d") {
      append_cell_text(cell, without_midnight(written));
    } else if (type.empty() || type == "n") {
      write_number(written);
    } else {
      refuse("is of a type that no workbook has");
    }
  }

  void write_number(std::string_view written) {
    const NumberKind kind = workbook.kind(style);
    if (kind == NumberKind::number && is_plain_whole(written)) {
      cell = written;
      return;
    }
    double number = 0;
    if (!parse_number(written, number)) refuse("should hold a number and does not");
    if (kind == NumberKind::number)
      append_number(cell, number);
    else
      append_moment(cell, number, kind, workbook.epoch());
  }

  // ---- rows ----

  void end_row() {
    in_row = false;
    if (!line.is_blank()) {
      ready.append(place.row - written_rows - 1, '\n');
      if (width == 0) width = line.columns();
      line.append_to(ready, width);
      written_rows = place.row;
      line.clear();
    }
    if (ready.size() > enough_ready) xml.pause();
  }

  void refill() {
    ready.clear();
    given = 0;
    while (ready.empty() && !at_end) at_end = !xml.more();
  }
};

WorksheetSource::WorksheetSource(int descriptor, const std::string& file, const std::string& sheet)
    : m_state(std::make_unique<State>(descriptor, file, sheet)) {}

WorksheetSource::~WorksheetSource() = default;

std::size_t WorksheetSource::read(char* into, std::size_t most) {
  State& state = *m_state;
  if (state.given == state.ready.size()) state.refill();
  const std::size_t count = std::min(most, state.ready.size() - state.given);
  std::memcpy(into, state.ready.data() + state.given, count);
  state.given += count;
  return count;
}

const std::string& WorksheetSource::sheet() const {
  return m_state->which.name;
}

}  // namespace eqr::tabular
