// Tables: that their cells make a grid, and that each cell of data has a header.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "pdf_check/grid.hpp"
#include "pdf_check/rules.hpp"

namespace eqr::pdf_check {
namespace {

std::vector<std::size_t> children_of(const Document& document, std::size_t tag, std::string_view type) {
  std::vector<std::size_t> found;
  for (const Tag::Child& child : document.tags[tag].children) {
    const auto* below = std::get_if<std::size_t>(&child);
    if (below != nullptr && document.tags[*below].standard == type) found.push_back(*below);
  }
  return found;
}

template <class Look>
void each_table(const Document& document, Look look) {
  for (const std::size_t table : tags_of(document, "Table")) look(table);
}

void one_head(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    if (children_of(document, table, "THead").size() > 1)
      findings.push_back(about(document, table, "the table has more than one THead"));
  });
}

void one_foot(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    if (children_of(document, table, "TFoot").size() > 1)
      findings.push_back(about(document, table, "the table has more than one TFoot"));
  });
}

void head_has_body(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    const bool has_ends =
        !children_of(document, table, "THead").empty() || !children_of(document, table, "TFoot").empty();
    const bool has_rows = !children_of(document, table, "TBody").empty();
    if (has_ends && !has_rows)
      findings.push_back(about(document, table, "the table has a head or a foot and no TBody"));
  });
}

void captions(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    const auto all = children_of(document, table, "Caption");
    if (all.size() > 1) findings.push_back(about(document, table, "the table has more than one Caption"));
    const auto& children = document.tags[table].children;
    const auto is = [&](const Tag::Child& child) {
      const auto* below = std::get_if<std::size_t>(&child);
      return below != nullptr && document.tags[*below].standard == "Caption";
    };
    if (!all.empty() && !is(children.front()) && !is(children.back()))
      findings.push_back(about(document, all.front(), "the caption is neither first nor last in its table"));
  });
}

void no_overlaps(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    if (grid_of(document, table).overlaps)
      findings.push_back(about(document, table, "cells of the table lie upon each other"));
  });
}

void rows_are_alike(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    const Grid grid = grid_of(document, table);
    for (std::size_t row = 0; row < grid.widths.size(); ++row) {
      if (grid.widths[row] == grid.widths.front()) continue;
      findings.push_back(about(document, table,
                               "row " + std::to_string(row + 1) + " has " + std::to_string(grid.widths[row]) +
                                   " columns, the first has " + std::to_string(grid.widths.front())));
      break;
    }
  });
}

// ISO 14289-1, 7.5: by the ids of its headers, or by header cells in its row or column that say their scope.
class Headers {
 public:
  Headers(const Document& document, const Grid& grid) : m_document(document), m_grid(grid) {
    for (const GridCell& cell : grid.cells) {
      const Tag& tag = document.tags[cell.tag];
      if (tag.standard != "TH") continue;
      if (!tag.id.empty()) m_ids.insert(tag.id);
      if (tag.scope == "Row" || tag.scope == "Both") cover(m_rows, cell.row, cell.rows);
      if (tag.scope == "Column" || tag.scope == "Both") cover(m_columns, cell.column, cell.columns);
    }
  }

  [[nodiscard]] bool has(const GridCell& cell) const {
    const Tag& tag = m_document.tags[cell.tag];
    if (!tag.headers.empty())
      return std::ranges::all_of(tag.headers, [this](const std::string& id) { return m_ids.contains(id); });
    return m_rows.contains(cell.row) || m_columns.contains(cell.column);
  }

 private:
  static void cover(std::set<std::size_t>& covered, std::size_t first, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) covered.insert(first + i);
  }

  const Document& m_document;
  const Grid& m_grid;
  std::set<std::string> m_ids;
  std::set<std::size_t> m_rows, m_columns;
};

void cells_have_headers(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    const Grid grid = grid_of(document, table);
    const Headers headers(document, grid);
    for (const GridCell& cell : grid.cells) {
      if (document.tags[cell.tag].standard != "TD" || headers.has(cell)) continue;
      findings.push_back(about(document, cell.tag,
                               "the cell in row " + std::to_string(cell.row + 1) + ", column " +
                                   std::to_string(cell.column + 1) + " has no header"));
    }
  });
}

void header_cells_have_scopes(const Document& document, std::vector<Finding>& findings) {
  constexpr std::array<std::string_view, 3> scopes = {"Row", "Column", "Both"};
  for (const std::size_t cell : tags_of(document, "TH")) {
    const Tag& tag = document.tags[cell];
    if (std::ranges::find(scopes, tag.scope) == scopes.end() && tag.id.empty())
      findings.push_back(about(document, cell, "the header cell says neither its scope nor its ID"));
  }
}

void header_cells_say_something(const Document& document, std::vector<Finding>& findings) {
  each_table(document, [&](std::size_t table) {
    for (const GridCell& cell : grid_of(document, table).cells) {
      const bool is_corner = cell.row == 0 && cell.column == 0;
      if (document.tags[cell.tag].standard == "TH" && !is_corner &&
          text_of(document, cell.tag).find_first_not_of(" \t") == std::string::npos)
        findings.push_back(about(document, cell.tag,
                                 "the header cell in row " + std::to_string(cell.row + 1) + ", column " +
                                     std::to_string(cell.column + 1) + " is empty"));
    }
  });
}

}  // namespace

std::vector<Rule> table_rules() {
  constexpr std::string_view retag =
      "tag the table as Caption, THead, TBody, with the same columns in each row";
  return {{"7.2-11", Level::fail, "a table has one head", retag, one_head},
          {"7.2-12", Level::fail, "a table has one foot", retag, one_foot},
          {"7.2-13", Level::fail, "a table with a head has a body", retag, head_has_body},
          {"7.2-15", Level::fail, "cells do not lie upon each other", "set RowSpan and ColSpan right",
           no_overlaps},
          {"7.2-16", Level::fail, "a caption is the first or the last in its table, and the only one", retag,
           captions},
          {"7.2-41", Level::fail, "all rows of a table have the same columns", retag, rows_are_alike},
          {"7.5-1", Level::fail, "each cell of data has a header",
           "give header cells a Scope, or name them in Headers", cells_have_headers},
          {"7.5-2", Level::fail, "header cells say what they are over", "give each a Scope",
           header_cells_have_scopes},
          {"read-4", Level::warning, "header cells say something",
           "write what stands below them, or beside them", header_cells_say_something}};
}

}  // namespace eqr::pdf_check
