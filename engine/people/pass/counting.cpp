#include "people/pass/counting.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "people/pass/rate_of_pay.hpp"

namespace eqr::persons {
namespace {

using tallies::Amount;

// What becomes of a row whose fault is not fatal.
std::string_view treatment_in_words(Finding finding) {
  switch (finding) {
    case Finding::unknown_values:
    case Finding::birth_dates:
      return "counted as not stated";
    case Finding::start_dates:
    case Finding::blank_rows:
      return "left out";
    case Finding::leave_dates:
      return "counted as still in post";
    case Finding::repeated_people:
      return "the first row is counted";
    case Finding::pay:
      return "left out of the pay measures";
    case Finding::hours:
      return "counted all the same";
  }
  return {};
}

CellNumbers numbers_of(const Layout& layout, const TablePlan::Table& table) {
  std::vector<std::size_t> columns;
  std::vector<std::uint64_t> sizes;
  for (const std::string& id : table.by) {
    columns.push_back(layout.column_of.at({id, table.snapshot}));
    sizes.push_back(layout.codebook->find(id)->leaves.size());
  }
  if (table.whom == Counted::by_presence) {
    columns.push_back(*layout.presence_column);
    sizes.push_back(presences);
  }
  return {std::move(columns), std::move(sizes)};
}

struct Said {
  Finding finding;
  std::string heading;
  std::string message;
  std::string_view hint;
};

Said said(RowFault fault, const Codebook& codebook) {
  constexpr std::string_view dates = "write dates as 2018-03-31 or 31/03/2018";
  constexpr std::string_view not_people = "delete the row: totals and notes are not people";
  constexpr std::string_view correct = "correct it in the HR system and export again";
  const InPost in_post = codebook.in_post.value_or(InPost{});
  switch (fault) {
    case RowFault::blank_row:
      return {Finding::blank_rows,
              {},
              "the row is blank in every column that is used but \"" + codebook.id + '"',
              not_people};
    case RowFault::blank_row_and_id:
      return {Finding::blank_rows, {}, "the row is blank in every column that is used", not_people};
    case RowFault::blank_id:
      return {Finding::blank_rows, codebook.id, "blank: the row does not say whose it is",
              "fill it in, or delete the row if it is about nobody"};
    case RowFault::start_blank:
      return {Finding::start_dates, in_post.start, "blank: a date is needed", dates};
    case RowFault::start_not_a_date:
      return {Finding::start_dates, in_post.start, std::string(message(Misfit::not_a_date)), dates};
    case RowFault::leave_not_a_date:
      return {Finding::leave_dates, in_post.leave, std::string(message(Misfit::not_a_date)), dates};
    case RowFault::leave_before_start:
      return {Finding::leave_dates, in_post.leave, "a date before \"" + in_post.start + "\" of the same row",
              correct};
    case RowFault::event_blank:
      return {Finding::start_dates, codebook.dated, "blank: a date is needed", dates};
    case RowFault::event_not_a_date:
      return {Finding::start_dates, codebook.dated, std::string(message(Misfit::not_a_date)), dates};
  }
  return {};
}

// The heading of an element of pay, as RowReader numbers them.
const std::string& heading_of(const PayElements& elements, std::size_t element) {
  if (element < elements.ordinary.size()) return elements.ordinary[element];
  element -= elements.ordinary.size();
  return element < elements.hours.size() ? elements.hours[element] : elements.bonus_in_period;
}

// The column that stands for the rate where one has to: its only one, or the first of its elements.
const std::string& heading_of_rate(const Pay& pay) {
  return pay.elements ? pay.elements->ordinary.front() : pay.hourly;
}

std::string_view element_message(AmountCode fault) {
  if (fault == below_nought) return "below nought";
  if (fault == too_many_places) return "more than four decimal places";
  return fault == too_great ? "more than anybody is paid" : "not a number";
}

std::string_view rate_message(AmountCode amount) {
  if (amount == not_a_number) return "not a number";
  if (amount == too_many_places) return "an hourly rate with more than four decimal places";
  if (amount == too_great) return "an hourly rate above a million pounds";
  return "an hourly rate that is not above nought";
}

// How many codes say that the cell is blank, in all and of rows with a weight, and how many are misfits. Of
// few rows, so that the sums need no more bits than a code has, and many are added at once.
struct MarksOfCodes {
  std::uint16_t blanks = 0, blanks_weighed = 0, misfits = 0;
};
constexpr std::size_t few = 256;
MarksOfCodes marks_in(std::span<const Code> codes, const std::uint8_t* weights) {
  std::uint16_t blanks = 0, blanks_weighed = 0, misfits = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto is_misfit = static_cast<std::uint16_t>(codes[i] >> 15U);
    const auto is_blank = static_cast<std::uint16_t>(codes[i] >> 14U & ~is_misfit & 1);
    misfits = static_cast<std::uint16_t>(misfits + is_misfit);
    blanks = static_cast<std::uint16_t>(blanks + is_blank);
    blanks_weighed = static_cast<std::uint16_t>(blanks_weighed + (is_blank & weights[i]));
  }
  return {blanks, blanks_weighed, misfits};
}

// The sum of weights, which are 0 or 1.
std::uint64_t sum_of(const std::vector<std::uint8_t>& weights) {
  std::uint64_t all = 0;
  constexpr std::size_t at_once = 128;
  for (std::size_t from = 0; from < weights.size(); from += at_once) {
    std::uint8_t sum = 0;
    const std::size_t to = std::min(weights.size(), from + at_once);
    for (std::size_t row = from; row < to; ++row) sum = static_cast<std::uint8_t>(sum + weights[row]);
    all += sum;
  }
  return all;
}

}  // namespace

