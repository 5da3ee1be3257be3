// W: the sheets of the workbook. C: its cover.
#include <algorithm>
#include <set>

#include "text/words.hpp"
#include "workbook_check/parts.hpp"
#include "workbook_check/rules.hpp"

namespace eqr::workbook_check {
namespace {

constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t many_sheets = 3;  // tables on more sheets than that want a list of them

std::size_t data_sheets(const Book& book) {
  return static_cast<std::size_t>(
      std::ranges::count_if(book.sheets, [&](const Sheet& sheet) { return is_data(book, sheet); }));
}

bool has_note_markers(const Book& book) {
  return std::ranges::any_of(book.sheets, [](const Sheet& sheet) {
    return !is_notes(sheet) && std::ranges::any_of(sheet.cells, [](const auto& cell) {
      return !notes_in(cell.second.text).empty();
    });
  });
}

void front_sheets(const Book& book, std::vector<Finding>& findings) {
  if (book.sheets.empty()) return;
  const std::size_t tables = data_sheets(book);
  if (tables > 1 && !is_cover(book, book.sheets.front()))
    findings.push_back({book.sheets.front().name, {}, "the first sheet is no cover"});
  if (tables > many_sheets && std::ranges::none_of(book.sheets, is_contents))
    findings.push_back({"", {}, "there is no table of contents"});
  for (const Sheet& sheet : book.sheets) {
    const bool is_named = std::ranges::any_of(
        sheet.tables, [](const Table& table) { return table.name == "table_of_contents"; });
    if (is_contents(sheet) && !is_named)
      findings.push_back({sheet.name, {}, "the list of sheets is no table named table_of_contents"});
  }
  if (has_note_markers(book) && std::ranges::none_of(book.sheets, is_notes))
    findings.push_back({"", {}, "there are note markers and no sheet named Notes"});
}

// The sheet that an entry of the contents leads to, or names.
std::string sheet_meant_by(const Cell* cell) {
  if (cell == nullptr) return {};
  return cell->link.starts_with('#') ? sheet_in(cell->link) : cell->text;
}

// The table of contents names every other sheet, in their order.
void contents_list_the_sheets(const Book& book, std::vector<Finding>& findings) {
  const auto contents = std::ranges::find_if(book.sheets, is_contents);
  if (contents == book.sheets.end() || contents->tables.empty()) return;
  std::vector<std::string> listed, there;
  std::vector<std::size_t> rows;  // of what is listed
  const Area& area = contents->tables.front().area;
  for (std::size_t row = area.first.row + 1; row <= area.last.row; ++row) {
    const std::string name = sheet_meant_by(contents->cell({row, area.first.column}));
    // The list may name itself and the cover.
    if (name == contents->name || name == book.sheets.front().name) continue;
    listed.push_back(name);
    rows.push_back(row);
  }
  for (const Sheet& sheet : book.sheets) {
    if (&sheet != &*contents && !is_cover(book, sheet)) there.push_back(sheet.name);
  }
  const auto [in_list, in_book] = std::ranges::mismatch(listed, there);
  if (in_list == listed.end() && in_book == there.end()) return;
  const auto at = static_cast<std::size_t>(in_list - listed.begin());
  const std::size_t row = at < rows.size() ? rows[at] : area.last.row + 1;
  findings.push_back({contents->name, Place{row, area.first.column},
                      "the contents do not list the sheets by name and in their order"});
}

void sheet_names(const Book& book, std::vector<Finding>& findings) {
  std::set<std::string> seen;
  for (const Sheet& sheet : book.sheets) {
    const std::string& name = sheet.name;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const bool is_plain = !name.empty() && is_letter(name.front()) && std::ranges::all_of(name, [&](char c) {
      return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
    if (!is_plain)
      findings.push_back(
          {name, {}, "the sheet's name has other characters than letters, digits and underscores"});
    if (name.size() > longest_sheet_name)
      findings.push_back({name, {}, "the sheet's name is longer than 31 characters"});
    const std::string folded = text::folded(name);
    const bool says_nothing =
        folded.starts_with("sheet") &&
        std::ranges::all_of(folded.substr(5), [](char c) { return (c >= '0' && c <= '9') || c == '_'; });
    if (says_nothing) findings.push_back({name, {}, "the sheet's name says nothing of what it holds"});
    if (!seen.insert(folded).second)
      findings.push_back({name, {}, "another sheet has the same name but for capitals"});
  }
}

void no_blank_sheets(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    const bool is_empty =
        std::ranges::all_of(sheet.cells, [](const auto& cell) { return is_blank(&cell.second); });
    if (!sheet.is_chart && is_empty && sheet.drawings.empty())
      findings.push_back({sheet.name, {}, "the sheet is blank"});
  }
}

void nothing_hidden(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.is_hidden) findings.push_back({sheet.name, {}, "the sheet is hidden"});
    if (!sheet.hidden_rows.empty())
      findings.push_back({sheet.name, Place{sheet.hidden_rows.front(), 0}, "rows are hidden"});
    if (!sheet.hidden_columns.empty())
      findings.push_back({sheet.name, Place{0, sheet.hidden_columns.front()}, "columns are hidden"});
  }
}

const char* in_words(Drawing::Kind kind) {
  switch (kind) {
    case Drawing::Kind::image:
      return "an image";
    case Drawing::Kind::chart:
      return "a chart";
    case Drawing::Kind::text_box:
      return "a shape or text box";
  }
  return "";
}

// A chart has a sheet without a table to itself, and words for who cannot see it.
void no_drawings(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    for (const Drawing& drawing : sheet.drawings) {
      const bool may_stand = drawing.kind == Drawing::Kind::chart && sheet.tables.empty();
      if (!may_stand)
        findings.push_back({sheet.name, {}, std::string(in_words(drawing.kind)) + " stands on the sheet"});
      if (drawing.kind != Drawing::Kind::text_box && drawing.alternative.empty())
        findings.push_back(
            {sheet.name, {}, std::string(in_words(drawing.kind)) + " has no alternative text"});
    }
    if (!sheet.comments.empty())
      findings.push_back({sheet.name, sheet.comments.front(), "the cell has a comment"});
  }
}

