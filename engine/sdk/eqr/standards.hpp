// Measures as public standards define them, composed of those in eqr/measures.hpp:
// - the public sector apprenticeship target, SI 2017/513 (period from 1 April to 31 March);
// - the Workforce Race Equality Standard of the NHS (NHS England, technical guidance), indicators 1 to 4 and
// 9;
// - the Social Care Workforce Race Equality Standard (Skills for Care), the metrics that records can answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eqr/measures.hpp"

namespace eqr {

// ---- apprenticeships ----

// Where an input says who is an apprentice. The columns are ids of the codebook.
struct ApprenticeColumns {
  std::string apprentice = "apprentice";                  // column, and
  std::vector<std::string> apprentices = {"apprentice"};  // its groups that are apprentices
  std::string start = "apprentice-start";                 // leaves in-period, before, none
};

// The nine figures of a data publication under SI 2017/513, by the letters under which bodies publish them.
// Headcounts, not full-time equivalents. `employees` are the body's employees in England.
struct ApprenticeshipMeasures {
  Expression a;  // employees whose employment began in the period, whether or not they are still there
  Expression b;  // apprentices whose agreement began in the period: new employees and existing ones
  Expression c;  // employees at the end of the period
  Expression d;  // apprentices at the end of the period
  Expression e;  // 100 x b / a
  Expression f;  // 100 x d / c
  Expression g;  // apprentices immediately before the period: agreement begun before it, in post then
  Expression h;  // employees on the day before the period
  Expression i;  // 100 x b / h: what the target of 2.3% is about
};
[[nodiscard]] inline ApprenticeshipMeasures apprenticeship_measures(const Population& employees,
                                                                    const ApprenticeColumns& columns = {}) {
  const Population ever = employees.where("movement", {"stayed", "started", "left", "started-and-left"});
  const Expression began = count(starters(employees));
  const Expression new_apprentices = count(ever.where(columns.start, {"in-period"}));
  const Expression at_end = count(employees);
  const Expression apprentices_at_end = count(employees.where(columns.apprentice, columns.apprentices));
  const Expression before = count(in_post_before(employees));
  return {began,
          new_apprentices,
          at_end,
          apprentices_at_end,
          percent_of(new_apprentices, began),
          percent_of(apprentices_at_end, at_end),
          count(in_post_before(employees).where(columns.start, {"before"})),
          before,
          percent_of(new_apprentices, before)};
}

// ---- race equality at work ----

// Indicator 1 (NHS) and metric 1 (social care): the share of a group among staff in a pay band, beside its
// share of the whole workforce. Unit: percent, of everybody, unknown ethnicity included.
struct BandShare {
  Expression in_band;
  Expression overall;
};
[[nodiscard]] inline BandShare race_indicator_1(const Population& workforce, const std::string& band_column,
                                                std::vector<std::string> bands,
                                                const std::string& ethnicity_column,
                                                const std::vector<std::string>& minority) {
  return {share_of_all(workforce.where(band_column, std::move(bands)), ethnicity_column, minority),
          share_of_all(workforce, ethnicity_column, minority)};
}

// The NHS standard. Minority means what it calls BME, white what it calls White (with White minorities);
// staff of unknown ethnicity stand on neither side. Unit: ratio, 2 places; 1.00 is equity.
namespace nhs_wres {
// Indicator 2: white over minority, appointed from shortlisting. Above 1 favours white applicants.
[[nodiscard]] inline Expression indicator_2(const Chance& minority, const Chance& white) {
  return relative_likelihood(minority, white, Direction::reference_over_group);
}
// Indicator 3: minority over white, entering the formal disciplinary process.
[[nodiscard]] inline Expression indicator_3(const Chance& minority, const Chance& white) {
  return relative_likelihood(minority, white, Direction::group_over_reference);
}
// Indicator 4: white over minority, taking up non-mandatory training and development.
[[nodiscard]] inline Expression indicator_4(const Chance& minority, const Chance& white) {
  return relative_likelihood(minority, white, Direction::reference_over_group);
}
// Indicator 9: minority share of the board less its share of the workforce, as printed. Unit: percentage
// points.
[[nodiscard]] inline Expression indicator_9(const Expression& share_of_board,
                                            const Expression& share_of_workforce) {
  return change(share_of_board, share_of_workforce);
}
}  // namespace nhs_wres

// The social care standard: every ratio is minority over white, so that 0.5 reads "half as likely".
namespace social_care_wres {
enum class Event {
  appointed_from_shortlist,  // metric 2, in the last 12 months
  formal_disciplinary,       // metric 3
  fitness_to_practise,       // metric 4, of regulated professionals
  training,                  // metric 5
  left,                      // metric 8
};
// Always minority over white; the NHS standard turns metrics 2 and 5 round.
[[nodiscard]] constexpr Direction direction_of(Event /*event*/) {
  return Direction::group_over_reference;
}
[[nodiscard]] inline Expression metric(Event event, const Chance& minority, const Chance& white) {
  return relative_likelihood(minority, white, direction_of(event));
}
// Metric 8 from records: who left in the year, of those in post at its beginning or started in it.
[[nodiscard]] inline Chance leaving(const Population& group) {
  return {count(leavers(group)),
          count(group.where("movement", {"stayed", "started", "left", "started-and-left"}))};
}
// Metric 9: the minority share of senior managers. Unit: percent.
[[nodiscard]] inline Expression senior_managers(const Population& senior, const std::string& ethnicity_column,
                                                const std::vector<std::string>& minority) {
  return share_of_all(senior, ethnicity_column, minority);
}
}  // namespace social_care_wres

}  // namespace eqr
