// What suppliers write in the rows of a document: words to make ids of, and notes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "eqr/document.hpp"
#include "eqr/draft.hpp"

namespace eqr {

// An id made of a text: "Gender reassignment" gives `gender-reassignment`. Characters outside a to z and 0
// to 9 become hyphens; a text without any gives `other`.
[[nodiscard]] inline std::string id_from(std::string_view text) {
  std::string id;
  for (const char letter : text) {
    const char lower = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (kept) {
      id += lower;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "other" : id;
}

// Every row of a document, in its order.
[[nodiscard]] inline std::vector<std::size_t> all_rows(const Document& document) {
  std::vector<std::size_t> rows;
  for (std::size_t row = 1; row <= document.row_count(); ++row) rows.push_back(row);
  return rows;
}

// What suppliers noted beside rows, as notes of a table: each wording once, led by the `label` of its rows
// unless it is about all of them. Documents without the column `note` add nothing.
inline void add_notes(const Document& document, const std::vector<std::size_t>& rows,
                      const std::string& label, Table& table) {
  if (!document.has_column("note")) return;
  for (const std::string& note : document.distinct("note")) {
    std::string labels;
    std::size_t noted = 0;
    for (const std::size_t row : rows) {
      if (document.text(row, "note") != note) continue;
      labels += (labels.empty() ? "" : "; ") + document.text(row, label);
      ++noted;
    }
    if (noted > 0) table.note(noted == rows.size() ? note : labels + ": " + note);
  }
}

}  // namespace eqr
