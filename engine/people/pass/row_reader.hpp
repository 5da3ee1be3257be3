// From the cells of a record to a row of codes, amounts and marks. One for each thread: it remembers what the
// values it has met mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "people/pass/dictionary.hpp"
#include "people/pass/layout.hpp"
#include "people/pass/misfits.hpp"
#include "people/pass/rows.hpp"

namespace eqr::persons {

class RowReader {
 public:
  // The layout must outlive the reader.
  explicit RowReader(const Layout& layout);
  RowReader(const RowReader&) = delete;
  RowReader& operator=(const RowReader&) = delete;

  // Adds the record whose fields lie at bytes[start..ends[0]), bytes[ends[0]+1..ends[1]), …, or a note why
  // there is nobody in it. As tabular::BlockReader gives it.
  void add(const char* bytes, std::size_t start, const std::uint32_t* ends, std::uint64_t line, Rows& rows);

  // What the misfit codes of a column mean.
  [[nodiscard]] const Misfits& misfits(std::size_t column) const { return m_columns[column]->misfits; }
  // Whether a cell had to be read as Windows-1252.
  [[nodiscard]] bool converted() const;

 private:
  struct Record;
  // A column of codes that is read off cells: what its values mean, and what its dates mean.
  struct Column {
    explicit Column(Dictionary::Meaning meaning) : dictionary(std::move(meaning)) {}
    Misfits misfits;
    Dictionary dictionary;
  };

  [[nodiscard]] Code meaning(std::size_t column, std::string_view cell);
  [[nodiscard]] Code code_of(const Placed& placed, std::size_t column, std::string_view cell);
  [[nodiscard]] Code full_pay_meaning(std::size_t column, std::string_view cell);
  [[nodiscard]] Code code_of_date(std::size_t column, DayNumber day, std::string_view cell);
  void read_date(std::size_t dated, const Record& record, Rows& rows, std::size_t row,
                 std::uint64_t& content);
  [[nodiscard]] bool is_blank(const Record& record) const;
  void read_codes(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content);
  void read_marks(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content);
  void read_event_date(const Record& record, Rows& rows, std::size_t row);
  void read_amounts(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content);
  [[nodiscard]] AmountCode rate(const Record& record) const;
  [[nodiscard]] DayNumber day(const Record& record, std::size_t field, RowFault blank, RowFault bad,
                              Rows& rows);

  const Layout& m_layout;
  std::vector<std::unique_ptr<Column>> m_columns;  // one for each column of codes
  // For each field of dates the codes of every day that has been met, for all columns that are made of it.
  std::vector<std::vector<Code>> m_codes_of_days;
  std::vector<std::unique_ptr<Dictionary>> m_excluded;  // code 1: left out
  std::unique_ptr<Dictionary> m_not_main;               // code 1: not the main post
};

}  // namespace eqr::persons