void no_page_headers(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.has_page_header) findings.push_back({sheet.name, {}, "the sheet has a page header or footer"});
  }
}

void no_filters_or_panes(const Book& book, std::vector<Finding>& findings) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.has_filter) findings.push_back({sheet.name, {}, "the sheet has a filter"});
    for (const Table& table : sheet.tables) {
      if (table.has_filter_buttons)
        findings.push_back({sheet.name, table.area.first, "the table has filter buttons"});
    }
    if (sheet.has_panes) findings.push_back({sheet.name, {}, "panes are frozen or split"});
  }
}

bool overlap(const Area& one, const Area& other) {
  return one.first.row <= other.last.row && other.first.row <= one.last.row &&
         one.first.column <= other.last.column && other.first.column <= one.last.column;
}

void look_for_merges(const Book& book, std::vector<Finding>& findings, bool in_tables) {
  for (const Sheet& sheet : book.sheets) {
    for (const Area& area : sheet.merged) {
      const bool is_in_table =
          std::ranges::any_of(sheet.tables, [&](const Table& table) { return overlap(area, table.area); });
      if (is_in_table != in_tables) continue;
      findings.push_back({sheet.name, area.first, "cells are merged"});
      break;
    }
  }
}

void no_merges_in_tables(const Book& book, std::vector<Finding>& findings) {
  look_for_merges(book, findings, true);
}

void no_merges_elsewhere(const Book& book, std::vector<Finding>& findings) {
  look_for_merges(book, findings, false);
}

void cover_says_enough(const Book& book, std::vector<Finding>& findings) {
  if (book.sheets.empty() || !is_cover(book, book.sheets.front())) return;
  const Sheet& cover = book.sheets.front();
  std::string words;
  std::optional<Place> beside;
  bool has_heading = false;
  for (const auto& [place, cell] : cover.cells) {
    if (is_blank(&cell)) continue;
    words += text::folded(cell.text) + '\n';
    if (place.column > 0 && !beside) beside = place;
    has_heading = has_heading || book.looks[cell.look].heading == 2;
  }
  const auto says = [&](const char* word) { return words.find(word) != std::string::npos; };
  if (beside) findings.push_back({cover.name, beside, "the cover uses more than column A"});
  if (!has_heading) findings.push_back({cover.name, {}, "the cover has no sub-headings (style Heading 2)"});
  const bool says_when = says("date published") || says("publication date") || says("date of publication") ||
                         says("published on") || says("release date") || says("published:");
  if (!says_when) findings.push_back({cover.name, {}, "the cover does not say when it was published"});
  if (!says("next update") && !says("next publication") && !says("next release"))
    findings.push_back({cover.name, {}, "the cover does not say when the next update comes"});
  if (!says("contact") && !says("email")) findings.push_back({cover.name, {}, "the cover names no contact"});
}

}  // namespace

std::vector<Rule> workbook_rules() {
  return {
      {"W1", Level::fail, "there is a cover, a table of contents, and Notes where there are notes",
       "begin with a cover; list the sheets in a table named table_of_contents; call the sheet Notes",
       front_sheets},
      {"W1b", Level::fail, "the contents list the sheets in their order",
       "list each sheet by its name, as a link to it", contents_list_the_sheets},
      {"W2", Level::fail, "sheet names are plain, unique, short and say what the sheet holds",
       "use letters, digits and underscores, at most 31, beginning with a letter", sheet_names},
      {"W3", Level::fail, "no sheet is blank", "take it out", no_blank_sheets},
      {"W3b", Level::warning, "no sheet, row or column is hidden", "show it, or take it out", nothing_hidden},
      {"W4", Level::fail, "no images, text boxes or comments; charts on sheets of their own, with words",
       "move charts to sheets of their own and give alternative text; say in cells what comments say",
       no_drawings},
      {"W5", Level::fail, "no page headers or footers", "say in a cell what they say", no_page_headers},
      {"W6", Level::warning, "no filters and no frozen or split panes", "take them off", no_filters_or_panes},
      {"W7", Level::fail, "no merged cells in tables", "split the cells and fill each", no_merges_in_tables},
      {"W7b", Level::warning, "no merged cells elsewhere", "split the cells", no_merges_elsewhere},
      {"C1", Level::warning, "the cover, in column A alone, gives dates, contact and sub-headings",
       "say when it was published, when the next update comes and whom to ask", cover_says_enough}};
}

}  // namespace eqr::workbook_check
