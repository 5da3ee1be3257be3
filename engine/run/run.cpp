#include "run/run.hpp"

#include <optional>
#include <utility>

#include "measures/evaluate.hpp"
#include "report/assemble.hpp"
#include "report/pay_gap_check.hpp"
#include "run/companions.hpp"
#include "run/counting.hpp"
#include "run/drafting.hpp"
#include "run/final_edition.hpp"
#include "run/front.hpp"
#include "run/log_file.hpp"
#include "run/output_folder.hpp"
#include "run/outputs.hpp"
#include "run/placeholders.hpp"
#include "run/protection.hpp"
#include "run/receive.hpp"
#include "run/run_file.hpp"
#include "run/run_record.hpp"
#include "run/telling.hpp"

namespace eqr::run {

namespace {

void tell(const std::vector<problems::Problem>& problems, Outcome& outcome) {
  outcome.problems.insert(outcome.problems.end(), problems.begin(), problems.end());
}

}  // namespace

Outcome run(const Options& options, Progress& progress) {
  using problems::Cost, problems::throw_if_any;
  Outcome outcome;

  progress.stage("reading settings");
  const Setup setup = set_up(read_run_file(options.run_file), options.installation);
  for (const auto& [name, input] : setup.run.inputs) outcome.inputs.push_back(input);
  for (const auto& [name, codebook] : setup.codebooks) {
    for (const auto& exclusion : codebook.exclusions) outcome.left_out.emplace_back(name, exclusion.reason);
  }
  std::optional<OutputFolder> folder;
  if (options.until == Until::files) {
    folder.emplace(options.out, options.out, setup.run.report.slug,
                   options.final_edition ? Edition::published : Edition::draft);
    log_to_file(*options.log, folder->private_folder());
  }

  progress.stage("fetching inputs");
  const Received received = receive(setup, options.offline);
  throw_if_any(Cost::settings, check_declared(setup, received));

  progress.stage("drafting themes");
  const Drafted drafted = write_drafts(setup, received, options.installation, options.jobs);
  throw_if_any(Cost::settings, check_delivered(drafted.themes, received));
  const measures::Asked asked = questions_of(drafted, received, setup.earlier);
  outcome.tallies = tallies::tallies_for(asked.questions);
  outcome.gaps = gaps_of(setup, received, drafted);
  outcome.problems = problems_of(received, drafted);
  outcome.findings = findings_of(setup, received);
  if (options.until == Until::questions) return outcome;

  progress.stage("counting people");
  const Counted counted = count(setup, received, asked.questions);
  for (const auto& [input, file, findings] : counted.findings) tell(findings.treated, outcome);
  if (options.until == Until::people) return outcome;

  progress.stage("protecting counts");
  const disclosure::Protected safe = protect(setup, received, asked, counted);
  std::vector<disclosure::Suggestion> merges;
  if (!options.final_edition && safe.certificate.withheld.size() >= disclosure::fewest_saved)
    merges = suggested_merges(setup, received, asked, counted);
  for (const disclosure::Suggestion& merge : merges) outcome.advice.push_back(in_words(merge, setup));
  for (problems::Problem& idle : idle_rules(setup, safe.certificate))
    outcome.advice.push_back(std::move(idle));

  progress.stage("putting the report together");
  const measures::Evaluator evaluator(received.inputs, safe.answers);
  const report::Material material = material_of(setup, received, drafted, counted, !options.final_edition);
  report::Report report = report::assemble(setup.report_template, material, received.inputs, evaluator);
  report.told = told(drafted, received, asked, safe.answers, setup.run.policy, evaluator);
  outcome.gaps = report.gaps;
  const int year = static_cast<int>(setup.run.report.snapshot.year());
  tell(report::pay_gap_problems(drafted.themes, evaluator, year), outcome);
  if (options.final_edition) check_final(setup, report);

  progress.stage("writing files");
  Files files =
      render_all(report, setup.page, {setup.run.has_chart_sheets}, *setup.fonts, folder->work_folder());
  if (auto problem = undrawable(files, *setup.fonts)) outcome.findings.push_back(std::move(*problem));
  check_rounding(setup, files.at("report.json"));
  const std::vector<CheckedFile> checked = check_accessibility(files);
  add_companions(report, setup.page, checked, files);
  progress.finish();
  const RecordedRun recorded{setup,  received, drafted, asked, counted, safe.certificate.withheld.size(),
                             report, files,    progress};
  folder->publish(files,
                  {{"run-record.json", run_record(recorded)},
                   {"disclosure.json", certificate_in_json(safe.certificate, merges, setup.run,
                                                           progress.seconds_of("protecting counts"))}});
  for (const auto& [name, bytes] : files) outcome.files.push_back((folder->edition_folder() / name).string());
  return outcome;
}

}  // namespace eqr::run
