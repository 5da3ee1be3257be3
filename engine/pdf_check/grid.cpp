#include "pdf_check/grid.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace eqr::pdf_check {
namespace {

std::vector<std::size_t> tags_in(const Document& document, std::size_t tag) {
  std::vector<std::size_t> found;
  for (const Tag::Child& child : document.tags[tag].children) {
    if (const auto* below = std::get_if<std::size_t>(&child)) found.push_back(*below);
  }
  return found;
}

std::vector<std::size_t> rows_of(const Document& document, std::size_t table) {
  std::vector<std::size_t> rows;
  for (const std::size_t below : tags_in(document, table)) {
    const std::string_view type = document.tags[below].standard;
    if (type == "TR") rows.push_back(below);
    if (type != "THead" && type != "TBody" && type != "TFoot") continue;
    for (const std::size_t row : tags_in(document, below)) {
      if (document.tags[row].standard == "TR") rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace

Grid grid_of(const Document& document, std::size_t table) {
  const std::vector<std::size_t> rows = rows_of(document, table);
  Grid grid;
  std::vector<std::set<std::size_t>> taken(rows.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::size_t column = 0;
    for (const std::size_t cell : tags_in(document, rows[row])) {
      const Tag& tag = document.tags[cell];
      if (tag.standard != "TH" && tag.standard != "TD") continue;
      while (taken[row].contains(column)) ++column;
      grid.cells.push_back({cell, row, column, std::min(tag.rows, rows.size() - row), tag.columns});
      const GridCell& placed = grid.cells.back();
      for (std::size_t down = 0; down < placed.rows; ++down) {
        for (std::size_t over = 0; over < placed.columns; ++over)
          grid.overlaps |= !taken[row + down].insert(column + over).second;
      }
      column += placed.columns;
    }
  }
  for (const auto& columns : taken) grid.widths.push_back(columns.size());
  return grid;
}

}  // namespace eqr::pdf_check
