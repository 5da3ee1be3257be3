// Named measures: what reports of this field state, as functions that compose expressions.
//
//   draft.figures.push_back({"turnover", "Staff turnover", turnover(people("staff")), std::nullopt,
//                            one_place_percent, ""});
//
// Each says its definition and where that comes from. Nothing here computes: a measure is an expression like
// any other, its counts are protected, and it is rounded once, in print. A measure of a withheld count is
// withheld ([c]), one of a base of nobody is not applicable ([z]).
//
// Columns that the engine derives, and their groups:
//   movement          stayed, started, left, started-and-left: in the year that ends with the snapshot
//                     date. A population without a condition on it is everybody in post: stayed and started
//   full-pay          relevant, not-relevant, rate-not-known: SI 2017/353 Schedule 1 para 1
//   bonus             received, not-received: in the 12 months that end with the snapshot date
//   apprentice-start  in-period, before, none: when the apprenticeship agreement began
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr {

// ---- shares ----

// 100 x part / whole, both at their own snapshot. Unit: percent.
[[nodiscard]] inline Expression share_of(Population part, Population whole) {
  return percent_of(count(std::move(part)), count(std::move(whole)));
}

// Of everybody, those without an answer included: the basis of the Public Sector Equality Duty's profiles.
[[nodiscard]] inline Expression share_of_all(const Population& everyone, const std::string& column,
                                             std::vector<std::string> groups) {
  return share_of(everyone.where(column, std::move(groups)), everyone);
}

// Of those whose answer is known: undeclared groups ("not stated", "prefer not to say") stand on neither
// side.
[[nodiscard]] inline Expression share_of_declared(const Population& everyone,
                                                  const Characteristic& characteristic,
                                                  std::vector<std::string> groups) {
  return share_of(everyone.where(characteristic.id, std::move(groups)),
                  everyone.where(characteristic.id, characteristic.declared_groups()));
}

// 100 x those whose answer is known / everybody. Unit: percent.
[[nodiscard]] inline Expression declaration_rate(const Population& everyone,
                                                 const Characteristic& characteristic) {
  return share_of_all(everyone, characteristic.id, characteristic.declared_groups());
}

// A share against that of a population it is compared with, such as residents of working age: both shares in
// percent. The difference is of the shares as printed, the ratio of the unrounded ones (1 is as represented).
struct Representation {
  Expression difference;  // unit: percentage points
  Expression ratio;       // unit: ratio
};
[[nodiscard]] inline Representation representation(const Expression& share_here,
                                                   const Expression& benchmark) {
  return {change(share_here, benchmark), ratio(share_here, benchmark)};
}

// ---- joining and leaving ----

[[nodiscard]] inline Population leavers(const Population& who) {
  return who.where("movement", {"left", "started-and-left"});
}
[[nodiscard]] inline Population starters(const Population& who) {
  return who.where("movement", {"started", "started-and-left"});
}
// Those in post a year before the snapshot date, from the same records.
[[nodiscard]] inline Population in_post_before(const Population& who) {
  return who.where("movement", {"stayed", "left"});
}

namespace detail {
// 100 x moved / the average of the headcounts at both ends of the year, written with whole numbers as
// 100 x (moved + moved) / (headcount now + headcount before).
[[nodiscard]] inline Expression of_average_headcount(const Population& moved, const Population& who) {
  return percent_of(sum({count(moved), count(moved)}), sum({count(who), count(in_post_before(who))}));
}
}  // namespace detail

// Leavers in the year / average headcount of both ends of it. Unit: percent. The usual crude turnover (CIPD,
// "Employee turnover and retention").
[[nodiscard]] inline Expression turnover(const Population& who) {
  return detail::of_average_headcount(leavers(who), who);
}
// Starters in the year / average headcount of both ends of it. Unit: percent.
[[nodiscard]] inline Expression starters_rate(const Population& who) {
  return detail::of_average_headcount(starters(who), who);
}

// ---- stages and events ----

// What happened to how many of how many: appointed of shortlisted, disciplined of employed.
struct Chance {
  Expression events;
  Expression people;
};

// 100 x events / people: the success rate of a stage. Unit: percent.
[[nodiscard]] inline Expression success_rate(Expression events, Expression people_there) {
  return percent_of(std::move(events), std::move(people_there));
}

// Events for every 100 staff.
[[nodiscard]] inline Expression per_100_staff(Expression events, Population staff) {
  return per_100(std::move(events), count(std::move(staff)));
}

// Which rate is divided by which. The same pair of rates is published both ways round (the NHS standard puts
// white over minority for appointments, the social care standard minority over white): say it in the title.
enum class Direction { reference_over_group, group_over_reference };

// One rate over the other, from unrounded rates. Unit: ratio; 1 is as likely.
[[nodiscard]] inline Expression relative_likelihood(Expression group_rate, Expression reference_rate,
                                                    Direction direction) {
  return direction == Direction::group_over_reference
             ? ratio(std::move(group_rate), std::move(reference_rate))
             : ratio(std::move(reference_rate), std::move(group_rate));
}
// From the counts: never from rounded rates. [z] when nobody in the group divided by had the event.
[[nodiscard]] inline Expression relative_likelihood(const Chance& group, const Chance& reference,
                                                    Direction direction) {
  return relative_likelihood(ratio(group.events, group.people), ratio(reference.events, reference.people),
                             direction);
}

// The 95% confidence interval of relative_likelihood(), see likelihood_low(). One that holds 1 does not show
// a difference.
struct LikelihoodInterval {
  Expression low;
  Expression high;
};
[[nodiscard]] inline LikelihoodInterval likelihood_interval(const Chance& group, const Chance& reference,
                                                            Direction direction) {
  const bool group_first = direction == Direction::group_over_reference;
  const Chance& first = group_first ? group : reference;
  const Chance& second = group_first ? reference : group;
  return {likelihood_low(first.events, first.people, second.events, second.people),
          likelihood_high(first.events, first.people, second.events, second.people)};
}

// ---- pay ----

// 100 x those with a bonus / all relevant employees of the group, whether on full pay or not. Unit: percent.
// SI 2017/353 Schedule 1 para 12 for women and men.
[[nodiscard]] inline Expression bonus_proportion(const Population& group) {
  return share_of(group.where("bonus", {"received"}), group);
}
[[nodiscard]] inline Expression bonus_proportion(const Population& who, std::string sex) {
  return bonus_proportion(who.where("sex", {std::move(sex)}));
}

// The four gaps of any characteristic: `compared` against `reference`, such as minority against white or
// disabled against not disabled. The measures that the government proposes for ethnicity and disability (CP
// 1542, March 2026) are those of SI 2017/353. Undeclared staff stand on neither side.
struct Gaps {
  Expression mean_pay, median_pay, mean_bonus, median_bonus;
};
[[nodiscard]] inline Gaps gaps_between(const Population& reference, const Population& compared) {
  return {gap(mean_pay(reference), mean_pay(compared)), gap(median_pay(reference), median_pay(compared)),
          gap(mean_bonus(reference), mean_bonus(compared)),
          gap(median_bonus(reference), median_bonus(compared))};
}

}  // namespace eqr
