#include "people/extract.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "people/columns.hpp"
#include "people/placing.hpp"
#include "people/rate.hpp"
#include "people/row_faults.hpp"
#include "problems/problem.hpp"
#include "tabular/csv.hpp"
#include "text/words.hpp"

namespace eqr::persons {
namespace {

using problems::Problem;

constexpr std::size_t most_conflicts = 5;

// A characteristic and the cells it is read from; each distinct cell is placed once.
struct Reading {
  const Characteristic* characteristic;
  std::size_t column;
  Placing placing;
  std::unordered_map<std::string, Placed> known = {};
};

// What is remembered of a person to recognise another row about the same one.
struct Seen {
  std::size_t line;
  std::size_t fingerprint;  // of the columns in use
};

// The headings that messages may repeat: they stand in the codebook.
std::vector<std::string> headings_of(const Codebook& codebook) {
  std::vector<std::string> headings = {codebook.id};
  for (const Characteristic& each : codebook.characteristics) headings.push_back(each.heading());
  if (codebook.pay) headings.insert(headings.end(), {codebook.pay->hourly, codebook.pay->full_pay});
  if (codebook.in_post) headings.insert(headings.end(), {codebook.in_post->start, codebook.in_post->leave});
  for (const Exclusion& exclusion : codebook.exclusions) headings.push_back(exclusion.column);
  return headings;
}

}  // namespace

std::uint64_t Findings::in_post() const {
  std::uint64_t people = counted;
  for (const auto& [reason, count] : excluded) people += count;
  return people;
}

struct Extract::State {
  State(const Codebook& of_codebook, calendar::Date date, std::istream& bytes, const std::string& file)
      : codebook(of_codebook), snapshot_date(date), reader(bytes, file), faults(file) {}

  const Codebook& codebook;
  calendar::Date snapshot_date;
  tabular::CsvReader reader;
  RowFaults faults;
  Findings findings;
  tabular::Record record;
  bool finished = false;

  std::size_t id = 0;
  std::vector<Reading> readings;
  bool with_pay = false, with_full_pay = false, with_leave = false;
  std::size_t hourly = 0, full_pay = 0, start = 0, leave = 0;
  std::vector<std::size_t> exclusions;  // columns, one for each of the codebook's exclusions
  std::set<std::size_t> used;           // every column in use except the identifier

  std::unordered_map<std::string, Seen> seen;
  std::size_t conflicts = 0;

  [[nodiscard]] std::string_view cell(std::size_t column) const {
    return text::trimmed(record.fields[column]);
  }
  std::size_t use(Columns& columns, const std::string& heading) {
    return *used.insert(columns.find(heading)).first;
  }

