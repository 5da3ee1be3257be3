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
constexpr DayNumber first_year = 1900, years = 200;

// Positions for the days of two hundred years, with some that no day has.
constexpr std::size_t no_position = ~std::size_t{0};
std::size_t position_of(DayNumber day) {
  const DayNumber year = day / 10'000 - first_year;
  return year >= years ? no_position : year * 384 + day / 100 % 100 * 32 - 32 + day % 100;
}

void mix(std::uint64_t& content, std::uint64_t part) {
  content = (content ^ part) * 0x9E3779B97F4A7C15U;
  content ^= content >> 32;
}

void mix_text(std::uint64_t& content, std::string_view cell) {
  bool converted = false;
  const std::string text = text::normalised(meant(cell, converted));
  mix(content, XXH3_64bits(text.data(), text.size()));
}

IdHash hash_of(std::string_view id) {
  const XXH128_hash_t hash = XXH3_128bits(id.data(), id.size());
  return {hash.low64, static_cast<std::uint8_t>(hash.high64)};
}

}  // namespace

// A record's cells. Identifiers, dates and amounts are taken without quotation marks and blanks around them.
struct RowReader::Record {
  const char* bytes;
  std::size_t start;
  const std::uint32_t* ends;
  std::uint32_t line;
  std::size_t last;  // field

  [[nodiscard]] std::string_view raw(std::size_t field) const {
    const std::size_t from = field == 0 ? start : ends[field - 1] + 1;
    std::size_t to = ends[field];
    if (field == last && to > from && bytes[to - 1] == '\r') --to;
    return {bytes + from, to - from};
  }
  [[nodiscard]] std::string_view cell(std::size_t field) const {
    std::string_view text = raw(field);
    if (text.size() >= 2 && text.front() == '"') text = text.substr(1, text.size() - 2);
    const auto is_plain = [](char c) { return c > ' ' && c != '\xA0'; };
    if (text.empty() || (is_plain(text.front()) && is_plain(text.back()))) return text;
    return text::trimmed(text);
  }
};

