// Expressions: how a theme says a number without knowing it.
//
// A theme is written before any record is read and never sees a count of people. It describes each number
// as an expression over questions ("how many staff are in this group?") and over cells of documents. The
// engine asks the questions, protects the answers, and only then evaluates the expressions.
//
//   const Population staff = people("staff");
//   percent_of(count(staff.where("ethnicity", {"minority"})), count(staff))
//
// An expression is a value: copy it, store it, pass it on. It holds no number; a number that a theme
// computed itself cannot be put into one.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace eqr {

// The engine reads people at the snapshot date of the run ("this") and a year before ("last").
enum class Snapshot { this_year, last_year };

// "column in {groups}": the only condition that can be put on people. Groups are ids of the codebook:
// leaf groups (`asian-indian`), or aggregates (`minority`), which stand for the leaf groups they hold.
struct Condition {
  std::string column;
  std::vector<std::string> groups;
  bool of_row = false;  // the group(s) of the table row the expression stands in; `groups` is then empty

  bool operator==(const Condition&) const = default;
};

// Who is counted: an input role, a snapshot and conditions that all hold. One condition a column.
class Population {
 public:
  Population() = default;
  explicit Population(std::string input) : m_input(std::move(input)) {}

  // A copy narrowed to people whose `column` is one of `groups`.
  [[nodiscard]] Population where(std::string column, std::vector<std::string> groups) const {
    Population narrowed = *this;
    narrowed.m_conditions.push_back({std::move(column), std::move(groups), false});
    return narrowed;
  }
  // A copy narrowed to the group of the row it is used in; only inside rows made with each().
  [[nodiscard]] Population where_row(std::string column) const {
    Population narrowed = *this;
    narrowed.m_conditions.push_back({std::move(column), {}, true});
    return narrowed;
  }
  [[nodiscard]] Population last_year() const {
    Population earlier = *this;
    earlier.m_snapshot = Snapshot::last_year;
    return earlier;
  }

  [[nodiscard]] const std::string& input() const { return m_input; }
  [[nodiscard]] Snapshot snapshot() const { return m_snapshot; }
  [[nodiscard]] const std::vector<Condition>& conditions() const { return m_conditions; }

  bool operator==(const Population&) const = default;

 private:
  std::string m_input;
  Snapshot m_snapshot = Snapshot::this_year;
  std::vector<Condition> m_conditions;
};

[[nodiscard]] inline Population people(std::string input) {
  return Population(std::move(input));
}

enum class Operation {
  // leaves
  count,    // people in `population`
  cell,     // one cell of a document: `input`, `row`, `column`
  rows,     // how many rows of a document are listed in `row_numbers` (things, such as assessments)
  setting,  // a setting of the theme, by name in `column`
  // what people in `population` got, in pounds; whose pay it is stands at the functions below
  mean_pay,
  median_pay,
  mean_bonus,
  median_bonus,
  // percentage of pay quarter `number` (1 lower to 4 upper) whose `column` is one of `groups`, of those in
  // `population` whose `column` is one of `among`
  pay_quarter,
  // over one operand or several
  sum,         // of all operands
  difference,  // first minus second
  percent_of,  // 100 * first / second
  change,      // first minus second, each first rounded as it is printed (percentage points for percentages)
  ratio,       // first / second
  per_100,     // first for every 100 of second
  gap,         // 100 * (first - second) / first
  // bounds of the 95% confidence interval of a relative likelihood, of four counts: events and people of the
  // first group, events and people of the second
  likelihood_low,
  likelihood_high,
};

struct Expression {
  Operation operation = Operation::count;
  Population population;
  std::string input;
  std::size_t row = 0;  // the row's number in its document, from 1, as Document gives it
  std::string column;
  std::vector<std::size_t> row_numbers;
  int number = 0;
  std::vector<std::string> groups;  // of `column`, ids of leaf groups or aggregates
  std::vector<std::string> among;   // likewise
  std::vector<Expression> operands;

  bool operator==(const Expression&) const = default;
};

namespace detail {
[[nodiscard]] inline Expression over(Operation operation, std::vector<Expression> operands) {
  Expression made;
  made.operation = operation;
  made.operands = std::move(operands);
  return made;
}
[[nodiscard]] inline Expression of_population(Operation operation, Population population) {
  Expression made;
  made.operation = operation;
  made.population = std::move(population);
  return made;
}
}  // namespace detail

// How many people.
[[nodiscard]] inline Expression count(Population who) {
  return detail::of_population(Operation::count, std::move(who));
}

// 100 x part / whole. Unit: percent. [z] when the whole is nought.
[[nodiscard]] inline Expression percent_of(Expression part, Expression whole) {
  return detail::over(Operation::percent_of, {std::move(part), std::move(whole)});
}

// What is printed now minus what is printed for before, so that a reader's own subtraction agrees.
[[nodiscard]] inline Expression change(Expression now, Expression before) {
  return detail::over(Operation::change, {std::move(now), std::move(before)});
}

// first / second, from unrounded operands. Unit: ratio. [z] when the second is nought.
[[nodiscard]] inline Expression ratio(Expression first, Expression second) {
  return detail::over(Operation::ratio, {std::move(first), std::move(second)});
}

// Events for every 100 people, from unrounded operands.
[[nodiscard]] inline Expression per_100(Expression events, Expression of) {
  return detail::over(Operation::per_100, {std::move(events), std::move(of)});
}

