// What units, qualifiers and kinds are called in the JSON. The schema lists the same words.
#pragma once

#include <string_view>

#include "report/model/report.hpp"

namespace eqr::render::json {

[[nodiscard]] constexpr std::string_view name_of(report::Unit unit) {
  switch (unit) {
    case report::Unit::people:
      return "people";
    case report::Unit::things:
      return "things";
    case report::Unit::percent:
      return "percent";
    case report::Unit::percentage_points:
      return "percentage points";
    case report::Unit::ratio:
      return "ratio";
    case report::Unit::pounds:
      return "pounds";
    case report::Unit::number:
      return "number";
  }
  return "number";
}

[[nodiscard]] constexpr std::string_view name_of(report::Qualifier qualifier) {
  switch (qualifier) {
    case report::Qualifier::none:
      return "";
    case report::Qualifier::about:
      return "about";
    case report::Qualifier::more_than:
      return "more than";
    case report::Qualifier::less_than:
      return "fewer than";
    case report::Qualifier::up_to:
      return "up to";
    case report::Qualifier::hundreds_of:
      return "hundreds of";
  }
  return "";
}

[[nodiscard]] constexpr std::string_view name_of(report::Chart::Kind kind) {
  switch (kind) {
    case report::Chart::Kind::bars:
      return "bars";
    case report::Chart::Kind::grouped_bars:
      return "grouped bars";
    case report::Chart::Kind::stacked_bars:
      return "stacked bars";
  }
  return "bars";
}

[[nodiscard]] constexpr std::string_view name_of(report::Section::Kind kind) {
  switch (kind) {
    case report::Section::Kind::ordinary:
      return "ordinary";
    case report::Section::Kind::theme:
      return "theme";
    case report::Section::Kind::case_study:
      return "case study";
  }
  return "ordinary";
}

}  // namespace eqr::render::json