  void find_columns(const Needs& needs);
  bool read();
  [[nodiscard]] bool is_blank_but_for_id() const;
  bool is_first_row_of_person();
  bool is_in_post();
  bool is_excluded();
  std::optional<calendar::Date> date(std::size_t column, const std::string& heading);
  std::size_t leaf(Reading& reading);
  bool is_full_pay_relevant();
  std::optional<std::int64_t> rate();
  void finish();
};

void Extract::State::find_columns(const Needs& needs) {
  Columns columns(reader.header());
  id = columns.find(codebook.id);
  for (const std::string& name : needs.characteristics) {
    const Characteristic* characteristic = codebook.find(name);
    readings.push_back(
        {characteristic, use(columns, characteristic->heading()), Placing(*characteristic, snapshot_date)});
  }
  with_pay = needs.pay && codebook.pay.has_value();
  if (with_pay) {
    hourly = use(columns, codebook.pay->hourly);
    with_full_pay = !codebook.pay->full_pay.empty();
    if (with_full_pay) full_pay = use(columns, codebook.pay->full_pay);
  }
  if (codebook.in_post) {
    start = use(columns, codebook.in_post->start);
    with_leave = !codebook.in_post->leave.empty();
    if (with_leave) leave = use(columns, codebook.in_post->leave);
  }
  for (const Exclusion& exclusion : codebook.exclusions) exclusions.push_back(use(columns, exclusion.column));
  columns.throw_if_missing(reader.file(), codebook.file);
  reader.name_columns(headings_of(codebook));
}

// The next record that can be read; those that cannot are told at the end.
bool Extract::State::read() {
  for (;;) {
    try {
      if (!reader.next(record)) return false;
      ++findings.rows;
      return true;
    } catch (const problems::Fault& fault) {
      faults.add_broken(fault.problems());
    }
  }
}

// A single column may be blank for anybody: where no more than one is used, the whole row has to tell.
bool Extract::State::is_blank_but_for_id() const {
  if (used.size() > 1) {
    return std::all_of(used.begin(), used.end(), [&](std::size_t column) { return cell(column).empty(); });
  }
  for (std::size_t column = 0; column < record.fields.size(); ++column) {
    if (column != id && !cell(column).empty()) return false;
  }
  return record.fields.size() > 2;
}

// A row that repeats a person in every column used changes nothing; one that differs cannot be resolved.
bool Extract::State::is_first_row_of_person() {
  const std::string_view person = cell(id);
  if (is_blank_but_for_id()) {
    faults.add({},
               person.empty() ? "the row is blank in every column that is used"
                              : "the row is blank in every column that is used but \"" + codebook.id + '"',
               "delete the row: totals and notes are not people", record.line);
    return false;
  }
  if (person.empty()) {
    faults.add(codebook.id, "blank: the row does not say whose it is", "", record.line);
    return false;
  }
  std::string content;
  for (const std::size_t column : used) {
    const std::string value = text::normalised(record.fields[column]);
    content += std::to_string(value.size()) + ':' + value;
  }
  const std::size_t fingerprint = std::hash<std::string>{}(content);
  const auto [earlier, is_new] = seen.try_emplace(std::string(person), Seen{record.line, fingerprint});
  if (is_new) return true;
  if (earlier->second.fingerprint == fingerprint) {
    ++findings.repeated;
  } else if (++conflicts <= most_conflicts) {
    faults.add(Problem{{reader.file(), record.line, 0, codebook.id},
                       "the same person stands in line " + std::to_string(earlier->second.line) +
                           " with other values in the columns that are used",
                       "keep one row for each person: the one that is true at the snapshot date"});
  }
  return false;
}

std::optional<calendar::Date> Extract::State::date(std::size_t column, const std::string& heading) {
  const auto read = calendar::parse_date(cell(column));
  if (!read) {
    faults.add(heading, cell(column).empty() ? "blank: a date is needed" : message(Misfit::not_a_date),
               "write dates as 2018-03-31 or 31/03/2018", record.line);
  }
  return read;
}

bool Extract::State::is_in_post() {
  if (!codebook.in_post) return true;
  const auto started = date(start, codebook.in_post->start);
  if (!started) return true;
  if (with_leave && !cell(leave).empty()) {
    const auto left = date(leave, codebook.in_post->leave);
    if (!left) return true;
    if (*left < *started) {
      faults.add(codebook.in_post->leave, "a date before \"" + codebook.in_post->start + "\" of the same row",
                 "correct it in the HR system and export again", record.line);
    }
    if (*left <= snapshot_date) return false;
  }
  return *started <= snapshot_date;
}

bool Extract::State::is_excluded() {
  for (std::size_t i = 0; i < exclusions.size(); ++i) {
    const Exclusion& exclusion = codebook.exclusions[i];
    if (!exclusion.values.contains(text::normalised(record.fields[exclusions[i]]))) continue;
    ++findings.excluded[exclusion.reason];
    return true;
  }
  return false;
}

std::size_t Extract::State::leaf(Reading& reading) {
  const std::string& value = record.fields[reading.column];
  auto known = reading.known.find(value);
  if (known == reading.known.end()) {
    known = reading.known.emplace(value, reading.placing.place(value)).first;
  }
  if (const auto* position = std::get_if<std::size_t>(&known->second)) return *position;
  const Misfit misfit = std::get<Misfit>(known->second);
  const Characteristic& characteristic = *reading.characteristic;
  if (misfit == Misfit::not_listed) {
    faults.add_unlisted(characteristic.heading(), hint(misfit, characteristic, codebook.file), value,
                        record.line);
  } else {
    faults.add(characteristic.heading(), message(misfit), hint(misfit, characteristic, codebook.file),
               record.line);
  }
  return 0;  // of no consequence: with a fault nothing is answered
}

// A value that means neither yes nor no would take people out of the pay gap without a word.
bool Extract::State::is_full_pay_relevant() {
  if (!with_full_pay) return true;
  const std::string value = text::normalised(record.fields[full_pay]);
  if (codebook.pay->full_pay_yes.contains(value)) return true;
  if (!codebook.pay->full_pay_no.contains(value)) {
    faults.add_unlisted(codebook.pay->full_pay,
                        "add it to [pay] full_pay in the codebook " + codebook.file +
                            ": to \"values\" if it means yes, to \"no\" if it means no",
                        record.fields[full_pay], record.line);
  }
  return false;
}

std::optional<std::int64_t> Extract::State::rate() {
  if (!is_full_pay_relevant()) return std::nullopt;
  ++findings.full_pay_relevant;
  if (cell(hourly).empty()) {
    ++findings.without_rate;
    return std::nullopt;
  }
  const auto read = rate_of(cell(hourly));
  if (const auto* exact = std::get_if<std::int64_t>(&read)) return *exact;
  faults.add(codebook.pay->hourly, std::get<std::string_view>(read),
             "hourly rates are in pounds, such as 12.5 or 12.5034; blank when there is none", record.line);
  return std::nullopt;
}

void Extract::State::finish() {
  finished = true;
  std::vector<Problem> told = faults.problems();
  if (conflicts > most_conflicts) {
    told.push_back(
        {{reader.file(), 0, 0, codebook.id},
         std::to_string(conflicts - most_conflicts) + " more rows repeat a person with other values",
         {}});
  }
  if (told.empty() && findings.rows == 0) {
    told.push_back({{reader.file(), 0, 0, {}}, "the extract holds no people", "export it again"});
  } else if (told.empty() && findings.counted == 0) {
    told.push_back(
        {{reader.file(), 0, 0, {}},
         "nobody is left to count: " + std::to_string(findings.not_in_post) + " of " +
             std::to_string(findings.rows) + " rows are not in post on " + calendar::long_text(snapshot_date),
         "check the snapshot date of the run file, and [in_post] and [[exclude]] of the codebook " +
             codebook.file});
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(told));
}

Extract::Extract(const Codebook& codebook, Needs needs, calendar::Date snapshot_date, std::istream& bytes,
                 std::string file)
    : m_state(std::make_unique<State>(codebook, snapshot_date, bytes, file)) {
  m_state->find_columns(needs);
}

Extract::~Extract() = default;

bool Extract::next(Person& person) {
  State& state = *m_state;
  if (state.finished) return false;
  while (state.read()) {
    if (!state.is_first_row_of_person()) continue;
    if (!state.is_in_post()) {
      ++state.findings.not_in_post;
      continue;
    }
    if (state.is_excluded()) continue;
    ++state.findings.counted;
    person.leaves.clear();
    for (Reading& reading : state.readings) {
      if (state.cell(reading.column).empty()) ++state.findings.blanks[reading.characteristic->heading()];
      person.leaves.push_back(state.leaf(reading));
    }
    person.rate = state.with_pay ? state.rate() : std::nullopt;
    return true;
  }
  state.finish();
  return false;
}

const Findings& Extract::findings() const {
  return m_state->findings;
}

}  // namespace eqr::persons
