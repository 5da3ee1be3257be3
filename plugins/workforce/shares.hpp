// What the sections of the workforce theme have in common: the staff as an input that can be narrowed, and
// the few expressions that every table is made of.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "eqr/theme.hpp"

namespace eqr::workforce {

// The `staff` input with the dates it is read at. Lives only as long as the context it was made from.
class Staff {
 public:
  Staff(const Context& context, const PeopleInput& input) : m_context(context), m_input(input) {}

  [[nodiscard]] Population everyone() const { return people("staff"); }
  [[nodiscard]] const PeopleInput& input() const { return m_input; }
  [[nodiscard]] bool has_last_year() const { return m_input.has_last_year; }
  // "31 March 2018"
  [[nodiscard]] const std::string& date() const { return m_context.snapshot; }
  [[nodiscard]] const std::string& last_date() const { return m_context.last_snapshot; }
  // "Staff by ethnicity, Hertfordshire County Council, 31 March 2018"
  [[nodiscard]] std::string title(const std::string& what) const;
  // The same with ", compared with 31 March 2017" when last year is there.
  [[nodiscard]] std::string title_of_comparison(const std::string& what) const;

 private:
  const Context& m_context;
  const PeopleInput& m_input;
};

// How a population is narrowed to the people that a row, or a figure, is about.
using Narrowing = std::function<Population(const Population&)>;

[[nodiscard]] Narrowing to_groups(std::string column, std::vector<std::string> groups);
[[nodiscard]] Narrowing to_row(std::string column);

// Percent of all staff: 100 x narrowed / everyone, both at the snapshot of `everyone`.
[[nodiscard]] Expression share_of_all(const Population& everyone, const Narrowing& narrowed);
// Percent of those whose answer to `characteristic` is known.
[[nodiscard]] Expression share_of_declared(const Population& everyone, const Characteristic& characteristic,
                                           const Narrowing& narrowed);

// A figure that is a share of all staff, or a number of people, with last year's where it is known.
[[nodiscard]] Figure share_figure(const Staff& staff, std::string name, std::string title,
                                  const Narrowing& narrowed);
[[nodiscard]] Figure count_figure(const Staff& staff, std::string name, std::string title,
                                  const Narrowing& narrowed);

// "Sexual orientation" inside a sentence: "sexual orientation".
[[nodiscard]] std::string in_sentence(std::string title);

}  // namespace eqr::workforce
