// From the cells of records to rows of codes, amounts and marks: a column of some records at a time, so that
// what is done is the same again and again. One reader for each thread: it remembers what the values it has
// met mean.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "people/pass/contents.hpp"
#include "people/pass/dictionary.hpp"
#include "people/pass/layout.hpp"
#include "people/pass/misfits.hpp"
#include "people/pass/rows.hpp"
#include "tabular/csv_blocks.hpp"

namespace eqr::persons {

class RowReader {
 public:
  // The layout must outlive the reader.
  explicit RowReader(const Layout& layout);
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  // Adds a row for each record, or a note why there is nobody in it.
  void add(const tabular::Records& records, Rows& rows);

  // What the misfit codes of a column mean.
  [[nodiscard]] const Misfits& misfits(std::size_t column) const { return m_columns[column]->misfits; }
  // Whether a cell had to be read as Windows-1252.
  [[nodiscard]] bool converted() const;

 private:
  // A column of codes that is read off cells: what its values mean, and what its dates mean.
  struct Column {
    explicit Column(Dictionary::Meaning meaning) : dictionary(std::move(meaning)) {}
    Misfits misfits;
    Dictionary dictionary;
    std::vector<Code> days;  // of every day that has been met, from some first one
  };

  [[nodiscard]] Code meaning(std::size_t column, std::string_view cell);
  [[nodiscard]] Code code_of(const Placed& placed, std::size_t column, std::string_view cell);
  [[nodiscard]] Code full_pay_meaning(std::size_t column, std::string_view cell);
  [[nodiscard]] Code code_of_day(std::size_t column, DayNumber day, std::string_view cell);

  using Records = tabular::Records;
  using Days = std::array<DayNumber, tabular::BlockReader::most_at_once>;
  [[nodiscard]] bool has_a_person(const Records& records, std::size_t record, Rows& rows) const;
  [[nodiscard]] bool is_blank(const Records& records, std::size_t record) const;
  // What follows reads some records that become the rows from `first` on.
  void read(const Records& records, Rows& rows);
  void read_ids(const Records& records, Rows& rows, std::size_t first) const;
  void read_exclusions(const Records& records, Rows& rows, std::size_t first);
  void read_posts(const Records& records, Rows& rows, std::size_t first);
  void read_main_marks(const Records& records, Rows& rows, std::size_t first);
  void read_event_dates(const Records& records, Rows& rows, std::size_t first);
  void read_codes(const Records& records, std::size_t field, std::size_t column, Rows& rows,
                  std::size_t first);
  void read_dated(const Records& records, std::size_t dated, Rows& rows, std::size_t first);
  void read_full_pay(const Records& records, Rows& rows, std::size_t first);
  void read_rates(const Records& records, Rows& rows, std::size_t first);
  void read_bonuses(const Records& records, Rows& rows, std::size_t first);
  void read_hours(const Records& records, Rows& rows, std::size_t first);
  [[nodiscard]] AmountCode rate_from_elements(const Records& records, std::size_t record) const;
  void read_days(const Records& records, std::size_t field, Rows& rows, std::size_t first, RowFault blank,
                 RowFault bad, Days& days) const;

  const Layout& m_layout;
  std::vector<std::unique_ptr<Column>> m_columns;       // one for each column of codes
  std::vector<std::unique_ptr<Dictionary>> m_excluded;  // code 1: left out
  std::unique_ptr<Dictionary> m_not_main;               // code 1: not the main post
  Contents m_contents;
  std::array<Code, tabular::BlockReader::most_at_once> m_marks{};  // of the column at hand
};

}  // namespace eqr::persons
