// What the cells of one column look like, without remembering the column: enough to guess what it holds, and
// the values that many rows share. For a draft of a codebook; counting people needs none of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace eqr::persons {

// A value that fewer rows share may be one person's.
inline constexpr std::uint64_t fewest_rows_shown = 10;

// A value that at least fewest_rows_shown rows share, compared normalised.
struct SharedValue {
  std::string normalised;
  std::string shown;  // as most rows write it, if so many write it just so; otherwise normalised
  std::uint64_t rows = 0;
};

// What all other values together are.
struct RareValues {
  std::uint64_t rows = 0;
  std::uint64_t values = 0;
};

class ColumnSketch {
 public:
  // A column with more values than this has no list of values.
  static constexpr std::size_t most_values = 300;
  // A longer one is a note.
  static constexpr std::size_t longest_value = 120;

  void add(std::string_view cell);

  [[nodiscard]] std::uint64_t rows() const { return m_rows; }
  [[nodiscard]] std::uint64_t filled() const { return m_filled; }
  // Shares of the cells that are filled; 0 when none is.
  [[nodiscard]] double dates() const { return share(m_dates); }
  [[nodiscard]] double numbers() const { return share(m_numbers); }
  [[nodiscard]] double fractions() const { return share(m_fractions); }        // numbers with a decimal point
  [[nodiscard]] double hourly_rates() const { return share(m_hourly_rates); }  // numbers from 5 to 200
  // The year that half the dates do not come after; 0 without dates.
  [[nodiscard]] int middle_year() const;

  // Nearly every row has a value, nearly every value one row, and it is written as numbers of people are:
  // with a digit, without a blank or an @, and no date or amount.
  [[nodiscard]] bool is_identifier() const;
  // Whether this is written as values of an identifier's column are, digit for digit and letter for letter:
  // "P777" in a column of P001 and P002.
  [[nodiscard]] bool is_written_like_identifiers(std::string_view text) const;
  // Few values, no notes, addresses, dates or amounts.
  [[nodiscard]] bool has_values() const;

  // In the order of their normalised text, numbers inside it by size. Blank is no value.
  [[nodiscard]] std::vector<SharedValue> shared_values() const;
  // Rows of each value that the column has, by normalised text: to be compared, never to be told.
  [[nodiscard]] std::uint64_t rows_of(const std::string& normalised) const;
  // The others than those `left_out`.
  [[nodiscard]] RareValues rare_values(const std::unordered_set<std::string>& left_out) const;

 private:
  struct Value {
    std::uint64_t rows = 0;
    std::map<std::string, std::uint64_t> spellings;
  };

  [[nodiscard]] double share(std::uint64_t part) const {
    return m_filled == 0 ? 0 : static_cast<double>(part) / static_cast<double>(m_filled);
  }
  void look_at(std::string_view cell);
  void note_identity(std::string_view cell);
  void note_value(std::string_view cell);

  std::uint64_t m_rows = 0;
  std::uint64_t m_filled = 0;
  std::uint64_t m_dates = 0;
  std::uint64_t m_numbers = 0;
  std::uint64_t m_fractions = 0;
  std::uint64_t m_hourly_rates = 0;
  std::uint64_t m_addresses = 0;
  std::uint64_t m_with_digit = 0;
  std::uint64_t m_with_blank = 0;
  std::uint64_t m_long = 0;
  std::map<int, std::uint64_t> m_years;
  std::unordered_map<std::string, Value> m_values;
  bool m_too_many_values = false;
  std::unordered_set<std::size_t> m_seen;  // hashes of cells, as long as the column may be an identifier
  std::unordered_set<std::string> m_shapes;
  std::uint64_t m_repeated = 0;
  bool m_may_identify = true;
};

}  // namespace eqr::persons