Counting::Counting(const Layout& layout, const TablePlan& plan)
    : m_layout(layout), m_plan(plan), m_fatal(layout.occasion.file), m_treated(layout.occasion.file) {
  for (std::size_t i = 0; i < plan.tables.size(); ++i) {
    const CellNumbers numbers = numbers_of(layout, plan.tables[i]);
    if (plan.tables[i].amount) {
      m_amounts.emplace(i, AmountTable(numbers));
    } else {
      m_people.emplace(i, PeopleTable(numbers));
    }
  }
}

void Counting::count(Rows& rows, const RowReader& reader) {
  m_findings.rows += rows.read;
  for (const Note& note : rows.notes) tell(note);
  if (rows.size() == 0) return;
  weigh(rows);
  for (std::size_t column = 0; column < m_layout.code_columns.size(); ++column)
    look_into_codes(rows, reader, column);
  if (m_layout.rate_amount) look_into_rates(rows);
  if (m_layout.bonus_amount) look_into_bonuses(rows);
  for (auto& [position, table] : m_people) table.add(rows, weights(m_plan.tables[position].whom));
  for (auto& [position, table] : m_amounts) {
    const bool hourly = m_plan.tables[position].amount == Amount::hourly_pay;
    table.add(rows, hourly ? m_rated : m_with_bonus,
              rows.amounts(hourly ? *m_layout.rate_amount : *m_layout.bonus_amount));
  }
}

const std::vector<std::uint8_t>& Counting::weights(Counted whom) const {
  switch (whom) {
    case Counted::this_snapshot:
      return m_this;
    case Counted::last_snapshot:
      return m_last;
    case Counted::moved:
      return m_moved;
    case Counted::by_presence:
      return m_everybody;
  }
  return m_everybody;
}

// Who counts where; and the sums of it.
void Counting::weigh(Rows& rows) {
  for (auto* weights : {&m_this, &m_last, &m_moved, &m_any}) weights->resize(rows.size());
  // Movements are looked into only where somebody asks about them.
  const std::uint8_t looks_back = m_layout.occasion.answers_before ? 1 : 0;
  const std::uint8_t looks_between = m_layout.movement_column ? 1 : 0;
  std::uint8_t any_mark = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::uint8_t marks = rows.marks[row];
    const auto has = [marks](std::uint8_t mark) { return static_cast<std::uint8_t>((marks & mark) != 0); };
    const auto is_in = static_cast<std::uint8_t>((marks & (left_out | repeated | not_main)) == 0);
    const auto now = static_cast<std::uint8_t>(is_in & has(in_post_this));
    const auto before = static_cast<std::uint8_t>(is_in & has(in_post_last));
    const auto moved = static_cast<std::uint8_t>(is_in & has(in_post_this | in_post_last | came_and_left));
    m_this[row] = now;
    m_last[row] = before;
    m_moved[row] = moved;
    m_any[row] = static_cast<std::uint8_t>(now | (before & looks_back) | (moved & looks_between));
    any_mark |= marks;
  }
  if (m_layout.presence_column) {
    m_everybody.assign(rows.size(), 1);
    Code* presence = rows.codes(*m_layout.presence_column);
    for (std::size_t row = 0; row < rows.size(); ++row) {
      presence[row] = static_cast<Code>(m_this[row] * present_this + m_last[row] * present_last);
    }
  }
  const std::uint64_t counted = sum_of(m_this);
  m_findings.counted += counted;
  if (looks_back != 0) m_findings.counted_last += sum_of(m_last);
  constexpr std::uint8_t unusual = left_out | repeated | not_main | odd_hours | unknown_person;
  std::uint64_t elsewhere = 0;  // rows that are neither counted nor out of post
  for (std::size_t row = 0; (any_mark & unusual) != 0 && row < rows.size(); ++row) {
    if ((rows.marks[row] & unusual) != 0) elsewhere += weigh_unusual(rows, row) ? 1U : 0U;
  }
  m_findings.not_in_post += rows.size() - counted - elsewhere;
}

