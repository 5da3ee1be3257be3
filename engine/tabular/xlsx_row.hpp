// One row of a sheet while it is being read, and the line of CSV that it becomes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace eqr::tabular {

// A cell's place as "C14" writes it; rows and columns from 1, 0 = not given.
struct CellPlace {
  std::size_t row = 0;
  std::size_t column = 0;
};

// False for what is no place at all, or beyond any number of rows and columns.
[[nodiscard]] bool parse_place(std::string_view written, CellPlace& place);

// "C14"
[[nodiscard]] std::string place_text(const CellPlace& place);

class RowLine {
 public:
  void clear();

  // False when the column has content already. Columns count from 1 and come in any order.
  [[nodiscard]] bool put(std::size_t column, std::string_view text);

  [[nodiscard]] bool is_blank() const { return m_columns == 0; }
  [[nodiscard]] std::size_t columns() const { return m_columns; }  // up to the last with content
  [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }

  // Appends the line with its line end, of at least `columns` fields.
  void append_to(std::string& csv, std::size_t columns) const;

 private:
  struct Piece {
    std::size_t begin = 0;
    std::size_t length = 0;
  };
  std::string m_bytes;
  std::vector<Piece> m_pieces;  // by column, from 0; as many as any row needed so far
  std::size_t m_columns = 0;
};

}  // namespace eqr::tabular
