#include "inputs/document_table.hpp"

#include <algorithm>
#include <utility>

#include "tabular/headings.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

std::string heading_key(std::string_view heading) {
  std::string spaced(heading);
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return text::normalised(spaced);
}

eqr::Counts counts_of(const DeclaredColumn& column, bool published) {
  switch (column.counts) {
    case ColumnCounts::people:
      return published ? eqr::Counts::published : eqr::Counts::people;
    case ColumnCounts::published:
      return eqr::Counts::published;
    case ColumnCounts::things:
    case ColumnCounts::none:
      break;
  }
  return eqr::Counts::things;
}

}  // namespace

// Those of columns that nobody declared too: what the heading shows has befallen the cells as well.
void DocumentTable::check_headings() {
  for (std::size_t i = 0; i < m_table.header.size(); ++i) {
    if (text::is_printable(m_table.header[i])) continue;
    m_problems.add(
        {{m_table.file, m_header_line, 0, {}},
         "the heading of column " + std::to_string(i + 1) + ' ' + std::string(text::unprintable_message),
         std::string(text::unprintable_hint)});
  }
}

void DocumentTable::find_columns(const std::vector<DeclaredColumn>& wanted) {
  check_headings();
  m_taken.assign(m_table.header.size(), false);
  for (const DeclaredColumn& column : wanted) {
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < m_table.header.size(); ++i) {
      if (heading_key(m_table.header[i]) != heading_key(column.id)) continue;
      if (at) {
        m_problems.add(
            {{m_table.file, m_header_line, 0, column.id},
             "could be either of columns " + std::to_string(*at + 1) + " and " + std::to_string(i + 1),
             "hyphens, underscores and blanks make no difference; rename one of the two"});
      }
      at = i;
      m_taken[i] = true;
    }
    m_ids.push_back(column.id);
    m_at.push_back(at);
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (m_at[i] || wanted[i].optional) continue;
    const auto guess = text::nearest(wanted[i].id, headings_left());
    m_problems.add({{m_table.file, m_header_line, 0, wanted[i].id},
                    "this column is missing",
                    guess ? "rename \"" + *guess + "\", if that is it" : "add a column with this heading"});
  }
}

std::vector<std::string> DocumentTable::headings_left() const {
  std::vector<std::string> left;
  for (std::size_t i = 0; i < m_table.header.size(); ++i) {
    if (!m_taken[i] && tabular::is_plain(m_table.header[i])) left.push_back(m_table.header[i]);
  }
  return left;
}

void DocumentTable::refuse_others(const std::vector<DeclaredColumn>& wanted) {
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!m_at[i]) absent.push_back(wanted[i].id);
  }
  for (std::size_t i = 0; i < m_table.header.size(); ++i) {
    if (m_taken[i] || !text::is_printable(m_table.header[i])) continue;
    const bool plain = tabular::is_plain(m_table.header[i]);
    const std::string subject = plain
                                    ? "is not a column of a table of figures"
                                    : "column " + std::to_string(i + 1) + " is not one of a table of figures";
    const std::string hint =
        absent.empty() ? "delete this column" : text::suggestion(m_table.header[i], absent);
    m_problems.add({{m_table.file, m_header_line, 0, plain ? m_table.header[i] : ""}, subject, hint});
  }
}

std::string_view DocumentTable::cell(const tabular::Record& record, std::size_t column) const {
  const auto at = m_at[column];
  return at ? text::trimmed(record.fields[*at]) : std::string_view{};
}

std::string DocumentTable::taken(Checked checked, const tabular::Record& record, std::size_t column) {
  if (checked.fault) add(checked.fault->message, checked.fault->hint, record, column);
  return std::move(checked.text);
}

void DocumentTable::add(const std::string& message, const std::string& hint, const tabular::Record& record,
                        std::size_t column) {
  // The heading as written, so that the user finds it; the id where the heading cannot be shown.
  const std::string* heading = m_at[column] ? &m_table.header[*m_at[column]] : nullptr;
  const bool shown = heading != nullptr && tabular::is_plain(*heading);
  m_problems.add({{m_table.file, record.line, 0, shown ? *heading : m_ids[column]}, message, hint});
}

bool DocumentTable::is_blank(const tabular::Record& record) {
  return std::all_of(record.fields.begin(), record.fields.end(),
                     [](const std::string& field) { return text::trimmed(field).empty(); });
}

std::vector<std::string> DocumentTable::headings() const {
  std::vector<std::string> written;
  for (const auto& at : m_at) written.push_back(at ? m_table.header[*at] : std::string());
  return written;
}

DocumentRead read_table(DocumentTable& source, const std::string& input,
                        const std::vector<DeclaredColumn>& columns, bool published) {
  source.find_columns(columns);
  DocumentRead read;
  std::vector<std::vector<std::string>> rows;
  for (const tabular::Record& record : source.table().records) {
    if (DocumentTable::is_blank(record)) continue;
    std::vector<std::string> row;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view cell = source.cell(record, i);
      row.push_back(source.taken(columns[i].is_number ? number_cell(cell) : text_cell(cell), record, i));
    }
    rows.push_back(std::move(row));
    read.lines.push_back(record.line);
  }
  std::vector<eqr::DocumentColumn> described;
  for (const DeclaredColumn& column : columns)
    described.push_back({column.id, column.is_number, counts_of(column, published)});
  read.headings = source.headings();
  read.document.emplace(input, std::move(described), std::move(rows));
  return read;
}

}  // namespace eqr::inputs
