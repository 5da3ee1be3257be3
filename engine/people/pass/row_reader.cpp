#include "people/pass/row_reader.hpp"

#include <algorithm>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "people/pass/rate_of_pay.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

constexpr Code unknown_day = 0xFFFF;
constexpr DayNumber first_day = 1900 * one_year, days = 200 * one_year;  // with some that no calendar has

constexpr DayNumber never = ~DayNumber{0};

// What the text of a cell is, whatever its spelling.
std::uint32_t hash_of_text(std::string_view cell) {
  bool converted = false;
  const std::string text = text::normalised(meant(cell, converted));
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

IdHash hash_of(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.low64, static_cast<std::uint8_t>(hash.high64)};
}

// A cell without quotation marks and blanks around it, as identifiers, dates and amounts are taken.
std::string_view plain(std::string_view cell) {
  if (cell.size() >= 2 && cell.front() == '"') cell = cell.substr(1, cell.size() - 2);
  const auto is_plain = [](char c) { return c > ' ' && c != '\xA0'; };
  if (cell.empty() || (is_plain(cell.front()) && is_plain(cell.back()))) return cell;
  return text::trimmed(cell);
}

// Not every form of a cell is worth a place in a loop.
[[gnu::noinline]] DayNumber day_in_any(std::string_view cell) {
  return day_in(plain(cell));
}
[[gnu::noinline]] AmountCode amount_in_any(std::string_view cell) {
  return amount_in(plain(cell));
}

// Of a cell as written.
[[gnu::always_inline]] inline DayNumber day_of(std::string_view cell) {
  const DayNumber day = iso_day_in(cell);
  return day != 0 || cell.empty() ? day : day_in_any(cell);
}
[[gnu::always_inline]] inline AmountCode amount_of(std::string_view cell) {
  const AmountCode amount = plain_amount_in(cell);
  return amount != not_a_number ? amount : amount_in_any(cell);
}

// Whether there certainly is something in a cell. False says nothing.
bool is_filled(std::string_view cell) {
  return !cell.empty() && cell.front() > ' ' && cell.front() != '"';
}

}  // namespace

RowReader::RowReader(const Layout& layout) : m_layout(layout) {
  for (std::size_t i = 0; i < layout.code_columns.size(); ++i) {
    const bool of_full_pay = layout.full_pay_column == i;
    m_columns.push_back(std::make_unique<Column>([this, i, of_full_pay](std::string_view cell) {
      return of_full_pay ? full_pay_meaning(i, cell) : meaning(i, cell);
    }));
  }
  for (const DatedField& dated : layout.dated) {
    for (const std::size_t column : dated.columns) m_columns[column]->days.resize(days, unknown_day);
  }
  for (const Exclusion& exclusion : layout.codebook->exclusions) {
    m_excluded.push_back(std::make_unique<Dictionary>([&values = exclusion.values](std::string_view cell) {
      return static_cast<Code>(values.contains(text::normalised(cell)) ? 1 : 0);
    }));
  }
  if (layout.main_mark) {
    m_not_main =
        std::make_unique<Dictionary>([&values = layout.codebook->main_post->values](std::string_view cell) {
          return static_cast<Code>(values.contains(text::normalised(cell)) ? 0 : 1);
        });
  }
}

Code RowReader::meaning(std::size_t column, std::string_view cell) {
  return code_of(m_layout.code_columns[column].placing->place(cell), column, cell);
}

Code RowReader::code_of(const Placed& placed, std::size_t column, std::string_view cell) {
  if (const auto* misfit = std::get_if<Misfit>(&placed))
    return m_columns[column]->misfits.code(*misfit, cell);
  return static_cast<Code>(std::get<std::size_t>(placed) | (text::trimmed(cell).empty() ? blank_mark : 0U));
}

// A value that means neither yes nor no would take people out of the pay gap without a word.
Code RowReader::full_pay_meaning(std::size_t column, std::string_view cell) {
  const std::string value = text::normalised(cell);
  if (m_layout.codebook->pay->full_pay_yes.contains(value)) return 0;
  if (m_layout.codebook->pay->full_pay_no.contains(value)) return 1;
  return m_columns[column]->misfits.code(Misfit::not_listed, cell);
}

bool RowReader::converted() const {
  return std::ranges::any_of(m_columns, [](const auto& column) { return column->dictionary.converted(); });
}

