#include "tabular/xlsx_row.hpp"

#include <algorithm>
#include <charconv>

namespace eqr::tabular {
namespace {

void append_field(std::string& csv, std::string_view field) {
  // Nearly all fields need no quotation marks, and find_first_of would take a call for each byte to see it.
  if (std::none_of(field.begin(), field.end(), [](char c) { return c == ',' || c == '"'; })) {
    csv += field;
    return;
  }
  csv += '"';
  for (const char c : field) {
    if (c == '"') csv += c;
    csv += c;
  }
  csv += '"';
}

}  // namespace

bool parse_place(std::string_view written, CellPlace& place) {
  constexpr std::size_t most = 10'000'000;
  place = {};
  std::size_t at = 0;
  for (; at < written.size() && place.column < most; ++at) {
    const char letter = static_cast<char>(written[at] & ~0x20);  // capital
    if (letter < 'A' || letter > 'Z') break;
    place.column = place.column * 26 + static_cast<std::size_t>(letter - 'A' + 1);
  }
  const char* const end = written.data() + written.size();
  const auto read = std::from_chars(written.data() + at, end, place.row);
  return place.column > 0 && place.column < most && read.ec == std::errc{} && read.ptr == end &&
         place.row > 0 && place.row < most;
}

std::string place_text(const CellPlace& place) {
  std::string letters;
  for (std::size_t column = place.column; column > 0; column = (column - 1) / 26)
    letters += static_cast<char>('A' + (column - 1) % 26);
  std::reverse(letters.begin(), letters.end());
  return letters + std::to_string(place.row);
}

void RowLine::clear() {
  std::fill_n(m_pieces.begin(), m_columns, Piece{});
  m_bytes.clear();
  m_columns = 0;
}

bool RowLine::put(std::size_t column, std::string_view text) {
  if (text.empty()) return true;
  if (m_pieces.size() < column) m_pieces.resize(column);
  Piece& piece = m_pieces[column - 1];
  if (piece.length > 0) return false;
  piece = {m_bytes.size(), text.size()};
  m_bytes += text;
  m_columns = std::max(m_columns, column);
  return true;
}

void RowLine::append_to(std::string& csv, std::size_t columns) const {
  const std::size_t fields = std::max(columns, m_columns);
  for (std::size_t i = 0; i < m_columns; ++i) {
    if (i > 0) csv += ',';
    append_field(csv, std::string_view(m_bytes).substr(m_pieces[i].begin, m_pieces[i].length));
  }
  if (fields > m_columns) csv.append(fields - std::max<std::size_t>(m_columns, 1), ',');
  csv += '\n';
}

}  // namespace eqr::tabular
