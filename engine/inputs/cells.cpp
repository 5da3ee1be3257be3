#include "inputs/cells.hpp"

#include <algorithm>
#include <array>

#include "calendar/date.hpp"
#include "numbers/exact.hpp"
#include "text/words.hpp"

namespace eqr::inputs {
namespace {

constexpr std::string_view true_minus = "\xE2\x88\x92";
constexpr std::string_view en_dash = "\xE2\x80\x93";
constexpr std::array<std::string_view, 3> currencies = {"\xC2\xA3", "$", "\xE2\x82\xAC"};
constexpr std::array<std::string_view, 6> shorthands = {"[c]", "[low]", "[u]", "[w]", "[x]", "[z]"};
constexpr std::string_view shorthand_hint =
    "leave the cell empty if the number is not available yet, or write [x] not available, [z] not applicable "
    "or [c] confidential";

bool has_digit(std::string_view cell) {
  return std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// By its look, what the writer of the cell can do.
std::string number_hint(std::string_view cell) {
  const auto holds = [cell](std::string_view mark) { return cell.find(mark) != std::string_view::npos; };
  if (!has_digit(cell)) return std::string(shorthand_hint);
  if (holds("%")) return "write the number without the percent sign";
  if (std::any_of(currencies.begin(), currencies.end(), holds))
    return "write the number without the currency sign";
  const std::size_t exponent = cell.find_first_of("eE");
  if (exponent != std::string_view::npos && exponent > 0 && has_digit(cell.substr(exponent)) &&
      cell.find_first_not_of("0123456789.,eE+-") == std::string_view::npos)
    return "write the number out in full: spreadsheets shorten long numbers when the column is narrow";
  if (cell.find_first_not_of("0123456789,.-") == std::string_view::npos && holds(","))
    return "commas stand between groups of three digits, and the decimal mark is a point";
  return "write digits, with a point for decimals and nothing but commas between thousands";
}

std::string hyphen_for_minus(std::string_view cell) {
  return cell.starts_with(true_minus) ? '-' + std::string(cell.substr(true_minus.size())) : std::string(cell);
}

std::optional<numbers::Decimal> number(std::string_view cell) {
  return numbers::parse_decimal(hyphen_for_minus(text::trimmed(cell)));
}

// Where the two ends of a range part: at the word, or at a dash that is no minus.
std::optional<Checked> range(std::string_view cell) {
  const std::string lower = text::folded(cell);
  const std::size_t word = lower.find(" to ");
  if (word != std::string::npos) {
    const auto from = number(cell.substr(0, word));
    const auto to = number(cell.substr(word + 4));
    if (!from || !to) return std::nullopt;
    if (numbers::exact(*from) >= numbers::exact(*to))
      return Checked{
          {}, CellFault{"is a range that does not rise", "write the smaller number first, as in 5 to 6"}};
    return Checked{numbers::to_text(*from, false) + " to " + numbers::to_text(*to, false), std::nullopt};
  }
  for (const std::string_view dash : {std::string_view("-"), en_dash}) {
    const std::size_t at = cell.find(dash, 1);
    if (at == std::string_view::npos) continue;
    if (number(cell.substr(0, at)) && number(cell.substr(at + dash.size())))
      return Checked{{}, CellFault{"is a range written with a dash", "write it with the word, as in 5 to 6"}};
  }
  return std::nullopt;
}

}  // namespace

Checked number_cell(std::string_view cell) {
  const std::string_view trimmed = text::trimmed(cell);
  if (trimmed.empty()) return {};
  const std::string lower = text::folded(trimmed);
  if (std::find(shorthands.begin(), shorthands.end(), lower) != shorthands.end())
    return {lower, std::nullopt};
  if (const auto read = number(trimmed)) return {numbers::to_text(*read, false), std::nullopt};
  return {{}, CellFault{"is not a number", number_hint(trimmed)}};
}

Checked number_or_range_cell(std::string_view cell) {
  const std::string_view trimmed = text::trimmed(cell);
  if (!trimmed.empty()) {
    if (auto found = range(trimmed)) return std::move(*found);
  }
  return number_cell(trimmed);
}

Checked text_cell(std::string_view cell) {
  constexpr std::size_t longest = 32'767;  // characters in a worksheet cell; bytes are never fewer
  const std::string_view trimmed = text::trimmed(cell);
  if (trimmed.size() > longest)
    return {{},
            CellFault{"is longer than the 32,767 bytes that a worksheet cell can take", "shorten the text"}};
  std::string written;
  for (std::size_t i = 0; i < trimmed.size(); ++i) {
    if (trimmed[i] != '\r') {
      written += trimmed[i];
    } else if (i + 1 == trimmed.size() || trimmed[i + 1] != '\n') {
      written += '\n';
    }
  }
  if (!text::is_printable(written))
    return {{}, CellFault{std::string(text::unprintable_message), std::string(text::unprintable_hint)}};
  return {written, std::nullopt};
}

Checked date_cell(std::string_view cell) {
  const std::string_view trimmed = text::trimmed(cell);
  if (trimmed.empty()) return {};
  if (const auto date = calendar::parse_date(trimmed)) return {calendar::iso_text(*date), std::nullopt};
  return {{}, CellFault{"is not a date", "write it as 2018-03-31 or 31/03/2018"}};
}

}  // namespace eqr::inputs