bool RowReader::is_blank(const Records& records, std::size_t record) const {
  const auto blank = [&](std::size_t field) { return plain(records.cell(record, field)).empty(); };
  // A single column may be blank for anybody: where no more is used, the whole row has to tell.
  if (m_layout.used.size() > 1) return std::all_of(m_layout.used.begin(), m_layout.used.end(), blank);
  for (std::size_t field = 0; field < m_layout.width; ++field) {
    if (m_layout.id != field && !blank(field)) return false;
  }
  return m_layout.width > 2;
}

// Told what is wrong with a record that has nobody in it.
bool RowReader::has_a_person(const Records& records, std::size_t record, Rows& rows) const {
  const bool has_no_id = m_layout.id && plain(records.cell(record, *m_layout.id)).empty();
  const auto line = static_cast<std::uint32_t>(records.line(record));
  if (is_blank(records, record)) {
    const bool says_nothing = has_no_id || !m_layout.id;
    rows.notes.push_back({says_nothing ? RowFault::blank_row_and_id : RowFault::blank_row, line});
    return false;
  }
  if (has_no_id) rows.notes.push_back({RowFault::blank_id, line});
  return !has_no_id;
}

void RowReader::add(const Records& records, Rows& rows) {
  rows.read += records.size();
  // Nearly every record has something in these two.
  const std::size_t one = m_layout.id.value_or(0);
  const std::size_t other = m_layout.used.empty() ? one : m_layout.used.front();
  std::size_t from = 0;
  for (std::size_t record = 0; record < records.size(); ++record) {
    if (is_filled(records.cell(record, one)) && is_filled(records.cell(record, other)) && one != other)
      continue;
    if (has_a_person(records, record, rows)) continue;
    read(records.part(from, record - from), rows);
    from = record + 1;
  }
  read(records.part(from, records.size() - from), rows);
}

void RowReader::read(const Records& records, Rows& rows) {
  if (records.size() == 0) return;
  const std::size_t first = rows.add(records.size());
  m_contents.start(records.size());
  read_ids(records, rows, first);
  std::fill_n(rows.marks.begin() + static_cast<std::ptrdiff_t>(first), records.size(),
              std::uint8_t{in_post_this | in_post_last});
  // Whoever is left out is so whatever else the row holds.
  read_exclusions(records, rows, first);
  if (m_layout.start) read_posts(records, rows, first);
  if (m_layout.event_date) read_event_dates(records, rows, first);
  if (m_layout.main_mark) read_main_marks(records, rows, first);
  for (const CodedField& coded : m_layout.coded) read_codes(records, coded.field, coded.column, rows, first);
  for (std::size_t i = 0; i < m_layout.dated.size(); ++i) read_dated(records, i, rows, first);
  if (m_layout.full_pay_column) read_full_pay(records, rows, first);
  for (const auto& [characteristic, column] : m_layout.looked_up) {
    std::fill_n(rows.codes(column) + first, records.size(), Code{0});
  }
  if (m_layout.rate_amount) read_rates(records, rows, first);
  if (m_layout.bonus_amount) read_bonuses(records, rows, first);
  read_hours(records, rows, first);
  for (std::size_t i = 0; i < records.size(); ++i) rows.content[first + i] = m_contents.of(i);
}

void RowReader::read_ids(const Records& records, Rows& rows, std::size_t first) const {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const IdHash hash = hash_of(m_layout.id ? plain(records.cell(i, *m_layout.id)) : std::string_view());
    rows.id_low[first + i] = hash.low;
    rows.id_high[first + i] = hash.high;
    rows.lines[first + i] = static_cast<std::uint32_t>(records.line(i));
  }
}

void RowReader::read_exclusions(const Records& records, Rows& rows, std::size_t first) {
  for (std::size_t exclusion = 0; exclusion < m_excluded.size(); ++exclusion) {
    m_excluded[exclusion]->codes(records, m_layout.exclusions[exclusion], m_marks.data());
    m_contents.next_column();
    for (std::size_t i = 0; i < records.size(); ++i) {
      std::uint8_t& marks = rows.marks[first + i];
      m_contents.add(i, m_marks[i]);
      if (m_marks[i] == 0 || (marks & left_out) != 0) continue;
      marks |= left_out;
      rows.exclusion[first + i] = static_cast<std::uint16_t>(exclusion);
    }
  }
}

// The dates of a column, nought where there is none: that is noted, but for rows that are left out.
void RowReader::read_days(const Records& records, std::size_t field, Rows& rows, std::size_t first,
                          RowFault blank, RowFault bad, Days& days) const {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string_view cell = records.cell(i, field);
    days[i] = day_of(cell);
    if (days[i] != 0 || (rows.marks[first + i] & left_out) != 0) continue;
    rows.notes.push_back({plain(cell).empty() ? blank : bad, static_cast<std::uint32_t>(records.line(i))});
  }
}

