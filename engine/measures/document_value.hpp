// A number as it stands in a document's cell, with what its row says about it.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "eqr/document.hpp"
#include "numbers/exact.hpp"

namespace eqr::measures {

struct DocumentNumber {
  numbers::Decimal low;
  std::optional<numbers::Decimal> high;  // of a range, "5 to 6"
  std::string qualifier;                 // "about", "more than", … from the row; empty for none
  std::string status;                    // "provisional", "estimated", "revised", "target"; empty for none
  Counts counts = Counts::things;
};

// An empty cell, or shorthand such as [x] that the supplier wrote in place of a number.
struct DocumentBlank {
  std::string code;  // "x" for an empty cell
};

// In a table of figures (columns id and value) the row says what is counted, how surely and with what
// status; elsewhere the column says what is counted.
[[nodiscard]] std::variant<DocumentNumber, DocumentBlank> number_at(const Document& document, std::size_t row,
                                                                    const std::string& column);

// Whether the number is a count of people that disclosure control must see: whole, about people, not
// published before.
[[nodiscard]] bool is_protected_count(const DocumentNumber& number);

}  // namespace eqr::measures
