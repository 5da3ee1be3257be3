// Note markers and the sheet of notes, checked both ways.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/spreadsheet/layout.hpp"

namespace eqr::render::spreadsheet {

// The numbers in "[note 1]" and its like, as they stand: "1".
[[nodiscard]] std::vector<std::string> notes_marked_in(std::string_view text);

// Every marker has its note and every note a marker, and none stands in a cell that holds data: titles,
// headers and row labels have them. Throws problems::Fault (nothing_written) that names the sheet and the
// cell.
void check_note_markers(const Book& book);

}  // namespace eqr::render::spreadsheet