void RowReader::read_posts(const Records& records, Rows& rows, std::size_t first) {
  const DayNumber this_day = m_layout.this_day, last_day = m_layout.last_day;
  Days starts, leaves;
  read_days(records, *m_layout.start, rows, first, RowFault::start_blank, RowFault::start_not_a_date, starts);
  for (std::size_t i = 0; i < records.size(); ++i) {
    leaves[i] = never;
    const std::string_view cell = m_layout.leave ? records.cell(i, *m_layout.leave) : std::string_view();
    if (cell.empty()) continue;
    const DayNumber leave = day_of(cell);
    if (leave != 0 && leave >= starts[i]) {
      leaves[i] = leave;
    } else if ((leave != 0 || !plain(cell).empty()) && (rows.marks[first + i] & left_out) == 0) {
      rows.notes.push_back({leave == 0 ? RowFault::leave_not_a_date : RowFault::leave_before_start,
                            static_cast<std::uint32_t>(records.line(i))});
    }
  }
  m_contents.next_column();
  for (std::size_t i = 0; i < records.size(); ++i) m_contents.add(i, starts[i]);
  m_contents.next_column();
  for (std::size_t i = 0; i < records.size(); ++i) m_contents.add(i, leaves[i]);

  constexpr Code stayed = 0, started = 1, left = 2, started_and_left = 3;
  Code* movements = m_layout.movement_column ? rows.codes(*m_layout.movement_column) + first : m_marks.data();
  for (std::size_t i = 0; i < records.size(); ++i) {
    const DayNumber start = starts[i], leave = leaves[i];
    const bool has_started = start != 0 && start <= this_day, has_last = start != 0 && last_day != 0;
    const bool now = has_started && leave > this_day;
    const bool before = has_last && start <= last_day && leave > last_day;
    const bool between = has_last && start > last_day && has_started && !now;
    rows.marks[first + i] =
        static_cast<std::uint8_t>((rows.marks[first + i] & left_out) | (now ? in_post_this : 0) |
                                  (before ? in_post_last : 0) | (between ? came_and_left : 0));
    movements[i] = now ? (before ? stayed : started) : (before ? left : started_and_left);
  }
}

// Events of the period that ends with a snapshot are that year's.
void RowReader::read_event_dates(const Records& records, Rows& rows, std::size_t first) {
  Days dates;
  read_days(records, *m_layout.event_date, rows, first, RowFault::event_blank, RowFault::event_not_a_date,
            dates);
  const DayNumber last = m_layout.last_day;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const DayNumber date = dates[i];
    const bool now = date != 0 && date <= m_layout.this_day && date > last;
    const bool before = date != 0 && last != 0 && date <= last && date > last - one_year;
    rows.marks[first + i] = static_cast<std::uint8_t>((rows.marks[first + i] & left_out) |
                                                      (now ? in_post_this : 0) | (before ? in_post_last : 0));
  }
}

void RowReader::read_main_marks(const Records& records, Rows& rows, std::size_t first) {
  m_not_main->codes(records, *m_layout.main_mark, m_marks.data());
  for (std::size_t i = 0; i < records.size(); ++i)
    if (m_marks[i] != 0) rows.marks[first + i] |= not_main;
}

void RowReader::read_codes(const Records& records, std::size_t field, std::size_t column, Rows& rows,
                           std::size_t first) {
  Code* codes = rows.codes(column) + first;
  m_columns[column]->dictionary.codes(records, field, codes);
  m_contents.next_column();
  Code any = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    any |= codes[i];
    m_contents.add(i, codes[i]);
  }
  if ((any & misfit_mark) == 0) return;
  // A misfit's code is one thread's own: what the cell says is the same for all.
  for (std::size_t i = 0; i < records.size(); ++i) {
    if ((codes[i] & misfit_mark) != 0) m_contents.replace(i, codes[i], hash_of_text(records.cell(i, field)));
  }
}

void RowReader::read_dated(const Records& records, std::size_t dated, Rows& rows, std::size_t first) {
  const auto& [field, columns] = m_layout.dated[dated];
  Days read;
  m_contents.next_column();
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::string_view cell = records.cell(i, field);
    read[i] = day_of(cell);
    m_contents.add(i, read[i] != 0 ? read[i] : hash_of_text(cell));
  }
  for (const std::size_t column : columns) {
    Code* codes = rows.codes(column) + first;
    const Code* known = m_columns[column]->days.data();
    for (std::size_t i = 0; i < records.size(); ++i) {
      const DayNumber day = read[i];
      codes[i] = day - first_day < days ? known[day - first_day] : unknown_day;
      if (codes[i] == unknown_day) codes[i] = code_of_day(column, day, records.cell(i, field));
    }
  }
}

