#include "render/markup/escape.hpp"
#include "render/web/writing.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::web {
namespace {

std::string header_cell(const report::Column& column) {
  if (column.header.empty()) return "<td></td>";
  return "<th scope=\"col\">" + markup::escaped(column.header) + "</th>";
}

std::string body_row(const report::Table& table, const report::Row& row) {
  std::string cells;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::string text = markup::escaped(report::printed(row.cells.at(i), table.columns[i]));
    const bool is_label = i == 0 && !text.empty();
    if (row.is_total && !text.empty()) text = element("strong", text);
    cells += is_label ? "<th scope=\"row\">" + text + "</th>" : element("td", text);
  }
  return line("tr", cells);
}

std::string whole_table(const std::string& id_attribute, const std::string& caption, const std::string& head,
                        const std::string& rows) {
  return "<table" + id_attribute + ">\n" + line("caption", caption) + "<thead>\n" + line("tr", head) +
         "</thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
}

}  // namespace

std::string table_link(Writing& writing, std::size_t index) {
  return link(writing.places.address(writing.places.anchors().table(index)),
              "Table " + std::to_string(index + 1));
}

std::string note_link(Writing& writing, std::size_t index) {
  return link(writing.places.address(writing.places.anchors().note(index)),
              "[note " + std::to_string(index + 1) + "]");
}

std::string table(Writing& writing, std::size_t index) {
  const report::Table& shown = writing.report.tables.at(index);
  if (!writing.tables_written.insert(index).second)
    return line("p", "See " + table_link(writing, index) + ": " + markup::escaped(shown.title) + '.');
  std::string caption = "Table " + std::to_string(index + 1) + ": " + markup::escaped(shown.title);
  for (const std::size_t note : shown.notes) caption += ' ' + note_link(writing, note);
  const std::string shorthand = report::shorthand_sentence(shown);
  if (!shorthand.empty()) caption += ". " + markup::escaped(shorthand);
  std::string head, rows;
  for (const report::Column& column : shown.columns) head += header_cell(column);
  for (const report::Row& row : shown.rows) rows += body_row(shown, row);
  const std::string source = report::source_line(writing.report, shown.sources);
  return whole_table(writing.places.id_attribute(writing.places.anchors().table(index)), caption, head,
                     rows) +
         (source.empty() ? source : line("p", markup::escaped(source)));
}

std::string plain_table(const std::string& caption, const std::vector<std::string>& headings,
                        const std::string& rows) {
  std::string head;
  for (const std::string& heading : headings) head += "<th scope=\"col\">" + heading + "</th>";
  return whole_table({}, caption, head, rows);
}

}  // namespace eqr::render::web