[[nodiscard]] inline Expression sum(std::vector<Expression> of) {
  return detail::over(Operation::sum, std::move(of));
}

[[nodiscard]] inline Expression difference(Expression first, Expression second) {
  return detail::over(Operation::difference, {std::move(first), std::move(second)});
}

// ---- pay ----
//
// Unit: pounds. [z] when nobody got any. Withheld ([c]) when fewer people than the policy's minimum_pay_group
// (10, as the government proposes for ethnicity and disability pay gaps) stand behind it; only the measures
// that SI 2017/353 requires of the whole organisation by sex are published whatever the numbers.

// Mean and median gross hourly pay of the full-pay relevant employees: those not on reduced pay for leave in
// the pay period of the snapshot date. SI 2017/353 Schedule 1 paras 1, 6 and 7. The median of an even number
// of people is the mean of the two in the middle.
[[nodiscard]] inline Expression mean_pay(Population who) {
  return detail::of_population(Operation::mean_pay, std::move(who));
}
[[nodiscard]] inline Expression median_pay(Population who) {
  return detail::of_population(Operation::median_pay, std::move(who));
}

// Mean and median bonus of the relevant employees who got one: the total of the 12 months that end with the
// snapshot date, of those with more than nought. SI 2017/353 Schedule 1 paras 4, 10 and 11.
[[nodiscard]] inline Expression mean_bonus(Population who) {
  return detail::of_population(Operation::mean_bonus, std::move(who));
}
[[nodiscard]] inline Expression median_bonus(Population who) {
  return detail::of_population(Operation::median_bonus, std::move(who));
}

// How much less the compared group gets: 100 x (reference - compared) / reference, from unrounded operands.
// Unit: percent; positive when the compared group gets less, negative when it gets more. [z] when the
// reference is nought or there is nobody on a side; but the statutory gap in bonus pay is 100 where men had
// bonuses and women none, as the government's gender pay gap service has it.
[[nodiscard]] inline Expression gap(Expression reference, Expression compared) {
  return detail::over(Operation::gap, {std::move(reference), std::move(compared)});
}

// Gender gaps, women compared with men. SI 2017/353 Schedule 1 paras 8 to 11. `who` has no condition on sex.
[[nodiscard]] inline Expression mean_pay_gap(const Population& who) {
  return gap(mean_pay(who.where("sex", {"male"})), mean_pay(who.where("sex", {"female"})));
}
[[nodiscard]] inline Expression median_pay_gap(const Population& who) {
  return gap(median_pay(who.where("sex", {"male"})), median_pay(who.where("sex", {"female"})));
}
[[nodiscard]] inline Expression mean_bonus_gap(const Population& who) {
  return gap(mean_bonus(who.where("sex", {"male"})), mean_bonus(who.where("sex", {"female"})));
}
[[nodiscard]] inline Expression median_bonus_gap(const Population& who) {
  return gap(median_bonus(who.where("sex", {"male"})), median_bonus(who.where("sex", {"female"})));
}

// Percentage of a pay quarter (1 = lower … 4 = upper) whose `column` is one of `groups`. The quarters are of
// those in `who` whose `column` is one of `among`, ranked by hourly pay. SI 2017/353 Schedule 1 para 13:
// people on one rate across a boundary keep their proportion on both sides, as far as whole people allow (by
// largest remainder). The group that `among` names first is rounded and the others are what it leaves of 100,
// so that two shares that make a quarter add to 100 as printed.
[[nodiscard]] inline Expression pay_quarter(Population who, int quarter, std::string column,
                                            std::vector<std::string> groups, std::vector<std::string> among) {
  Expression made = detail::of_population(Operation::pay_quarter, std::move(who));
  made.number = quarter;
  made.column = std::move(column);
  made.groups = std::move(groups);
  made.among = std::move(among);
  return made;
}

// The statutory one: the share of women or men ("female", "male") among those recorded as either.
[[nodiscard]] inline Expression pay_quarter(Population who, int quarter, std::string sex) {
  return pay_quarter(std::move(who), quarter, "sex", {std::move(sex)}, {"female", "male"});
}

// ---- how sure a relative likelihood is ----

// The bounds of the 95% confidence interval of (events / people) / (other_events / other_people), by the
// logarithm of the ratio (Katz and others, Biometrics 34, 1978):
//   exp(ln(ratio) -+ 1.959964 x sqrt(1/events - 1/people + 1/other_events - 1/other_people)).
// Unit: ratio. All four are counts. [z] when one is nought or there are more events than people. The one
// measure that is worked out in floating point, and rounded once, to the places printed.
[[nodiscard]] inline Expression likelihood_low(Expression events, Expression people_there,
                                               Expression other_events, Expression other_people) {
  return detail::over(Operation::likelihood_low, {std::move(events), std::move(people_there),
                                                  std::move(other_events), std::move(other_people)});
}
[[nodiscard]] inline Expression likelihood_high(Expression events, Expression people_there,
                                                Expression other_events, Expression other_people) {
  return detail::over(Operation::likelihood_high, {std::move(events), std::move(people_there),
                                                   std::move(other_events), std::move(other_people)});
}

// A setting of the theme that is a number, such as a target.
[[nodiscard]] inline Expression setting(std::string name) {
  Expression made;
  made.operation = Operation::setting;
  made.column = std::move(name);
  return made;
}

}  // namespace eqr
