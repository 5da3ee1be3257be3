#include "run/final_edition.hpp"

namespace eqr::run {

using problems::Cost;
using problems::Problem;

std::vector<report::Gap> gaps_of(const Setup& setup, const Received& received, const Drafted& drafted) {
  std::vector<report::Gap> gaps = received.facts_gaps;
  if (received.logo_gap) gaps.push_back(*received.logo_gap);
  for (const auto& [id, narrative] : received.narratives) {
    if (!narrative.narrative) {
      gaps.push_back({"Text: " + report::heading_of_narrative(setup.report_template, id),
                      narrative.missing_because, narrative.owner, narrative.due});
      continue;
    }
    for (const report::NarrativeBlock& block : narrative.narrative->blocks) {
      if (!block.image) continue;
      const report::PictureMaterial& picture = received.pictures.at(block.image->file);
      if (!picture.image) gaps.push_back(report::gap_of(*block.image, picture, narrative));
    }
  }
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (!theme.statement) gaps.push_back({theme.title, theme.missing_because, theme.owner, ""});
    gaps.insert(gaps.end(), theme.input_gaps.begin(), theme.input_gaps.end());
  }
  return gaps;
}

std::vector<Problem> problems_of(const Received& received, const Drafted& drafted) {
  std::vector<Problem> problems = received.problems;
  for (const report::ThemeMaterial& theme : drafted.themes) {
    if (!theme.statement)
      problems.push_back({{"theme \"" + theme.id + '"', 0, 0, ""}, theme.missing_because, ""});
  }
  return problems;
}

std::vector<Problem> findings_of(const Setup& setup, const Received& received) {
  std::vector<Problem> findings = setup.design.findings;
  findings.insert(findings.end(), received.findings.begin(), received.findings.end());
  return findings;
}

void check_final(const Setup& setup, const report::Report& report) {
  std::vector<Problem> problems;
  for (const report::Gap& gap : report.gaps) {
    problems.push_back({{setup.run.name, 0, 0, ""},
                        "the report is not complete: " + gap.what + ": " + gap.reason,
                        gap.owner.empty() ? "" : "ask " + gap.owner});
  }
  for (const PlannedTheme& theme : setup.themes) {
    if (theme.plugin.pinned) continue;
    problems.push_back(
        {theme.settings.place, "plugin \"" + theme.settings.plugin + "\" is not pinned",
         "a final report names what it ran: sha256 = \"" + theme.plugin.sha256 + "\" under its [[themes]]"});
  }
  for (const Problem& finding : setup.design.findings)
    problems.push_back({finding.place, finding.message, "choose colours that are further apart"});
  problems::throw_if_any(Cost::nothing_written, std::move(problems));
}

}  // namespace eqr::run
