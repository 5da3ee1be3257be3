// A table as it was received: headings and rows of text, and where each row stood in the file. No word of
// the field is known here: what a column means is for the reader of the table to say.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace eqr::tabular {

struct Record {
  std::size_t line = 0;  // of the file, from 1, where the record begins
  std::vector<std::string> fields;
};

struct Table {
  std::string file;  // as the user named it
  std::vector<std::string> header;
  std::vector<Record> records;  // each has as many fields as the header

  // The position of a heading, compared normalised (text::normalised), or none.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view heading) const;
};

}  // namespace eqr::tabular
