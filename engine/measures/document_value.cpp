#include "measures/document_value.hpp"

namespace eqr::measures {
namespace {

bool is_figure_table(const Document& document) {
  return document.has_column("id") && document.has_column("value") && document.has_column("counts");
}

// In a figure table a row without a word is about people when its unit is people or unstated: the cautious
// reading, since counts of people are protected.
Counts counts_of_row(const Document& document, std::size_t row) {
  const std::string& word = document.text(row, "counts");
  if (word == "things") return Counts::things;
  if (word == "published") return Counts::published;
  if (word == "people") return Counts::people;
  const std::string& unit = document.text(row, "unit");
  return unit.empty() || unit == "people" ? Counts::people : Counts::things;
}

Counts counts_of(const Document& document, std::size_t row, const std::string& column) {
  if (is_figure_table(document)) return counts_of_row(document, row);
  for (const DocumentColumn& declared : document.columns()) {
    if (declared.id != column) continue;
    // Where rows state their unit, a percentage in a column of people is not a count of them.
    const bool other_unit = document.has_column("unit") && !document.text(row, "unit").empty() &&
                            document.text(row, "unit") != "people";
    return declared.counts == Counts::people && other_unit ? Counts::things : declared.counts;
  }
  return Counts::people;
}

std::string word_of_row(const Document& document, std::size_t row, const std::string& column) {
  return is_figure_table(document) && document.has_column(column) ? document.text(row, column)
                                                                  : std::string{};
}

}  // namespace

std::variant<DocumentNumber, DocumentBlank> number_at(const Document& document, std::size_t row,
                                                      const std::string& column) {
  const std::string& text = document.text(row, column);
  if (text.empty()) return DocumentBlank{"x"};
  if (text.front() == '[' && text.back() == ']') return DocumentBlank{text.substr(1, text.size() - 2)};
  DocumentNumber number;
  constexpr std::string_view between = " to ";
  const std::size_t range = text.find(between);
  const auto low = numbers::parse_decimal(text.substr(0, range));
  if (!low) return DocumentBlank{"x"};
  number.low = *low;
  if (range != std::string::npos) {
    number.high = numbers::parse_decimal(text.substr(range + between.size()));
    if (!number.high) return DocumentBlank{"x"};
  }
  number.counts = counts_of(document, row, column);
  if (column == "value") {
    number.qualifier = word_of_row(document, row, "qualifier");
    number.status = word_of_row(document, row, "status");
  }
  return number;
}

bool is_protected_count(const DocumentNumber& number) {
  const bool whole = denominator(numbers::exact(number.low)) == 1;
  return number.counts == Counts::people && whole && number.low.digits >= 0;
}

}  // namespace eqr::measures
