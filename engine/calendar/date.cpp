#include "calendar/date.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace eqr::calendar {
namespace {

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || text.front() == '-') return std::nullopt;
  return value;
}

std::optional<Date> checked(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = digits(year), m = digits(month), d = digits(day);
  if (!y || !m || !d || *y == 0) return std::nullopt;
  const Date date{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                  std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10) return std::nullopt;
  if (text[4] == '-' && text[7] == '-')
    return checked(text.substr(0, 4), text.substr(5, 2), text.substr(8, 2));
  const char mark = text[2];
  if ((mark == '/' || mark == '.' || mark == '-') && text[5] == mark) {
    return checked(text.substr(6, 4), text.substr(3, 2), text.substr(0, 2));
  }
  return std::nullopt;
}

std::string iso_text(Date date) {
  std::array<char, 32> written{};
  std::snprintf(written.data(), written.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return written.data();
}

std::string long_text(Date date) {
  const auto month = static_cast<unsigned>(date.month());
  return std::to_string(static_cast<unsigned>(date.day())) + ' ' + std::string(month_names.at(month - 1)) +
         ' ' + std::to_string(static_cast<int>(date.year()));
}

int age_at(Date born, Date day) {
  int years = static_cast<int>(day.year()) - static_cast<int>(born.year());
  const bool before_birthday =
      day.month() < born.month() || (day.month() == born.month() && day.day() < born.day());
  if (before_birthday) --years;
  return years;
}

}  // namespace eqr::calendar
