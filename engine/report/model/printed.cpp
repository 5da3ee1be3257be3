#include <utility>

#include "report/model/report.hpp"

namespace eqr::report {
namespace {

constexpr const char* minus_sign = "\xE2\x88\x92";

std::string with_minus_sign(std::string written) {
  if (written.starts_with('-')) written.replace(0, 1, minus_sign);
  return written;
}

std::string amount(const numbers::Decimal& value, Unit unit) {
  std::string written = with_minus_sign(numbers::to_text(value));
  if (unit == Unit::pounds) {
    const bool negative = value.digits < 0;
    written.insert(negative ? std::string_view(minus_sign).size() : 0, "£");
  }
  return written;
}

std::string qualified(Qualifier qualifier, const std::string& amount) {
  switch (qualifier) {
    case Qualifier::none:
      return amount;
    case Qualifier::about:
      return "about " + amount;
    case Qualifier::more_than:
      return "more than " + amount;
    case Qualifier::less_than:
      return "fewer than " + amount;
    case Qualifier::up_to:
      return "up to " + amount;
    case Qualifier::hundreds_of:
      return "hundreds";
  }
  return amount;
}

std::string unit_after(Unit unit, const Number& number) {
  if (unit == Unit::percent) return "%";
  if (unit != Unit::percentage_points) return {};
  const bool one = !number.upper && numbers::exact(number.value) == 1;
  return one ? " percentage point" : " percentage points";
}

}  // namespace

std::string printed(const Value& value, bool with_unit) {
  if (const auto* shorthand = std::get_if<Shorthand>(&value)) return "[" + shorthand->code + "]";
  const auto& number = std::get<Number>(value);
  const Unit unit = with_unit ? number.unit : Unit::number;
  std::string written = amount(number.value, unit);
  if (number.upper) written += " to " + amount(*number.upper, unit);
  written = qualified(number.qualifier, written);
  if (with_unit && number.qualifier != Qualifier::hundreds_of) written += unit_after(number.unit, number);
  if (!number.mark.empty()) written += " [" + number.mark + "]";
  return written;
}

std::string unit_in_header(Unit unit) {
  switch (unit) {
    case Unit::percent:
      return "%";
    case Unit::percentage_points:
      return "percentage points";
    case Unit::pounds:
      return "£";
    case Unit::people:
    case Unit::things:
    case Unit::ratio:
    case Unit::number:
      return {};
  }
  return {};
}

std::string shorthand_meaning(const std::string& code) {
  static const std::vector<std::pair<std::string, std::string>> meanings = {
      {"c", "confidential: withheld so that nobody can be identified"},
      {"low", "a low figure that rounds to zero but is not zero"},
      {"x", "not available"},
      {"z", "not applicable"},
      {"p", "provisional"},
      {"e", "estimated"},
      {"r", "revised"},
      {"b", "break in the series: not comparable with earlier years"},
      {"u", "of low reliability"},
  };
  for (const auto& [known, meaning] : meanings) {
    if (known == code) return meaning;
  }
  return {};
}

}  // namespace eqr::report