// Remembered, if it is a day.
Code RowReader::code_of_day(std::size_t column, DayNumber day, std::string_view cell) {
  Column& meant = *m_columns[column];
  if (day == 0) return meant.dictionary.code(cell);
  const Code code = code_of(m_layout.code_columns[column].placing->place(date_of(day)), column, cell);
  if (day - first_day < days) meant.days[day - first_day] = code;
  return code;
}

void RowReader::read_full_pay(const Records& records, Rows& rows, std::size_t first) {
  const std::size_t column = *m_layout.full_pay_column;
  if (m_layout.full_pay) return read_codes(records, *m_layout.full_pay, column, rows, first);
  // Without a column of marks everybody is full-pay relevant.
  std::fill_n(rows.codes(column) + first, records.size(), Code{0});
}

void RowReader::read_rates(const Records& records, Rows& rows, std::size_t first) {
  AmountCode* rates = rows.amounts(*m_layout.rate_amount) + first;
  m_contents.next_column();
  if (m_layout.rate.hourly) {
    for (std::size_t i = 0; i < records.size(); ++i) {
      const AmountCode amount = amount_of(records.cell(i, *m_layout.rate.hourly));
      rates[i] = amount > greatest_rate ? too_great : amount;
    }
  } else {
    for (std::size_t i = 0; i < records.size(); ++i) rates[i] = rate_from_elements(records, i);
  }
  for (std::size_t i = 0; i < records.size(); ++i) m_contents.add_amount(i, rates[i]);
  if (!m_layout.full_pay_leaf_column) return;
  constexpr Code relevant = 0, not_relevant = 1, rate_not_known = 2;
  const Code* full_pay = rows.codes(*m_layout.full_pay_column) + first;
  Code* leaves = rows.codes(*m_layout.full_pay_leaf_column) + first;
  for (std::size_t i = 0; i < records.size(); ++i) {
    leaves[i] = full_pay[i] != 0 ? not_relevant : (rates[i] > 0 ? relevant : rate_not_known);
  }
}

void RowReader::read_bonuses(const Records& records, Rows& rows, std::size_t first) {
  AmountCode* bonuses = rows.amounts(*m_layout.bonus_amount) + first;
  Code* received = rows.codes(*m_layout.bonus_column) + first;
  m_contents.next_column();
  for (std::size_t i = 0; i < records.size(); ++i) {
    bonuses[i] = amount_of(records.cell(i, *m_layout.bonus));
    received[i] = bonuses[i] > 0 ? 0 : 1;
    m_contents.add_amount(i, bonuses[i]);
  }
}

void RowReader::read_hours(const Records& records, Rows& rows, std::size_t first) {
  if (m_layout.main_hours) {
    AmountCode* hours = rows.amounts(*m_layout.main_hours_amount) + first;
    for (std::size_t i = 0; i < records.size(); ++i)
      hours[i] = amount_of(records.cell(i, *m_layout.main_hours));
  }
  if (!m_layout.checked_hours) return;
  const AmountCode most = m_layout.codebook->hours->most;
  m_contents.next_column();
  for (std::size_t i = 0; i < records.size(); ++i) {
    const AmountCode hours = amount_of(records.cell(i, *m_layout.checked_hours));
    m_contents.add_amount(i, hours);
    if (hours != blank_amount && (hours <= 0 || hours > most)) rows.marks[first + i] |= odd_hours;
  }
}

AmountCode RowReader::rate_from_elements(const Records& records, std::size_t record) const {
  // The first element that cannot be read is the one that is told.
  PaidInPeriod paid;
  std::size_t element = 0;
  AmountCode fault = 0;
  const auto read = [&](std::size_t field) {
    const AmountCode amount = amount_of(records.cell(record, field));
    if (amount < 0 && amount != blank_amount && fault == 0) fault = fault_of_element(amount, element);
    ++element;
    return amount;
  };
  for (const std::size_t field : m_layout.rate.ordinary) paid.add_ordinary(read(field));
  for (const std::size_t field : m_layout.rate.hours) paid.add_hours(read(field));
  if (m_layout.rate.bonus_in_period) paid.add_bonus(read(*m_layout.rate.bonus_in_period));
  return fault != 0 ? fault : paid.hourly(*m_layout.codebook->pay->elements);
}

}  // namespace eqr::persons
