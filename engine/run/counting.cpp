#include "run/counting.hpp"

#include <algorithm>
#include <set>
#include <thread>
#include <utility>

#include "inputs/people_file.hpp"
#include "people/counted.hpp"
#include "people/tally.hpp"

namespace eqr::run {
namespace {

using tallies::Snapshot;

calendar::Date day_of(const RunFile& run, Snapshot snapshot) {
  if (snapshot == Snapshot::this_year) return run.report.snapshot;
  return last_snapshot_of(run.report);
}

class Counter {
 public:
  Counter(const Setup& setup, const tallies::Questions& questions) : m_setup(setup), m_questions(questions) {}

  void read(const InputSettings& input) {
    read(input, Snapshot::this_year, input.file, input.sheet);
    read(input, Snapshot::last_year, input.last_year_file, input.last_year_sheet);
  }
  Counted finish() {
    problems::throw_if_any(problems::Cost::nothing_written, std::move(m_faults));
    return std::move(m_counted);
  }
  void add(tallies::Answers answers) { m_counted.answers.add(std::move(answers)); }

 private:
  void read(const InputSettings& input, Snapshot snapshot, const std::string& file,
            const std::string& sheet) {
    try {
      if (!file.empty()) read_extract(input, snapshot, file, sheet);
    } catch (const problems::Fault& fault) {
      m_faults.insert(m_faults.end(), fault.problems().begin(), fault.problems().end());
    }
  }

  // Which questions an extract is asked: those of its snapshot, and with dates also those of the one before.
  [[nodiscard]] persons::Occasion occasion(const InputSettings& input, Snapshot snapshot,
                                           const std::string& file) const {
    persons::Occasion occasion{input.name, snapshot, day_of(m_setup.run, snapshot), file};
    if (snapshot == Snapshot::this_year) occasion.before = day_of(m_setup.run, Snapshot::last_year);
    occasion.answers_before = input.last_year_from_dates;
    occasion.rows = input.rows;
    occasion.once_each = input.count_people;
    return occasion;
  }

  void read_extract(const InputSettings& input, Snapshot snapshot, const std::string& name,
                    const std::string& sheet) {
    inputs::PeopleFile file(inputs::file_location(name, m_setup.run.folder), sheet);
    if (!sheet.empty() && !file.form().starts_with("sheet")) {
      throw problems::Fault(problems::Cost::nothing_written,
                            problems::Problem{{name, 0, 0, ""},
                                              "is not a workbook, so that it has no sheet \"" + sheet + '"',
                                              "leave out \"sheet\", or name the workbook"});
    }
    persons::Reading reading;
    reading.threads = std::clamp(std::thread::hardware_concurrency(), 1U, most_threads);
    if (snapshot == Snapshot::this_year) reading.keep = looked_up_in(input.name);
    if (const auto people = m_kept.find(input.people); people != m_kept.end())
      reading.lookup = &people->second;
    const persons::Codebook& codebook = m_setup.codebooks.at(input.name);
    persons::Answered answered =
        persons::answer(codebook, occasion(input, snapshot, name), file, m_questions, reading);
    const inputs::Received received = file.finish();
    if (!file.form().empty()) answered.findings.notes.push_back("read as " + file.form());
    add(std::move(answered.answers));
    m_counted.findings.push_back({input.name, name, std::move(answered.findings)});
    m_counted.record.push_back({input.name, received.name, received.sha256, received.size, "", true});
    if (!reading.keep.empty()) m_kept[input.name] = std::move(answered.kept);
  }

  // What inputs of events ask about the people of this one.
  [[nodiscard]] std::set<std::string> looked_up_in(const std::string& people) const {
    std::set<std::string> ids;
    for (const auto& [name, input] : m_setup.run.inputs) {
      if (input.people != people || people.empty()) continue;
      for (const persons::Characteristic& each : m_setup.codebooks.at(name).characteristics) {
        if (std::holds_alternative<persons::LookedUp>(each.source)) ids.insert(each.id);
      }
    }
    return ids;
  }

  static constexpr unsigned most_threads = 16;

  const Setup& m_setup;
  const tallies::Questions& m_questions;
  Counted m_counted;
  std::map<std::string, persons::KeptPeople> m_kept;  // by input
  std::vector<problems::Problem> m_faults;
};

}  // namespace

Counted count(const Setup& setup, const Received& received, const tallies::Questions& questions) {
  Counter counter(setup, questions);
  const auto read_all = [&](bool events) {
    for (const auto& [name, input] : setup.run.inputs) {
      const bool is_of_events = input.rows == persons::RowsAre::events;
      if (input.kind == InputKind::people && is_of_events == events) counter.read(input);
    }
  };
  read_all(false);
  read_all(true);  // they may look people up
  for (const auto& [name, input] : setup.run.inputs) {
    if (input.kind != InputKind::counted) continue;
    for (const Snapshot snapshot : {Snapshot::this_year, Snapshot::last_year}) {
      counter.add(
          persons::answer(setup.codebooks.at(name), received.counted.at(name), name, snapshot, questions));
    }
  }
  return counter.finish();
}

disclosure::Exempt exempt(const Setup& setup, const measures::Asked& asked) {
  disclosure::Exempt exempt{asked.statutory_pay, {}, asked.statutory_counts, asked.told_by_law};
  for (const auto& [name, input] : setup.run.inputs) {
    if (input.kind == InputKind::counted && !input.published.empty()) exempt.published_inputs.insert(name);
  }
  return exempt;
}

}  // namespace eqr::run
