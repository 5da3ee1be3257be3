#include "people/pass/rate_of_pay.hpp"

namespace eqr::persons {
namespace {

__extension__ using Wide = __int128;

}  // namespace

void PaidInPeriod::add(AmountCode amount, std::int64_t& sum) {
  if (amount == blank_amount) return;
  if (amount < 0) {
    m_fault = amount;
    return;
  }
  m_paid = true;
  sum += amount;
}

void PaidInPeriod::add_hours(AmountCode hours) {
  if (hours == blank_amount) return;
  if (hours < 0) {
    m_fault = hours;
    return;
  }
  m_hours += hours;
  ++m_weeks;
}

AmountCode PaidInPeriod::hourly(const PayElements& elements) const {
  if (m_fault != 0) return m_fault;
  if (!m_paid || m_weeks == 0) return blank_amount;
  if (m_hours == 0) return 0;  // paid for no hours: told as no rate at all
  // Amounts are at most 10^14, periods of days 36,525 hundredths: all products stay below 10^27.
  const Wide period = elements.period_hundredths;
  const Wide bonus_period = elements.bonus_hundredths == 0 ? period : Wide{elements.bonus_hundredths};
  const Wide above = (m_ordinary * bonus_period + m_bonus * period) * 7 * 100 * 10'000 * m_weeks;
  const Wide below = bonus_period * period * m_hours;
  const Wide rate = (2 * above + below) / (2 * below);
  return rate > greatest_rate ? too_great : static_cast<AmountCode>(rate);
}

}  // namespace eqr::persons
