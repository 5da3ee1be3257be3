#include "run/run_record.hpp"

#include <nlohmann/json.hpp>

#include "calendar/date.hpp"
#include "digests/sha256.hpp"
#include "eqr/version.h"
#include "run/policy_settings.hpp"
#include "run/version.hpp"
#include "tallies/answers.hpp"

namespace eqr::run {
namespace {

using Json = nlohmann::ordered_json;

Json inputs_of(const RecordedRun& run, bool observed) {
  Json list = Json::array();
  for (const auto* record : {&run.received.record, &run.counted.record}) {
    for (const ReceivedInput& input : *record) {
      if (observed) {
        if (!input.fetched_at.empty())
          list.push_back({{"file", input.file}, {"fetched_at", input.fetched_at}});
        continue;
      }
      list.push_back({{"input", input.input},
                      {"file", input.file},
                      {"bytes", input.size},
                      {input.by_blocks ? "sha256-8MiB" : "sha256", input.sha256}});
    }
  }
  return list;
}

Json people_of(const Counted& counted) {
  // How the rows of an extract were treated. Numbers of rows, of the whole extract: these stay private.
  Json files = Json::array();
  for (const auto& [input, file, findings] : counted.findings) {
    Json excluded = Json::object(), blanks = Json::object(), treated = Json::array();
    for (const problems::Problem& problem : findings.treated) {
      treated.push_back({{"line", problem.place.line},
                         {"column", problem.place.column},
                         {"what", problem.message},
                         {"treatment", problem.hint}});
    }
    for (const auto& [reason, people] : findings.excluded) excluded[reason] = people;
    for (const auto& [heading, cells] : findings.blanks) blanks[heading] = cells;
    files.push_back({{"input", input},
                     {"file", file},
                     {"notes", findings.notes},
                     {"rows", findings.rows},
                     {"repeated_rows", findings.repeated},
                     {"left_out", findings.left_out},
                     {"not_in_post", findings.not_in_post},
                     {"excluded", std::move(excluded)},
                     {"people_counted", findings.counted},
                     {"blank_cells", std::move(blanks)},
                     {"people_counted_last_year", findings.counted_last},
                     {"events_of_unknown_people", findings.unknown_people},
                     {"without_hourly_rate", findings.without_rate},
                     {"findings", std::move(treated)}});
  }
  return files;
}

Json themes_of(const RecordedRun& run) {
  Json list = Json::array();
  for (std::size_t i = 0; i < run.setup.themes.size(); ++i) {
    const PlannedTheme& theme = run.setup.themes[i];
    const themes::DraftOutcome& outcome = run.drafted.outcomes[i];
    Json entry{{"id", theme.settings.id},
               {"plugin", theme.settings.plugin},
               {"version", theme.plugin.manifest ? theme.plugin.manifest->version : ""},
               {"sha256", theme.plugin.sha256},
               {"pinned", theme.plugin.pinned},
               {"outcome", themes::word(outcome.reason)}};
    if (!outcome.ok()) entry["detail"] = outcome.detail;
    if (!outcome.log.empty()) entry["log"] = outcome.log;
    list.push_back(std::move(entry));
  }
  return list;
}

Json tallies_of(const tallies::Questions& questions) {
  Json list = Json::array();
  for (const tallies::Tally& tally : tallies::tallies_for(questions))
    list.push_back(tallies::in_words(tally));
  return list;
}

Json observed_of(const RecordedRun& run) {
  Json stages = Json::array(), themes = Json::array();
  for (const auto& [stage, seconds] : run.progress.seconds())
    stages.push_back({{"stage", stage}, {"seconds", seconds}});
  for (const themes::DraftOutcome& outcome : run.drafted.outcomes) {
    themes.push_back({{"id", outcome.theme}, {"seconds", outcome.seconds}, {"peak_kb", outcome.peak_kb}});
  }
  return {{"stages", std::move(stages)}, {"themes", std::move(themes)}, {"fetched", inputs_of(run, true)}};
}

}  // namespace

std::string run_record(const RecordedRun& run) {
  Json outputs = Json::array(), gaps = Json::array();
  for (const auto& [name, bytes] : run.files) {
    outputs.push_back({{"file", name}, {"bytes", bytes.size()}, {"sha256", digests::sha256_of(bytes)}});
  }
  for (const report::Gap& gap : run.report.gaps) {
    gaps.push_back({{"what", gap.what}, {"reason", gap.reason}, {"owner", gap.owner}, {"due", gap.due}});
  }
  const Json record{{"format", "eqr.run-record/1"},
                    {"program", version},
                    {"sdk", EQR_SDK_VERSION},
                    {"run_file", run.setup.run.name},
                    {"template", run.setup.report_template.name},
                    {"snapshot", calendar::iso_text(run.setup.run.report.snapshot)},
                    {"policy", policy_in_json(run.setup.run)},
                    {"draft", run.report.is_draft},
                    {"inputs", inputs_of(run, false)},
                    {"people", people_of(run.counted)},
                    {"themes", themes_of(run)},
                    {"asked_of_people", tallies_of(run.asked.questions)},
                    {"withheld", run.withheld},
                    {"missing", std::move(gaps)},
                    {"outputs", std::move(outputs)},
                    {"observed", observed_of(run)}};
  return record.dump(2) + "\n";
}

}  // namespace eqr::run
