#include "report/values.hpp"

#include "report/model/wording.hpp"

namespace eqr::report {
namespace {

Qualifier qualifier_of(const std::string& words) {
  if (words == "about") return Qualifier::about;
  if (words == "more than") return Qualifier::more_than;
  if (words == "fewer than" || words == "less than") return Qualifier::less_than;
  if (words == "up to") return Qualifier::up_to;
  if (words == "hundreds of") return Qualifier::hundreds_of;
  return Qualifier::none;
}

std::string mark_of(const std::string& status) {
  if (status == "provisional") return "p";
  if (status == "estimated") return "e";
  if (status == "revised") return "r";
  return {};
}

bool may_be_low(eqr::Unit unit) {
  return unit == eqr::Unit::percent || unit == eqr::Unit::people || unit == eqr::Unit::things;
}

// The gap as printed, in what women earn for every pound that men earn.
std::string pence(const numbers::Decimal& gap) {
  if (gap.digits == 0) return "the same";
  const numbers::Exact exactly = 100 - numbers::exact(gap);
  const auto in_pounds = [](const numbers::Exact& amount) {
    return "£" + numbers::to_text(numbers::rounded(amount / 100, 2));
  };
  if (exactly >= 100) return in_pounds(exactly);
  numbers::Decimal whole = numbers::rounded(exactly, 0);
  // Halves were rounded away from nought: an odd penny was the even one below, and a half.
  if (exactly - numbers::exact(whole) == numbers::Exact(-1, 2) && whole.digits % 2 != 0) whole.digits -= 1;
  if (whole.digits == 100) return in_pounds(100);
  return numbers::to_text(whole) + "p";
}

}  // namespace

Unit unit_of(eqr::Unit unit) {
  switch (unit) {
    case eqr::Unit::people:
      return Unit::people;
    case eqr::Unit::things:
      return Unit::things;
    case eqr::Unit::percent:
      return Unit::percent;
    case eqr::Unit::percentage_points:
      return Unit::percentage_points;
    case eqr::Unit::ratio:
      return Unit::ratio;
    case eqr::Unit::pounds:
      return Unit::pounds;
    case eqr::Unit::number:
      return Unit::number;
  }
  return Unit::number;
}

Value printed_value(const measures::Evaluated& evaluated, eqr::Unit unit) {
  if (const auto* missing = std::get_if<measures::Missing>(&evaluated.outcome)) {
    return Shorthand{missing->code, missing->reason};
  }
  const auto& known = std::get<measures::Known>(evaluated.outcome);
  Number number{numbers::rounded(known.value, evaluated.places),
                {},
                unit_of(unit),
                qualifier_of(known.qualifier),
                mark_of(known.status)};
  if (number.value.digits == 0 && known.value != 0 && may_be_low(unit) && !evaluated.nought_is_an_answer) {
    return Shorthand{measures::low_figure.code, measures::low_figure.reason};
  }
  if (known.upper) number.upper = numbers::rounded(*known.upper, evaluated.places);
  return number;
}

std::string in_prose(const Figure& figure, const Placeholder& placeholder) {
  const bool is_of_both = placeholder.filter == Filter::from_to || placeholder.filter == Filter::change;
  std::vector<const Value*> values{&figure.value};
  if (is_of_both && figure.last_year) values.push_back(&*figure.last_year);
  for (const Value* value : values) {
    if (std::holds_alternative<Shorthand>(*value))
      return placeholder.otherwise.empty() ? printed(*value) : placeholder.otherwise;
  }
  const auto* now = std::get_if<Number>(&figure.value);
  if (placeholder.filter == Filter::pence && now != nullptr) return pence(now->value);
  if (values.size() < 2) return printed(figure.value);
  if (placeholder.filter == Filter::from_to)
    return "from " + printed(*figure.last_year) + " to " + printed(figure.value);
  return change_in_words(*now, std::get<Number>(*figure.last_year));
}

}  // namespace eqr::report
