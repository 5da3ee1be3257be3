#include "run/counting.hpp"

#include "inputs/people_file.hpp"
#include "people/counted.hpp"
#include "people/tally.hpp"

namespace eqr::run {
namespace {

using tallies::Snapshot;

calendar::Date day_of(const RunFile& run, Snapshot snapshot) {
  if (snapshot == Snapshot::this_year) return run.report.snapshot;
  return run.report.last_snapshot.value_or(calendar::Date{run.report.snapshot.year() - std::chrono::years{1},
                                                          run.report.snapshot.month(),
                                                          run.report.snapshot.day()});
}

void read_extract(const Setup& setup, const InputSettings& input, Snapshot snapshot, const std::string& name,
                  const tallies::Questions& questions, Counted& counted) {
  inputs::PeopleFile file(inputs::file_location(name, setup.run.folder));
  const persons::Occasion occasion{input.name, snapshot, day_of(setup.run, snapshot), name};
  persons::Findings findings;
  counted.answers.add(
      persons::answer(setup.codebooks.at(input.name), occasion, file.stream(), questions, findings));
  const inputs::Received received = file.finish();
  counted.findings[name] = findings;
  counted.record.push_back({input.name, received.name, received.sha256, received.size, ""});
}

}  // namespace

Counted count(const Setup& setup, const Received& received, const tallies::Questions& questions) {
  Counted counted;
  for (const auto& [name, input] : setup.run.inputs) {
    if (input.kind == InputKind::people) {
      read_extract(setup, input, Snapshot::this_year, input.file, questions, counted);
      if (!input.last_year_file.empty()) {
        read_extract(setup, input, Snapshot::last_year, input.last_year_file, questions, counted);
      }
    } else if (input.kind == InputKind::counted) {
      for (const Snapshot snapshot : {Snapshot::this_year, Snapshot::last_year}) {
        counted.answers.add(
            persons::answer(setup.codebooks.at(name), received.counted.at(name), name, snapshot, questions));
      }
    }
  }
  return counted;
}

}  // namespace eqr::run