RowReader::RowReader(const Layout& layout) : m_layout(layout) {
  for (std::size_t i = 0; i < layout.code_columns.size(); ++i) {
    const bool of_full_pay = layout.full_pay_column == i;
    m_columns.push_back(std::make_unique<Column>([this, i, of_full_pay](std::string_view cell) {
      return of_full_pay ? full_pay_meaning(i, cell) : meaning(i, cell);
    }));
  }
  for (const DatedField& dated : layout.dated) {
    m_codes_of_days.emplace_back(dated.columns.size() * years * 384, unknown_day);
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

Code RowReader::code_of_date(std::size_t column, DayNumber day, std::string_view cell) {
  const calendar::Date date{std::chrono::year{static_cast<int>(day / 10'000)},
                            std::chrono::month{day / 100 % 100}, std::chrono::day{day % 100}};
  return code_of(m_layout.code_columns[column].placing->place(date), column, cell);
}

void RowReader::read_date(std::size_t dated, const Record& record, Rows& rows, std::size_t row,
                          std::uint64_t& content) {
  const std::vector<std::size_t>& columns = m_layout.dated[dated].columns;
  const std::string_view cell = record.cell(m_layout.dated[dated].field);
  const DayNumber day = day_in(cell);
  mix(content, day != 0 ? day : XXH3_64bits(cell.data(), cell.size()));
  const std::size_t position = position_of(day);
  if (day == 0 || position == no_position) {
    for (const std::size_t column : columns) {
      rows.codes(column)[row] =
          day == 0 ? m_columns[column]->dictionary.code(cell) : code_of_date(column, day, cell);
    }
    return;
  }
  Code* known = m_codes_of_days[dated].data() + position * columns.size();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (known[i] == unknown_day) known[i] = code_of_date(columns[i], day, cell);
    rows.codes(columns[i])[row] = known[i];
  }
}

bool RowReader::converted() const {
  return std::ranges::any_of(m_columns, [](const auto& column) { return column->dictionary.converted(); });
}

bool RowReader::is_blank(const Record& record) const {
  const auto blank = [&](std::size_t field) { return record.cell(field).empty(); };
  // A single column may be blank for anybody: where no more is used, the whole row has to tell.
  if (m_layout.used.size() > 1) return std::all_of(m_layout.used.begin(), m_layout.used.end(), blank);
  for (std::size_t field = 0; field < m_layout.width; ++field) {
    if (m_layout.id != field && !blank(field)) return false;
  }
  return m_layout.width > 2;
}

void RowReader::add(const char* bytes, std::size_t start, const std::uint32_t* ends, std::uint64_t line,
                    Rows& rows) {
  const Record record{bytes, start, ends, static_cast<std::uint32_t>(line), m_layout.width - 1};
  ++rows.read;
  const std::string_view id = m_layout.id ? record.cell(*m_layout.id) : std::string_view();
  if (is_blank(record)) {
    rows.notes.push_back({id.empty() ? RowFault::blank_row_and_id : RowFault::blank_row, record.line});
    return;
  }
  if (m_layout.id && id.empty()) {
    rows.notes.push_back({RowFault::blank_id, record.line});
    return;
  }
  const std::size_t row = rows.add();
  const IdHash hash = hash_of(id);
  rows.id_low[row] = hash.low;
  rows.id_high[row] = hash.high;
  rows.lines[row] = record.line;
  std::uint64_t content = 0;
  read_marks(record, rows, row, content);
  read_codes(record, rows, row, content);
  read_amounts(record, rows, row, content);
  rows.content[row] = static_cast<std::uint32_t>(content);
}

void RowReader::read_codes(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content) {
  std::uint64_t four = 0;  // codes, mixed in by fours
  std::size_t read = 0;
  for (const CodedField& coded : m_layout.coded) {
    const std::string_view cell = record.raw(coded.field);
    const Code code = m_columns[coded.column]->dictionary.code(cell);
    rows.codes(coded.column)[row] = code;
    // A misfit's code is one thread's own: what the cell says is the same for all.
    const bool is_misfit = (code & misfit_mark) != 0;
    four = four << 16 | (is_misfit ? misfit_mark : code);
    if (is_misfit) mix_text(content, cell);
    if (++read % 4 == 0) mix(content, four);
  }
  mix(content, four);
  for (std::size_t i = 0; i < m_layout.dated.size(); ++i) read_date(i, record, rows, row, content);
  if (m_layout.full_pay_column) {
    Code code = 0;  // without a column of marks everybody is full-pay relevant
    if (m_layout.full_pay)
      code = m_columns[*m_layout.full_pay_column]->dictionary.code(record.raw(*m_layout.full_pay));
    rows.codes(*m_layout.full_pay_column)[row] = code;
    if ((code & misfit_mark) != 0) {
      mix_text(content, record.raw(*m_layout.full_pay));
    } else {
      mix(content, code);
    }
  }
  for (const auto& [characteristic, column] : m_layout.looked_up) rows.codes(column)[row] = 0;
}

DayNumber RowReader::day(const Record& record, std::size_t field, RowFault blank, RowFault bad, Rows& rows) {
  const std::string_view cell = record.cell(field);
  const DayNumber date = day_in(cell);
  if (date == 0) rows.notes.push_back({cell.empty() ? blank : bad, record.line});
  return date;
}

void RowReader::read_marks(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content) {
  std::uint8_t marks = in_post_this | in_post_last;
  const DayNumber this_day = m_layout.this_day, last_day = m_layout.last_day;
  // Whoever is left out is so whatever else the row holds.
  std::uint8_t out = 0;
  for (std::size_t i = 0; i < m_excluded.size(); ++i) {
    const Code excluded = m_excluded[i]->code(record.raw(m_layout.exclusions[i]));
    mix(content, excluded);
    if (excluded == 0 || out != 0) continue;
    out = left_out;
    rows.exclusion[row] = static_cast<std::uint16_t>(i);
  }
  const std::size_t notes = rows.notes.size();
  if (m_layout.start) {
    const DayNumber start =
        day(record, *m_layout.start, RowFault::start_blank, RowFault::start_not_a_date, rows);
    DayNumber leave = 99'999'999;
    if (m_layout.leave) {
      if (const std::string_view cell = record.cell(*m_layout.leave); !cell.empty()) {
        const DayNumber left = day_in(cell);
        if (left == 0) {
          rows.notes.push_back({RowFault::leave_not_a_date, record.line});
        } else if (left < start) {
          rows.notes.push_back({RowFault::leave_before_start, record.line});
        } else {
          leave = left;
        }
      }
    }
    const bool now = start != 0 && start <= this_day && leave > this_day;
    const bool before = start != 0 && last_day != 0 && start <= last_day && leave > last_day;
    const bool between =
        start != 0 && last_day != 0 && start > last_day && start <= this_day && leave <= this_day;
    marks = static_cast<std::uint8_t>((now ? in_post_this : 0) | (before ? in_post_last : 0) |
                                      (between ? came_and_left : 0));
    mix(content, std::uint64_t{start} << 32 | leave);
  }
  if (out != 0) rows.notes.resize(notes);
  marks |= out;
  if (m_layout.movement_column) {
    constexpr Code stayed = 0, started = 1, left = 2, started_and_left = 3;
    const bool now = (marks & in_post_this) != 0, before = (marks & in_post_last) != 0;
    rows.codes(*m_layout.movement_column)[row] =
        now ? (before ? stayed : started) : (before ? left : started_and_left);
  }
  if (m_not_main && m_not_main->code(record.raw(*m_layout.main_mark)) != 0) marks |= not_main;
  rows.marks[row] = marks;
  if (m_layout.event_date) read_event_date(record, rows, row);
}

// Events of the period that ends with a snapshot are that year's.
void RowReader::read_event_date(const Record& record, Rows& rows, std::size_t row) {
  const std::size_t notes = rows.notes.size();
  const DayNumber date =
      day(record, *m_layout.event_date, RowFault::event_blank, RowFault::event_not_a_date, rows);
  if ((rows.marks[row] & left_out) != 0) rows.notes.resize(notes);
  const DayNumber last = m_layout.last_day;
  const bool now = date != 0 && date <= m_layout.this_day && date > last;
  const bool before = date != 0 && last != 0 && date <= last && date > last - 10'000;
  rows.marks[row] = static_cast<std::uint8_t>((rows.marks[row] & left_out) | (now ? in_post_this : 0) |
                                              (before ? in_post_last : 0));
}

void RowReader::read_amounts(const Record& record, Rows& rows, std::size_t row, std::uint64_t& content) {
  if (m_layout.rate_amount) {
    const AmountCode amount = rate(record);
    rows.amounts(*m_layout.rate_amount)[row] = amount;
    if (m_layout.full_pay_leaf_column) {
      constexpr Code relevant = 0, not_relevant = 1, rate_not_known = 2;
      const bool is_relevant = rows.codes(*m_layout.full_pay_column)[row] == 0;
      rows.codes(*m_layout.full_pay_leaf_column)[row] =
          !is_relevant ? not_relevant : (amount > 0 ? relevant : rate_not_known);
    }
    mix(content, static_cast<std::uint64_t>(amount));
  }
  if (m_layout.bonus_amount) {
    const AmountCode amount = amount_in(record.cell(*m_layout.bonus));
    rows.amounts(*m_layout.bonus_amount)[row] = amount;
    rows.codes(*m_layout.bonus_column)[row] = amount > 0 ? 0 : 1;
    mix(content, static_cast<std::uint64_t>(amount));
  }
  if (m_layout.main_hours)
    rows.amounts(*m_layout.main_hours_amount)[row] = amount_in(record.cell(*m_layout.main_hours));
  if (m_layout.checked_hours) {
    const AmountCode hours = amount_in(record.cell(*m_layout.checked_hours));
    if (hours != blank_amount && (hours <= 0 || hours > m_layout.codebook->hours->most)) {
      rows.marks[row] |= odd_hours;
    }
    mix(content, static_cast<std::uint64_t>(hours));
  }
}

AmountCode RowReader::rate(const Record& record) const {
  if (m_layout.rate.hourly) {
    const AmountCode amount = amount_in(record.cell(*m_layout.rate.hourly));
    return amount > greatest_rate ? too_great : amount;
  }
  // The first element that cannot be read is the one that is told.
  PaidInPeriod paid;
  std::size_t element = 0;
  AmountCode fault = 0;
  const auto read = [&](std::size_t field) {
    const AmountCode amount = amount_in(record.cell(field));
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
