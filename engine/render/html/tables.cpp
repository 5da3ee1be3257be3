#include <algorithm>
#include <sstream>

#include "render/html/writing.hpp"
#include "render/markup/escape.hpp"
#include "report/model/wording.hpp"

namespace eqr::render::html {
namespace {

using report::printed;
using report::Shorthand;

std::size_t longest_word(const std::string& text) {
  std::size_t longest = 0;
  std::istringstream words(text);
  for (std::string word; words >> word;) longest = std::max(longest, word.size());
  return longest;
}

constexpr std::size_t most_rows_kept_whole = 14;  // on paper, a table this short does not break over pages
constexpr std::size_t most_columns_set_slim = 3;  // numbers far from their labels are hard to read across
constexpr std::size_t long_text = 40;             // characters from which a cell wants a wider column

// Whether the table, at its narrowest, is wider than a screen of 320 pixels: its longest words side by side
// at nine pixels a character, with 20 pixels between columns.
bool wider_than_a_phone(const report::Table& table) {
  std::size_t width = 0;
  bool any_long = false;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t longest = longest_word(table.columns[i].header);
    for (const report::Row& row : table.rows) {
      const std::string text = printed(row.cells.at(i), table.columns[i]);
      longest = std::max(longest, longest_word(text));
      any_long = any_long || text.size() > long_text;
    }
    width += 9 * longest + 20;
  }
  return width > 288 || (any_long && table.columns.size() > 2);
}

std::string header_cell(const report::Column& column) {
  const std::string name = column.is_number ? " class=\"number\"" : "";
  if (column.header.empty()) return "<td></td>";
  return "<th scope=\"col\"" + name + ">" + markup::escaped(column.header) + "</th>";
}

std::string body_cell(const report::Cell& cell, const report::Column& column, bool is_label) {
  const std::string text = printed(cell, column);
  if (is_label && !text.empty()) {
    const std::string name = text.size() > long_text ? " class=\"long\"" : "";
    return "<th scope=\"row\"" + name + ">" + markup::escaped(text) + "</th>";
  }
  std::string name = column.is_number ? "number" : "";
  if (std::holds_alternative<Shorthand>(cell)) name += name.empty() ? "shorthand" : " shorthand";
  if (!column.is_number && text.size() > long_text) name += "long";
  return element("td", name, markup::escaped(text));
}

std::string body(const report::Table& table) {
  std::string html = "<tbody>\n";
  for (const report::Row& row : table.rows) {
    html += row.is_total ? "<tr class=\"total\">" : "<tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      html += body_cell(row.cells.at(i), table.columns[i], i == 0);
    }
    html += "</tr>\n";
  }
  return html + "</tbody>\n";
}

// What the symbols in this table mean.
std::string shorthand_line(const report::Table& table) {
  const std::string sentence = report::shorthand_sentence(table);
  return sentence.empty() ? sentence : " " + element("span", "shorthand-line", markup::escaped(sentence));
}

std::string caption(Writing& writing, std::size_t index, const std::string& title_id) {
  const report::Table& shown = writing.report.tables.at(index);
  const std::string number = "Table " + std::to_string(index + 1);
  std::string html = "<caption><span class=\"caption\"><span id=\"" + markup::escaped(title_id) + "\">" +
                     element("span", "caption-number", number + ':') + ' ' + markup::escaped(shown.title) +
                     "</span>";
  for (const std::size_t note : shown.notes) html += ' ' + note_mark(writing, note, number);
  return html + "</span>" + shorthand_line(shown) + "</caption>\n";
}

std::string source_line(const Writing& writing, const report::Table& table) {
  const std::string line = report::source_line(writing.report, table.sources);
  return line.empty() ? line : element("p", "source", markup::escaped(line)) + '\n';
}

}  // namespace

std::string table(Writing& writing, std::size_t index) {
  const report::Table& shown = writing.report.tables.at(index);
  if (!writing.tables_written.insert(index).second) {
    return element("p", "see-table",
                   "See " + table_link(writing, index) + ": " + markup::escaped(shown.title) + '.') +
           '\n';
  }
  const bool wide = wider_than_a_phone(shown);
  const std::string& id = writing.anchors.table(index);
  const std::string title_id = writing.anchors.take(id + "-title");
  const std::string kept_whole = shown.rows.size() <= most_rows_kept_whole ? " kept-whole" : "";
  std::string html = "<div class=\"table" + kept_whole + "\">\n";
  if (wide) {
    html += "<div class=\"scroll\" role=\"region\" aria-labelledby=\"" + markup::escaped(title_id) +
            "\" tabindex=\"0\">\n";
  }
  const std::string slim = shown.columns.size() <= most_columns_set_slim && !wide ? " class=\"slim\"" : "";
  html += "<table id=\"" + markup::escaped(id) + '"' + slim + ">\n" + caption(writing, index, title_id) +
          "<thead>\n<tr>";
  for (const report::Column& column : shown.columns) html += header_cell(column);
  html += "</tr>\n</thead>\n" + body(shown) + "</table>\n";
  if (wide) html += "</div>\n";
  return html + source_line(writing, shown) + "</div>\n";
}

std::string plain_table(Writing& writing, std::string_view id, const std::string& caption,
                        const std::vector<PlainColumn>& columns, const std::string& rows) {
  const std::string title_id = writing.anchors.take(std::string(id) + "-title");
  std::string html = "<div class=\"table\">\n<div class=\"scroll\" role=\"region\" aria-labelledby=\"" +
                     title_id + "\" tabindex=\"0\">\n<table>\n<caption><span class=\"caption\" id=\"" +
                     title_id + "\">" + caption + "</span></caption>\n<thead>\n<tr>";
  for (const auto& [heading, is_number] : columns) {
    html += std::string("<th scope=\"col\"") + (is_number ? " class=\"number\">" : ">") + heading + "</th>";
  }
  return html + "</tr>\n</thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n</div>\n</div>\n";
}

std::string table_link(const Writing& writing, std::size_t index) {
  return "<a href=\"#" + markup::escaped(writing.anchors.table(index)) + "\">Table&nbsp;" +
         std::to_string(index + 1) + "</a>";
}

}  // namespace eqr::render::html
