#include "tabular/xlsx_formats.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

#include "calendar/date.hpp"

namespace eqr::tabular {
namespace {

constexpr std::int64_t seconds_in_day = 86'400;
constexpr std::string_view blanks = " \t\r\n";

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool only(std::string_view text, char letter) {
  for (const char c : text) {
    if (lower(c) != letter) return false;
  }
  return !text.empty();
}

void append_two(std::string& text, std::int64_t number) {
  text += static_cast<char>('0' + number / 10);
  text += static_cast<char>('0' + number % 10);
}

void append_time(std::string& text, std::int64_t second) {
  append_two(text, second / 3600);
  text += ':';
  append_two(text, second / 60 % 60);
  text += ':';
  append_two(text, second % 60);
}

// A day of the 1900 system; 1 to 2958465.
std::string day_text(std::int64_t day) {
  if (day == 60) return "1900-02-29";
  // From March 1900 on the count is one ahead of the calendar.
  const auto real = std::chrono::days(day < 60 ? day : day - 1);
  return calendar::iso_text(std::chrono::sys_days(std::chrono::year(1899) / 12 / 31) + real);
}

}  // namespace

NumberKind builtin_format_kind(int id) {
  if ((id >= 18 && id <= 21) || id == 45 || id == 47) return NumberKind::time;
  // 27 to 36 and 50 to 58 are dates in East Asian editions and unused elsewhere.
  const bool is_date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return is_date ? NumberKind::date : NumberKind::number;
}

NumberKind format_kind(std::string_view code) {
  bool month_or_minute = false;
  bool day_or_year = false;
  bool hour_or_second = false;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const std::string_view rest = code.substr(i);
    switch (lower(code[i])) {
      case '"':
      case '[': {
        const std::size_t end = rest.find(code[i] == '[' ? ']' : '"', 1);
        const std::string_view inside = rest.substr(1, end == std::string_view::npos ? end : end - 1);
        if (code[i] == '[' && (only(inside, 'h') || only(inside, 'm') || only(inside, 's')))
          return NumberKind::number;
        if (end == std::string_view::npos)
          i = code.size() - 1;
        else
          i += end;
        break;
      }
      case '\\':  // the next character is written as it is,
      case '_':   // left out as a blank of its width,
      case '*':   // or repeated
        ++i;
        break;
      case 'a':
        if (rest.size() >= 5 && lower(rest[1]) == 'm' && rest[2] == '/' && lower(rest[4]) == 'm') i += 4;
        break;
      case 'm':
        month_or_minute = true;
        break;
      case 'd':
      case 'y':
        day_or_year = true;
        break;
      case 'h':
      case 's':
        hour_or_second = true;
        break;
      default:
        break;
    }
  }
  if (day_or_year || (month_or_minute && !hour_or_second)) return NumberKind::date;
  return hour_or_second ? NumberKind::time : NumberKind::number;
}

void append_moment(std::string& text, double serial, NumberKind kind, Epoch epoch) {
  constexpr double end_of_9999 = 2'958'466;
  constexpr std::int64_t days_to_1904 = 1462;
  const double days = epoch == Epoch::from_1904 ? serial + static_cast<double>(days_to_1904) : serial;
  if (!(serial >= 0) || !(days < end_of_9999)) return append_number(text, serial);
  const std::int64_t seconds = std::llround(days * seconds_in_day);
  const std::int64_t day = seconds / seconds_in_day;
  const std::int64_t second = seconds % seconds_in_day;
  if (day >= static_cast<std::int64_t>(end_of_9999)) return append_number(text, serial);
  if (kind == NumberKind::time && serial < 1 && day == (epoch == Epoch::from_1904 ? days_to_1904 : 0))
    return append_time(text, second);
  text += day == 0 ? "1900-01-00" : day_text(day);
  if (second == 0) return;
  text += 'T';
  append_time(text, second);
}

void append_number(std::string& text, double number) {
  const double size = std::fabs(number);
  if (size == 0) {  // also for -0, which reads back as 0 everywhere else
    text += '0';
    return;
  }
  const bool plain = size < 1e21 && size >= 1e-7;
  std::array<char, 64> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 plain ? std::chars_format::fixed : std::chars_format::scientific);
  text.append(digits.data(), end.ptr);
}

bool parse_number(std::string_view written, double& number) {
  const std::size_t first = written.find_first_not_of(blanks);
  if (first == std::string_view::npos) return false;
  written = written.substr(first, written.find_last_not_of(blanks) - first + 1);
  // from_chars knows no plus sign.
  if (written.front() == '+' && !written.substr(1).starts_with('-')) written.remove_prefix(1);
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
  return error == std::errc{} && end == written.data() + written.size() && std::isfinite(number);
}

}  // namespace eqr::tabular
