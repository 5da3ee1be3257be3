#include "run/counting.hpp"

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
  std::vector<problems::Problem> faults;
  const auto read = [&](const InputSettings& input, Snapshot snapshot, const std::string& file) {
    try {
      if (!file.empty()) read_extract(setup, input, snapshot, file, questions, counted);
    } catch (const problems::Fault& fault) {
      faults.insert(faults.end(), fault.problems().begin(), fault.problems().end());
    }
  };
  for (const auto& [name, input] : setup.run.inputs) {
    if (input.kind == InputKind::people) {
      read(input, Snapshot::this_year, input.file);
      read(input, Snapshot::last_year, input.last_year_file);
    } else if (input.kind == InputKind::counted) {
      for (const Snapshot snapshot : {Snapshot::this_year, Snapshot::last_year}) {
        counted.answers.add(
            persons::answer(setup.codebooks.at(name), received.counted.at(name), name, snapshot, questions));
      }
    }
  }
  problems::throw_if_any(problems::Cost::nothing_written, std::move(faults));
  return counted;
}

disclosure::Exempt exempt(const Setup& setup, const measures::Asked& asked) {
  disclosure::Exempt exempt{asked.statutory_pay, {}, asked.statutory_counts};
  for (const auto& [name, input] : setup.run.inputs) {
    if (input.kind == InputKind::counted && !input.published.empty()) exempt.published_inputs.insert(name);
  }
  return exempt;
}

}  // namespace eqr::run