// A row with marks that few have; true if it is counted as something else than present or out of post.
bool Counting::weigh_unusual(const Rows& rows, std::size_t row) {
  const std::uint8_t marks = rows.marks[row];
  if ((marks & odd_hours) != 0) ++m_findings.columns[m_layout.codebook->hours->column].faulty;
  if ((marks & odd_hours) != 0 && m_any[row] != 0) {
    add_fault(Finding::hours, m_layout.codebook->hours->column,
              "hours that are no number, nought or more than the codebook allows",
              "correct it in the HR system and export again", rows.lines[row]);
  }
  if ((marks & (repeated | not_main)) != 0) {
    ++m_findings.repeated;
    return true;
  }
  if ((marks & in_post_this) == 0) return false;
  if ((marks & left_out) != 0) {
    ++m_findings.excluded[m_layout.codebook->exclusions[rows.exclusion[row]].reason];
    return true;
  }
  m_findings.unknown_people += (marks & unknown_person) != 0 ? 1U : 0U;
  return false;
}

// Counts what is blank and what is no code, and leaves codes alone.
void Counting::look_into_codes(Rows& rows, const RowReader& reader, std::size_t column) {
  const CodeColumn& about = m_layout.code_columns[column];
  std::uint64_t blanks = 0, blanks_counted = 0, misfits = 0;
  for (std::size_t from = 0; from < rows.size(); from += few) {
    const std::span<Code> codes(rows.codes(column) + from, std::min(few, rows.size() - from));
    const MarksOfCodes marks = marks_in(codes, m_this.data() + from);
    blanks += marks.blanks;
    blanks_counted += marks.blanks_weighed;
    misfits += marks.misfits;
    for (std::size_t i = 0; marks.misfits > 0 && i < codes.size(); ++i) {
      if ((codes[i] & misfit_mark) != 0) replace_misfit(rows, reader, column, from + i);
    }
    for (Code& code : codes) code &= code_part;
  }
  if (about.of_last || about.heading.empty()) return;
  auto& quality = m_findings.columns[about.heading];
  quality.blank += blanks;
  quality.faulty += misfits;
  if (blanks_counted > 0) m_findings.blanks[about.heading] += blanks_counted;
}

void Counting::replace_misfit(Rows& rows, const RowReader& reader, std::size_t column, std::size_t row) {
  const CodeColumn& about = m_layout.code_columns[column];
  Code& code = rows.codes(column)[row];
  // The mark of full pay matters where pay does: look_into_rates().
  const bool is_full_pay = m_layout.full_pay_column == column;
  const bool matters = about.of_last ? m_last[row] > m_this[row] : m_any[row] != 0;
  if (matters && (!is_full_pay || m_this[row] != 0)) {
    tell_misfit(about, reader.misfits(column).kind(code), rows.lines[row]);
  }
  code = about.instead;
}

void Counting::look_into_rates(Rows& rows) {
  const AmountCode* rates = rows.amounts(*m_layout.rate_amount);
  const Code* full_pay = rows.codes(*m_layout.full_pay_column);
  m_rated.resize(rows.size());
  std::uint64_t blank = 0, faulty = 0, relevant = 0, without_rate = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const unsigned has_rate = rates[row] > 0 ? 1 : 0, is_blank = rates[row] == blank_amount ? 1 : 0;
    const unsigned is_faulty = 1 - has_rate - is_blank;
    const unsigned is_relevant = m_this[row] & (full_pay[row] == 0 ? 1U : 0U);
    m_rated[row] = static_cast<std::uint8_t>(is_relevant & has_rate);
    blank += is_blank;
    faulty += is_faulty;
    relevant += is_relevant;
    without_rate += is_relevant & is_blank;
    if ((is_relevant & is_faulty) != 0) tell_rate(rates[row], rows.lines[row]);
  }
  m_findings.full_pay_relevant += relevant;
  m_findings.without_rate += without_rate;
  auto& quality = m_findings.columns[heading_of_rate(*m_layout.codebook->pay)];
  quality.blank += blank;
  quality.faulty += faulty;
}

