// Cells of a document: what each may hold, and how it is written plainly.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace eqr::inputs {

// What is wrong with one cell. Says nothing about its content.
struct CellFault {
  std::string message;
  std::string hint;
};

// Either the cell written plainly, or what is wrong with it.
struct Checked {
  std::string text;
  std::optional<CellFault> fault;
};

// `1,181,000` → 1181000, `13.60` → 13.60, a true minus sign → the hyphen. Empty stays empty; a shorthand
// ([c], [low], [u], [w], [x], [z]) comes in lower case.
[[nodiscard]] Checked number_cell(std::string_view cell);

// A number cell, or a range: `1,000 to 1,200` → 1000 to 1200.
[[nodiscard]] Checked number_or_range_cell(std::string_view cell);

// Trimmed, line ends made LF. Control characters (text::is_printable), which no worksheet or page can show,
// are a fault, and so is more than a worksheet cell can hold.
[[nodiscard]] Checked text_cell(std::string_view cell);

// 2018-03-31 from either way of writing a date; empty stays empty.
[[nodiscard]] Checked date_cell(std::string_view cell);

}  // namespace eqr::inputs
