#include "people/column_sketch.hpp"

#include <algorithm>
#include <charconv>
#include <functional>
#include <optional>

#include "calendar/date.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr std::string_view pound = "\xC2\xA3";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// A workbook's date may carry a time of day.
std::optional<calendar::Date> date_in(std::string_view cell) {
  if (cell.size() < 8 || !is_digit(cell[0])) return std::nullopt;
  return calendar::parse_date(cell.size() > 10 && cell[10] == 'T' ? cell.substr(0, 10) : cell);
}

// "£1,234.50" too.
std::optional<double> number_in(std::string_view cell) {
  if (cell.starts_with(pound)) cell.remove_prefix(pound.size());
  std::string plain;
  for (const char c : cell) {
    if (c != ',') plain += c;
  }
  double number = 0;
  const char* const end = plain.data() + plain.size();
  const auto read = std::from_chars(plain.data(), end, number, std::chars_format::fixed);
  if (plain.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return number;
}

// "P777" is A000. Empty without a digit.
std::string shape_of(std::string_view text) {
  std::string shape;
  bool has_digit = false;
  for (const char c : text.substr(0, 40)) {
    const char lower = static_cast<char>(c | 0x20);
    shape += is_digit(c) ? '0' : lower >= 'a' && lower <= 'z' ? 'A' : c;
    has_digit = has_digit || is_digit(c);
  }
  return has_digit ? shape : "";
}

// "H2" before "H10".
bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    std::size_t m = i, n = j;
    while (m < a.size() && is_digit(a[m])) ++m;
    while (n < b.size() && is_digit(b[n])) ++n;
    if (m == i || n == j) {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i, ++j;
      continue;
    }
    if (m - i != n - j) return m - i < n - j;
    if (const int order = a.substr(i, m - i).compare(b.substr(j, n - j)); order != 0) return order < 0;
    i = m, j = n;
  }
  return a.size() - i < b.size() - j;
}

}  // namespace

void ColumnSketch::add(std::string_view cell) {
  ++m_rows;
  cell = text::trimmed(cell);
  if (cell.empty()) return;
  ++m_filled;
  look_at(cell);
  note_identity(cell);
  note_value(cell);
}

void ColumnSketch::look_at(std::string_view cell) {
  if (const auto date = date_in(cell)) {
    ++m_dates;
    ++m_years[static_cast<int>(date->year())];
  } else if (const auto number = number_in(cell)) {
    ++m_numbers;
    if (cell.find('.') != std::string_view::npos) ++m_fractions;
    if (*number >= 5 && *number <= 200) ++m_hourly_rates;
  }
  if (cell.find('@') != std::string_view::npos) ++m_addresses;
  if (cell.find(' ') != std::string_view::npos) ++m_with_blank;
  if (std::any_of(cell.begin(), cell.end(), is_digit)) ++m_with_digit;
  if (cell.size() > longest_value) ++m_long;
}

void ColumnSketch::note_identity(std::string_view cell) {
  constexpr std::size_t most_shapes = 100;
  if (!m_may_identify) return;
  if (m_shapes.size() < most_shapes) m_shapes.insert(shape_of(cell));
  if (!m_seen.insert(std::hash<std::string_view>{}(cell)).second) ++m_repeated;
  // A few people may have two rows; a column of groups repeats itself at once.
  if (m_repeated <= 5 + m_filled / 50) return;
  m_may_identify = false;
  m_seen.clear();
}

void ColumnSketch::note_value(std::string_view cell) {
  constexpr std::size_t most_spellings = 8;
  if (m_too_many_values || cell.size() > longest_value) return;
  Value& value = m_values[text::normalised(cell)];
  ++value.rows;
  const auto spelling = value.spellings.find(std::string(cell));
  if (spelling != value.spellings.end()) {
    ++spelling->second;
  } else if (value.spellings.size() < most_spellings) {
    value.spellings.emplace(cell, 1);
  }
  if (m_values.size() <= most_values) return;
  m_too_many_values = true;
  m_values.clear();
}

int ColumnSketch::middle_year() const {
  std::uint64_t passed = 0;
  for (const auto& [year, rows] : m_years) {
    passed += rows;
    if (2 * passed >= m_dates) return year;
  }
  return 0;
}

bool ColumnSketch::is_identifier() const {
  return m_may_identify && m_filled > 1 && m_filled * 100 >= m_rows * 99 && share(m_with_digit) > 0.99 &&
         m_with_blank == 0 && m_addresses == 0 && m_dates == 0 && m_fractions == 0;
}

bool ColumnSketch::is_written_like_identifiers(std::string_view text) const {
  const std::string shape = shape_of(text);
  return is_identifier() && !shape.empty() && m_shapes.contains(shape);
}

bool ColumnSketch::has_values() const {
  return !m_too_many_values && m_filled > 0 && m_addresses == 0 && share(m_long) < 0.01 && dates() < 0.5 &&
         fractions() < 0.2;
}

std::vector<SharedValue> ColumnSketch::shared_values() const {
  std::vector<SharedValue> shared;
  for (const auto& [normalised, value] : m_values) {
    if (value.rows < fewest_rows_shown) continue;
    const auto commonest = std::max_element(value.spellings.begin(), value.spellings.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
    const bool is_shared = commonest != value.spellings.end() && commonest->second >= fewest_rows_shown;
    shared.push_back({normalised, is_shared ? commonest->first : normalised, value.rows});
  }
  std::sort(shared.begin(), shared.end(),
            [](const auto& a, const auto& b) { return natural_less(a.normalised, b.normalised); });
  return shared;
}

std::uint64_t ColumnSketch::rows_of(const std::string& normalised) const {
  const auto found = m_values.find(normalised);
  return found == m_values.end() ? 0 : found->second.rows;
}

RareValues ColumnSketch::rare_values(const std::unordered_set<std::string>& left_out) const {
  RareValues rare;
  for (const auto& [normalised, value] : m_values) {
    if (value.rows >= fewest_rows_shown || left_out.contains(normalised)) continue;
    rare.rows += value.rows;
    ++rare.values;
  }
  if (m_long > 0 && !m_too_many_values) {
    rare.rows += m_long;
    ++rare.values;  // notes: how many different ones there are was not kept
  }
  return rare;
}

}  // namespace eqr::persons