void Counting::tell_rate(AmountCode rate, std::size_t line) {
  const Pay& pay = *m_layout.codebook->pay;
  if (is_of_element(rate)) {
    add_fault(
        Finding::pay, heading_of(*pay.elements, element_of(rate)), element_message(fault_in_element(rate)),
        "write pay in pounds and hours as numbers, such as 1850.25 and 37.5; blank when there is none", line);
  } else {
    add_fault(Finding::pay, heading_of_rate(pay), rate_message(rate),
              "hourly rates are in pounds, such as 12.5 or 12.5034; blank when there is none", line);
  }
}

void Counting::look_into_bonuses(Rows& rows) {
  const AmountCode* bonuses = rows.amounts(*m_layout.bonus_amount);
  m_with_bonus.resize(rows.size());
  std::uint64_t faulty = 0;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const unsigned is_faulty = bonuses[row] < 0 && bonuses[row] != blank_amount ? 1 : 0;
    faulty += is_faulty;
    m_with_bonus[row] = static_cast<std::uint8_t>(m_this[row] & (bonuses[row] > 0 ? 1U : 0U));
    if ((m_this[row] & is_faulty) != 0) {
      add_fault(Finding::pay, m_layout.codebook->pay->bonus, element_message(bonuses[row]),
                "bonus pay is in pounds, such as 500 or 250.50; blank or 0 when there is none",
                rows.lines[row]);
    }
  }
  m_findings.columns[m_layout.codebook->pay->bonus].faulty += faulty;
}

void Counting::tell(const Note& note) {
  Said what = said(note.fault, *m_layout.codebook);
  if (what.finding == Finding::blank_rows) {
    ++m_findings.left_out;
  } else {
    ++m_findings.columns[what.heading].faulty;
  }
  add_fault(what.finding, what.heading, what.message, std::string(what.hint), note.line);
}

void Counting::tell_misfit(const CodeColumn& column, const Misfits::Kind& kind, std::size_t line) {
  const std::string& file = m_layout.codebook->file;
  const bool is_fatal = m_layout.codebook->treatment(column.finding) == Treatment::fatal;
  std::string advice;
  if (column.characteristic != nullptr) {
    advice = hint_for(column.finding, hint(kind.misfit, *column.characteristic, file));
  } else {
    advice = "add it to [pay] full_pay in the codebook " + file +
             ": to \"values\" if it means yes, to \"no\" if it means no";
    if (!is_fatal) advice = "counted as not full-pay relevant; " + advice;
  }
  if (kind.misfit == Misfit::not_listed) {
    (is_fatal ? m_fatal : m_treated).add_unlisted(column.heading, advice, kind.value, line);
  } else {
    (is_fatal ? m_fatal : m_treated).add(column.heading, message(kind.misfit), advice, line);
  }
}

std::string Counting::hint_for(Finding finding, std::string hint) const {
  if (m_layout.codebook->treatment(finding) == Treatment::fatal) return hint;
  return std::string(treatment_in_words(finding)) + (hint.empty() ? "" : "; " + hint);
}

void Counting::add_fault(Finding finding, const std::string& heading, std::string_view message,
                         std::string hint, std::size_t line) {
  const bool is_fatal = m_layout.codebook->treatment(finding) == Treatment::fatal;
  (is_fatal ? m_fatal : m_treated).add(heading, message, hint_for(finding, std::move(hint)), line);
}

void Counting::add(Counting&& other) {
  for (auto& [position, table] : m_people) table.add(other.m_people.at(position));
  for (auto& [position, table] : m_amounts) table.add(std::move(other.m_amounts.at(position)));
  const Findings& more = other.m_findings;
  m_findings.rows += more.rows;
  m_findings.repeated += more.repeated;
  m_findings.left_out += more.left_out;
  m_findings.not_in_post += more.not_in_post;
  m_findings.counted += more.counted;
  m_findings.counted_last += more.counted_last;
  m_findings.full_pay_relevant += more.full_pay_relevant;
  m_findings.without_rate += more.without_rate;
  m_findings.unknown_people += more.unknown_people;
  for (const auto& [reason, people] : more.excluded) m_findings.excluded[reason] += people;
  for (const auto& [heading, people] : more.blanks) m_findings.blanks[heading] += people;
  for (const auto& [heading, quality] : more.columns) {
    m_findings.columns[heading].blank += quality.blank;
    m_findings.columns[heading].faulty += quality.faulty;
  }
  m_fatal.add(other.m_fatal);
  m_treated.add(other.m_treated);
}

std::uint64_t Counting::people(std::size_t table, const Admitted& admitted) const {
  return m_people.at(table).sum(admitted);
}

tallies::Distribution Counting::amounts(std::size_t table, const Admitted& admitted) const {
  return m_amounts.at(table).sum(admitted);
}

}  // namespace eqr::persons
