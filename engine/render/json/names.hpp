// What units, qualifiers (report/model/names.hpp) and kinds are called in the JSON. The schema lists the same
// words.
#pragma once

#include <string_view>

#include "report/model/names.hpp"
#include "report/model/report.hpp"

namespace eqr::render::json {

using report::name_of;

[[nodiscard]] constexpr std::string_view name_of(report::Chart::Kind kind) {
  switch (kind) {
    case report::Chart::Kind::bars:
      return "bars";
    case report::Chart::Kind::grouped_bars:
      return "grouped bars";
    case report::Chart::Kind::stacked_bars:
      return "stacked bars";
    case report::Chart::Kind::line:
      return "line";
    case report::Chart::Kind::dot_range:
      return "dot range";
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
