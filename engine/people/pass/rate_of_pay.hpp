// Hourly pay, exact to a ten-thousandth of a pound: no binary fraction comes between a payroll and a median.
#pragma once

#include <cstddef>
#include <cstdint>

#include "people/codebook.hpp"
#include "people/pass/cells.hpp"

namespace eqr::persons {

// A million pounds an hour: beyond it a column was mistaken for another.
inline constexpr AmountCode greatest_rate = 10'000'000'000;

// A fault of the element in this place, counted from 0 through ordinary pay, hours and bonus pay. Still below
// nought, and told from faults of a rate.
[[nodiscard]] constexpr AmountCode fault_of_element(AmountCode fault, std::size_t element) {
  return fault - 16 * (static_cast<AmountCode>(element) + 1);
}
[[nodiscard]] constexpr bool is_of_element(AmountCode fault) {
  return fault < -16;
}
[[nodiscard]] constexpr std::size_t element_of(AmountCode fault) {
  return static_cast<std::size_t>(-fault / 16 - 1);
}
[[nodiscard]] constexpr AmountCode fault_in_element(AmountCode fault) {
  return -(-fault % 16);
}

// What one person was paid in the pay period that holds the snapshot, and for how many hours a week. SI
// 2017/353 Schedule 1 paras 6 and 7.
class PaidInPeriod {
 public:
  // A blank element was not paid.
  void add_ordinary(AmountCode amount) { add(amount, m_ordinary); }
  void add_bonus(AmountCode amount) { add(amount, m_bonus); }
  // A blank week had no hours and does not count towards the mean.
  void add_hours(AmountCode hours);

  // The rate, rounded half away from zero; or why there is none. Without any pay, or without hours, blank.
  [[nodiscard]] AmountCode hourly(const PayElements& elements) const;

 private:
  void add(AmountCode amount, std::int64_t& sum);

  std::int64_t m_ordinary = 0, m_bonus = 0, m_hours = 0;
  std::int64_t m_weeks = 0;
  bool m_paid = false;
  AmountCode m_fault = 0;
};

}  // namespace eqr::persons
