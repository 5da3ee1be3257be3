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
  // pay, over the hourly pay of full-pay relevant employees in `population` (SI 2017/353 Schedule 1)
  mean_pay_gap,    // (men's mean - women's mean) / men's mean, in percent
  median_pay_gap,  // the same of medians
  pay_quarter,     // percentage of quarter `number` (1 lower to 4 upper) whose sex is `column` (female, male)
  // over one operand or several
  sum,         // of all operands
  difference,  // first minus second
  percent_of,  // 100 * first / second
  change,      // first minus second, each first rounded as it is printed (percentage points for percentages)
  ratio,       // first / second
  per_100,     // first for every 100 of second
};

struct Expression {
  Operation operation = Operation::count;
  Population population;
  std::string input;
  std::size_t row = 0;  // the row's number in its document, from 1, as Document gives it
  std::string column;
  std::vector<std::size_t> row_numbers;
  int number = 0;
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

// Gender pay gap: positive when women are paid less. SI 2017/353 Schedule 1 paras 8 and 9.
[[nodiscard]] inline Expression mean_pay_gap(Population who) {
  return detail::of_population(Operation::mean_pay_gap, std::move(who));
}
[[nodiscard]] inline Expression median_pay_gap(Population who) {
  return detail::of_population(Operation::median_pay_gap, std::move(who));
}

// Percentage of a pay quarter (1 = lower … 4 = upper) who are of one sex. SI 2017/353 Schedule 1 para 13.
[[nodiscard]] inline Expression pay_quarter(Population who, int quarter, std::string sex) {
  Expression made = detail::of_population(Operation::pay_quarter, std::move(who));
  made.number = quarter;
  made.column = std::move(sex);
  return made;
}

// A setting of the theme that is a number, such as a target.
[[nodiscard]] inline Expression setting(std::string name) {
  Expression made;
  made.operation = Operation::setting;
  made.column = std::move(name);
  return made;
}

}  // namespace eqr
